/** After a process that was killed: the old site back in its place if it was between two places, and its leavings away. */

import { existsSync, readdirSync, rmSync } from "node:fs";
import path from "node:path";
import { move } from "../../base/file/move.ts";
import { FolderLock } from "../../base/process/folder-lock.ts";

/** What stands beside the output for a moment: the new site, internal issues, the old site. */
type Part = "new" | "internal" | "old";

/** Only who has the output locked makes one. */
export function besideOutput(output: string, part: Part): string {
  return path.join(path.dirname(output), `.${path.basename(output)}.${part}`);
}

/** `output` is absolute, and locked by the caller, so that nobody else is at work on what is found. */
export function recoverOutput(output: string): void {
  const left = leavings(output);
  const old = left.find(({ part }) => part === "old");
  if (old !== undefined && !existsSync(output)) move(old.folder, output);
  for (const { folder } of left) rmSync(folder, { recursive: true, force: true });
}

/** For who only reads the output; where somebody is at work on it there is nothing to recover. */
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

/** Also those of earlier versions, which bear the number of a process. */
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
