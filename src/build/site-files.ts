/** What the site has beside the issues: pages about them all, search, data, feed, fonts. */

import { cpSync } from "node:fs";
import path from "node:path";
import { Cache } from "./cache/cache.ts";
import { FileDigests } from "./cache/file-digests.ts";
import type { DatasetIssue } from "../compute/rows/dataset-issue.ts";
import { dataFiles } from "../output/data/package.ts";
import type { Archive } from "../model/archive.ts";
import { cacheFolder } from "../output/pdf/cache-folder.ts";
import { displayFonts } from "../release/publish/display-fonts.ts";
import type { Keep } from "../release/publish/display-fonts.ts";
import type { OutputFolder } from "../release/publish/output-folder.ts";
import { socialImage } from "../release/publish/social-image.ts";
import { searchContent } from "../output/search/build-index.ts";
import { searchFiles } from "../output/search/search-files.ts";
import { productFolder } from "../base/file/product-folder.ts";
import { renderSite } from "../output/web/eleventy/render.ts";
import { issuePage, socialImageFile } from "../model/addresses.ts";
import { atomFeed } from "../output/feed/atom.ts";
import { displayTexts } from "../output/web/display-texts.ts";
import { unitDimension } from "../model/naming.ts";
import { addressList, publishedAddresses } from "../output/web/published-addresses.ts";
import type { PublishedIssue } from "../output/web/published-issue.ts";
import { robots, sitemap } from "../output/feed/sitemap.ts";
import { drawChart } from "../output/web/trend-charts.ts";
import { siteView } from "../output/web/site-view.ts";
import { siteMakingSetting } from "./edition-key.ts";
import { ownFiles } from "./issue-files.ts";
import type { IssueFiles } from "./issue-files.ts";
import type { IssueMemory } from "./issue-memory.ts";
import type { Prepared } from "./prepare.ts";

/** Writes the rest of the site when the files of single issues are there. */
export async function writeSite(
  archive: Archive,
  { issues: built, histories }: Prepared,
  { issues, old }: IssueFiles,
  target: OutputFolder,
  memory: IssueMemory | undefined,
): Promise<void> {
  const units = unitDimension(archive.vocabulary)?.registry;
  const site = siteView(archive, issues, (title, data) => {
    const draw = (): string => drawChart(title, data);
    return memory === undefined ? draw() : memory.recall("charts", { title, data }, draw);
  });
  await renderSite(site, target.staging);
  cpSync(path.join(productFolder, "layouts/assets"), path.join(target.staging, "assets"), { recursive: true });
  const texts = [
    ...searchFiles(searchContent(issues, units)),
    ...dataFiles(archive.bulletin, archive.vocabulary, issues.map(datasetIssue)),
    atomFeed(site, issues),
    ...sitemap(site, issues),
    robots(site),
    { path: addressList, text: `${publishedAddresses(built, archive.vocabulary, histories).join("\n")}\n` },
  ];
  const there = new Set([...old].flatMap(ownFiles));
  for (const file of texts) if (!there.has(file.path)) target.write(file.path, file.text);
  const keep = await keeper();
  for (const file of await displayFonts(displayTexts(site, issues), keep("display-fonts")))
    target.write(file.path, file.bytes);
  target.write(socialImageFile, await socialImage(site, keep("social-images")));
}

/** What is made for the site as a whole is kept in the user's own cache, where other folders and clean builds find it too. */
async function keeper(): Promise<(kind: string) => Keep> {
  const cache = new Cache(path.join(cacheFolder(process.env), "made"));
  const digests = new FileDigests(cache.folder);
  const setting = await siteMakingSetting(digests);
  digests.save();
  return (kind) => (ingredients, make) => cache.bytes(kind, { ingredients, setting }, make);
}

function datasetIssue(published: PublishedIssue): DatasetIssue {
  const { issue, view, edition, history } = published;
  return {
    issue,
    title: view.title,
    issuer: view.masthead.issuer,
    page: issuePage(issue),
    pdf: `${view.path}${view.pdfName}`,
    edition,
    number: history.number,
    corrections: history.corrections,
    get rows() {
      return published.rows;
    },
    measures: () => published.part.measures,
  };
}
