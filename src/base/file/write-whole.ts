import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { move } from "./move.ts";
import { EnvironmentError } from "../problem/environment-error.ts";

/**
 * Writes a temporary file and renames it: a full disk or a kill leaves the old file intact. @throws EnvironmentError
 */
export function writeWhole(file: string, text: string): void {
  const beside = `${file}.${process.pid}.tmp`;
  try {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(beside, text);
    move(beside, file);
  } catch (fault) {
    rmSync(beside, { force: true });
    const code = fault instanceof Error && "code" in fault ? String(fault.code) : "原因不明";
    throw new EnvironmentError(`写不了 ${file}（${code}）`, "请检查磁盘空间和文件夹的权限；原来的文件没有动。", {
      cause: fault,
    });
  }
}
