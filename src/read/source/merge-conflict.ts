/** Finds the markers that git or SVN puts into a file that two people changed in one place. (合并冲突) */

import { error } from "../../base/problem/problem.ts";
import type { Problem } from "../../base/problem/problem.ts";
import type { SourceText } from "../../base/problem/source-text.ts";

/** Seven equal signs at the beginning of a line; all but the dividing one may be followed by a name. */
const marker = /^(?:(<{7}|>{7}|\|{7})(?: (.*))?|={7})$/;

interface Line {
  readonly number: number;
  readonly sign: string;
  readonly name: string;
}

/** One problem for each conflict, at its first line. A line of ======= alone is no conflict. */
export function mergeConflicts(source: SourceText): Problem[] {
  // A quick test, so that large ledgers need not be divided into lines.
  if (!/^(?:<{7}|>{7}|\|{7})/m.test(source.text)) return [];
  const conflicts: Line[][] = [];
  for (let number = 1; number <= source.lineCount; number++) {
    const line = source.line(number);
    const match = marker.exec(line);
    if (match === null) continue;
    const found = { number, sign: line.charAt(0), name: match[2]?.trim() ?? "" };
    const last = conflicts.at(-1);
    if (last === undefined || found.sign === "<" || last.at(-1)?.sign === ">") conflicts.push([found]);
    else last.push(found);
  }
  return conflicts.filter((lines) => lines.some(({ sign }) => sign !== "=")).map((lines) => problem(source, lines));
}

function problem(source: SourceText, lines: readonly Line[]): Problem {
  const [first] = lines;
  const named = (sign: string, own: string): string => {
    const line = lines.find((other) => other.sign === sign);
    if (line === undefined) return "";
    return `${own}${line.name === "" ? "" : `“${line.name}”`}（第 ${line.number} 行）`;
  };
  const sides = [named("<", "一边是"), named(">", "另一边是")].filter((side) => side !== "").join("，");
  return error(
    "merge-conflict",
    { file: source.file, line: first?.number ?? 1, column: 1 },
    `这里有没有处理完的合并冲突${sides === "" ? "" : `：${sides}`}`,
    "请看清两边各改了什么，留下对的，再删去 <<<<<<<、|||||||、=======、>>>>>>> 这几行。",
  );
}
