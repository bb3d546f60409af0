/** A Word table → a Markdown table. */

import { cells as widthOf } from "../../../base/text/cells.ts";
import type { WordBlock, WordCell, WordParagraph, WordTable } from "../read/model.ts";
import type { RemarkPlace, Remarks } from "./remarks.ts";
import { verbatimCell } from "./verbatim.ts";
import { inOneLine, wordsOf } from "./words.ts";

interface MarkdownTable {
  /** The title, from a first row with one cell over all columns. */
  readonly title: string | undefined;
  readonly markdown: string;
}

/** Whether this is a real table; one with a single column is a frame around text. */
export function isTable(table: WordTable): boolean {
  return columnsOf(table) > 1;
}

function columnsOf({ rows }: WordTable): number {
  return Math.max(0, ...rows.map(({ cells }) => cells.reduce((sum, { span }) => sum + span, 0)));
}

export function markdownTable(table: WordTable, place: RemarkPlace, remarks: Remarks): MarkdownTable {
  const columns = columnsOf(table);
  const [first] = table.rows;
  const titled = first !== undefined && table.rows.length > 2 && first.cells.length === 1;
  const title = titled ? cellText(first.cells[0]) : "";
  const rows = title === "" ? table.rows : table.rows.slice(1);
  report(rows, place, remarks);
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

/** The cells that are empty after dividing merged ones: 第 1 行第 3 格（原与“信访件”合并） */
function emptied(rows: WordTable["rows"]): string[] {
  const above = new Map<number, string>();
  return rows.flatMap(({ cells }, row) => {
    let column = 0;
    return cells.flatMap((cell) => {
      const first = column;
      column += cell.span;
      const words = cell.continues ? (above.get(first) ?? "") : cellText(cell);
      above.set(first, words);
      const empty = Array.from({ length: cell.span }, (_, at) => first + at).slice(cell.continues ? 0 : 1);
      const name = cell.continues && first === 0 ? "，这一行因此没有名称" : "";
      return empty.map((at) => `第 ${row + 1} 行第 ${at + 1} 格（原与“${words}”合并${at === 0 ? name : ""}）`);
    });
  });
}

function report(rows: WordTable["rows"], { where }: RemarkPlace, remarks: Remarks): void {
  const empty = emptied(rows);
  if (empty.length > 0)
    remarks.add(`表格有合并的单元格，拆开后这些格空着，请补上或核对：${empty.join("、")}`, { where, words: "" });
  for (const [row, { cells }] of rows.entries())
    for (const cell of cells) {
      const add = (message: string, words: string): void => {
        remarks.add(message, { where, words });
      };
      if (cell.absent) add("表格的行左右不齐，缺的格空着，请核对", `第 ${row + 1} 行`);
      if (cell.blocks.some(({ kind }) => kind === "table")) add("表格里还有表格，只留下了文字", cellText(cell));
      const parts = partsOf(cell);
      if (parts.length > 1 && !cell.continues) add("单元格里有几段的，合成了一段，请核对", parts.join("⏎"));
    }
}

/** The paragraphs of a cell and of tables inside it, without text boxes, which only overlie the cell. */
export function cellParagraphs({ blocks }: Pick<WordCell, "blocks">): WordParagraph[] {
  return blocks.flatMap((block) =>
    block.kind === "paragraph" ? [block] : block.rows.flatMap(({ cells }) => cells.flatMap(cellParagraphs)),
  );
}

function partsOf(cell: WordCell): string[] {
  return cell.blocks.map(partText).filter((text) => text !== "");
}

function partText(block: WordBlock): string {
  if (block.kind === "paragraph") return wordsOf(block);
  return block.rows
    .flatMap(({ cells }) => cells.map(cellText))
    .filter((text) => text !== "")
    .join("　");
}

/** The text of a cell. A table inside it is put in brackets, so that its figures are not read together with the words around. */
function cellText(cell: WordCell | undefined): string {
  if (cell === undefined) return "";
  return cell.blocks.some(({ kind }) => kind === "table") ? partsOf(cell).join("　") : inOneLine(partsOf(cell));
}

/** Whether words above a table are its caption: 表1 各县区情况, or a short centred line. */
export function isCaption(words: string, centred: boolean): boolean {
  return (/^表\s*[\d一二三四五六七八九十]+/.test(words) || centred) && widthOf(words) <= 40 && !/[。：]$/.test(words);
}

export function isUnitLine(words: string): boolean {
  return /^[（(]?单位[：:]/.test(words) && widthOf(words) <= 20;
}
