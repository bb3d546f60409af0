/** What a build is made from, by content: the files below `content` and `data`, with their names, and which of them are not plain files. */

import { lstatSync, readdirSync } from "node:fs";
import path from "node:path";
import type { FileDigests } from "./file-digests.ts";
import { issuesFolder } from "../read/load/load-archive.ts";
import { keyOf } from "./memo.ts";

/** A file or folder: its path below the root with `/`, and the SHA-256 of its bytes. */
export interface Input {
  readonly file: string;
  /** `folder`, `link …` with the digest of what a link leads to, or the system's word for why it cannot be read. */
  readonly digest: string;
}

const tops = ["content", "data"];

export class Inputs {
  readonly all: readonly Input[];
  readonly #root: string;
  readonly #digests: FileDigests;
  readonly #folders = new Map<string, Input[]>();

  constructor(root: string, digests: FileDigests) {
    this.#root = root;
    this.#digests = digests;
    this.all = tops.flatMap((top) => inputsBelow(root, top, digests));
    for (const input of this.all) {
      const folder = folderOf(input.file);
      const own = this.#folders.get(folder) ?? [];
      this.#folders.set(folder, own);
      if (input.file !== folder) own.push(input);
    }
  }

  /** False where there is a link to a folder: what lies behind it is not listed. */
  get areAll(): boolean {
    return !this.all.some(({ digest }) => digest.endsWith("EISDIR"));
  }

  /** Below the folder of an issue, or `data`. */
  of(folder: string): readonly Input[] {
    return this.#folders.get(folder) ?? [];
  }

  /** Whether all of them are plain files that could be read, and still as they were: an editor may save while a build runs. */
  areSteady(folder: string): boolean {
    const before = this.of(folder);
    return before.every(isPlain) && keyOf(before) === keyOf(inputsBelow(this.#root, folder, this.#digests));
  }
}

/** `data`, `content/issues/2020-15`; of what belongs to no issue any other name. */
function folderOf(file: string): string {
  const depth = file.startsWith("data") ? 1 : issuesFolder.split("/").length + 1;
  return file.split("/").slice(0, depth).join("/");
}

function isPlain({ digest }: Input): boolean {
  return digest === "folder" || /^[0-9a-f]{64}$/.test(digest);
}

/** Sorted by path; folders that are links are not entered. */
function inputsBelow(root: string, part: string, digests: FileDigests): Input[] {
  const top = path.join(root, part);
  if (lstatSync(top, { throwIfNoEntry: false })?.isDirectory() !== true) return [];
  return readdirSync(top, { recursive: true, withFileTypes: true })
    .map((entry): Input => {
      const absolute = path.join(entry.parentPath, entry.name);
      const file = path.relative(root, absolute).split(path.sep).join("/");
      if (entry.isDirectory()) return { file, digest: "folder" };
      const digest = digestOf(absolute, digests);
      return { file, digest: entry.isSymbolicLink() ? `link ${digest}` : digest };
    })
    .sort((a, b) => (a.file < b.file ? -1 : 1));
}

function digestOf(file: string, digests: FileDigests): string {
  try {
    return digests.of(file);
  } catch (fault) {
    return (fault as NodeJS.ErrnoException).code ?? "unreadable";
  }
}
