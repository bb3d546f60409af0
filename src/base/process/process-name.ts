/** A name for each process that no other has, here or on another machine; and how surely the process of such a name has ended. (进程) */

import { createHash } from "node:crypto";
import { readFileSync, readlinkSync } from "node:fs";
import { hostname } from "node:os";

/** Number, start, machine, run of the machine: `812-93211-1f…-07…`. The start is empty where the system does not tell it. */
export const processNamePattern = String.raw`\d+-\d*-[0-9a-f]{8}-[0-9a-f]{8}`;

const parts = /^(\d+)-(\d*)-([0-9a-f]{8})-([0-9a-f]{8})$/;

/** Milliseconds. A machine that was switched off comes back after a minute or so; of another machine nothing is known but its signs of life. */
const afterRestart = 60_000;
const unknown = 600_000;

const machine = digest(hostname());
/** Containers have process numbers of their own. */
const run = digest(read("/proc/sys/kernel/random/boot_id") + link("/proc/self/ns/pid"));

export function processName(): string {
  return `${process.pid}-${stateOf(process.pid)?.start ?? ""}-${machine}-${run}`;
}

/**
 * Milliseconds without a sign of life after which the process of a name is taken to have ended: 0 where it surely has, infinite where
 * it surely runs. Numbers are given again to other processes, so that the start counts as well.
 */
export function patienceWith(name: string): number {
  const [, pid, start, itsMachine, itsRun] = parts.exec(name) ?? [];
  if (itsMachine !== machine) return unknown;
  if (itsRun !== run) return afterRestart;
  if (!isAlive(Number(pid))) return 0;
  const now = stateOf(Number(pid));
  if (now === undefined || start === "") return unknown;
  return now.start === start && !now.hasEnded ? Infinity : 0;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (fault) {
    // Somebody else's process may not be signalled, but it lives.
    return (fault as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** What Linux tells of a process: state and moment of its start (proc(5), fields 3 and 22). The name in brackets may hold anything. */
function stateOf(pid: number): { readonly hasEnded: boolean; readonly start: string } | undefined {
  const fields = read(`/proc/${pid}/stat`)
    .replace(/^[\s\S]*\)\s/, "")
    .split(" ");
  const [state, start] = [fields[0], fields[19]];
  // One that has ended stays listed until its parent has asked how.
  return state === undefined || start === undefined ? undefined : { hasEnded: /[ZXx]/.test(state), start };
}

function read(file: string): string {
  try {
    return readFileSync(file, "latin1");
  } catch {
    return "";
  }
}

function link(file: string): string {
  try {
    return readlinkSync(file);
  } catch {
    return "";
  }
}

function digest(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 8);
}
