/** `check --fix`: mends what is safe, shows each change, writes each file whole. */

import { readFileSync } from "node:fs";
import type { Root } from "../read/load/root.ts";
import { PersonalTexts } from "../base/problem/personal.ts";
import type { Problem } from "../base/problem/problem.ts";
import { applyFixes } from "../check/proofread/index.ts";
import { sortedOut } from "../check/safe-fixes.ts";
import { decode } from "../read/source/decode.ts";
import { writeWhole } from "../base/file/write-whole.ts";

/** Returns what was done, line by line, in Chinese. @throws EnvironmentError when a file cannot be written. */
export function mend(root: Root, problems: readonly Problem[]): string[] {
  return [...converted(root, problems), ...mended(root, problems)];
}

/** How many of the problems the next `mend` would take up: not those that an error beside them keeps it from. */
export function countMendable(root: Root, problems: readonly Problem[]): number {
  const files = [...new Set(problems.map(({ place }) => place.file))];
  const encoded = problems.filter(({ code }) => code === "encoding").length;
  return files.reduce((sum, file) => {
    const source = root.sources.get(file);
    return source === undefined ? sum : sum + sortedOut(source, problems).safe.length;
  }, encoded);
}

/** Files saved by a Windows editor in another encoding become UTF-8. */
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
    // The byte order mark that decoding took off is the editor's own and goes back.
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
