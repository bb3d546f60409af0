/** What the site has beside the issues: pages about them all, search, data, feed, fonts. */

import { cpSync } from "node:fs";
import path from "node:path";
import { FileDigests } from "./file-digests.ts";
import { Memo } from "./memo.ts";
import type { Program } from "./program.ts";
import { dataFiles } from "../output/data/package.ts";
import type { Archive } from "../model/archive.ts";
import { browserIdentity, placeOfFace } from "../output/pdf/index.ts";
import { cacheFolder } from "../output/pdf/cache-folder.ts";
import { displayFonts } from "../release/publish/display-fonts.ts";
import type { Cached } from "../release/publish/display-fonts.ts";
import type { OutputFolder } from "../release/publish/output-folder.ts";
import { socialImage } from "../release/publish/social-image.ts";
import { searchContent } from "../output/search/build-index.ts";
import { searchFiles } from "../output/search/search-files.ts";
import { productFolder } from "../base/file/product-folder.ts";
import { renderSite } from "../output/web/eleventy/render.ts";
import { socialImageFile } from "../model/addresses.ts";
import { atomFeed } from "../output/feed/atom.ts";
import { displayTexts } from "../output/web/display-texts.ts";
import { unitDimension } from "../model/naming.ts";
import { addressList, publishedAddresses } from "../output/web/published-addresses.ts";
import type { PublishedIssue } from "../output/web/published-issue.ts";
import { robots, sitemap } from "../output/feed/sitemap.ts";
import { drawChart } from "../output/web/trend-charts.ts";
import { siteView } from "../output/web/site-view.ts";
import type { Prepared } from "./prepare.ts";
import type { PrintableIssue } from "./print-issue.ts";
import { datasetIssue } from "./write-issues.ts";

/** The files that make a chart, fonts and a picture for the whole site. */
const makers = {
  charts: "src/output/web/trend-charts.ts",
  "display-fonts": "src/release/publish/display-fonts.ts",
  "social-images": "src/release/publish/social-image.ts",
} as const;

interface SiteWriting {
  readonly target: OutputFolder;
  readonly memo: Memo;
  readonly program: Program;
}

/** `published`: newest first, internal ones left out; their own files are there. */
export async function writeSite(
  archive: Archive,
  { issues: built, histories }: Prepared<PrintableIssue>,
  published: readonly PublishedIssue[],
  { target, memo, program }: SiteWriting,
): Promise<void> {
  const charts = program.digestOf(makers.charts);
  const site = siteView(archive, published, (title, data) =>
    memo.of("charts", [charts, title, data], () => drawChart(title, data)),
  );
  await renderSite(site, target.staging);
  cpSync(path.join(productFolder, "layouts/assets"), path.join(target.staging, "assets"), { recursive: true });
  const texts = [
    ...searchFiles(searchContent(published, unitDimension(archive.vocabulary)?.registry)),
    ...dataFiles(archive.bulletin, archive.vocabulary, published.map(datasetIssue)),
    atomFeed(site, published),
    ...sitemap(site, published),
    robots(site),
    { path: addressList, text: `${publishedAddresses(built, archive.vocabulary, histories).join("\n")}\n` },
  ];
  for (const file of texts) target.write(file.path, file.text);
  const cached = await siteCache(program);
  for (const file of await displayFonts(displayTexts(site, published), cached("display-fonts")))
    target.write(file.path, file.bytes);
  target.write(socialImageFile, await socialImage(site, cached("social-images")));
}

/** What is made for the site as a whole is remembered in the user's own folder, where other roots and clean builds find it too. */
async function siteCache(program: Program): Promise<(kind: keyof typeof makers) => Cached> {
  const memo = new Memo(path.join(cacheFolder(process.env), "made"));
  const digests = new FileDigests(memo);
  const { file } = await placeOfFace("xiaobiaosong", {});
  const tools = [await browserIdentity(process.env), digests.of(file)];
  digests.save();
  return (kind) => (ingredients, make) => memo.bytes(kind, [ingredients, tools, program.digestOf(makers[kind])], make);
}
