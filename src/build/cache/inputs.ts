/** What lies below some folders of a root, by content: the files, what their names are, and which of them are not plain files. */

import { lstatSync, readdirSync } from "node:fs";
import path from "node:path";
import type { FileDigests } from "./file-digests.ts";

/** A file or folder: its path below the root with `/`, and the SHA-256 of its bytes. */
export interface Input {
  readonly file: string;
  /** `folder`, `link …` with the digest of what a link leads to, or the system's word for why it cannot be read. */
  readonly digest: string;
}

/** Sorted by path; folders that are links are not entered. */
export function inputsBelow(root: string, parts: readonly string[], digests: FileDigests): Input[] {
  return parts.flatMap((part) => {
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
  });
}

/** Whether the bytes are those of a plain file that could be read. */
export function isPlain({ digest }: Input): boolean {
  return digest === "folder" || /^[0-9a-f]{64}$/.test(digest);
}

function digestOf(file: string, digests: FileDigests): string {
  try {
    return digests.of(file);
  } catch (fault) {
    return (fault as NodeJS.ErrnoException).code ?? "unreadable";
  }
}
