/** The Atom feed (RFC 4287) with full text, and the PDF of each issue as enclosure. */

import { escapeHtml } from "../../document/markdown/html.ts";
import { feedFile, homePage, issuePage, publicAddress } from "../../model/addresses.ts";
import { correctionNotice } from "../web/corrections.ts";
import type { CorrectionNotice } from "../web/corrections.ts";
import type { PublishedIssue } from "../web/published-issue.ts";
import type { SiteFacts } from "../web/site-facts.ts";
import { uuid } from "./uuid.ts";

/** A daily bulletin's readers come back within a month; older issues are in the archive. */
const feedIssues = 30;

export function atomFeed(site: SiteFacts, issues: readonly PublishedIssue[]): { path: string; text: string } {
  const listed = issues.slice(0, feedIssues);
  const lines = [
    `<?xml version="1.0" encoding="utf-8"?>`,
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="zh-CN">`,
    `<id>urn:uuid:${uuid(`${site.url ?? ""}${site.title}`)}</id>`,
    `<title>${escapeHtml(site.title)}</title>`,
    `<updated>${timestamp(listed.map(updated).sort().at(-1) ?? "1970-01-01")}</updated>`,
    `<author><name>${escapeHtml(site.publisher)}</name></author>`,
    `<link rel="self" type="application/atom+xml" href="${address(site, feedFile)}"/>`,
    `<link rel="alternate" type="text/html" href="${address(site, homePage)}"/>`,
    ...listed.map((issue) => entry(site, issue)),
    `</feed>`,
    "",
  ];
  return { path: feedFile, text: lines.join("\n") };
}

/** The day of its last correction, or of the issue. */
function updated({ view, history }: PublishedIssue): string {
  return history.corrections.at(-1)?.date ?? view.isoDate;
}

function entry(site: SiteFacts, published: PublishedIssue): string {
  const { issue, view, edition, articles } = published;
  const page = address(site, issuePage(issue));
  const pdf = address(site, view.path + view.pdfName);
  const when = timestamp(view.isoDate);
  const notice = correctionNotice(published);
  const name = `${view.year}年${view.masthead.number}${notice === undefined ? "" : "（更正）"}`;
  const content =
    noticeHtml(site, notice) +
    view.sections
      .map(
        ({ heading, articles: inside }) =>
          `<h2>${escapeHtml(heading)}</h2>${inside
            .map(
              ({ titleLines, title, html }) => `${titleLines.length > 0 ? `<h3>${escapeHtml(title)}</h3>` : ""}${html}`,
            )
            .join("")}`,
      )
      .join("");
  return [
    `<entry>`,
    `<id>urn:uuid:${uuid(`${site.url ?? ""}${site.title}/${view.path}`)}</id>`,
    `<title>${escapeHtml(name)}</title>`,
    `<published>${when}</published>`,
    `<updated>${timestamp(updated(published))}</updated>`,
    `<author><name>${escapeHtml(view.masthead.issuer)}</name></author>`,
    `<link rel="alternate" type="text/html" href="${page}"/>`,
    `<link rel="enclosure" type="application/pdf" length="${edition.bytes}" title="${escapeHtml(view.pdfName)}" href="${pdf}"/>`,
    ...view.sections.map(({ name }) => `<category term="${escapeHtml(name)}"/>`),
    `<summary>${escapeHtml(articles.map((article) => article.view.title).join("；"))}</summary>`,
    `<content type="html" xml:base="${page}">${escapeHtml(content)}</content>`,
    `</entry>`,
  ].join("\n");
}

function noticeHtml(site: SiteFacts, notice: CorrectionNotice | undefined): string {
  if (notice === undefined) return "";
  const entries = notice.entries.map(
    ({ date, what, why }) => `<li>${escapeHtml(`${date}：${what}　原因：${why}`)}</li>`,
  );
  const links = notice.earlier.map(({ label, path }) => `<a href="${address(site, path)}">${escapeHtml(label)}</a>`);
  const earlier = links.length === 0 ? "" : `<p>更正以前：${links.join("、")}</p>`;
  return `<p><strong>更正</strong></p><ul>${entries.join("")}</ul>${earlier}`;
}

/** Bulletins carry a day; the moment is that day in the offices' own time. */
function timestamp(isoDate: string): string {
  return `${isoDate}T00:00:00+08:00`;
}

/** Without an address of its own the feed's links are relative to the feed. */
function address(site: SiteFacts, path: string): string {
  return escapeHtml(site.url === undefined ? encodeURI(path) : publicAddress(site.url, path));
}
