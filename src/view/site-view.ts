import type { Bulletin } from "../model/bulletin.ts";
import type { IssueView } from "./issue-view.ts";

/** Everything that the pages of the site print. */
export interface SiteView {
  readonly title: string;
  /** Newest first; internal issues left out. */
  readonly issues: readonly IssueView[];
  readonly years: readonly { readonly year: number; readonly issues: readonly IssueView[] }[];
}

/** `issues` in order of publication, oldest first. */
export function siteView(bulletin: Bulletin, issues: readonly IssueView[]): SiteView {
  const listed = issues.filter((issue) => !issue.internal).reverse();
  const years = [...new Set(listed.map((issue) => issue.year))].map((year) => ({
    year,
    issues: listed.filter((issue) => issue.year === year),
  }));
  return { title: bulletin.siteTitle, issues: listed, years };
}
