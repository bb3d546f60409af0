/** A globally unique name for each process, and how certain it is that the process of a name has ended. (进程) */

import { createHash } from "node:crypto";
import { readFileSync, readlinkSync } from "node:fs";
import { hostname } from "node:os";

/** Process id, start, machine, boot: `812-93211-1f…-07…`. The start is empty where the system does not give it. */
export const processNamePattern = String.raw`\d+-\d*-[0-9a-f]{8}-[0-9a-f]{8}`;

const parts = /^(\d+)-(\d*)-([0-9a-f]{8})-([0-9a-f]{8})$/;

/** Milliseconds that a machine takes to restart. Of a process on another machine only its heartbeats are known. */
const afterRestart = 60_000;
const unknown = 600_000;

const machine = digest(hostname());
/** Containers have process ids of their own. */
const run = digest(read("/proc/sys/kernel/random/boot_id") + link("/proc/self/ns/pid"));

export function processName(): string {
  return `${process.pid}-${stateOf(process.pid)?.start ?? ""}-${machine}-${run}`;
}

/**
 * Milliseconds without a heartbeat after which a process is taken to have ended: 0 when it surely has, infinite when it
 * surely runs. Process ids are reused, so the start time is compared too.
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
    // A process of another user may not be signalled, but it is alive.
    return (fault as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** State and start time of a process (Linux: proc(5), fields 3 and 22); the name in brackets may contain anything. */
function stateOf(pid: number): { readonly hasEnded: boolean; readonly start: string } | undefined {
  const fields = read(`/proc/${pid}/stat`)
    .replace(/^[\s\S]*\)\s/, "")
    .split(" ");
  const [state, start] = [fields[0], fields[19]];
  // A zombie stays listed until its parent has collected its exit code.
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
