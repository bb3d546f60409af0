import { inThread } from "./in-thread.ts";

const work = `const { workerData } = require("node:worker_threads");
require("node:fs").rmSync(workerData, { recursive: true, force: true });`;

/** Deletes a folder in a thread of its own: to take away thousands of folders keeps the system busy for a second. */
export function clearAway(folder: string): Promise<void> {
  return inThread(work, folder);
}
