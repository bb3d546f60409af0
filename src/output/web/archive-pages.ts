/** All issues: the years, and a page a year. */

import { archivePage, yearPage } from "../../model/addresses.ts";
import { issueLink } from "./issue-link.ts";
import type { IssueLink } from "./issue-link.ts";
import { pageHead } from "./page-head.ts";
import type { PageHead } from "./page-head.ts";
import type { PublishedIssue } from "../published-issue.ts";
import type { SiteFacts } from "./site-facts.ts";

export interface YearLink {
  readonly year: number;
  readonly path: string;
  readonly count: number;
}

export interface MonthView {
  /** 11月 */
  readonly name: string;
  readonly issues: readonly IssueLink[];
}

export interface YearView {
  readonly head: PageHead;
  readonly year: number;
  readonly count: number;
  readonly months: readonly MonthView[];
  readonly older: YearLink | undefined;
  readonly newer: YearLink | undefined;
}

export interface ArchiveView {
  readonly head: PageHead;
  readonly count: number;
  readonly years: readonly YearLink[];
  /** The newest year is shown here as well. */
  readonly newest: YearView | undefined;
}

export function yearViews(site: SiteFacts, issues: readonly PublishedIssue[]): YearView[] {
  const links = yearLinks(issues);
  return links.map(({ year, path, count }, at) => ({
    head: pageHead(site, {
      path,
      name: `${year}年各期`,
      description: `${site.title} ${year} 年印发的 ${count} 期，每期有全文和 PDF。`,
    }),
    year,
    count,
    months: months(issues.filter(({ view }) => view.year === year)),
    older: links[at + 1],
    newer: links[at - 1],
  }));
}

export function archiveView(
  site: SiteFacts,
  issues: readonly PublishedIssue[],
  years: readonly YearView[],
): ArchiveView {
  return {
    head: pageHead(site, {
      path: archivePage,
      name: "各期目录",
      description: `${site.title}各期目录，共 ${issues.length} 期，按年份排列。`,
    }),
    count: issues.length,
    years: yearLinks(issues),
    newest: years[0],
  };
}

function yearLinks(issues: readonly PublishedIssue[]): YearLink[] {
  const counts = new Map<number, number>();
  for (const { view } of issues) counts.set(view.year, (counts.get(view.year) ?? 0) + 1);
  return [...counts].sort(([a], [b]) => b - a).map(([year, count]) => ({ year, path: yearPage(year), count }));
}

function months(issues: readonly PublishedIssue[]): MonthView[] {
  const groups = new Map<string, IssueLink[]>();
  for (const published of issues) {
    const { year, month } = published.issue.date.value;
    // The first issue of a year may be dated in December of the year before.
    const name = `${year === published.view.year ? "" : `${year}年`}${month}月`;
    const group = groups.get(name) ?? [];
    groups.set(name, group);
    group.push(issueLink(published));
  }
  return [...groups].map(([name, links]) => ({ name, issues: links }));
}
