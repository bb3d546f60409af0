import { Worker } from "node:worker_threads";

const work = `const { workerData } = require("node:worker_threads");
require("node:fs").rmSync(workerData, { recursive: true, force: true });`;

/** Deletes a folder in a thread of its own: to take away thousands of folders keeps the system busy for a second. */
export function clearAway(folder: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(work, { eval: true, workerData: folder, execArgv: [] });
    worker.once("error", reject);
    worker.once("exit", () => {
      resolve();
    });
  });
}
