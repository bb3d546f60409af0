/**
 * Site and records change together. Before the site is replaced, the future records are written to a journal. After a
 * kill, the next command compares site and journal, and completes the records or discards the journal.
 */

import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { partialEnding, writeAtomic } from "../../base/file/write-atomic.ts";
import { recordFolder } from "../../model/issue-record.ts";
import { EnvironmentError } from "../../base/problem/environment-error.ts";
import { FolderLock } from "../../base/process/folder-lock.ts";
import { sha256 } from "../../record/digest.ts";
import { siteSignatureOf } from "../../verify/site/folder-digests.ts";
import { addressList } from "../../output/published-addresses.ts";
import { draftsDigest } from "./edition-drafts.ts";
import { Release } from "./release.ts";

export const journalFile = `${recordFolder}/.publishing.json`;

export interface Journal {
  /** The web server's folder, absolute; `null` where the site is published elsewhere and only records are written. */
  readonly to: string | null;
  /** `siteDigest` of the new site. */
  readonly site: string;
  /** Files below the root with their new content. */
  readonly files: readonly { readonly path: string; readonly text: string }[];
}

/** Digest of what records contain about a site: editions, addresses, and the signature added on publishing. */
export function siteDigest(site: string | undefined, signature: string | undefined): string {
  const list = site === undefined ? "" : path.join(site, addressList);
  return sha256(`${draftsDigest(site)} ${existsSync(list) ? readFileSync(list, "utf8") : ""} ${signature ?? ""}`);
}

export function openJournal(root: string, journal: Journal): void {
  const folder = path.join(root, recordFolder);
  mkdirSync(folder, { recursive: true });
  for (const name of readdirSync(folder)) if (name.endsWith(partialEnding)) rmSync(path.join(folder, name));
  writeAtomic(path.join(root, journalFile), [JSON.stringify(journal)]);
}

/**
 * Completes or undoes an interrupted publication; call before reading records. A publication still running is left
 * alone. @throws EnvironmentError its progress cannot be determined
 */
export function settlePublication(root: string): void {
  if (!existsSync(path.join(root, journalFile))) return;
  const lock = FolderLock.tryTake(recordsOf(root), "检查上次发布");
  if (!(lock instanceof FolderLock)) return;
  try {
    settle(root);
  } finally {
    lock.release();
  }
}

/** The folder to lock while records change. */
export function recordsOf(root: string): string {
  return path.join(root, recordFolder);
}

/** Like `settlePublication`, for holders of the records' lock and of `own`; skips targets in use. */
export function settle(root: string, own?: string): void {
  const file = path.join(root, journalFile);
  if (!existsSync(file)) return;
  const journal = readJournal(file);
  const { to } = journal;
  const lock = to === null || to === own ? undefined : lockOf(to);
  if (lock === "busy") return;
  try {
    const current = to === null ? undefined : new Release(to).current;
    if (to === null || siteDigest(current, siteSignatureOf(current)) === journal.site) writeFiles(root, journal);
    rmSync(file, { force: true });
  } finally {
    lock?.release();
  }
}

function readJournal(file: string): Journal {
  try {
    return JSON.parse(readFileSync(file, "utf8")) as Journal;
  } catch {
    rmSync(file, { recursive: true, force: true });
    throw new EnvironmentError(
      `上次发布没有做完，记着做到哪里的 ${journalFile} 坏了，已经删去`,
      "网站可能已经换了，登记还没有写：请再运行一次 npm run publish，会补上登记。",
    );
  }
}

/** @throws EnvironmentError the folder is not accessible */
function lockOf(to: string): FolderLock | "busy" {
  if (!existsSync(path.dirname(to)))
    throw new EnvironmentError(
      `上次发布到 ${to} 没有做完，现在看不到这个文件夹，说不准网站换了没有`,
      `请连上那里的磁盘或共享文件夹，再运行一次；那里不会再用了的，删去 ${journalFile}。`,
    );
  const lock = FolderLock.tryTake(to, "检查上次发布");
  return lock instanceof FolderLock ? lock : "busy";
}

function writeFiles(root: string, { files }: Journal): void {
  for (const { path: name, text } of files) {
    mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
    writeAtomic(path.join(root, name), [text]);
  }
}
