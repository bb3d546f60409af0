/** `check --fix`: applies safe fixes, shows each change, and writes files atomically. */

import { readFileSync } from "node:fs";
import type { Root } from "../read/load/root.ts";
import { PersonalTexts } from "../base/problem/personal.ts";
import type { Problem } from "../base/problem/problem.ts";
import { applyFixes } from "./proofread/index.ts";
import { sortedOut } from "./safe-fixes.ts";
import { decode } from "../read/source/decode.ts";
import { writeWhole } from "../base/file/write-whole.ts";

/** Returns what was done, line by line, in Chinese. @throws EnvironmentError when a file cannot be written. */
export function mend(root: Root, problems: readonly Problem[]): string[] {
  return [...converted(root, problems), ...mended(root, problems)];
}

/** Number of problems that the next `mend` would fix, without those blocked by a neighbouring error. */
export function countMendable(root: Root, problems: readonly Problem[]): number {
  const files = [...new Set(problems.map(({ place }) => place.file))];
  const encoded = problems.filter(({ code }) => code === "encoding").length;
  return files.reduce((sum, file) => {
    const source = root.sources.get(file);
    return source === undefined ? sum : sum + sortedOut(source, problems).safe.length;
  }, encoded);
}

/** Converts files in another encoding, as saved by Windows editors, to UTF-8. */
function converted(root: Root, problems: readonly Problem[]): string[] {
  const files = new Set(problems.filter((problem) => problem.code === "encoding").map((problem) => problem.place.file));
  return [...files].flatMap((file) => {
    const decoded = decode(readFileSync(root.absolute(file)));
    if (decoded.ok || decoded.text === undefined) return [];
    writeWhole(root.absolute(file), decoded.text);
    const caution = decoded.encoding === "GB18030" ? "（请打开看一眼：繁体 Big5 的文件会变成乱码）" : "";
    return [`${file}：${decoded.encoding} 编码已转成 UTF-8${caution}`];
  });
}

function mended(root: Root, problems: readonly Problem[]): string[] {
  const files = [
    ...new Set(problems.filter((problem) => problem.fix !== undefined).map((problem) => problem.place.file)),
  ].sort();
  const personal = new PersonalTexts(problems);
  return files.flatMap((file) => {
    const source = root.sources.get(file);
    if (source === undefined) return [];
    const { safe, kept } = sortedOut(source, problems);
    const { text, changes } = applyFixes(source, safe);
    if (text === source.text) return kept;
    // Decoding removed the byte order mark; it belongs to the editor's file and is restored.
    const mark = readFileSync(root.absolute(file))
      .subarray(0, 3)
      .equals(Buffer.from([0xef, 0xbb, 0xbf]))
      ? "\ufeff"
      : "";
    writeWhole(root.absolute(file), mark + text);
    const made = changes.flatMap(({ line, before, after, codes }) => [
      `${file}:${line} 已改（${codes.join("、")}）`,
      `    - ${personal.line(file, line, before)}`,
      `    + ${personal.line(file, line, after)}`,
    ]);
    return [...made, ...kept];
  });
}
