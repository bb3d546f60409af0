/** The output folder: assembled beside, swapped in whole. */

import { existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { filesBelow } from "../../base/file/files-below.ts";
import { move } from "../../base/file/move.ts";
import { EnvironmentError } from "../../base/problem/environment-error.ts";
import { atEnd } from "../../base/process/ending.ts";
import { prepareInternal, settleInternal } from "./internal-folder.ts";
import { recoverOutput, besideOutput } from "./recover-output.ts";

/** Marks a folder as ours, so that a mistyped `--output` never replaces somebody's files. */
export const siteMark = ".jianbao";

/** Has files of one folder stand in another as well. */
export type LinkFiles = (from: string, to: string, files: readonly string[]) => Promise<void>;

/** Internal issues are printed into this folder beside the output, which no web server is given. */
const internalSuffix = "-内部";

/** Where everything of a site comes to stand: the output, and internal issues beside it. Absolute. */
export function sitePlaces(output: string): readonly [site: string, internal: string] {
  const site = path.resolve(output);
  return [site, site + internalSuffix];
}

/**
 * A new site on its way in. The swap is two renames, as no system that we run on exchanges folders in one through Node, and a
 * symbolic link in the output's place would be refused by Windows and by those who upload folders. Killed between the two, the old
 * site stands beside under another name, and the next run puts it back (`recoverOutput`).
 */
export class OutputFolder {
  /** Where the new site is assembled: a sibling of the output, so that renaming it is atomic. */
  readonly staging: string;
  readonly #output: string;
  /** Internal issues wait here: in memory they would add up over the years. */
  readonly #internal: string;
  readonly #forget: () => void;
  readonly #made = new Set<string>();
  /** Bytes of each file written here; of one taken over, as many as it has. */
  readonly #written = new Map<string, number | undefined>();
  readonly #taken: string[] = [];
  readonly #old = new Set<string>();

  /** `output` is locked by the caller. @throws EnvironmentError it is a file or holds something that is not a site of ours. */
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

  /** Each folder once: to ask for one that is there takes a tenth of the time of writing a file. */
  #make(folder: string): void {
    if (this.#made.has(folder)) return;
    mkdirSync(folder, { recursive: true });
    this.#made.add(folder);
  }

  /** A file of the standing site will be taken over as it is, with others: see `takeOverAll`. */
  takeOver(file: string): void {
    this.#taken.push(file);
    this.#old.add(file);
    this.#written.set(file, undefined);
  }

  /** Whether a file is the standing site's own. */
  isTakenOver(file: string): boolean {
    return this.#old.has(file);
  }

  /** Takes over what was said to be, by `link`; to be waited for before anything becomes of this folder. */
  takeOverAll(link: LinkFiles): Promise<void> {
    return link(this.#output, this.staging, this.#taken.splice(0));
  }

  /** Keeps an internal issue's PDF where no site can hold it: beside the output, once the site is in. Returns the path. */
  writeInternal(name: string, bytes: Uint8Array): string {
    mkdirSync(this.#internal, { recursive: true, mode: 0o700 });
    writeFileSync(path.join(this.#internal, name), bytes);
    return path.join(path.basename(this.#output) + internalSuffix, name);
  }

  /**
   * Puts the new site in the place of the old one, which `clear` then takes away. From the first rename on nothing needs room on the disk.
   * @throws EnvironmentError files are not there as they were written, before or after; the old site then has its place.
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

  /** Deletes the old site. Should the process be killed meanwhile, the next one does it. */
  async clear(deleteFolder: (folder: string) => Promise<void>): Promise<void> {
    const old = besideOutput(this.#output, "old");
    if (existsSync(old)) await deleteFolder(old);
  }

  /** Leaves the old site as it is. */
  discard(): void {
    this.#forget();
    for (const folder of [this.staging, this.#internal]) rmSync(folder, { recursive: true, force: true });
  }
}

function sizesOf(folder: string): Map<string, number> {
  return new Map(filesBelow(folder).map((file) => [file, statSync(path.join(folder, file)).size]));
}

/** A rename moves no byte, so that to compare sizes is enough. @throws EnvironmentError */
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

/** Is a folder a site that this tool has made? */
export function isSite(folder: string): boolean {
  return existsSync(path.join(folder, siteMark));
}
