/** Private temporary folders; removes those of killed processes, and ends the programs left in them. (临时文件夹) */

import { existsSync, lstatSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pause } from "./pause.ts";
import { patienceWith, processName, processNamePattern } from "./process-name.ts";

const prefix = "gongzuo-jianbao-";
/** Milliseconds that a killed process may take to end. */
const endingTakes = 50;
const named = new RegExp(`^${prefix}(${processNamePattern})-`);

/** Milliseconds after which a folder counts as abandoned even if its process is unknown: no command runs for days. */
const abandonedAfter = 3 * 24 * 3600 * 1000;

/** Creates a folder below the system's temporary folder; returns its absolute path. */
export function makeTemporaryFolder(): string {
  removeFolders((process, folder) => {
    const patience = patienceWith(process);
    return patience === 0 || (patience < Infinity && Date.now() - lstatSync(folder).mtimeMs > abandonedAfter);
  });
  return mkdtempSync(path.join(tmpdir(), `${prefix}${processName()}-`));
}

export function removeTemporaryFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 });
}

/** Removes the folders of all threads and ends the programs in them, when the process is about to end. */
export function removeOwnFolders(): void {
  // Another thread may be starting one more browser meanwhile.
  for (let round = 0; round < 10; round++) {
    if (removeFolders((process) => process === processName()) === 0) return;
    pause(endingTakes);
  }
}

/** Returns the number of matching folders. */
function removeFolders(isMeant: (process: string, folder: string) => boolean): number {
  let found = 0;
  for (const name of readdirSync(tmpdir())) {
    const process = named.exec(name)?.[1];
    const folder = path.join(tmpdir(), name);
    try {
      if (process === undefined || !isMeant(process, folder) || !isOwn(folder)) continue;
      found++;
      endWorkers(folder);
      removeTemporaryFolder(folder);
    } catch {
      // Another process may be removing it too; what remains is retried by the next run.
    }
  }
  return found;
}

function isOwn(folder: string): boolean {
  const found = lstatSync(folder);
  return found.isDirectory() && (process.getuid === undefined || found.uid === process.getuid());
}

/**
 * Ends browsers and converters whose command line names this folder, with all their children. Elsewhere than on Linux
 * they end by themselves when their pipe closes.
 */
function endWorkers(folder: string): void {
  const numbers = existsSync("/proc/self/cmdline") ? readdirSync("/proc").filter((name) => /^\d+$/.test(name)) : [];
  const working = numbers.filter((pid) => commandLine(pid).includes(folder));
  for (const pid of working) {
    for (const target of [-Number(pid), Number(pid)]) {
      try {
        process.kill(target, "SIGKILL");
      } catch {
        // Not a process group leader, or already gone.
      }
    }
  }
  // Waits until the killed processes no longer write.
  if (working.length > 0) pause(endingTakes);
}

function commandLine(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8");
  } catch {
    return "";
  }
}
