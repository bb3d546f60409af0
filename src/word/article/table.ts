/** A Word table → a Markdown table. */

import { cells as widthOf } from "../../text/cells.ts";
import { paragraphsOf } from "../read/model.ts";
import type { WordCell, WordTable } from "../read/model.ts";
import { placeOf } from "./remarks.ts";
import type { Remarks } from "./remarks.ts";
import { verbatimCell } from "./verbatim.ts";
import { wordsOf } from "./words.ts";

export interface MarkdownTable {
  /** A first row that is one cell over all columns is the table's title. */
  readonly title: string | undefined;
  readonly markdown: string;
}

/** `undefined` for a table of one column: a frame around text, no table. */
export function markdownTable(table: WordTable, remarks: Remarks): MarkdownTable | undefined {
  const columns = Math.max(0, ...table.rows.map(({ cells }) => cells.reduce((sum, { span }) => sum + span, 0)));
  if (columns < 2) return undefined;
  const [first] = table.rows;
  const titled = first !== undefined && table.rows.length > 2 && first.cells.length === 1;
  const title = titled ? cellText(first.cells[0]) : undefined;
  const rows = titled && title !== "" ? table.rows.slice(1) : table.rows;
  report(table, rows, remarks);
  const lines = rows.map(({ cells }) => {
    const texts = cells.flatMap((cell) => [
      cell.continues ? "" : cellText(cell),
      ...Array.from({ length: cell.span - 1 }, () => ""),
    ]);
    while (texts.length < columns) texts.push("");
    return `| ${texts.map(verbatimCell).join(" | ")} |`;
  });
  const rule = `|${" --- |".repeat(columns)}`;
  return {
    title: title === "" ? undefined : title,
    markdown: [lines[0] ?? "", rule, ...lines.slice(1)].join("\n"),
  };
}

function report(table: WordTable, rows: WordTable["rows"], remarks: Remarks): void {
  const place = placeOf(table);
  const merged: string[] = [];
  for (const [row, { cells }] of rows.entries()) {
    for (const [column, cell] of cells.entries())
      if (cell.span > 1 || cell.continues) merged.push(`第 ${row + 1} 行第 ${column + 1} 格`);
  }
  if (merged.length > 0)
    remarks.add(
      `表格有合并的单元格，拆开后空着：${merged.slice(0, 6).join("、")}${merged.length > 6 ? "等" : ""}，请核对`,
      place,
    );
  const all = rows.flatMap(({ cells }) => cells);
  if (all.some(({ blocks }) => blocks.some(({ kind }) => kind === "table")))
    remarks.add("表格里还有表格，只留下了文字", place);
  if (all.some((cell) => paragraphsOf(cell.blocks).filter((paragraph) => wordsOf(paragraph) !== "").length > 1))
    remarks.add("单元格里有几段的，合成了一段", place);
}

function cellText(cell: WordCell | undefined): string {
  return paragraphsOf(cell?.blocks ?? [])
    .map(wordsOf)
    .filter((text) => text !== "")
    .reduce(
      (joined, text) => `${joined}${/[\x21-\x7e]$/.test(joined) && /^[\x21-\x7e]/.test(text) ? " " : ""}${text}`,
      "",
    );
}

/** 表1 各县区情况, or a short centred line: the words above a table. */
export function isCaption(words: string, centred: boolean): boolean {
  return (/^表\s*[\d一二三四五六七八九十]+/.test(words) || centred) && widthOf(words) <= 40 && !/[。：]$/.test(words);
}

export function isUnitLine(words: string): boolean {
  return /^[（(]?单位[：:]/.test(words) && widthOf(words) <= 20;
}
