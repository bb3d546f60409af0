import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { LastPass, type LastPassOptions, type Leak } from "./last-pass.ts";

/** Personal items in the files of a finished site. `isSame`: whether a file has been looked at before, as it is. */
export function lookThrough(site: string, options: LastPassOptions, isSame: (file: string) => boolean): Leak[] {
  const pass = new LastPass(options);
  return filesOf(site)
    .filter((file) => !isSame(file))
    .flatMap((file) => pass.look(file, readFileSync(path.join(site, file))));
}

function filesOf(site: string): string[] {
  return readdirSync(site, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(site, path.join(entry.parentPath, entry.name)).split(path.sep).join("/"))
    .sort();
}
