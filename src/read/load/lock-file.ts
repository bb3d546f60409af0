/** Lock files that an office program puts beside an open document under a similar name; they hold no content. */

import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { EnvironmentError } from "../../base/problem/environment-error.ts";

/** `~$台账.xlsx` of Excel, Word and WPS, `.~台账.xlsx` of WPS on Linux, `.~lock.台账.xlsx#` of LibreOffice. */
export function isLockFile(name: string): boolean {
  return /^(?:~\$|\.~)/.test(name);
}

/** @throws EnvironmentError when a command was given a lock file in place of its document, which the message names. */
export function refuseLockFile(file: string): void {
  const name = path.basename(file);
  if (!isLockFile(name)) return;
  const rest = name.replace(/^(?:~\$|\.~lock\.|\.~)/, "").replace(/#$/, "");
  const real = realName(path.dirname(file), rest);
  throw new EnvironmentError(
    `“${name}”不是要用的文件，是${real === undefined ? "文件" : `“${real}”`}在 Word、Excel 或 WPS 里打开时临时留下的锁文件`,
    real === undefined
      ? "真正的文件就在旁边，名字开头没有“~$”；请在 Word、Excel 或 WPS 里存盘、关掉它，再用它的名字来一次。"
      : `请先在 Word、Excel 或 WPS 里存盘、关掉“${real}”，再用这个名字来一次；已经关掉了而锁文件还在的，删掉锁文件就行。`,
  );
}

/** Finds the document of a lock file. Word replaces up to two characters at the beginning of the name by ~$, depending on its length. */
function realName(folder: string, rest: string): string | undefined {
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => !isLockFile(name)) : [];
  const fits = [0, 1, 2].map((more) => names.find((name) => name.endsWith(rest) && name.length === rest.length + more));
  return fits.find((name) => name !== undefined);
}
