/** The editions in a built or published site. */

import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { sha256 } from "../../record/digest.ts";
import { readDraft } from "../../record/draft.ts";
import type { EditionDraft } from "../../record/draft.ts";
import { editionFileName } from "../../model/addresses.ts";

/** Sorted by issue. */
export function draftsOf(site: string): EditionDraft[] {
  return draftFiles(site).flatMap((file) => readDraft(readFileSync(file, "utf8")) ?? []);
}

/** Digest of a site's editions: with equal digests, two sites lead to the same records. */
export function draftsDigest(site: string | undefined): string {
  if (site === undefined) return "";
  const files = draftFiles(site);
  return sha256(files.map((file) => `${path.relative(site, file)} ${sha256(readFileSync(file))}\n`).join(""));
}

/** `issues/2020/15/edition.json` */
function draftFiles(site: string): string[] {
  const folders = (folder: string): string[] =>
    existsSync(folder)
      ? readdirSync(folder, { withFileTypes: true })
          .filter((entry) => entry.isDirectory() && /^\d+$/.test(entry.name))
          .map((entry) => path.join(folder, entry.name))
          .sort()
      : [];
  return folders(path.join(site, "issues"))
    .flatMap(folders)
    .map((folder) => path.join(folder, editionFileName))
    .filter((file) => existsSync(file));
}
