/** Results of earlier runs, each under the digest of everything that it was made from: the one place that knows of a cache. (缓存) */

import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import path from "node:path";
import { partialEnding, writeAtomic } from "../base/file/write-atomic.ts";

export interface Entry {
  /** What was written beside the bytes; plain JSON, read anew each time. */
  readonly head: unknown;
  readonly body: Buffer;
}

const digestLength = 64;
const lineFeed = 0x0a;

/** What systems say where a folder stands in a file's place, or a file in a folder's. */
const misplaced = new Set(["EISDIR", "ENOTDIR", "EEXIST", "ENOTEMPTY", "EPERM"]);

/** Days after which what no run uses any more is thrown away. */
const daysUnused = 14;

/**
 * An entry is a file: its checksum, a line of JSON, the bytes. One that is damaged counts as absent and is made again. Entries are
 * named by content, so the folders of several machines merge by copying one into the other.
 */
export class Memo {
  readonly folder: string | undefined;
  readonly #used = new Set<string>();
  #trouble: string | undefined;

  /** Without a folder everything is made each time. */
  constructor(folder: string | undefined) {
    this.folder = folder;
  }

  /** Why the cache could not be written to, in Chinese; the build goes on without it. */
  get trouble(): string | undefined {
    return this.#trouble;
  }

  /** What `make` gives, or gave in an earlier run: plain JSON that depends on the inputs alone. */
  of<T>(kind: string, inputs: unknown, make: () => T): T {
    const key = keyOf(inputs);
    const known = this.read(kind, key);
    if (known !== undefined) return known.head as T;
    const made = make();
    this.write(kind, key, made);
    return made;
  }

  /** The same of bytes. */
  async bytes(kind: string, inputs: unknown, make: () => Promise<Uint8Array>): Promise<Uint8Array> {
    const key = keyOf(inputs);
    const known = this.read(kind, key);
    if (known !== undefined) return known.body;
    const made = await make();
    this.write(kind, key, {}, made);
    return made;
  }

  /** How many entries of a kind there are, sound or not. */
  count(kind: string): number {
    return this.folder === undefined ? 0 : entries(path.join(this.folder, kind)).length;
  }

  /** Whether there is an entry, sound or not. */
  has(kind: string, key: string): boolean {
    const file = this.#file(kind, key);
    return file !== undefined && existsSync(file);
  }

  read(kind: string, key: string): Entry | undefined {
    const file = this.#file(kind, key);
    if (file === undefined) return undefined;
    let bytes: Buffer;
    try {
      bytes = readFileSync(file);
    } catch {
      return undefined;
    }
    const entry = unpack(bytes);
    if (entry !== undefined) this.#used.add(file);
    return entry;
  }

  /** The first sound entry of a kind that `accepts`. */
  find(kind: string, accepts: (entry: Entry) => boolean): Entry | undefined {
    if (this.folder === undefined) return undefined;
    for (const file of entries(path.join(this.folder, kind)).filter(isEntry)) {
      const entry = this.read(kind, path.basename(file));
      if (entry !== undefined && accepts(entry)) return entry;
    }
    return undefined;
  }

  /** An entry that a run rests on without reading it: it stays. */
  uses(kind: string, key: string): void {
    const file = this.#file(kind, key);
    if (file !== undefined) this.#used.add(file);
  }

  write(kind: string, key: string, head: unknown, body: Uint8Array = Buffer.alloc(0)): void {
    const file = this.#file(kind, key);
    if (file === undefined) return;
    const line = Buffer.from(`${JSON.stringify(head)}\n`);
    const put = (): void => writeAtomic(file, [`${checksum(line, body)}\n`, line, body]);
    try {
      try {
        put();
      } catch (fault) {
        if (!misplaced.has((fault as NodeJS.ErrnoException).code ?? "")) throw fault;
        clearTheWay(file);
        put();
      }
      this.#used.add(file);
    } catch (fault) {
      const code = (fault as NodeJS.ErrnoException).code ?? String(fault);
      this.#trouble = `缓存没有存下（${code === "ENOSPC" ? "磁盘已满" : code}）：${path.dirname(file)}`;
    }
  }

  /** Throws away what killed processes have left, and old entries that this run has not used. */
  prune(now: number = Date.now()): void {
    if (this.folder === undefined) return;
    const oldest = now - daysUnused * 24 * 60 * 60 * 1000;
    for (const file of entries(this.folder)) {
      if (this.#used.has(file)) continue;
      const written = statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? now;
      const abandoned = file.endsWith(partialEnding) && written < now - 60 * 60 * 1000;
      if (abandoned || (isEntry(file) && written < oldest)) rmSync(file, { force: true });
    }
  }

  #file(kind: string, key: string): string | undefined {
    return this.folder === undefined ? undefined : path.join(this.folder, kind, key.slice(0, 2), key);
  }
}

/** What the commands remember of a root. */
export function memoOf(root: string): Memo {
  return new Memo(path.join(root, ".cache"));
}

/** The digest of anything that JSON can write. */
export function keyOf(inputs: unknown): string {
  return createHash("sha256").update(JSON.stringify(inputs)).digest("hex");
}

function unpack(bytes: Buffer): Entry | undefined {
  const start = digestLength + 1;
  const end = bytes.indexOf(lineFeed, start);
  if (end < 0) return undefined;
  const line = bytes.subarray(start, end + 1);
  const body = bytes.subarray(end + 1);
  if (bytes.toString("latin1", 0, start) !== `${checksum(line, body)}\n`) return undefined;
  try {
    return { head: JSON.parse(line.toString("utf8")) as unknown, body };
  } catch {
    return undefined;
  }
}

/** What stands where an entry or one of its two folders should; all of it is ours. */
function clearTheWay(file: string): void {
  for (const place of [path.dirname(path.dirname(file)), path.dirname(file)])
    if (statSync(place, { throwIfNoEntry: false })?.isFile() === true) rmSync(place);
  if (statSync(file, { throwIfNoEntry: false })?.isDirectory() === true) rmSync(file, { recursive: true });
}

function checksum(line: Uint8Array, body: Uint8Array): string {
  return createHash("sha256").update(line).update(body).digest("hex");
}

function isEntry(file: string): boolean {
  return /^[0-9a-f]{64}$/.test(path.basename(file));
}

function entries(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.join(entry.parentPath, entry.name));
  } catch {
    return [];
  }
}
