/** What search engines are told of the site. Both files need its address; without one there is no sitemap. */

import type { SiteView } from "../site-view.ts";
import { escapeHtml } from "../../markdown/html.ts";
import { publicAddress, sitemapFile } from "./addresses.ts";
import type { PageHead } from "./page-head.ts";

interface TextFile {
  readonly path: string;
  readonly text: string;
}

export function sitemap(site: SiteView): TextFile[] {
  const { url } = site;
  if (url === undefined) return [];
  const changed = new Map(
    site.issues.map(({ head, isoDate, notice }) => [head, notice?.entries[0]?.isoDate ?? isoDate]),
  );
  const entries = listedPages(site).map((head) => {
    const date = changed.get(head);
    const lastmod = date === undefined ? "" : `<lastmod>${date}</lastmod>`;
    return `<url><loc>${escapeHtml(publicAddress(url, head.path))}</loc>${lastmod}</url>`;
  });
  return [
    {
      path: sitemapFile,
      text: [
        `<?xml version="1.0" encoding="utf-8"?>`,
        `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">`,
        ...entries,
        `</urlset>`,
        "",
      ].join("\n"),
    },
  ];
}

export function robots({ url }: SiteView): TextFile {
  const map = url === undefined ? "" : `Sitemap: ${publicAddress(url, sitemapFile)}\n`;
  return { path: "robots.txt", text: `User-agent: *\nAllow: /\n${map}` };
}

function listedPages(site: SiteView): PageHead[] {
  return [
    site.home,
    site.archive,
    ...site.years,
    ...site.issues,
    ...site.figures,
    site.units,
    ...site.unitPages,
    site.statistics,
    site.data,
    site.about,
  ]
    .map(({ head }) => head)
    .filter((head) => !head.unlisted);
}
