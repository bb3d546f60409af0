/**
 * Puts a built site where a web server reads it, whole or not at all. Beside `to` lies the folder `to`.versions with this version and
 * the ones before it; `to` itself is a symbolic link to one of them, so that changing over is a single step of the file system.
 * Where links cannot be had (`plain`), the folders are exchanged by two renamings.
 */

import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readlinkSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { move } from "../cache/move.ts";
import { EnvironmentError } from "../problem/environment-error.ts";
import { isSite, siteMark } from "./output-folder.ts";
import { copySite } from "./copy-site.ts";
import type { CopyReport } from "./copy-site.ts";

export interface ReleaseOptions {
  /** How many earlier versions stay. */
  readonly keep: number;
  /** Without symbolic links. */
  readonly plain: boolean;
  /** The moment of publication, which names the version. */
  readonly now: Date;
}

export class Release {
  /** Absolute. */
  readonly to: string;
  readonly #versions: string;

  /** @throws EnvironmentError `to`, or the folder of versions, holds something that is not ours. */
  constructor(to: string) {
    this.to = path.resolve(to);
    this.#versions = `${this.to}.versions`;
    if (existsSync(this.#versions) && !existsSync(path.join(this.#versions, siteMark))) throw foreign(this.#versions);
    this.#restore();
    const entry = lstatSync(this.to, { throwIfNoEntry: false });
    if (entry === undefined) return;
    const ours = entry.isSymbolicLink()
      ? path.dirname(path.resolve(path.dirname(this.to), readlinkSync(this.to))) === this.#versions
      : entry.isDirectory() && isSite(this.to);
    if (!ours) throw foreign(this.to);
  }

  /** Where the version that readers see now lies; `undefined` before the first. */
  get current(): string | undefined {
    if (!existsSync(this.to) || readdirSync(this.to).length === 0) return undefined;
    return realpathSync(this.to);
  }

  /** @throws EnvironmentError a file could not be copied; readers then go on seeing the version before. */
  publish(site: string, { keep, plain, now }: ReleaseOptions): CopyReport {
    mkdirSync(this.#versions, { recursive: true });
    writeFileSync(path.join(this.#versions, siteMark), "");
    for (const name of readdirSync(this.#versions))
      if (name.startsWith(".incoming-")) rmSync(path.join(this.#versions, name), { recursive: true, force: true });
    const incoming = path.join(this.#versions, `.incoming-${process.pid}`);
    const report = copySite(site, incoming, this.current);
    const version = path.join(this.#versions, this.#freeName(stamp(now)));
    if (plain) this.#exchange(incoming);
    else {
      move(incoming, version);
      this.#link(version);
    }
    this.#prune(keep);
    return report;
  }

  #freeName(name: string): string {
    let free = name;
    for (let number = 2; existsSync(path.join(this.#versions, free)); number++) free = `${name}-${number}`;
    return free;
  }

  #link(version: string): void {
    const link = `${this.to}.${process.pid}.link`;
    rmSync(link, { force: true });
    try {
      symlinkSync(path.join(path.basename(this.#versions), path.basename(version)), link, "dir");
    } catch (cause) {
      rmSync(version, { recursive: true, force: true });
      throw new EnvironmentError("这里不能建立符号链接", "请加上 --plain，改用整个文件夹替换的办法。", { cause });
    }
    // A folder from a time before links, or of --plain, makes room; a link is replaced in one step.
    if (lstatSync(this.to, { throwIfNoEntry: false })?.isDirectory() === true) this.#setAside();
    move(link, this.to);
  }

  #exchange(incoming: string): void {
    const entry = lstatSync(this.to, { throwIfNoEntry: false });
    if (entry?.isSymbolicLink() === true) rmSync(this.to);
    else if (entry !== undefined) this.#setAside();
    move(incoming, this.to);
  }

  #setAside(): void {
    if (readdirSync(this.to).length === 0) rmSync(this.to, { recursive: true });
    else move(this.to, path.join(this.#versions, this.#freeName(`${stamp(new Date())}-before`)));
  }

  /** Killed between two renamings, an exchange leaves no site: the newest version goes back. */
  #restore(): void {
    if (lstatSync(this.to, { throwIfNoEntry: false }) !== undefined || !existsSync(this.#versions)) return;
    const newest = this.#names().at(-1);
    if (newest !== undefined) move(path.join(this.#versions, newest), this.to);
  }

  /** Whole versions, oldest first. */
  #names(): string[] {
    return readdirSync(this.#versions)
      .filter((name) => !name.startsWith("."))
      .sort();
  }

  #prune(keep: number): void {
    const shown = this.current;
    const earlier = this.#names().filter((name) => path.join(realpathSync(this.#versions), name) !== shown);
    for (const name of earlier.slice(0, Math.max(0, earlier.length - keep)))
      rmSync(path.join(this.#versions, name), { recursive: true, force: true });
  }
}

/** 20261124-225000, so that names sort by time. */
function stamp(now: Date): string {
  return now.toISOString().replace(/[-:]/g, "").replace("T", "-").slice(0, 15);
}

function foreign(folder: string): EnvironmentError {
  return new EnvironmentError(
    `${folder} 里有别的东西，不是本软件发布的网站，不能替换`,
    "请换一个空文件夹，或者自己清空它再运行。",
  );
}
