/** The first page: the newest issue, its figures, the issues before it. */

import { homePage } from "../../model/addresses.ts";
import { issueLink } from "./issue-link.ts";
import type { IssueLink } from "./issue-link.ts";
import { keyFigures } from "./key-figures.ts";
import type { KeyFigure } from "./key-figures.ts";
import { pageHead } from "./page-head.ts";
import type { PageHead } from "./page-head.ts";
import type { PublishedIssue } from "../published-issue.ts";
import type { SiteFacts } from "./site-facts.ts";
import { periodical } from "./structured-data.ts";

export interface HomeView {
  readonly head: PageHead;
  /** `undefined` on a site without issues. */
  readonly latest: IssueLink | undefined;
  readonly figures: readonly KeyFigure[];
  /** The issue the figures are from, where it is not the latest. */
  readonly figuresFrom: IssueLink | undefined;
  readonly recent: readonly IssueLink[];
}

/** Issues listed below the latest one. */
const recentIssues = 8;

export function homeView(site: SiteFacts, issues: readonly PublishedIssue[]): HomeView {
  const [latest] = issues;
  const counted = issues.findIndex((issue) => keyFigures(issue, []).length > 0);
  const source = issues[counted];
  return {
    head: pageHead(site, {
      path: homePage,
      description: `${site.title}，${site.publisher}编发。各期全文、PDF 下载、搜索和数据。`,
      structuredData: { "@context": "https://schema.org", ...periodical(site) },
    }),
    latest: latest === undefined ? undefined : issueLink(latest),
    figures: source === undefined ? [] : keyFigures(source, issues.slice(counted + 1)),
    figuresFrom: source === undefined ? undefined : issueLink(source),
    recent: issues.slice(1, 1 + recentIssues).map(issueLink),
  };
}
