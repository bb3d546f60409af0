/** Writes new files, all of them or none, and never replaces an existing one. */

import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Root } from "./root.ts";
import { EnvironmentError } from "../../base/problem/environment-error.ts";

/** `files`: path below the root → content. @throws EnvironmentError when one exists already or cannot be written. */
export function writeNew(root: Root, files: ReadonlyMap<string, string | Uint8Array>): void {
  const folders = new Set([...files.keys()].map((file) => file.slice(0, file.lastIndexOf("/"))));
  const taken = [...files.keys()].find((file) => existsSync(root.absolute(file)));
  if (taken !== undefined)
    throw new EnvironmentError(`${taken} 已经有了，不覆盖`, "请换一个期号或标题，或者直接改那个文件。");
  const made = [...folders].filter((folder) => !existsSync(root.absolute(folder)));
  const written: string[] = [];
  try {
    for (const [file, text] of files) {
      const target = root.absolute(file);
      mkdirSync(path.dirname(target), { recursive: true });
      writeFileSync(target, text, { flag: "wx" });
      written.push(target);
    }
  } catch (fault) {
    for (const file of written) rmSync(file, { force: true });
    for (const folder of made) rmSync(root.absolute(folder), { recursive: true, force: true });
    throw new EnvironmentError(
      `写不了文件（${fault instanceof Error && "code" in fault ? String(fault.code) : "原因不明"}），什么也没有建`,
      "请检查磁盘空间和文件夹的权限。",
      { cause: fault },
    );
  }
}
