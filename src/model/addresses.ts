/** The addresses of all pages and files of the site, relative to its root. An address that was published must never disappear. */

import { issueKey, issuePath } from "./issue.ts";
import type { IssueNumber } from "./issue.ts";
import type { Member } from "./registry.ts";

export const homePage = "index.html";
export const archivePage = "issues/index.html";
export const unitsPage = "units/index.html";
export const statisticsPage = "statistics/index.html";
export const searchPage = "search/index.html";
export const dataPage = "data/index.html";
export const aboutPage = "about/index.html";
export const notFoundPage = "404.html";
export const feedFile = "feed.xml";
export const sitemapFile = "sitemap.xml";
export const socialImageFile = "assets/social.png";

/** Links name the file itself, not its folder: a site opened from disk has no server that would add `index.html`. */
export function yearPage(year: number): string {
  return `issues/${year}/index.html`;
}

export function issuePage(issue: IssueNumber): string {
  return `${issuePath(issue)}index.html`;
}

/** 数字说明 of an issue. */
export function figuresPage(issue: IssueNumber): string {
  return `${issuePath(issue)}figures/index.html`;
}

/** `units/零陵区/index.html` */
export function unitPage(unit: Member): string {
  return `units/${unit.fullName.replace(/[\\/:*?"<>|#%\s]|^\.+$/g, "-")}/index.html`;
}

/** Relative path from a page to the site's root: `../../` for `units/零陵区/index.html`. */
export function toRoot(page: string): string {
  return "../".repeat(page.split("/").length - 1);
}

/** The absolute address of a page: below `siteUrl`, without `index.html`, percent-encoded. */
export function publicAddress(siteUrl: string, page: string): string {
  return `${siteUrl.replace(/\/*$/, "/")}${encodeURI(page.replace(/(^|\/)index\.html$/, "$1"))}`;
}

/** The machine-readable description of an edition, which `publish` records. */
export const editionFileName = "edition.json";

export function editionFile(issue: IssueNumber): string {
  return `${issuePath(issue)}${editionFileName}`;
}

/** The page of an edition that was replaced by a corrected one. (旧版) */
export function earlierPage(issue: IssueNumber, edition: number): string {
  return `${issuePath(issue)}editions/${edition}/index.html`;
}

/** `issues/2020/15/editions/1/2020-15-v1.pdf` */
export function earlierPdf(issue: IssueNumber, edition: number): string {
  return `${issuePath(issue)}editions/${edition}/${earlierPdfName(issueKey(issue), edition)}`;
}

/** `2020-15-v1.pdf`: a saved copy must not be mistaken for the current edition. */
export function earlierPdfName(issue: string, edition: number): string {
  return `${issue}-v${edition}.pdf`;
}
