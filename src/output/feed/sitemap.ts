/** What search engines are told of the site. Both files need its address; without one there is no sitemap. */

import type { SiteView } from "../web/site-view.ts";
import { figuresPage, issuePage, publicAddress, sitemapFile } from "../../model/addresses.ts";
import { correctionNotice } from "../web/corrections.ts";
import type { PageHead } from "../web/page-head.ts";
import { templates } from "../templates/environment.ts";
import type { PublishedIssue } from "../published-issue.ts";

interface TextFile {
  readonly path: string;
  readonly text: string;
}

/** `issues` newest first. */
export function sitemap(site: SiteView, issues: readonly PublishedIssue[]): TextFile[] {
  const { url } = site;
  if (url === undefined) return [];
  const pages = listedPages(site, issues).map(({ path, date }) => ({ address: publicAddress(url, path), date }));
  return [{ path: sitemapFile, text: templates().render("feed/sitemap.njk", { pages }) }];
}

export function robots({ url }: SiteView): TextFile {
  const map = url === undefined ? "" : `Sitemap: ${publicAddress(url, sitemapFile)}\n`;
  return { path: "robots.txt", text: `User-agent: *\nAllow: /\n${map}` };
}

interface ListedPage {
  readonly path: string;
  readonly date?: string;
}

function listedPages(site: SiteView, issues: readonly PublishedIssue[]): ListedPage[] {
  const listed = (heads: readonly { readonly head: PageHead }[]): ListedPage[] =>
    heads.filter(({ head }) => !head.unlisted).map(({ head: { path } }) => ({ path }));
  return [
    ...listed([site.home, site.archive, ...site.years]),
    ...issues.map((published) => ({
      path: issuePage(published.issue),
      date: correctionNotice(published)?.entries[0]?.isoDate ?? published.view.isoDate,
    })),
    ...issues.map(({ issue }) => ({ path: figuresPage(issue) })),
    ...listed([site.units, ...site.unitPages, site.statistics, site.data, site.about]),
  ];
}
