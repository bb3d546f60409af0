import { mkdirSync } from "node:fs";
import path from "node:path";
import { writeAtomic } from "./write-atomic.ts";
import { EnvironmentError } from "../problem/environment-error.ts";

/** Replaces a file of the editor: if the disk is full or the process is killed, the old file is intact. @throws EnvironmentError */
export function writeWhole(file: string, text: string): void {
  try {
    mkdirSync(path.dirname(file), { recursive: true });
    writeAtomic(file, [text]);
  } catch (fault) {
    const code = fault instanceof Error && "code" in fault ? String(fault.code) : "原因不明";
    throw new EnvironmentError(`写不了 ${file}（${code}）`, "请检查磁盘空间和文件夹的权限；原来的文件没有动。", {
      cause: fault,
    });
  }
}
