import { Worker } from "node:worker_threads";

/**
 * Runs a script (CommonJS, as text) in a thread of its own, for what keeps the system busy for long; resolves when it has ended.
 * `workerData` is what it finds under that name in `node:worker_threads`.
 */
export function inThread(script: string, workerData: unknown): Promise<void> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(script, { eval: true, workerData, execArgv: [] });
    worker.once("error", reject);
    worker.once("exit", () => {
      resolve();
    });
  });
}
