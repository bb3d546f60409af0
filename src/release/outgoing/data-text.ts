/** The readable text of data files and scripts: one value per line, preceded by its name. */

import { address, ELEMENT } from "./escapes.ts";
import { dividedNumbers, isContact } from "./divided-numbers.ts";

/** Reads a value that contains markup. */
export type MarkupReader = (markup: string) => readonly string[];

export function jsonText(json: string, markup: MarkupReader): readonly string[] {
  try {
    const lines: string[] = [];
    collect("", JSON.parse(json) as unknown, lines, markup);
    return lines;
  } catch {
    return json.split("\n");
  }
}

/** Numbers of at most six digits cannot be personal items. */
const SHORT = 1_000_000;

function collect(name: string, value: unknown, lines: string[], markup: MarkupReader): void {
  if (typeof value === "string")
    lines.push(...(ELEMENT.test(value) ? markup(value) : `${name}${address(value)}`.split("\n")));
  else if (typeof value === "number") lines.push(value >= SHORT ? `${name}${value}` : name);
  else if (Array.isArray(value)) {
    for (const item of value as unknown[]) collect(name, item, lines, markup);
    lines.push(
      ...dividedNumbers(
        value.filter((item) => typeof item === "string"),
        false,
      ),
    );
  } else if (typeof value === "object" && value !== null)
    for (const [key, item] of Object.entries(value)) {
      lines.push(key);
      collect(`${key}:`, item, lines, markup);
      if (typeof item === "string") lines.push(...dividedNumbers([key, item], false));
    }
}

/** The strings and comments of a script; a string may contain JSON. */
export function scriptText(script: string, markup: MarkupReader): readonly string[] {
  const data = /^[\w.[\]"'-]+\s*=\s*([[{][^]*[\]}]);?\s*$/.exec(script.trim())?.[1];
  if (data !== undefined) return jsonText(data, markup);
  return [
    ...script.matchAll(/"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`|\/\*[^]*?\*\/|\/\/[^\n]*/g),
  ].map(([text]) => text.replace(/\\u([0-9a-fA-F]{4})/g, (_, code: string) => String.fromCharCode(parseInt(code, 16))));
}

/** Each cell with its column's name, so that a number comes with the word 电话. */
export function csvText(csv: string): readonly string[] {
  const lines = new Set<string>();
  let columns: string[] | undefined;
  let cells: string[] = [];
  for (const [, quoted, plain = "", end] of csv.matchAll(/(?:"((?:[^"]|"")*)"|([^,\r\n]*))(,|\r?\n|$)/g)) {
    cells.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end === ",") continue;
    columns ??= cells;
    for (const [at, cell] of cells.entries()) if (cell.length > 1) lines.add(`${columns[at] ?? ""}:${cell}`);
    for (const divided of dividedNumbers(cells, columns.some(isContact))) lines.add(divided);
    cells = [];
    if (end === "") break;
  }
  return [...lines];
}
