import { renameSync } from "node:fs";
import { pause } from "../process/pause.ts";

/** On Windows a virus scanner or an indexer may lock a file for a moment after it was written. */
const passing = new Set(["EBUSY", "EPERM", "EACCES"]);
/** Milliseconds. */
const waits = [20, 50, 100, 200, 400, 800];

/** Renames a file or a folder, retrying while the system refuses. @throws the system's last error */
export function move(from: string, to: string, rename: (from: string, to: string) => void = renameSync): void {
  for (const wait of waits) {
    try {
      rename(from, to);
      return;
    } catch (fault) {
      if (!(fault instanceof Error && "code" in fault && passing.has(String(fault.code)))) throw fault;
    }
    pause(wait);
  }
  rename(from, to);
}
