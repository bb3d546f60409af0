/** The output folder: the new site is built beside it and then replaces it as a whole. */

import { existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { filesBelow } from "../../base/file/files-below.ts";
import { move } from "../../base/file/move.ts";
import { EnvironmentError } from "../../base/problem/environment-error.ts";
import { atEnd } from "../../base/process/ending.ts";
import { prepareInternal, settleInternal } from "./internal-folder.ts";
import { recoverOutput, besideOutput } from "./recover-output.ts";

/** Marks a folder as a site of ours, so that a mistyped `--output` never replaces other files. */
export const siteMark = ".jianbao";

/** Links files of one folder into another. */
export type LinkFiles = (from: string, to: string, files: readonly string[]) => Promise<void>;

/** Suffix of the folder for internal issues, beside the output, which no web server delivers. */
const internalSuffix = "-内部";

/** The output, and the folder for internal issues beside it; absolute. */
export function sitePlaces(output: string): readonly [site: string, internal: string] {
  const site = path.resolve(output);
  return [site, site + internalSuffix];
}

/**
 * A new site being built. It replaces the old one by two renames: Node cannot exchange two folders in one step, and
 * Windows and upload programs do not accept a symbolic link in place of the output. If killed between the two,
 * `recoverOutput` puts the old site back on the next run.
 */
export class OutputFolder {
  /** The folder of the new site: beside the output, so that renaming is atomic. */
  readonly staging: string;
  readonly #output: string;
  /** The folder in which internal issues wait to go beside the output. */
  readonly #internal: string;
  readonly #forget: () => void;
  readonly #made = new Set<string>();
  /** Size in bytes of each file written; `undefined` for a reused one. */
  readonly #written = new Map<string, number | undefined>();
  readonly #taken: string[] = [];
  readonly #old = new Set<string>();

  /** The caller has locked `output`. @throws EnvironmentError it is a file, or not a site of ours */
  constructor(output: string) {
    this.#output = path.resolve(output);
    recoverOutput(this.#output);
    if (existsSync(this.#output) && !isOurs(this.#output)) {
      throw new EnvironmentError(
        `输出文件夹 ${output} 里有别的东西，不能覆盖`,
        "请换一个空文件夹，或者自己清空它再运行。",
      );
    }
    this.staging = besideOutput(this.#output, "new");
    this.#internal = besideOutput(this.#output, "internal");
    this.#forget = atEnd(() => this.discard());
    mkdirSync(this.staging, { recursive: true });
    writeFileSync(path.join(this.staging, siteMark), "");
  }

  write(file: string, bytes: Uint8Array | string): void {
    const target = path.join(this.staging, file);
    this.#make(path.dirname(target));
    writeFileSync(target, bytes);
    this.#written.set(file, Buffer.byteLength(bytes));
  }

  /** Remembers existing folders: asking the system takes a tenth of the time of writing a file. */
  #make(folder: string): void {
    if (this.#made.has(folder)) return;
    mkdirSync(folder, { recursive: true });
    this.#made.add(folder);
  }

  /** Marks a file of the old site for reuse by `takeOverAll`. */
  takeOver(file: string): void {
    this.#taken.push(file);
    this.#old.add(file);
    this.#written.set(file, undefined);
  }

  /** Whether a file is reused from the old site. */
  isTakenOver(file: string): boolean {
    return this.#old.has(file);
  }

  /** Links all files marked for reuse; await before committing or discarding. */
  takeOverAll(link: LinkFiles): Promise<void> {
    return link(this.#output, this.staging, this.#taken.splice(0));
  }

  /** Writes an internal issue's PDF, which goes beside the output once the site is replaced. Returns the path. */
  writeInternal(name: string, bytes: Uint8Array): string {
    mkdirSync(this.#internal, { recursive: true, mode: 0o700 });
    writeFileSync(path.join(this.#internal, name), bytes);
    return path.join(path.basename(this.#output) + internalSuffix, name);
  }

  /**
   * Replaces the old site, which `clear` then deletes. From the first rename on no disk space is needed. @throws
   * EnvironmentError files are not as they were written; the old site is then restored
   */
  commit(): void {
    const sizes = sizesOf(this.staging);
    mustAgree(this.#written, sizes);
    prepareInternal(this.#internal, this.#output + internalSuffix);
    const old = besideOutput(this.#output, "old");
    if (existsSync(this.#output)) move(this.#output, old);
    try {
      move(this.staging, this.#output);
      mustAgree(sizes, sizesOf(this.#output));
    } catch (fault) {
      if (existsSync(this.#output)) move(this.#output, this.staging);
      if (existsSync(old)) move(old, this.#output);
      throw fault;
    }
    settleInternal(this.#internal, this.#output + internalSuffix);
  }

  /** Deletes the old site; if the process is killed meanwhile, the next run does it. */
  async clear(deleteFolder: (folder: string) => Promise<void>): Promise<void> {
    const old = besideOutput(this.#output, "old");
    if (existsSync(old)) await deleteFolder(old);
  }

  /** Deletes the new site and leaves the old one. */
  discard(): void {
    this.#forget();
    for (const folder of [this.staging, this.#internal]) rmSync(folder, { recursive: true, force: true });
  }
}

function sizesOf(folder: string): Map<string, number> {
  return new Map(filesBelow(folder).map((file) => [file, statSync(path.join(folder, file)).size]));
}

/** A rename moves no bytes, so comparing sizes is enough. @throws EnvironmentError */
function mustAgree(written: ReadonlyMap<string, number | undefined>, there: ReadonlyMap<string, number>): void {
  const [first, ...more] = [...written].filter(
    ([file, size]) => !there.has(file) || (size ?? there.get(file)) !== there.get(file),
  );
  if (first === undefined) return;
  throw new EnvironmentError(
    `${more.length + 1} 个文件写好以后被别的程序删去或改动了（如 ${first[0]}），网站没有换，还是原来的`,
    "多半是杀毒软件或同步盘在动输出文件夹：请把它排除在外，再运行一次。",
  );
}

function isOurs(folder: string): boolean {
  try {
    const names = readdirSync(folder);
    return names.length === 0 || names.includes(siteMark);
  } catch {
    return false;
  }
}

/** Whether this program made the folder. */
export function isSite(folder: string): boolean {
  return existsSync(path.join(folder, siteMark));
}
