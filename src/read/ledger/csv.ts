/** Separated values (RFC 4180) with the offset of every cell, so that errors can name line and column. */

import { error } from "../../base/problem/problem.ts";
import type { Problem } from "../../base/problem/problem.ts";
import type { SourceText } from "../../base/problem/source-text.ts";
import { commas } from "./separator.ts";
import type { Separation } from "./separator.ts";

/** One record. The arrays are reused for the next one. */
export interface Row {
  readonly cells: readonly string[];
  /** UTF-16 offset of each cell; of its opening quote where it has one. */
  readonly offsets: readonly number[];
}

const quote = 0x22;
const newline = 0x0a;
const carriageReturn = 0x0d;

/**
 * Calls `take` with every record that is not blank, in order. Line ends may be LF or CRLF; a quoted cell may hold line
 * ends, separators and doubled quotes. After a quote that is never closed nothing more can be read.
 */
export function readCsv(source: SourceText, take: (row: Row) => void, separation: Separation = commas): Problem[] {
  const { text } = source;
  const separator = separation.separator.charCodeAt(0);
  const problems: Problem[] = [];
  const cells: string[] = [];
  const offsets: number[] = [];
  let at = separation.start;
  while (at < text.length) {
    cells.length = 0;
    offsets.length = 0;
    let inRecord = true;
    while (inRecord) {
      offsets.push(at);
      const formula = formulaEnd(text, at, separator);
      if (formula !== undefined) {
        cells.push(text.slice(at, formula));
        at = formula;
      } else if (text.charCodeAt(at) === quote) {
        const end = closingQuote(text, at);
        if (end < 0) {
          problems.push(unclosed(source, at));
          return problems;
        }
        const inner = text.slice(at + 1, end);
        cells.push(inner.includes('""') ? inner.replaceAll('""', '"') : inner);
        at = end + 1;
        if (!endsCell(text, at, separator)) {
          problems.push(strayAfter(source, at));
          at = endOfCell(text, at, separator);
        }
      } else {
        const end = endOfCell(text, at, separator);
        const cell = text.slice(at, end);
        if (cell.includes('"')) problems.push(strayInside(source, at + cell.indexOf('"')));
        cells.push(cell);
        at = end;
      }
      inRecord = text.charCodeAt(at) === separator;
      if (inRecord) at++;
    }
    if (text.charCodeAt(at) === carriageReturn) at++;
    if (text.charCodeAt(at) === newline) at++;
    if (cells.some((cell) => cell.trim() !== "")) take({ cells, offsets });
  }
  return problems;
}

/** The quote that closes the one at `start`; -1 when there is none. */
function closingQuote(text: string, start: number): number {
  let at = text.indexOf('"', start + 1);
  while (at >= 0 && text.charCodeAt(at + 1) === quote) at = text.indexOf('"', at + 2);
  return at;
}

/** The end of `="00012"`, as systems write what Excel should take for text; `undefined` for any other cell. */
function formulaEnd(text: string, at: number, separator: number): number | undefined {
  if (!text.startsWith('="', at)) return undefined;
  const end = closingQuote(text, at + 1) + 1;
  return end > 0 && endsCell(text, end, separator) ? end : undefined;
}

function endsCell(text: string, at: number, separator: number): boolean {
  if (at >= text.length) return true;
  const code = text.charCodeAt(at);
  return code === separator || code === newline || (code === carriageReturn && text.charCodeAt(at + 1) === newline);
}

function endOfCell(text: string, start: number, separator: number): number {
  let at = start;
  while (!endsCell(text, at, separator)) at++;
  return at;
}

function unclosed(source: SourceText, at: number): Problem {
  return error(
    "csv-quote",
    source.place(at),
    "英文引号没有成对，从这一格起都读不出来",
    "内容里要用英文引号的，整格用引号括起来，里面的引号写两遍；最好用电子表格软件另存为 CSV。",
  );
}

function strayAfter(source: SourceText, at: number): Problem {
  return error("csv-quote", source.place(at), "引号后面还有别的字", "一格要么整格用英文引号括起来，要么不用引号。");
}

function strayInside(source: SourceText, at: number): Problem {
  return error(
    "csv-quote",
    source.place(at),
    "一格中间有英文引号",
    "请改用中文引号“”；要留英文引号的，整格用引号括起来，里面的写两遍。",
  );
}
