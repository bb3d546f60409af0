import { copyFileSync, existsSync, linkSync, mkdirSync, readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { EnvironmentError } from "../problem/environment-error.ts";

export interface CopyReport {
  readonly files: number;
  /** Files that are the same as in the version before, kept once on the disk. */
  readonly unchanged: number;
}

/**
 * Copies a site into a new folder. Files that agree byte by byte with those of `before` are linked to them and take no room; each
 * copied file is read back. @throws EnvironmentError
 */
export function copySite(from: string, to: string, before: string | undefined): CopyReport {
  let files = 0;
  let unchanged = 0;
  const copy = (folder: string): void => {
    mkdirSync(path.join(to, folder), { recursive: true });
    for (const entry of readdirSync(path.join(from, folder), { withFileTypes: true })) {
      const file = path.join(folder, entry.name);
      if (entry.isDirectory()) copy(file);
      else if (entry.isFile()) {
        files++;
        if (linked(file)) unchanged++;
        else copied(file);
      }
    }
  };
  const linked = (file: string): boolean => {
    const old = before === undefined ? undefined : path.join(before, file);
    if (old === undefined || !same(old, path.join(from, file))) return false;
    try {
      linkSync(old, path.join(to, file));
      return true;
    } catch {
      // Some file systems of intranets have no hard links: then it is copied like the others.
      return false;
    }
  };
  const copied = (file: string): void => {
    const source = path.join(from, file);
    copyFileSync(source, path.join(to, file));
    if (!same(source, path.join(to, file)))
      throw new EnvironmentError(`文件 ${file} 复制后与原来不同`, "请检查目标磁盘的空间和状况，再运行一次。");
  };
  copy("");
  return { files, unchanged };
}

function same(a: string, b: string): boolean {
  if (!existsSync(a) || statSync(a).size !== statSync(b).size) return false;
  return readFileSync(a).equals(readFileSync(b));
}
