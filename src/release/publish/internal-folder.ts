/** PDFs of internal issues, beside the output: what is no longer internal goes, if this tool wrote it and nobody changed it. */

import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { move } from "../../base/file/move.ts";

/** In the folder: a line for each file written, `sha256  name`, as `sha256sum` writes them. */
export const writtenRecord = ".jianbao";

/** Writes what `settleInternal` will need room for: it must not fail when the site is in its place already. */
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
 * Moves what is in `fresh` (absent when no issue is internal) into `folder`, its record last, and takes out what earlier builds left
 * there.
 */
export function settleInternal(fresh: string, folder: string): void {
  const names = existsSync(fresh) ? readdirSync(fresh).filter((name) => name !== writtenRecord) : [];
  const stale = writtenFiles(folder).filter(({ name }) => !names.includes(name));
  if (names.length === 0 && stale.length === 0) return;
  for (const name of names) move(path.join(fresh, name), path.join(folder, name));
  for (const { name, digest } of stale) {
    const file = path.join(folder, name);
    // Somebody's own copy, or a newer one, is not ours to delete.
    if (existsSync(file) && sha256(file) === digest) rmSync(file);
  }
  const record = path.join(folder, writtenRecord);
  if (names.length > 0) move(path.join(fresh, writtenRecord), record);
  else rmSync(record);
  if (readdirSync(folder).length === 0) rmdirSync(folder);
}

/** What a build has written there, each with the digest that it had. */
export function writtenFiles(folder: string): { readonly name: string; readonly digest: string }[] {
  const file = path.join(folder, writtenRecord);
  if (!existsSync(file)) return [];
  return readFileSync(file, "utf8")
    .split("\n")
    .flatMap((line) => {
      // A name only, whatever somebody may have written into the record.
      const [, digest, name] = /^([0-9a-f]{64}) {2}(\d{4}-\d+(?:-[\w-]+)?\.pdf)$/.exec(line) ?? [];
      return digest === undefined || name === undefined ? [] : [{ name, digest }];
    });
}

function sha256(file: string): string {
  return createHash("sha256").update(readFileSync(file)).digest("hex");
}
