/** Recovery after a killed process: puts the old site back if it was being replaced, and removes temporary folders. */

import { existsSync, readdirSync, rmSync } from "node:fs";
import path from "node:path";
import { move } from "../../base/file/move.ts";
import { FolderLock } from "../../base/process/folder-lock.ts";

/** Temporary folders beside the output: new site, internal issues, old site. */
type Part = "new" | "internal" | "old";

/** Only the holder of the output's lock creates one. */
export function besideOutput(output: string, part: Part): string {
  return path.join(path.dirname(output), `.${path.basename(output)}.${part}`);
}

/** `output` is absolute and locked by the caller, so that no other process uses what is found. */
export function recoverOutput(output: string): void {
  const left = leavings(output);
  const old = left.find(({ part }) => part === "old");
  if (old !== undefined && !existsSync(output)) move(old.folder, output);
  for (const { folder } of left) rmSync(folder, { recursive: true, force: true });
}

/** For commands that only read the output; if another process has locked it, there is nothing to recover. */
export function recoverUnlocked(output: string, command: string): void {
  if (leavings(output).length === 0) return;
  const lock = FolderLock.tryTake(output, command);
  if (!(lock instanceof FolderLock)) return;
  try {
    recoverOutput(output);
  } finally {
    lock.release();
  }
}

/** Includes those of earlier program versions, whose names contain a process id. */
function leavings(output: string): { readonly folder: string; readonly part: string }[] {
  const parent = path.dirname(output);
  const start = `.${path.basename(output)}.`;
  if (!existsSync(parent)) return [];
  return readdirSync(parent).flatMap((name) => {
    const part = name.startsWith(start)
      ? /^(?:\d+\.)?(new|internal|old)$/.exec(name.slice(start.length))?.[1]
      : undefined;
    return part === undefined ? [] : [{ folder: path.join(parent, name), part }];
  });
}
