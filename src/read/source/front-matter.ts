/** Splits a Markdown file into its front matter (文首) and body. */

import { error } from "../../base/problem/problem.ts";
import type { Problem } from "../../base/problem/problem.ts";
import type { SourceText } from "../../base/problem/source-text.ts";

export interface FrontMatterRange {
  /** Offsets of the YAML between the fences. */
  readonly start: number;
  readonly end: number;
  /** Offset at which the body starts. */
  readonly bodyStart: number;
}

const example =
  "文件开头要有两行 ---，中间写“标题: …”“栏目: …”，例如：--- / 标题: 零陵区打响污染防治攻坚战 / 栏目: 立行立改动态 / ---";

interface FrontMatter {
  /** Also given when a fence is missing or mistyped, but the extent is clear. */
  readonly range: FrontMatterRange | undefined;
  readonly problems: readonly Problem[];
}

const mistyped = /^[\s\u3000]*[-－—–_]{2,}\s*$/;
const keyLine = /^[\s\u3000]*[\p{Script=Han}]{1,8}\s*[:：]/u;

/** Finds the front matter and reports faults of its fences. */
export function frontMatter(source: SourceText): FrontMatter {
  let first = 1;
  while (first < source.lineCount && source.line(first).trim() === "") first++;
  const problems: Problem[] = [];
  const opening = source.line(first).trimEnd();
  if (opening !== "---") {
    if (mistyped.test(opening)) problems.push(notAFence(source, first));
    else return withoutOpening(source, first);
  }
  for (let line = first + 1; line <= source.lineCount; line++) {
    const text = source.line(line).trimEnd();
    const isFence = text === "---";
    if (!isFence && !/^[\s\u3000]*[－—–]{2,}$/.test(text)) continue;
    if (!isFence) problems.push(notAFence(source, line));
    return { range: between(source, first + 1, line, line + 1), problems };
  }
  problems.push(fault(source, first, "文首没有结束：少了第二行 ---"));
  let end = first + 1;
  while (end <= source.lineCount && keyLine.test(source.line(end))) end++;
  return { range: end === first + 1 ? undefined : between(source, first + 1, end, end), problems };
}

/** Handles a file that begins with 标题: … instead of a fence. */
function withoutOpening(source: SourceText, first: number): FrontMatter {
  let end = first;
  while (end <= source.lineCount && keyLine.test(source.line(end))) end++;
  const isFenced = end > first && (source.line(end).trimEnd() === "---" || mistyped.test(source.line(end)));
  if (!isFenced)
    return { range: undefined, problems: [fault(source, first, "文件没有文首（开头的 --- 与 --- 之间）")] };
  const start = source.lineStart(first);
  const missing = {
    ...fault(source, first, "文首少了第一行 ---", "请在这一行上面加一行 ---。"),
    fix: { start, end: start, replacement: source.text.includes("\r\n") ? "---\r\n" : "---\n" },
  };
  const closing = source.line(end).trimEnd() === "---" ? [] : [notAFence(source, end)];
  return { range: between(source, first, end, end + 1), problems: [missing, ...closing] };
}

/** The lines from `first` to `end`, exclusive; the body starts at line `body`. */
const between = (source: SourceText, first: number, end: number, body: number): FrontMatterRange => ({
  start: source.lineStart(first),
  end: source.lineStart(end),
  bodyStart: source.lineStart(body),
});

function fault({ file }: SourceText, line: number, message: string, hint = example): Problem {
  return error("front-matter", { file, line, column: 1 }, message, hint);
}

function notAFence(source: SourceText, line: number): Problem {
  const start = source.lineStart(line);
  const typed = source.line(line);
  return {
    ...fault(source, line, `文首的分隔线应是三个英文减号“---”，这里写的是“${typed.trim()}”`),
    fix: { start, end: start + typed.length, replacement: "---" },
  };
}
