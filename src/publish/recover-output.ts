/** After a process that was killed: the old site back in its place if it was between two places, and its leavings away. */

import { existsSync, readdirSync, rmSync } from "node:fs";
import path from "node:path";
import { move } from "../cache/move.ts";

/** What stands beside the output for a moment: the new site, internal issues, the old site. */
type Part = "new" | "internal" | "old";

/** A folder beside the output, named after this process, so that two builds do not share it. */
export function besideOutput(output: string, part: Part, pid: number = process.pid): string {
  return path.join(path.dirname(output), `.${path.basename(output)}.${pid}.${part}`);
}

/** Milliseconds that a living process may take between its two renames. */
const patience = 500;

/** `output` is absolute. To be called before anything is made of it. */
export function recoverOutput(output: string): void {
  const left = leavings(output);
  const olds = left.filter(({ part }) => part === "old");
  if (olds.length > 0 && !existsSync(output)) {
    // Somebody may be about to put the new one in; a number, though, may belong to another program by now.
    if (olds.some(({ pid }) => isAlive(pid))) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, patience);
    const old = olds.at(-1);
    if (old !== undefined && !existsSync(output) && existsSync(old.folder)) move(old.folder, output);
  }
  for (const { folder, pid } of left) if (!isAlive(pid)) rmSync(folder, { recursive: true, force: true });
}

function leavings(output: string): { readonly folder: string; readonly pid: number; readonly part: string }[] {
  const parent = path.dirname(output);
  const start = `.${path.basename(output)}.`;
  if (!existsSync(parent)) return [];
  return readdirSync(parent).flatMap((name) => {
    const [, pid, part] = name.startsWith(start)
      ? (/^(\d+)\.(new|internal|old)$/.exec(name.slice(start.length)) ?? [])
      : [];
    return pid === undefined || part === undefined ? [] : [{ folder: path.join(parent, name), pid: Number(pid), part }];
  });
}

/** Does a process of this number run, other than this one? */
export function isAlive(pid: number): boolean {
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (fault) {
    // Somebody else's process may not be signalled, but it lives.
    return (fault as NodeJS.ErrnoException).code === "EPERM";
  }
}
