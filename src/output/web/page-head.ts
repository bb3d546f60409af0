/** What every page of the site has: its title, its place among the others, what machines are told of it. */

import {
  aboutPage,
  archivePage,
  dataPage,
  homePage,
  publicAddress,
  searchPage,
  socialImageFile,
  statisticsPage,
  toRoot,
  unitsPage,
} from "../../model/addresses.ts";
import type { SiteFacts } from "./site-facts.ts";

export interface NavigationLink {
  readonly label: string;
  readonly path: string;
  /** For `aria-current`: the page itself, a page within its part of the site, or neither. */
  readonly current: "page" | "true" | undefined;
}

export interface PageHead {
  /** What the browser's tab says. */
  readonly title: string;
  readonly description: string;
  /** The page's own address from the site's root. */
  readonly path: string;
  readonly toRoot: string;
  /** Full addresses; `undefined` when the site does not know its own. */
  readonly canonical: string | undefined;
  readonly image: string | undefined;
  readonly kind: "website" | "article";
  readonly navigation: readonly NavigationLink[];
  /** JSON-LD, safe inside a script element. */
  readonly structuredData: string | undefined;
  /** Search engines and the sitemap leave it out. */
  readonly unlisted: boolean;
}

interface HeadInput {
  readonly path: string;
  /** The page's name; without one, the site's title stands alone. */
  readonly name?: string;
  readonly description: string;
  readonly kind?: "article";
  readonly structuredData?: unknown;
  readonly unlisted?: boolean;
  /** For pages that a server shows at any address. */
  readonly toRoot?: string;
}

const sections = [
  ["首页", homePage],
  ["各期", archivePage],
  ["单位", unitsPage],
  ["统计", statisticsPage],
  ["搜索", searchPage],
  ["数据", dataPage],
  ["关于", aboutPage],
] as const;

export function pageHead(site: SiteFacts, input: HeadInput): PageHead {
  const { path, name, description, structuredData, siteUrl } = { ...input, siteUrl: site.url };
  return {
    title: name === undefined ? site.title : `${name}—${site.title}`,
    description,
    path,
    toRoot: input.toRoot ?? toRoot(path),
    canonical: siteUrl === undefined ? undefined : publicAddress(siteUrl, path),
    image: siteUrl === undefined ? undefined : publicAddress(siteUrl, socialImageFile),
    kind: input.kind ?? "website",
    navigation: sections.map(([label, section]) => ({ label, path: section, current: currency(path, section) })),
    structuredData: structuredData === undefined ? undefined : dataBlock(structuredData),
    unlisted: input.unlisted ?? false,
  };
}

function currency(page: string, section: string): NavigationLink["current"] {
  if (page === section) return "page";
  return section !== homePage && page.startsWith(section.replace(/index\.html$/, "")) ? "true" : undefined;
}

/** JSON that cannot end the script element it stands in. */
export function dataBlock(value: unknown): string {
  return JSON.stringify(value)
    .replaceAll("<", "\\u003c")
    .replaceAll("\u2028", "\\u2028")
    .replaceAll("\u2029", "\\u2029");
}
