/** Splits a Markdown file into its front matter (文首) and body. */

import { error } from "../problem/problem.ts";
import type { Problem } from "../problem/problem.ts";
import type { SourceText } from "../problem/source-text.ts";

export interface FrontMatterRange {
  /** Offsets of the YAML between the fences. */
  readonly start: number;
  readonly end: number;
  /** Offset at which the body starts. */
  readonly bodyStart: number;
}

const example =
  "文件开头要有两行 ---，中间写“标题: …”“栏目: …”，例如：--- / 标题: 零陵区打响污染防治攻坚战 / 栏目: 立行立改动态 / ---";

/** Finds the front matter, or says what is wrong with its fences. */
export function frontMatter(source: SourceText): {
  readonly range: FrontMatterRange | undefined;
  readonly problems: readonly Problem[];
} {
  const fail = (line: number, message: string, hint = example): { range: undefined; problems: Problem[] } => ({
    range: undefined,
    problems: [error("front-matter", { file: source.file, line, column: 1 }, message, hint)],
  });
  let first = 1;
  while (first < source.lineCount && source.line(first).trim() === "") first++;
  const opening = source.line(first).trimEnd();
  if (opening !== "---") {
    if (/^[\s\u3000]*[-－—–_]{2,}\s*$/.test(opening))
      return fail(first, `文首的分隔线应是三个英文减号“---”，这里写的是“${opening.trim()}”`);
    return fail(first, "文件没有文首（开头的 --- 与 --- 之间）");
  }
  for (let line = first + 1; line <= source.lineCount; line++) {
    const text = source.line(line).trimEnd();
    if (text === "---") {
      return {
        range: {
          start: source.lineStart(first + 1),
          end: source.lineStart(line),
          bodyStart: source.lineStart(line + 1),
        },
        problems: [],
      };
    }
    if (/^[\s\u3000]*[－—–]{2,}$/.test(text))
      return fail(line, `文首的分隔线应是三个英文减号“---”，这里写的是“${text.trim()}”`);
  }
  return fail(first, "文首没有结束：少了第二行 ---");
}
