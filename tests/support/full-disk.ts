/**
 * A disk that runs full, for any platform and user: below a folder, a number of bytes can be written; what does not fit is cut off
 * there and refused with ENOSPC, as is all that follows. Loaded by `node --import tsx --import …/full-disk.ts` it does so for a
 * whole process: `FULL_DISK` names the folder, `FULL_DISK_BYTES` the room, `FULL_DISK_LOG` a file for what was written and refused.
 */

import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import path from "node:path";

export interface Write {
  /** Below the folder, with `/`. */
  readonly file: string;
  /** What it takes. */
  readonly bytes: number;
  readonly refused: boolean;
}

type Call = (...args: unknown[]) => unknown;

type StreamWrite = [
  fd: number,
  bytes: Buffer,
  offset: number,
  length: number,
  position: number | null,
  done: (fault: NodeJS.ErrnoException | null, written: number, bytes: Buffer) => void,
];

/** A new folder takes a block. */
const block = 4096;

/** What the product does not use. Should it begin to, a test must not take its writes for free. */
const notCovered = {
  sync: ["appendFileSync", "openSync"],
  callback: ["appendFile", "writeFile", "copyFile", "cp", "open", "mkdir", "mkdtemp"],
  promises: ["appendFile", "cp", "open"],
} as const;

const plain = fs as unknown as Record<string, Call>;
const promised = fs.promises as unknown as Record<string, Call>;
const real = { ...fs };

export class FullDisk {
  /** In their order. */
  readonly writes: Write[] = [];
  readonly #folder: string;
  readonly #tell: (write: Write) => void;
  readonly #before: (readonly [Record<string, Call>, string, Call])[] = [];
  #room: number;
  /** Node's own functions call one another. */
  #within = false;

  /** `folder` is absolute and may not be there yet; `room` in bytes. */
  constructor(folder: string, room: number, tell: (write: Write) => void = () => undefined) {
    this.#folder = folder;
    this.#room = room;
    this.#tell = tell;
    const writeFile: Call = (file, data, options) => this.#write(file, bytesOf(data), options as fs.WriteFileOptions);
    const copyFile: Call = (from, to) => this.#write(to, real.readFileSync(from as string));
    const makeFolder: Call = (folder, options) => {
      if (!real.existsSync(folder as string)) this.#take(folder as string, block);
      return this.#really(() => real.mkdirSync(folder as string, options as fs.MakeDirectoryOptions));
    };
    const makeTemporary: Call = (prefix) => {
      this.#take(prefix as string, block);
      return this.#really(() => real.mkdtempSync(prefix as string));
    };
    const copyTree = (from: string, to: string): void => {
      if (real.statSync(from).isFile()) copyFile(from, to);
      else {
        makeFolder(to, { recursive: true });
        for (const name of real.readdirSync(from)) copyTree(path.join(from, name), path.join(to, name));
      }
    };
    const write = (file: string, ...[fd, bytes, offset, length, position, done]: StreamWrite): void => {
      try {
        this.#take(file, length);
      } catch (fault) {
        done(fault as NodeJS.ErrnoException, 0, bytes);
        return;
      }
      real.write(fd, bytes, offset, length, position, done);
    };
    const stream: Call = (file, options) => {
      const own = { open: real.open, close: real.close, write: write.bind(undefined, file as string) };
      return real.createWriteStream(file as string, { ...(options as object), fs: own });
    };
    this.#patch(plain, "createWriteStream", 0, stream);
    this.#patch(plain, "writeFileSync", 0, writeFile);
    this.#patch(plain, "copyFileSync", 1, copyFile);
    this.#patch(plain, "cpSync", 1, (from, to) => copyTree(from as string, to as string));
    this.#patch(plain, "mkdirSync", 0, makeFolder);
    const later =
      (call: Call): Call =>
      (...args) =>
        Promise.resolve().then(() => call(...args));
    this.#patch(plain, "mkdtempSync", 0, makeTemporary);
    this.#patch(promised, "writeFile", 0, later(writeFile));
    this.#patch(promised, "copyFile", 1, later(copyFile));
    this.#patch(promised, "mkdir", 0, later(makeFolder));
    this.#patch(promised, "mkdtemp", 0, later(makeTemporary));
    for (const name of [...notCovered.sync, ...notCovered.callback]) this.#forbid(plain, name);
    for (const name of notCovered.promises) this.#forbid(promised, name);
    syncBuiltinESMExports();
  }

