/** Output files of drafts for signature and comparisons, in a folder of their own and never in a site. (送审) */

import { existsSync, statSync } from "node:fs";
import path from "node:path";
import { writeAtomic } from "../../base/file/write-atomic.ts";
import { EnvironmentError } from "../../base/problem/environment-error.ts";
import { explainSystemFault } from "../../base/problem/system-fault.ts";
import { isSite } from "./output-folder.ts";

/** Below the root; excluded from version control. */
export const draftFolder = "送审";

/** The file asked for (absolute), or `name` in the drafts folder. @throws EnvironmentError it would be in a site */
export function draftFile(asked: string | undefined, root: string, name: string): string {
  const file = asked ?? path.join(root, draftFolder, name);
  for (let folder = path.dirname(file); folder !== path.dirname(folder); folder = path.dirname(folder))
    if (isSite(folder))
      throw new EnvironmentError(
        `${file} 在网站文件夹 ${folder} 里，送审的东西不能上网站`,
        "请用 --output 另外指一个地方，或者不写 --output。",
      );
  if (existsSync(file) && statSync(file).isDirectory())
    throw new EnvironmentError(`${file} 是文件夹`, "--output 后面请写文件名，如 --output 送审/第15期.pdf。");
  return file;
}

/** Replaces an older draft of the same name. @throws EnvironmentError it cannot be written */
export function writeDraft(file: string, content: Uint8Array | string): void {
  try {
    writeAtomic(file, [content]);
  } catch (fault) {
    throw explainSystemFault(fault);
  }
}
