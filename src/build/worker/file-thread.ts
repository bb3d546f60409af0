/** Thousands of files linked or deleted in a thread of their own: they keep the system busy for a second and more. */

import { Worker } from "node:worker_threads";

/** What runs there; CommonJS, as no file of the program need be loaded for it. */
const linking = `const { workerData: { from, to, files } } = require("node:worker_threads");
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

const deleting = `const { workerData } = require("node:worker_threads");
require("node:fs").rmSync(workerData, { recursive: true, force: true });`;

/** Takes files of one folder over into another. The two share them on the disk, so that they must not be written to after that. */
export function linkFiles(from: string, to: string, files: readonly string[]): Promise<void> {
  return files.length === 0 ? Promise.resolve() : inThread(linking, { from, to, files });
}

export function deleteFolder(folder: string): Promise<void> {
  return inThread(deleting, folder);
}

/** `workerData` is what the script finds under that name in `node:worker_threads`. */
function inThread(script: string, workerData: unknown): Promise<void> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(script, { eval: true, workerData, execArgv: [] });
    worker.once("error", reject);
    worker.once("exit", () => {
      resolve();
    });
  });
}
