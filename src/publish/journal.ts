/**
 * Site and records change together. Before the site is swapped in, what the records will say is written into a journal; killed at any
 * moment, the next command looks which site stands there, and then writes the records or throws the journal away.
 */

import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { partialEnding, writeAtomic } from "../cache/write-atomic.ts";
import { recordFolder } from "../model/issue-record.ts";
import { EnvironmentError } from "../problem/environment-error.ts";
import { sha256 } from "../record/digest.ts";
import { addressList } from "../view/site/published-addresses.ts";
import { draftsDigest } from "./edition-drafts.ts";
import { isAlive } from "./recover-output.ts";
import { Release } from "./release.ts";

export const journalFile = `${recordFolder}/.publishing.json`;

export interface Journal {
  readonly pid: number;
  /** The web server's folder, absolute; `null` where somebody else publishes the site and only records are written. */
  readonly to: string | null;
  /** `siteDigest` of the site on its way in. */
  readonly site: string;
  /** Files below the root with their new content. */
  readonly files: readonly { readonly path: string; readonly text: string }[];
}

/** Names what records say of a site: its editions and its addresses. */
export function siteDigest(site: string | undefined): string {
  const list = site === undefined ? "" : path.join(site, addressList);
  return sha256(`${draftsDigest(site)} ${existsSync(list) ? readFileSync(list, "utf8") : ""}`);
}

export function openJournal(root: string, journal: Journal): void {
  const folder = path.join(root, recordFolder);
  mkdirSync(folder, { recursive: true });
  for (const name of readdirSync(folder)) if (name.endsWith(partialEnding)) rmSync(path.join(folder, name));
  writeAtomic(path.join(root, journalFile), [JSON.stringify(journal)]);
}

/**
 * Finishes or undoes what a killed publication left half done; to be called before records are read. A publication that is still
 * running is left alone. @throws EnvironmentError the site's folder cannot be seen, so that nobody can tell.
 */
export function settlePublication(root: string): void {
  const file = path.join(root, journalFile);
  if (!existsSync(file)) return;
  const journal = JSON.parse(readFileSync(file, "utf8")) as Journal;
  if (isAlive(journal.pid)) return;
  if (journal.to === null || siteDigest(standingAt(journal.to)) === journal.site) writeFiles(root, journal);
  rmSync(file, { force: true });
}

function writeFiles(root: string, { files }: Journal): void {
  for (const { path: name, text } of files) {
    mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
    writeAtomic(path.join(root, name), [text]);
  }
}

/** The release that readers see now, put back in its place where a kill left it between two. */
function standingAt(to: string): string | undefined {
  if (!existsSync(path.dirname(to)))
    throw new EnvironmentError(
      `上次发布到 ${to} 没有做完，现在看不到这个文件夹，说不准网站换了没有`,
      `请连上那里的磁盘或共享文件夹，再运行一次；那里不会再用了的，删去 ${journalFile}。`,
    );
  return new Release(to).current;
}
