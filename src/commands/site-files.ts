/** Everything of the site beside the PDFs: pages, search, data, feed, fonts. */

import { cpSync } from "node:fs";
import path from "node:path";
import { Cache, keyOf } from "../cache/cache.ts";
import { FileDigests } from "../cache/file-digests.ts";
import type { DatasetIssue } from "../dataset/dataset-issue.ts";
import { dataFile, jsonFile } from "../dataset/files.ts";
import { dataFiles } from "../dataset/package.ts";
import type { Archive } from "../model/archive.ts";
import type { Edition } from "../model/edition.ts";
import type { Issue } from "../model/issue.ts";
import { cacheFolder } from "../print/cache-folder.ts";
import { displayFonts } from "../publish/display-fonts.ts";
import type { Keep } from "../publish/display-fonts.ts";
import type { OutputFolder } from "../publish/output-folder.ts";
import { socialImage } from "../publish/social-image.ts";
import { searchContent } from "../search/build-index.ts";
import { searchFiles } from "../search/search-files.ts";
import { productFolder } from "../site/product-folder.ts";
import { renderIssuePages, renderSite } from "../site/render.ts";
import type { IssueTallies } from "../tally/issue-tallies.ts";
import { editionFile, figuresPage, issuePage, socialImageFile } from "../view/site/addresses.ts";
import { atomFeed } from "../view/site/atom.ts";
import { displayTexts } from "../view/site/display-texts.ts";
import { unitDimension, UnitNames } from "../view/site/naming.ts";
import { addressList, publishedAddresses } from "../view/site/published-addresses.ts";
import { publishedIssue } from "../view/site/published-issue.ts";
import type { PublishedIssue } from "../view/site/published-issue.ts";
import { robots, sitemap } from "../view/site/sitemap.ts";
import { neighboursOf } from "../view/site/issue-page.ts";
import { correctionNotice } from "../view/site/corrections.ts";
import { siteFacts } from "../view/site/site-facts.ts";
import { drawChart } from "../view/site/trend-charts.ts";
import { issuePages, siteView } from "../view/site-view.ts";
import { siteMakingSetting } from "./edition-key.ts";
import type { IssueMemory } from "./issue-memory.ts";
import type { Prepared } from "./prepare.ts";
import type { StandingFiles } from "./standing-files.ts";
import { draftHead } from "./write-editions.ts";

/** Issues whose pages are made at a time. */
const batch = 100;

interface SiteMaking {
  readonly standing: StandingFiles;
  readonly memory: IssueMemory | undefined;
  /** `printedBy` */
  readonly by: string;
}

/**
 * `editions`: the printed PDFs of all issues that are not internal. Returns the issues whose own files have all been taken over from
 * the standing site.
 */
export async function writeSite(
  archive: Archive,
  { issues: built, scopes, histories, sites }: Prepared,
  editions: ReadonlyMap<Issue, Edition>,
  target: OutputFolder,
  { standing, memory, by }: SiteMaking,
): Promise<ReadonlySet<Issue>> {
  const units = unitDimension(archive.vocabulary)?.registry;
  const names = units === undefined ? undefined : new UnitNames(units);
  const issues = built
    .flatMap((each) => {
      const edition = each.view.internal ? undefined : editions.get(each.issue);
      const site = sites.get(each.issue);
      if (edition === undefined || site === undefined) return [];
      const tallies = (): IssueTallies | undefined => scopes?.of(each.issue)?.tallies;
      return [publishedIssue(each, tallies, edition, names, site, histories.get(each.issue))];
    })
    .reverse();
  const old = takeOverIssues(archive, issues, target, { standing, memory, by });
  const fresh = issues.filter((issue) => !old.has(issue));
  for (let at = 0; at < fresh.length; at += batch)
    await renderIssuePages(issuePages(archive, issues, fresh.slice(at, at + batch)), target.staging);
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
  return new Set([...old].map(({ issue }) => issue));
}

/** What is made of an issue beside its PDF. */
function ownFiles({ issue }: PublishedIssue): string[] {
  const data = issue.counts === undefined ? [] : [dataFile(issue), jsonFile(issue)];
  return [issuePage(issue), figuresPage(issue), editionFile(issue), ...data];
}

/** The issues whose own files would come out as they stand; those of the others are remembered for the next time. */
function takeOverIssues(
  archive: Archive,
  issues: readonly PublishedIssue[],
  target: OutputFolder,
  { standing, memory, by }: SiteMaking,
): ReadonlySet<PublishedIssue> {
  const site = siteFacts(archive.bulletin);
  const old = new Set<PublishedIssue>();
  for (const [at, published] of issues.entries()) {
    const { issue, edition, history } = published;
    const printed = memory?.keyOf(issue);
    if (printed === undefined) continue;
    const key = keyOf([
      "pages",
      printed,
      edition,
      correctionNotice(published),
      history.corrections,
      draftHead(issue, history, edition, archive, by),
      site,
      neighboursOf(issues, at),
    ]);
    const files = ownFiles(published);
    if (standing.takeOver(files, key, target)) old.add(published);
    else standing.note(files, key);
  }
  return old;
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
