/** The output folder: assembled beside, swapped in whole. */

import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { EnvironmentError } from "../problem/environment-error.ts";

/** Marks a folder as ours, so that a mistyped `--output` never replaces somebody's files. */
export const siteMark = ".jianbao";

/** Internal issues are printed into this folder beside the output, which no web server is given. */
const internalSuffix = "-内部";

/** A new site on its way in. */
export class OutputFolder {
  /** Where the new site is assembled: a sibling of the output, so that renaming it is atomic. */
  readonly staging: string;
  readonly #output: string;
  readonly #internal = new Map<string, Uint8Array>();

  /** @throws EnvironmentError when the output is a file or holds something that is not a site of ours. */
  constructor(output: string) {
    this.#output = path.resolve(output);
    if (existsSync(this.#output) && !isOurs(this.#output)) {
      throw new EnvironmentError(
        `输出文件夹 ${output} 里有别的东西，不能覆盖`,
        "请换一个空文件夹，或者自己清空它再运行。",
      );
    }
    this.staging = path.join(path.dirname(this.#output), `.${path.basename(this.#output)}.${process.pid}.new`);
    rmSync(this.staging, { recursive: true, force: true });
    mkdirSync(this.staging, { recursive: true });
    writeFileSync(path.join(this.staging, siteMark), "");
  }

  write(file: string, bytes: Uint8Array | string): void {
    const target = path.join(this.staging, file);
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, bytes);
  }

  /** Keeps an internal issue's PDF where no site can hold it: beside the output, once the site is in. Returns the path. */
  writeInternal(name: string, bytes: Uint8Array): string {
    this.#internal.set(name, bytes);
    return path.join(path.basename(this.#output) + internalSuffix, name);
  }

  /** Puts the new site in the place of the old one. */
  commit(): void {
    const old = `${this.staging}.old`;
    if (existsSync(this.#output)) renameSync(this.#output, old);
    renameSync(this.staging, this.#output);
    rmSync(old, { recursive: true, force: true });
    for (const [name, bytes] of this.#internal) {
      mkdirSync(this.#output + internalSuffix, { recursive: true });
      writeFileSync(path.join(this.#output + internalSuffix, name), bytes);
    }
  }

  /** Leaves the old site as it is. */
  discard(): void {
    rmSync(this.staging, { recursive: true, force: true });
  }
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
