/** Finds the browsers of a build that are printing, so that a test can kill them as the system does when memory runs out. */

import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";

interface PrintingBrowser {
  /** Its main process. */
  readonly pid: number;
  /** The documents that it is at. */
  readonly documents: readonly string[];
}

/** Those that process `parent` has started. */
export function printingBrowsers(parent: number): PrintingBrowser[] {
  return childrenOf(parent).flatMap(({ pid, command }) => {
    const profile = /--user-data-dir=(\S+)/.exec(command)?.[1];
    if (profile === undefined) return [];
    const jobs = path.join(path.dirname(profile), "jobs");
    const documents = namesIn(jobs).flatMap((job) => textOf(path.join(jobs, job, "index.html")));
    return documents.length === 0 ? [] : [{ pid, documents }];
  });
}

/** From /proc, which costs nothing; where there is none, as `ps` tells. */
function childrenOf(parent: number): { readonly pid: number; readonly command: string }[] {
  if (!existsSync("/proc/self/stat")) {
    const lines = execFileSync("ps", ["-axww", "-o", "pid=,ppid=,command="], { encoding: "utf8" }).split("\n");
    return lines.flatMap((line) => {
      const [, pid, ppid, command = ""] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? [];
      return Number(ppid) === parent ? [{ pid: Number(pid), command }] : [];
    });
  }
  return namesIn("/proc").flatMap((name) => {
    const [stat = ""] = /^\d+$/.test(name) ? textOf(`/proc/${name}/stat`) : [];
    if (/\) \S (\d+) /.exec(stat)?.[1] !== String(parent)) return [];
    return [{ pid: Number(name), command: textOf(`/proc/${name}/cmdline`).join("").replaceAll("\0", " ") }];
  });
}

/** A folder or a file may go at any moment. */
function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function textOf(file: string): string[] {
  try {
    return [readFileSync(file, "utf8")];
  } catch {
    return [];
  }
}
