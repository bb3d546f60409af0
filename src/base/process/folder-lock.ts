/**
 * An exclusive lock on a folder. The lock of `site` is the folder `.site.lock` beside it, with one file: its name
 * identifies the process, its text describes the holder. (锁) Only operations that are atomic on every file system,
 * network shares included, are used: renaming a folder onto a non-empty folder fails, and of two processes renaming the
 * same file only one succeeds. Times are only compared with times of the same clock, that of the machine on which the
 * folder lies.
 */

import { randomBytes } from "node:crypto";
import {
  closeSync,
  existsSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { hostname, userInfo } from "node:os";
import path from "node:path";
import { EnvironmentError } from "../problem/environment-error.ts";
import { atEnd } from "./ending.ts";
import { pause } from "./pause.ts";
import { patienceWith, processName, processNamePattern } from "./process-name.ts";

export interface Holder {
  readonly user: string;
  readonly host: string;
  readonly pid: number;
  /** The command as typed: npm run build. */
  readonly command: string;
  /** 2026-11-30 09:51:03, in the holder's local time. */
  readonly since: string;
}

export interface Waiting {
  /** Longest wait in milliseconds. */
  readonly limit: number;
  /** Called once, when another process has the lock, with a sentence about that process. */
  readonly onWait: (sentence: string) => void;
}

/** Milliseconds between heartbeats, and between attempts to take a lock that another process has. */
const beat = 15_000;
const poll = 200;

/** Error codes for a folder that already exists; the last four also mean that it is not writable. */
const occupied = new Set(["ENOTEMPTY", "EEXIST", "ENOTDIR", "EISDIR", "EPERM", "EACCES", "EBUSY"]);

const ownerName = new RegExp(`^(${processNamePattern})-[0-9a-f]{12}$`);

export class FolderLock {
  readonly #folder: string;
  readonly #place: string;
  /** The file in the lock; when it has another name, another process has taken over. */
  readonly #file: string;
  readonly #text: string;
  readonly #beats: NodeJS.Timeout;
  readonly #forget: () => void;

  private constructor(folder: string, name: string, text: string) {
    this.#folder = folder;
    this.#place = lockPlace(folder);
    this.#file = path.join(this.#place, name);
    this.#text = text;
    this.#beats = setInterval(() => void this.#isOwned(), beat).unref();
    this.#forget = atEnd(() => this.release());
  }

  /** Locks the folder, which need not exist, waiting while another has it. @throws EnvironmentError after `limit` */
  static async take(folder: string, command: string, { limit, onWait }: Waiting): Promise<FolderLock> {
    const started = performance.now();
    for (let isFirst = true; ; isFirst = false) {
      const found = FolderLock.tryTake(folder, command);
      if (found instanceof FolderLock) return found;
      if (isFirst) onWait(holderWords(folder, found));
      if (performance.now() - started > limit)
        throw new EnvironmentError(
          `${holderWords(folder, found)}，等了 ${Math.round(limit / 60_000)} 分钟还没有完`,
          `请等它做完再运行；确知它已经停了的，删去文件夹 ${lockPlace(folder)}。`,
        );
      await new Promise((resolve) => setTimeout(resolve, poll));
    }
  }

  /** The lock, or its present holder. @throws the system's error when nothing can be written beside the folder */
  static tryTake(folder: string, command: string): FolderLock | Holder | undefined {
    const place = lockPlace(folder);
    const name = `${processName()}-${randomBytes(6).toString("hex")}`;
    const text = JSON.stringify(thisHolder(command));
    const candidate = `${place}.${name}`;
    mkdirSync(candidate, { recursive: true });
    try {
      const mine = path.join(candidate, name);
      writeFileSync(mine, text);
      for (let attempt = 0; ; attempt++) {
        if (renamed(candidate, place, name, attempt < 20)) break;
        const other = ownerOf(place);
        if (other === undefined) {
          // Windows shows deleted files for a moment longer.
          if (attempt > 0) pause(10);
        } else if (!hasEnded(path.join(place, other.name), mine, patienceWith(other.process)))
          return holderOf(path.join(place, other.name));
        else if (tookOver(path.join(place, other.name), path.join(place, name))) {
          writeFileSync(path.join(place, name), text);
          break;
        }
      }
      return new FolderLock(folder, name, text);
    } finally {
      rmSync(candidate, { recursive: true, force: true });
      removeCandidates(place);
    }
  }

  /** Call before anything that needs the lock. @throws EnvironmentError when another process has taken over */
  assertOwned(): void {
    if (this.#isOwned()) return;
    throw new EnvironmentError(
      `${this.#folder} 已经由别的程序接手了（本程序停顿太久，或者有人删去了锁），没有做完`,
      "原来的没有动；请等那边做完，再运行一次。",
    );
  }

  release(): void {
    clearInterval(this.#beats);
    this.#forget();
    try {
      rmSync(this.#file);
      rmdirSync(this.#place);
    } catch {
      // Another process has taken over, or has just put its own file there.
    }
  }

  /** Heartbeat: rewrites the file in place, so that its time is that of the file server and it is never empty. */
  #isOwned(): boolean {
    try {
      const file = openSync(this.#file, "r+");
      writeSync(file, this.#text, 0);
      closeSync(file);
      return true;
    } catch (fault) {
      // A network outage of a moment does not lose the lock.
      return (fault as NodeJS.ErrnoException).code !== "ENOENT";
    }
  }
}

function lockPlace(folder: string): string {
  return path.join(path.dirname(folder), `.${path.basename(folder)}.lock`);
}

function thisHolder(command: string): Holder {
  return { user: userName(), host: hostname(), pid: process.pid, command, since: localTime(new Date()) };
}

/**
 * Renames the prepared lock into its place. @throws EnvironmentError when a killed process of another user left a lock
 * that cannot be removed. @throws the system's other errors
 */
function renamed(candidate: string, place: string, name: string, mayRetry: boolean): boolean {
  try {
    renameSync(candidate, place);
    return true;
  } catch (fault) {
    // After a lost reply a network file system repeats the rename, which then fails although it had succeeded.
    if (existsSync(path.join(place, name))) return true;
    if (!occupied.has((fault as NodeJS.ErrnoException).code ?? "")) throw fault;
    if (mayRetry) return false;
    throw new EnvironmentError(
      `${place} 是已经停了的程序留下的锁，系统不让本程序清掉它`,
      "多半是别的用户运行时留下的：请那位用户或管理员删去这个文件夹，再运行一次。",
      { cause: fault },
    );
  }
}

/**
 * The file of the lock's holder; `undefined` when there is none. Files left by a file manager are removed. @throws
 * EnvironmentError when the folder is not a lock of this program
 */
function ownerOf(place: string): { readonly name: string; readonly process: string } | undefined {
  if (lstatSync(place, { throwIfNoEntry: false })?.isDirectory() === false)
    throw new EnvironmentError(`${place} 不是本软件放的，没有它才知道有没有别的程序在用`, "请把它移走，再运行一次。");
  try {
    const names = readdirSync(place);
    for (const name of names) {
      const process = ownerName.exec(name)?.[1];
      if (process !== undefined) return { name, process };
    }
    for (const name of names) rmSync(path.join(place, name), { recursive: true, force: true });
    // Fails when another process has just replaced the empty lock by its own.
    rmdirSync(place);
  } catch {
    return undefined;
  }
  return undefined;
}

/** `mine`: a file just written by this process, whose time is the file server's present time. */
function hasEnded(file: string, mine: string, patience: number): boolean {
  if (patience === 0 || patience === Infinity) return patience === 0;
  writeFileSync(mine, readFileSync(mine));
  const last = statSync(file, { throwIfNoEntry: false });
  return last !== undefined && statSync(mine).mtimeMs - last.mtimeMs > patience;
}

/** Replaces the file of a process that has ended by this one's; of several processes that try, one succeeds. */
function tookOver(other: string, own: string): boolean {
  try {
    renameSync(other, own);
    return true;
  } catch {
    // See `renamed`.
    return existsSync(own);
  }
}

function holderOf(file: string): Holder | undefined {
  try {
    return JSON.parse(readFileSync(file, "utf8")) as Holder;
  } catch {
    return undefined;
  }
}

/** Removes prepared locks left by processes that were killed. */
function removeCandidates(place: string): void {
  const start = `${path.basename(place)}.`;
  for (const entry of readdirSync(path.dirname(place))) {
    if (!entry.startsWith(start)) continue;
    const process = ownerName.exec(entry.slice(start.length))?.[1];
    if (process !== undefined && patienceWith(process) === 0)
      rmSync(path.join(path.dirname(place), entry), { recursive: true, force: true });
  }
}

export function holderWords(folder: string, holder: Holder | undefined): string {
  const where = path.relative(process.cwd(), folder) || folder;
  if (holder === undefined) return `别的程序正在用 ${where}`;
  const { user, host, pid, command, since } = holder;
  return `${user} 在 ${host} 上的 ${command} 正在用 ${where}（${since} 开始，进程 ${pid}）`;
}

function userName(): string {
  try {
    return userInfo().username;
  } catch {
    // In a container the user may have no name.
    return "未知用户";
  }
}

function localTime(now: Date): string {
  const local = new Date(now.getTime() - now.getTimezoneOffset() * 60_000);
  return local.toISOString().slice(0, 19).replace("T", " ");
}