  get refused(): boolean {
    return this.writes.some(({ refused }) => refused);
  }

  /** Room again. */
  restore(): void {
    for (const [api, name, call] of this.#before.splice(0)) api[name] = call;
    syncBuiltinESMExports();
  }

  #patch(api: Record<string, Call>, name: string, at: number, call: Call): void {
    const before = api[name];
    if (before === undefined) throw new Error(`fs has no ${name}`);
    this.#before.push([api, name, before]);
    api[name] = (...args) => {
      if (this.#within || !this.#holds(args[at])) return before(...args);
      return call(...args);
    };
  }

  #forbid(api: Record<string, Call>, name: string): void {
    const at = /^(cp|copyFile)/.test(name) ? 1 : 0;
    const before = api[name];
    this.#patch(api, name, at, (...args) => {
      // A lock's sign of life is written over itself.
      const reads = name.startsWith("open") && /^(r|rs|r\+|undefined)$/.test(String(args[1]));
      if (reads && before !== undefined) return before(...args);
      throw new Error(`full-disk.ts does not know what ${name} takes: ${String(args[at])}`);
    });
  }

  #holds(file: unknown): boolean {
    return typeof file === "string" && `${path.resolve(file)}/`.startsWith(`${this.#folder}/`);
  }

  #write(file: unknown, bytes: Buffer, options?: fs.WriteFileOptions): void {
    const room = this.#room;
    try {
      this.#take(file as string, bytes.length);
    } catch (fault) {
      this.#really(() => real.writeFileSync(file as string, bytes.subarray(0, room), options));
      throw fault;
    }
    this.#really(() => real.writeFileSync(file as string, bytes, options));
  }

  #really<T>(work: () => T): T {
    this.#within = true;
    try {
      return work();
    } finally {
      this.#within = false;
    }
  }

  #take(file: string, bytes: number): void {
    const refused = bytes > this.#room;
    this.#room = refused ? 0 : this.#room - bytes;
    const write = { file: path.relative(this.#folder, file).split(path.sep).join("/"), bytes, refused };
    this.writes.push(write);
    this.#tell(write);
    if (refused) {
      const words = `ENOSPC: no space left on device, write '${file}'`;
      throw Object.assign(new Error(words), { code: "ENOSPC", errno: -28, syscall: "write", path: file });
    }
  }
}

/** What makes a process meet such a disk: variables of its environment. */
export function fullDiskOf(folder: string, room: number, log: string): NodeJS.ProcessEnv {
  const options = `--import tsx --import ${import.meta.url}`;
  return { NODE_OPTIONS: options, FULL_DISK: folder, FULL_DISK_BYTES: String(room), FULL_DISK_LOG: log };
}

/** The log of a process: what it wrote and what was refused. */
export function readLog(file: string): Write[] {
  if (!real.existsSync(file)) return [];
  const lines = real.readFileSync(file, "utf8").trim().split("\n");
  return lines.map((line) => JSON.parse(line) as Write);
}

function bytesOf(data: unknown): Buffer {
  if (typeof data === "string") return Buffer.from(data);
  if (ArrayBuffer.isView(data)) return Buffer.from(data.buffer, data.byteOffset, data.byteLength);
  throw new Error(`full-disk.ts does not know how much ${typeof data} takes`);
}

const { FULL_DISK: folder, FULL_DISK_BYTES: room, FULL_DISK_LOG: log } = process.env;
if (folder !== undefined && log !== undefined)
  new FullDisk(folder, Number(room), (write) => real.appendFileSync(log, `${JSON.stringify(write)}\n`));
