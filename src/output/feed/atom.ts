/** The Atom feed (RFC 4287) with full text, and the PDF of each issue as enclosure. */

import { feedFile, homePage, issuePage, publicAddress } from "../../model/addresses.ts";
import { correctionNotice } from "../web/corrections.ts";
import type { PublishedIssue } from "../published-issue.ts";
import type { SiteFacts } from "../web/site-facts.ts";
import { templates } from "../templates/environment.ts";
import { uuid } from "./uuid.ts";

/** A daily bulletin's readers come back within a month; older issues are in the archive. */
const feedIssues = 30;

export function atomFeed(site: SiteFacts, issues: readonly PublishedIssue[]): { path: string; text: string } {
  const listed = issues.slice(0, feedIssues);
  const feed = {
    uuid: uuid(`${site.url ?? ""}${site.title}`),
    title: site.title,
    updated: timestamp(listed.map(updated).sort().at(-1) ?? "1970-01-01"),
    author: site.publisher,
    self: address(site, feedFile),
    home: address(site, homePage),
    entries: listed.map((issue) => entry(site, issue)),
  };
  return { path: feedFile, text: templates().render("feed/atom.njk", { feed }) };
}

/** The day of its last correction, or of the issue. */
function updated({ view, history }: PublishedIssue): string {
  return history.corrections.at(-1)?.date ?? view.isoDate;
}

function entry(site: SiteFacts, published: PublishedIssue): object {
  const { issue, view, edition, articles } = published;
  const notice = correctionNotice(published);
  return {
    uuid: uuid(`${site.url ?? ""}${site.title}/${view.path}`),
    title: `${view.year}年${view.masthead.number}${notice === undefined ? "" : "（更正）"}`,
    published: timestamp(view.isoDate),
    updated: timestamp(updated(published)),
    author: view.masthead.issuer,
    page: address(site, issuePage(issue)),
    pdf: { name: view.pdfName, address: address(site, view.path + view.pdfName), bytes: edition.bytes },
    summary: articles.map((article) => article.view.title).join("；"),
    sections: view.sections,
    notice: notice && {
      entries: notice.entries,
      earlier: notice.earlier.map(({ label, path }) => ({ label, address: address(site, path) })),
    },
  };
}

/** Bulletins carry a day; the moment is that day in the offices' own time. */
function timestamp(isoDate: string): string {
  return `${isoDate}T00:00:00+08:00`;
}

/** Without an address of its own the feed's links are relative to the feed. */
function address(site: SiteFacts, path: string): string {
  return site.url === undefined ? encodeURI(path) : publicAddress(site.url, path);
}
