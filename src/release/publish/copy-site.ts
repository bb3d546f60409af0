import { copyFileSync, linkSync, mkdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { setImmediate } from "node:timers/promises";
import { filesBelow } from "../../base/file/files-below.ts";
import { siteSignatureFile } from "../../record/signature/site-signature.ts";

export interface CopyReport {
  readonly files: number;
  /** Files unchanged since the previous version, which share their disk space. */
  readonly unchanged: number;
}

/** Number of files after which signals are handled. */
const share = 64;

/**
 * Copies a site into a new folder. Files identical to those of `before` are hard-linked and take no space. The copy is
 * checked by `differingFiles`.
 */
export async function copySite(from: string, to: string, before: string | undefined): Promise<CopyReport> {
  let files = 0;
  let unchanged = 0;
  const made = new Set<string>();
  for (const file of builtFiles(from)) {
    const target = path.join(to, file);
    const folder = path.dirname(target);
    if (!made.has(folder)) mkdirSync(folder, { recursive: true });
    made.add(folder);
    if (before !== undefined && isLinked(path.join(from, file), path.join(before, file), target)) unchanged++;
    else copyFileSync(path.join(from, file), target);
    if (++files % share === 0) await setImmediate();
  }
  return { files, unchanged };
}

/** Files that exist in only one of two folders or differ in content; all are read. Paths relative to the folders. */
export async function differingFiles(one: string, other: string): Promise<string[]> {
  const files = [...new Set([...builtFiles(one), ...builtFiles(other)])];
  const differing: string[] = [];
  for (const [at, file] of files.entries()) {
    if (!isSame(path.join(one, file), path.join(other, file))) differing.push(file);
    if (at % share === 0) await setImmediate();
  }
  return differing;
}

function isLinked(source: string, old: string, target: string): boolean {
  if (!isSame(source, old)) return false;
  try {
    linkSync(old, target);
    return true;
  } catch {
    // Some network file systems have no hard links: the file is copied.
    return false;
  }
}

/** Without the signature, which is added to the copy when it is signed. */
function builtFiles(site: string): string[] {
  return filesBelow(site).filter((file) => file !== siteSignatureFile);
}

function isSame(one: string, other: string): boolean {
  const [size, otherSize] = [one, other].map((file) => statSync(file, { throwIfNoEntry: false })?.size);
  return size !== undefined && size === otherSize && readFileSync(one).equals(readFileSync(other));
}
