/** `check --fix`: mends what is safe, shows each change, writes each file whole. */

import { readFileSync } from "node:fs";
import type { Root } from "../load/root.ts";
import { PersonalTexts } from "../problem/personal.ts";
import type { Problem } from "../problem/problem.ts";
import { applyFixes } from "../proofread/index.ts";
import { decode } from "../source/decode.ts";
import { writeWhole } from "./write-whole.ts";

/** Returns what was done, line by line, in Chinese. @throws EnvironmentError when a file cannot be written. */
export function mend(root: Root, problems: readonly Problem[]): string[] {
  return [...converted(root, problems), ...mended(root, problems)];
}

/** How many of the problems the next `mend` would take up: not those in an article that an error keeps it from. */
export function countMendable(problems: readonly Problem[]): number {
  return problems.filter(
    (problem) =>
      problem.code === "encoding" ||
      (problem.fix !== undefined && brokenBy(problems, problem.place.file) === undefined),
  ).length;
}

/** In prose a sign that is wrong as it stands (a brace, a picture) would be taken for text and made worse. */
function brokenBy(problems: readonly Problem[], file: string): Problem | undefined {
  if (!/\.(md|markdown)$/i.test(file)) return undefined;
  return problems.find(({ place, severity, fix }) => place.file === file && severity === "error" && fix === undefined);
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
    const broken = brokenBy(problems, file);
    if (broken !== undefined) return [`${file}：有错误（第 ${broken.place.line} 行），改好以后再自动改标点`];
    const { text, changes } = applyFixes(
      source,
      problems.filter((problem) => problem.place.file === file),
    );
    if (text === source.text) return [];
    // The byte order mark that decoding took off is the editor's own and goes back.
    const mark = readFileSync(root.absolute(file))
      .subarray(0, 3)
      .equals(Buffer.from([0xef, 0xbb, 0xbf]))
      ? "\ufeff"
      : "";
    writeWhole(root.absolute(file), mark + text);
    return changes.flatMap(({ line, before, after, codes }) => [
      `${file}:${line} 已改（${codes.join("、")}）`,
      `    - ${personal.line(file, line, before)}`,
      `    + ${personal.line(file, line, after)}`,
    ]);
  });
}
