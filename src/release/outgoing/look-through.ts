import { readFileSync } from "node:fs";
import path from "node:path";
import { filesBelow } from "../../base/file/files-below.ts";
import { LastPass, type LastPassOptions, type Leak } from "./last-pass.ts";

/** Personal items in the files of a finished site. `isSame`: whether a file is unchanged since its last check. */
export function lookThrough(site: string, options: LastPassOptions, isSame: (file: string) => boolean): Leak[] {
  const pass = new LastPass(options);
  return filesBelow(site)
    .filter((file) => !isSame(file))
    .flatMap((file) => pass.look(file, readFileSync(path.join(site, file))));
}
