/** Everything that the pages of the site print. */

import type { Archive } from "../model/archive.ts";
import { archiveView, yearViews } from "./site/archive-pages.ts";
import type { ArchiveView, YearView } from "./site/archive-pages.ts";
import { earlierEditions } from "./site/corrections.ts";
import type { EarlierEditionView } from "./site/corrections.ts";
import { figuresPageView } from "./site/figures-page.ts";
import type { FiguresPageView } from "./site/figures-page.ts";
import { homeView } from "./site/home.ts";
import type { HomeView } from "./site/home.ts";
import { issuePageView, neighboursOf } from "./site/issue-page.ts";
import type { IssuePageView } from "./site/issue-page.ts";
import { aboutView, dataPageView, notFoundView, searchView } from "./site/other-pages.ts";
import type { AboutView, DataPageView, PlainPageView } from "./site/other-pages.ts";
import type { PublishedIssue } from "./site/published-issue.ts";
import { siteFacts } from "./site/site-facts.ts";
import type { SiteFacts } from "./site/site-facts.ts";
import { statisticsView } from "./site/statistics.ts";
import type { StatisticsView } from "./site/statistics.ts";
import { drawChart } from "./site/trend-charts.ts";
import type { DrawChart } from "./site/trend-charts.ts";
import { unitPages, unitsView } from "./site/unit-pages.ts";
import type { UnitPageView, UnitsView } from "./site/unit-pages.ts";

export interface SiteView extends SiteFacts {
  readonly home: HomeView;
  readonly archive: ArchiveView;
  readonly years: readonly YearView[];
  /** Issues whose pages are to be made, newest first. */
  readonly issues: readonly IssuePageView[];
  /** 数字说明 of each of them. */
  readonly figures: readonly FiguresPageView[];
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

export interface SiteWish {
  /** Whose own pages are to be made. */
  readonly isMade: (issue: PublishedIssue) => boolean;
  readonly draw: DrawChart;
}

/** `issues` newest first, internal ones left out. */
export function siteView(
  archive: Archive,
  issues: readonly PublishedIssue[],
  { isMade = () => true, draw = drawChart }: Partial<SiteWish> = {},
): SiteView {
  const { bulletin, vocabulary } = archive;
  const hidden = hiddenFolders(archive);
  const site = siteFacts(bulletin);
  const years = yearViews(site, issues);
  const pages = unitPages(site, issues, vocabulary, draw);
  return {
    ...site,
    home: homeView(site, issues),
    archive: archiveView(site, issues, years),
    years,
    issues: issues.flatMap((issue, at) =>
      isMade(issue) ? [issuePageView(site, issue, neighboursOf(issues, at))] : [],
    ),
    figures: issues.filter(isMade).map((issue) => figuresPageView(site, issue, hidden)),
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

/** Folders of internal issues, whose data no page of others tells. */
export function hiddenFolders({ issues }: Archive): string[] {
  return issues.filter(({ internal }) => internal).map(({ folder }) => folder);
}
