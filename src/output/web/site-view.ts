/** What the pages of the site print. */

import type { Archive } from "../../model/archive.ts";
import { archiveView, yearViews } from "./archive-pages.ts";
import type { ArchiveView, YearView } from "./archive-pages.ts";
import { earlierEditions } from "./corrections.ts";
import type { EarlierEditionView } from "./corrections.ts";
import { figuresPageView } from "./figures-page.ts";
import type { FiguresPageView } from "./figures-page.ts";
import { homeView } from "./home.ts";
import type { HomeView } from "./home.ts";
import { issuePageView } from "./issue-page.ts";
import type { PagedIssue } from "../paged-issue.ts";
import type { IssuePageView } from "./issue-page.ts";
import { aboutView, dataPageView, notFoundView, searchView } from "./other-pages.ts";
import type { AboutView, DataPageView, PlainPageView } from "./other-pages.ts";
import type { PublishedIssue } from "../published-issue.ts";
import { siteFacts } from "./site-facts.ts";
import type { SiteFacts } from "./site-facts.ts";
import { statisticsView } from "./statistics.ts";
import type { StatisticsView } from "./statistics.ts";
import { drawChart } from "./trend-charts.ts";
import type { DrawChart } from "./trend-charts.ts";
import { unitPages, unitsView } from "./unit-pages.ts";
import type { UnitPageView, UnitsView } from "./unit-pages.ts";

/** Of all pages but those of the single issues. */
export interface SiteView extends SiteFacts {
  readonly home: HomeView;
  readonly archive: ArchiveView;
  readonly years: readonly YearView[];
  /** 旧版 of corrected issues. */
  readonly earlier: readonly EarlierEditionView[];
  readonly units: UnitsView;
  readonly unitPages: readonly UnitPageView[];
  readonly statistics: StatisticsView;
  readonly search: PlainPageView;
  readonly data: DataPageView;
  readonly about: AboutView;
  readonly notFound: PlainPageView;
}

/** The pages that each issue has of its own. */
export interface IssuePages extends SiteFacts {
  readonly issues: readonly IssuePageView[];
  /** 数字说明 of each. */
  readonly figures: readonly FiguresPageView[];
}

export function issuePages({ bulletin }: Archive, issues: readonly PagedIssue[]): IssuePages {
  const site = siteFacts(bulletin);
  return {
    ...site,
    issues: issues.map(({ published, part, around }) => issuePageView(site, published, part, around)),
    figures: issues.map(({ published, part }) => figuresPageView(site, published, part)),
  };
}

/** `issues` newest first, internal ones left out. */
export function siteView(
  { bulletin, vocabulary }: Archive,
  issues: readonly PublishedIssue[],
  draw: DrawChart = drawChart,
): SiteView {
  const site = siteFacts(bulletin);
  const years = yearViews(site, issues);
  const pages = unitPages(site, issues, vocabulary, draw);
  return {
    ...site,
    home: homeView(site, issues),
    archive: archiveView(site, issues, years),
    years,
    earlier: issues.flatMap((issue) => earlierEditions(site, issue)),
    units: unitsView(site, pages, vocabulary),
    unitPages: pages,
    statistics: statisticsView(site, issues, vocabulary, draw),
    search: searchView(site),
    data: dataPageView(site),
    about: aboutView(site, bulletin),
    notFound: notFoundView(site),
  };
}

/** Folders of issues that are not published, whose data no page of others tells. */
export function hiddenFolders({ issues }: Archive): string[] {
  return issues.filter(({ internal, dataOnly }) => internal || dataOnly).map(({ folder }) => folder);
}
