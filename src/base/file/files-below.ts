import { existsSync, readdirSync } from "node:fs";
import path from "node:path";

/** Plain files in a folder and its folders, as paths below it with `/` on every system, sorted; links are left out. */
export function filesBelow(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join("/"))
    .sort();
}
