import { copyFileSync, linkSync, mkdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { setImmediate } from "node:timers/promises";
import { filesBelow } from "../../base/file/files-below.ts";
import { siteSignatureFile } from "../../record/signature/site-signature.ts";

export interface CopyReport {
  readonly files: number;
  /** Files that are the same as in the version before, kept once on the disk. */
  readonly unchanged: number;
}

/** Files after which whoever wants to stop the process is heard. */
const share = 64;

/**
 * Copies a site into a new folder. Files that agree byte by byte with those of `before` are linked to them and take no room. What has
 * arrived is for `differingFiles` to say.
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

/** Files that only one of two folders has, or that differ in a byte: all are read. Paths from the folders' roots. */
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
    // Some file systems of intranets have no hard links: then it is copied like the others.
    return false;
  }
}

/** The signature is not the build's, and is put to the copy by who signs. */
function builtFiles(site: string): string[] {
  return filesBelow(site).filter((file) => file !== siteSignatureFile);
}

function isSame(one: string, other: string): boolean {
  const [size, otherSize] = [one, other].map((file) => statSync(file, { throwIfNoEntry: false })?.size);
  return size !== undefined && size === otherSize && readFileSync(one).equals(readFileSync(other));
}
