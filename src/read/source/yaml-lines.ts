/** The lines of a YAML text that form its structure: not empty, no comments, not inside a block scalar (`|`, `>`). */

import type { SourceText } from "../../base/problem/source-text.ts";

/** Numbers of the lines, from 1, between two offsets. */
export function contentLines(source: SourceText, start: number, end: number): number[] {
  const numbers: number[] = [];
  const last = source.place(end).line;
  let blockIndent: number | undefined;
  for (let number = source.place(start).line; number <= last; number++) {
    if (source.lineStart(number) >= end && number > source.place(start).line) break;
    const line = source.line(number);
    if (line.trim() === "" || /^\s*#/.test(line)) continue;
    const indent = /^[ \u3000\t]*/.exec(line)?.[0].length ?? 0;
    if (blockIndent !== undefined && indent > blockIndent) continue;
    blockIndent = /[:：]\s*[|>][+-]?\d?\s*(#.*)?$/.test(line) ? indent : undefined;
    numbers.push(number);
  }
  return numbers;
}
