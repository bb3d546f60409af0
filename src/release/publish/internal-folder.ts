/** PDFs of internal issues, beside the output. Unchanged ones are removed when no longer internal. */

import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { move } from "../../base/file/move.ts";

/** List of the files written there, one `sha256  name` per line, as by `sha256sum`. */
export const writtenRecord = ".jianbao";

/** Writes everything that `settleInternal` needs space for, since that must not fail after the site was replaced. */
export function prepareInternal(fresh: string, folder: string): void {
  if (!existsSync(fresh)) return;
  const names = readdirSync(fresh);
  writeFileSync(
    path.join(fresh, writtenRecord),
    names.map((name) => `${sha256(path.join(fresh, name))}  ${name}\n`).join(""),
  );
  mkdirSync(folder, { recursive: true });
}

/**
 * Moves the content of `fresh` (absent when no issue is internal) into `folder`, its list last, and removes files of
 * earlier builds.
 */
export function settleInternal(fresh: string, folder: string): void {
  const names = existsSync(fresh) ? readdirSync(fresh).filter((name) => name !== writtenRecord) : [];
  const stale = writtenFiles(folder).filter(({ name }) => !names.includes(name));
  if (names.length === 0 && stale.length === 0) return;
  for (const name of names) move(path.join(fresh, name), path.join(folder, name));
  for (const { name, digest } of stale) {
    const file = path.join(folder, name);
    // A copy or a newer file of somebody else must not be deleted.
    if (existsSync(file) && sha256(file) === digest) rmSync(file);
  }
  const record = path.join(folder, writtenRecord);
  if (names.length > 0) move(path.join(fresh, writtenRecord), record);
  else rmSync(record);
  if (readdirSync(folder).length === 0) rmdirSync(folder);
}

/** Files written by a build, with their digests. */
export function writtenFiles(folder: string): { readonly name: string; readonly digest: string }[] {
  const file = path.join(folder, writtenRecord);
  if (!existsSync(file)) return [];
  return readFileSync(file, "utf8")
    .split("\n")
    .flatMap((line) => {
      // Accepts plain file names only, in case the list was edited.
      const [, digest, name] = /^([0-9a-f]{64}) {2}(\d{4}-\d+(?:-[\w-]+)?\.pdf)$/.exec(line) ?? [];
      return digest === undefined || name === undefined ? [] : [{ name, digest }];
    });
}

function sha256(file: string): string {
  return createHash("sha256").update(readFileSync(file)).digest("hex");
}
