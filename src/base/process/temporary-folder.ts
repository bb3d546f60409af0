/** Private folders for what a process works on; those that killed processes have left go, and whoever still works in them. (临时文件夹) */

import { existsSync, lstatSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pause } from "./pause.ts";
import { patienceWith, processName, processNamePattern } from "./process-name.ts";

const prefix = "gongzuo-jianbao-";
/** Milliseconds until what was killed has ended. */
const endingTakes = 50;
const named = new RegExp(`^${prefix}(${processNamePattern})-`);

/** Milliseconds after which a folder is nobody's though nothing is known of its process, in a container perhaps: no command runs for days. */
const abandonedAfter = 3 * 24 * 3600 * 1000;

/** Below the system's folder for temporary files. Absolute. */
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

/** Of all threads of this process, with the programs that work in them: for when it is about to be ended. */
export function removeOwnFolders(): void {
  // Another thread may be about to start one more browser.
  for (let round = 0; round < 10; round++) {
    if (removeFolders((process) => process === processName()) === 0) return;
    pause(endingTakes);
  }
}

/** Returns how many it found. */
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
      // Somebody else may be clearing it away as well; what stays is tried again by the next run.
    }
  }
  return found;
}

function isOwn(folder: string): boolean {
  const found = lstatSync(folder);
  return found.isDirectory() && (process.getuid === undefined || found.uid === process.getuid());
}

/**
 * Browsers and converters that are told in their command line where to work, each with all that it has started. Elsewhere than on Linux
 * they end when nobody holds their pipe.
 */
function endWorkers(folder: string): void {
  const numbers = existsSync("/proc/self/cmdline") ? readdirSync("/proc").filter((name) => /^\d+$/.test(name)) : [];
  const working = numbers.filter((pid) => commandLine(pid).includes(folder));
  for (const pid of working) {
    for (const target of [-Number(pid), Number(pid)]) {
      try {
        process.kill(target, "SIGKILL");
      } catch {
        // It leads no group, or is gone.
      }
    }
  }
  // Until those that were killed write no more.
  if (working.length > 0) pause(endingTakes);
}

function commandLine(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8");
  } catch {
    return "";
  }
}
