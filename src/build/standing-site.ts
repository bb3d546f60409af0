/** Is the site that stands there already what a build would make? Then nothing is read, rendered or written. */

import { readdirSync, statSync } from "node:fs";
import path from "node:path";
import { keyOf } from "./cache/cache.ts";
import type { Cache } from "./cache/cache.ts";
import type { FileDigests } from "./cache/file-digests.ts";
import { inputsBelow } from "./cache/inputs.ts";
import type { Input } from "./cache/inputs.ts";
import { productDigest } from "./cache/product-digest.ts";
import { loadData } from "../read/load/load-data.ts";
import { Root } from "../read/load/root.ts";
import { productFolder } from "../base/file/product-folder.ts";
import { editionSetting } from "./edition-key.ts";
import type { EditionSetting } from "./edition-key.ts";
import { fontConfig } from "./print-issue.ts";

const kind = "sites";

/** The product's files that any part of a site comes from. */
const product = ["src", "layouts"];

interface Head {
  /** What the build said of the content: lines with their ends. */
  readonly told: string;
  readonly issues: number;
  /** Every file written: path, size, time. */
  readonly files: readonly FileState[];
}

type FileState = readonly [file: string, size: number, modified: number];

/** Everything that a build starts from, as it is now. */
export interface Ingredients {
  /** Digest of all that determines the site. */
  readonly key: string;
  /** Digest of what every issue rests on: data, product, packages; what is on record of publication, and what is signed, left out. */
  readonly common: string;
  /** Files below `content` and `data`. */
  readonly inputs: readonly Input[];
  readonly setting: EditionSetting;
}

/**
 * All content and data by their bytes, fonts, browser, product, packages, options. `undefined` where that cannot be told, so that the
 * site must be built.
 */
export async function ingredientsOf(
  folder: string,
  options: unknown,
  digests: FileDigests,
): Promise<Ingredients | undefined> {
  const root = new Root(folder);
  const { bulletin } = loadData(root);
  if (bulletin === undefined) return undefined;
  const setting = await editionSetting(bulletin, fontConfig(bulletin, root), digests);
  const inputs = inputsBelow(folder, ["content", "data"], digests);
  // What lies behind a link to a folder is not listed here.
  if (inputs.some(({ digest }) => digest.endsWith("EISDIR"))) return undefined;
  const made = productDigest(productFolder, product);
  const common = keyOf({
    data: inputs.filter(({ file }) => file.startsWith("data/") && !/^data\/(?:published|signed)/.test(file)),
    made,
    packages: setting.packages,
    runtime: setting.runtime,
  });
  return { key: keyOf({ setting, made, inputs, options }), common, inputs, setting };
}

/** What was told of the site when it was built, if it stands there as it was written then. */
export function standingSite(
  cache: Cache,
  key: string,
  folders: readonly string[],
): Pick<Head, "told" | "issues"> | undefined {
  const head = cache.get(kind, key)?.head as Head | undefined;
  return head !== undefined && keyOf(head.files) === keyOf(states(folders)) ? head : undefined;
}

/** Remembers the site that has just been put in place. */
export function keepStanding(
  cache: Cache,
  key: string,
  folders: readonly string[],
  site: Pick<Head, "told" | "issues">,
): void {
  const head: Head = { ...site, files: states(folders) };
  cache.put(kind, key, head);
}

function states(folders: readonly string[]): FileState[] {
  return folders.flatMap((folder) =>
    filesBelow(folder).map((file): FileState => {
      const { size, mtimeMs } = statSync(file);
      return [file, size, mtimeMs];
    }),
  );
}

/** Absolute paths, sorted. Folders that are links are not entered. */
function filesBelow(folder: string): string[] {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
}
