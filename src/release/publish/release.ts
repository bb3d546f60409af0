/**
 * Publishes a built site to a web server's folder, as a whole or not at all. The folder `to`.versions beside `to`
 * contains this version and earlier ones; `to` is a symbolic link to one of them, so that switching is one atomic step.
 * Without links (`plain`), folders are exchanged by two renames.
 */

import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { move } from "../../base/file/move.ts";
import { EnvironmentError } from "../../base/problem/environment-error.ts";
import { atEnd } from "../../base/process/ending.ts";
import { siteSignatureFile } from "../../record/signature/site-signature.ts";
import { isSite, siteMark } from "./output-folder.ts";
import { copySite, differingFiles } from "./copy-site.ts";
import type { CopyReport } from "./copy-site.ts";

export interface ReleaseOptions {
  /** Number of earlier versions to retain. */
  readonly keep: number;
  /** Without symbolic links. */
  readonly plain: boolean;
  /** The time of publication, from which the version is named. */
  readonly now: Date;
  /** Content of the signature file; `undefined` where the site is not signed. */
  readonly signature?: string | undefined;
}

/** Prefix of a version still being copied. */
const incomingName = ".incoming-";

export class Release {
  /** Absolute path. */
  readonly to: string;
  readonly #versions: string;

  /** The caller has locked `to`. @throws EnvironmentError it, or the folder of versions, contains foreign files */
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

  /** The folder of the version now visible; `undefined` before the first. */
  get current(): string | undefined {
    if (!existsSync(this.to) || readdirSync(this.to).length === 0) return undefined;
    return realpathSync(this.to);
  }

  /**
   * The caller has locked `site` and this folder. `beforeSwitch` receives the complete copy. @throws EnvironmentError a
   * file is not as it should be, before or after the switch; the previous version stays visible
   */
  async publish(
    site: string,
    { keep, plain, now, signature }: ReleaseOptions,
    beforeSwitch: (incoming: string) => void | Promise<void> = () => undefined,
  ): Promise<CopyReport> {
    mkdirSync(this.#versions, { recursive: true });
    writeFileSync(path.join(this.#versions, siteMark), "");
    this.#clearLeavings();
    const incoming = path.join(this.#versions, `${incomingName}${process.pid}`);
    const forget = atEnd(() => rmSync(incoming, { recursive: true, force: true }));
    const before = this.current;
    try {
      const report = await copySite(site, incoming, before);
      if (signature !== undefined) writeFileSync(path.join(incoming, siteSignatureFile), signature);
      await mustAgree(site, incoming, signature, "网站没有动");
      await beforeSwitch(incoming);
      const undo = plain ? this.#exchange(incoming) : this.#link(incoming, now, before);
      try {
        await mustAgree(site, this.to, signature, before === undefined ? "网站已经撤下" : "已经换回原来的版本");
      } catch (fault) {
        undo();
        throw fault;
      }
      this.#prune(keep);
      return report;
    } finally {
      rmSync(incoming, { recursive: true, force: true });
      forget();
    }
  }

  /** Removes what killed publications left; no other process is at work here. */
  #clearLeavings(): void {
    for (const name of readdirSync(this.#versions))
      if (name.startsWith(incomingName)) rmSync(path.join(this.#versions, name), { recursive: true, force: true });
    const [folder, site] = [path.dirname(this.to), path.basename(this.to)];
    for (const name of readdirSync(folder))
      if (name.startsWith(`${site}.`) && /^\.\d+\.link$/.test(name.slice(site.length)))
        rmSync(path.join(folder, name), { force: true });
  }

  #freeName(name: string): string {
    let free = name;
    for (let number = 2; existsSync(path.join(this.#versions, free)); number++) free = `${name}-${number}`;
    return free;
  }

  /** Makes `incoming` the visible version. Returns a function that undoes it. */
  #link(incoming: string, now: Date, before: string | undefined): () => void {
    const version = path.join(this.#versions, this.#freeName(stamp(now)));
    move(incoming, version);
    let aside: string | undefined;
    try {
      const link = this.#newLink(version);
      // A folder from `--plain` or from before links is moved aside; a link is replaced in one step.
      if (lstatSync(this.to, { throwIfNoEntry: false })?.isDirectory() === true) aside = this.#setAside();
      move(link, this.to);
    } catch (fault) {
      if (aside !== undefined) move(aside, this.to);
      rmSync(version, { recursive: true, force: true });
      throw fault;
    }
    return () => {
      const shown = aside ?? before;
      if (shown === undefined) rmSync(this.to);
      else move(this.#newLink(shown), this.to);
      rmSync(version, { recursive: true, force: true });
    };
  }

  /** Creates a link beside `to`, to be renamed. @throws EnvironmentError links are not supported here */
  #newLink(version: string): string {
    const link = `${this.to}.${process.pid}.link`;
    rmSync(link, { force: true });
    try {
      symlinkSync(path.join(path.basename(this.#versions), path.basename(version)), link, "dir");
    } catch (cause) {
      throw new EnvironmentError("这里不能建立符号链接", "请加上 --plain，改用整个文件夹替换的办法。", { cause });
    }
    return link;
  }

  /** Returns a function that undoes it. */
  #exchange(incoming: string): () => void {
    const entry = lstatSync(this.to, { throwIfNoEntry: false });
    const linked = entry?.isSymbolicLink() === true ? readlinkSync(this.to) : undefined;
    const aside = entry === undefined || linked !== undefined ? undefined : this.#setAside();
    if (linked !== undefined) rmSync(this.to);
    const back = (): void => {
      if (linked !== undefined) symlinkSync(linked, this.to, "dir");
      else if (aside !== undefined) move(aside, this.to);
    };
    try {
      move(incoming, this.to);
    } catch (fault) {
      back();
      throw fault;
    }
    return () => {
      move(this.to, incoming);
      back();
    };
  }

  /** Returns the folder's new path; an empty one is deleted. */
  #setAside(): string | undefined {
    const aside = path.join(this.#versions, this.#freeName(`${stamp(new Date())}-before`));
    if (readdirSync(this.to).length > 0) {
      move(this.to, aside);
      return aside;
    }
    rmSync(this.to, { recursive: true });
    return undefined;
  }

  /** If killed between two renames, no site is visible: restores the newest version. */
  #restore(): void {
    if (lstatSync(this.to, { throwIfNoEntry: false }) !== undefined || !existsSync(this.#versions)) return;
    const newest = this.#names().at(-1);
    if (newest !== undefined) move(path.join(this.#versions, newest), this.to);
  }

  /** Complete versions, oldest first. */
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

/** @throws EnvironmentError a file of the site is not as it was made */
async function mustAgree(site: string, shown: string, signature: string | undefined, outcome: string): Promise<void> {
  const file = path.join(shown, siteSignatureFile);
  const signed = existsSync(file) ? readFileSync(file, "utf8") : undefined;
  const differing = [...(signed === signature ? [] : [siteSignatureFile]), ...(await differingFiles(site, shown))];
  const [first] = differing;
  if (first === undefined) return;
  throw new EnvironmentError(
    `${differing.length} 个文件复制后与原来不同（如 ${first}），没有发布，${outcome}`,
    "请检查目标磁盘的空间和状况，发布时不要让别的程序动这两个文件夹，再运行一次。",
  );
}

function foreign(folder: string): EnvironmentError {
  return new EnvironmentError(
    `${folder} 里有别的东西，不是本软件发布的网站，不能替换`,
    "请换一个空文件夹，或者自己清空它再运行。",
  );
}
