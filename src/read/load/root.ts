/** Reads files below one root folder; every failure is reported as a problem. */

import { lstatSync, readdirSync, readFileSync, realpathSync, statSync } from "node:fs";
import path from "node:path";
import { error } from "../../base/problem/problem.ts";
import type { Problem } from "../../base/problem/problem.ts";
import { SourceText } from "../../base/problem/source-text.ts";
import { decode } from "../source/decode.ts";
import { mergeConflicts } from "../source/merge-conflict.ts";

/** Bytes. No text that an editor writes is nearly as large; a larger file is a mistake or an attack. */
const largestText = 4 * 1024 * 1024;

/** NUL and the controls of text direction, as characters or as HTML character references. */
const deceiving = /[\0\u202a-\u202e\u2066-\u2069]|&#(?:x0*(?:202[a-e]|206[6-9])|0*(?:823[4-8]|829[4-7]));/i;

interface ReadOptions {
  /** Largest size in bytes. */
  readonly largest?: number;
  /** False for a file with personal items, which no report may quote and which is not stored. */
  readonly quotable?: boolean;
}

export class Root {
  readonly folder: string;
  /** Texts read so far, by file: the excerpts of a report come from here. */
  readonly sources = new Map<string, SourceText>();
  readonly problems: Problem[] = [];
  /** Results of `read`, so that the problems of a file are reported once. */
  readonly #readings = new Map<string, SourceText | undefined>();
  readonly #real: string;

  /** `folder` must exist. */
  constructor(folder: string) {
    this.folder = path.resolve(folder);
    this.#real = realpathSync(this.folder);
  }

  absolute(file: string): string {
    return path.join(this.folder, ...file.split("/"));
  }

  /** Whether there is a file or folder at this path below the root. */
  exists(file: string): boolean {
    return statSync(this.absolute(file), { throwIfNoEntry: false }) !== undefined;
  }

  /** Names in a folder, sorted; empty when there is no such folder. Hidden and office lock files are left out. */
  list(folder: string): { readonly name: string; readonly isFolder: boolean }[] {
    const entry = statSync(this.absolute(folder), { throwIfNoEntry: false });
    if (entry?.isDirectory() !== true) return [];
    return readdirSync(this.absolute(folder), { withFileTypes: true })
      .filter(({ name }) => !name.startsWith(".") && !name.startsWith("~$"))
      .map((item) => ({
        name: item.name,
        isFolder:
          item.isDirectory() ||
          (item.isSymbolicLink() &&
            (statSync(this.absolute(`${folder}/${item.name}`), { throwIfNoEntry: false })?.isDirectory() ?? false)),
      }))
      .sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  /** Whether a path is inside the root after following links. */
  isInside(file: string): boolean {
    try {
      const real = realpathSync(this.absolute(file));
      return real === this.#real || real.startsWith(this.#real + path.sep);
    } catch {
      return false;
    }
  }

  /** The text of a file; `undefined` after reporting why not. `missing` is the hint when there is no such file. */
  read(file: string, missing?: string, options: ReadOptions = {}): SourceText | undefined {
    const known = this.#readings.get(file);
    if (known !== undefined || this.#readings.has(file)) return known;
    const source = this.#readAnew(file, missing, options);
    if (source === undefined || options.quotable !== false) this.#readings.set(file, source);
    return source;
  }

  #readAnew(
    file: string,
    missing: string | undefined,
    { largest = largestText, quotable = true }: ReadOptions,
  ): SourceText | undefined {
    const at = { file, line: 1, column: 1 };
    const refuse = (code: string, message: string, hint?: string): undefined => {
      this.problems.push(error(code, at, message, hint));
      return undefined;
    };
    const entry = statSync(this.absolute(file), { throwIfNoEntry: false });
    if (entry === undefined) {
      const dangling = lstatSync(this.absolute(file), { throwIfNoEntry: false }) !== undefined;
      return refuse("missing-file", dangling ? "这是一个失效的链接" : "没有这个文件", missing ?? "请补上这个文件。");
    }
    if (!entry.isFile()) return refuse("not-a-file", "这里应当是一个文件", "请删去同名的文件夹，换成文件。");
    if (!this.isInside(file))
      return refuse("outside-root", "这个链接指到了根文件夹之外", "请把文件本身放进来，不要用链接。");
    if (entry.size > largest) {
      return refuse(
        "file-too-large",
        `文件太大（${(entry.size / 1048576).toFixed(1)} MB，最多 ${largest / 1048576} MB）`,
        "文字稿不会这么大，请检查是不是放错了文件。",
      );
    }
    let bytes: Buffer;
    try {
      bytes = readFileSync(this.absolute(file));
    } catch (fault) {
      return refuse(
        "unreadable-file",
        `文件读不出来（${fault instanceof Error && "code" in fault ? String(fault.code) : "原因不明"}）`,
        "请检查文件的权限，或者是否被别的程序占用。",
      );
    }
    const decoded = decode(bytes);
    if (!decoded.ok) {
      if (decoded.text !== undefined && quotable) this.sources.set(file, new SourceText(file, decoded.text));
      return refuse(
        "encoding",
        decoded.encoding === "unknown"
          ? "文件的编码认不出来"
          : `文件存成了 ${decoded.encoding} 编码${decoded.encoding === "GB18030" ? "（记事本里叫 ANSI；若原是繁体 Big5，请先自行转换）" : ""}`,
        decoded.encoding === "unknown"
          ? "请用记事本打开，另存为 UTF-8。"
          : "请另存为 UTF-8，或者运行 npm run check -- --fix 自动转换。",
      );
    }
    const source = new SourceText(file, decoded.text);
    if (quotable) this.sources.set(file, source);
    const conflicts = mergeConflicts(source);
    this.problems.push(...conflicts);
    if (conflicts.length > 0) return undefined;
    const control = deceiving.exec(decoded.text);
    if (control !== null) {
      const code = (control[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
      const written = control[0].length > 1 ? control[0] : `U+${code}`;
      this.problems.push(
        error(
          "control-character",
          source.place(control.index),
          `这里有看不见的控制字符（${written}）`,
          "它会打乱文字的显示，请删去重打这几个字。",
        ),
      );
      return undefined;
    }
    return source;
  }
}
