import { inThread } from "./in-thread.ts";

const work = `const { workerData: { from, to, files } } = require("node:worker_threads");
const { copyFileSync, linkSync, mkdirSync } = require("node:fs");
const path = require("node:path");
const made = new Set();
for (const file of files) {
  const target = path.join(to, file);
  const folder = path.dirname(target);
  if (!made.has(folder)) mkdirSync(folder, { recursive: true });
  made.add(folder);
  try {
    linkSync(path.join(from, file), target);
  } catch {
    // Some file systems have no hard links.
    copyFileSync(path.join(from, file), target);
  }
}`;

/**
 * Takes files of one folder over into another, in a thread of its own: thousands of them keep the system busy for a while. The two
 * folders share them on the disk, so that they must not be written to after that.
 */
export function takeOverFiles(from: string, to: string, files: readonly string[]): Promise<void> {
  if (files.length === 0) return Promise.resolve();
  return inThread(work, { from, to, files });
}
