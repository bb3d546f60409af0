/** What the site has beside the issues: whatever each format makes of them all. */

import { cpSync } from "node:fs";
import path from "node:path";
import { FileDigests } from "./file-digests.ts";
import { Memo } from "./memo.ts";
import type { Program } from "./program.ts";
import type { Archive } from "../model/archive.ts";
import { browserIdentity, placeOfFace } from "../output/pdf/index.ts";
import { cacheFolder } from "../output/pdf/cache-folder.ts";
import type { OutputFolder } from "../release/publish/output-folder.ts";
import type { Memory, SiteFolder } from "../output/format.ts";
import { formats } from "../output/formats.ts";
import { productFolder } from "../base/file/product-folder.ts";
import { addressList, publishedAddresses } from "../output/published-addresses.ts";
import type { PublishedIssue } from "../output/published-issue.ts";
import { wholeSite } from "../output/whole-site.ts";
import type { Prepared } from "./prepare.ts";
import type { PrintableIssue } from "./print-issue.ts";

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
  const site = wholeSite(archive, published, await siteMemory(memo, program));
  for (const format of formats) await format.writeSite?.(site, siteFolder(target));
  target.write(addressList, `${publishedAddresses(built, archive.vocabulary, histories).join("\n")}\n`);
}

export function siteFolder(target: OutputFolder): SiteFolder {
  return {
    write: (address, content) => target.write(address, content),
    copy: (source, address) =>
      cpSync(path.join(productFolder, source), path.join(target.staging, address), { recursive: true }),
  };
}

/**
 * Bytes that are made for the site as a whole are remembered in the user's own folder, where other roots and clean builds find them
 * too.
 */
async function siteMemory(memo: Memo, program: Program): Promise<Memory> {
  const shared = new Memo(path.join(cacheFolder(process.env), "made"));
  const digests = new FileDigests(shared);
  const { file } = await placeOfFace("小标宋", {});
  const tools = [await browserIdentity(process.env), digests.of(file)];
  digests.save();
  const known = new Map<string, string>();
  const digestOf = (maker: string): string => {
    const digest = known.get(maker) ?? program.digestOf(maker);
    known.set(maker, digest);
    return digest;
  };
  const nameOf = (maker: string): string => path.parse(maker).name;
  return {
    json: (maker, ingredients, make) => memo.of(nameOf(maker), [digestOf(maker), ingredients], make),
    bytes: (maker, ingredients, make) => shared.bytes(nameOf(maker), [ingredients, tools, digestOf(maker)], make),
  };
}
