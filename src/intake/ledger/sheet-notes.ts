/** Collects notes for the editor on how the rows and columns of a sheet were treated. */

import { columnLetters } from "../../read/ledger/workbook/sheet.ts";
import type { Sheet, SheetCell } from "../../read/ledger/workbook/sheet.ts";

/** Number of characters that identify a row or cell. */
const enough = 16;

/** Up to this many rows are listed with their words, more by number only. */
const named = 12;

export class SheetNotes {
  readonly #sheet: Sheet;
  #filled = 0;
  readonly #dropped = new Set<string>();
  readonly #leftOut: { readonly row: number; readonly words: string }[] = [];
  readonly #heads: number[] = [];
  readonly #lacking: string[] = [];
  readonly #batchLines: number[] = [];
  readonly #hidden: number[] = [];
  readonly #struckRows: number[] = [];
  readonly #struckCells: number[] = [];
  readonly #columns = new Set<number>();
  readonly #stray = new Map<number, { readonly rows: number[]; readonly words: string }>();

  constructor(sheet: Sheet) {
    this.#sheet = sheet;
  }

  /** A cell took the value of the merged range to which it belongs. */
  filled(): void {
    this.#filled++;
  }

  droppedColumns(headings: readonly string[]): void {
    for (const heading of headings) this.#dropped.add(heading);
  }

  leftOut(row: number, words: string): void {
    this.#leftOut.push({ row, words });
  }

  repeatedHead(row: number): void {
    this.#heads.push(row);
  }

  /** `names`: the columns of tables above that the table below this row lacks. */
  lacking(row: number, names: readonly string[]): void {
    if (names.length > 0) this.#lacking.push(`第 ${row} 行的表头没有${names.join("、")}`);
  }

  batchLine(row: number): void {
    this.#batchLines.push(row);
  }

  /** `cells`: the cells of the case in columns that are read. */
  imported(row: number, cells: readonly SheetCell[]): void {
    if (this.#sheet.hiddenRows.has(row)) this.#hidden.push(row);
    const struck = cells.filter((cell) => "struck" in cell && cell.struck === true).length;
    if (struck > 0) (struck === cells.length ? this.#struckRows : this.#struckCells).push(row);
  }

  /** Notes cells without a heading. */
  stray(row: number, cells: ReadonlyMap<number, SheetCell>, headed: ReadonlySet<number>): void {
    for (const column of headed) this.#columns.add(column);
    for (const [at, cell] of cells) {
      if (headed.has(at)) continue;
      const known = this.#stray.get(at) ?? { rows: [], words: "text" in cell ? cell.text : "" };
      this.#stray.set(at, known);
      known.rows.push(row);
    }
  }

  list(): string[] {
    const rows = (list: readonly number[]): string => `第 ${rowsInWords(list)} 行`;
    const notes: string[] = [];
    if (this.#filled > 0) notes.push(`合并单元格补齐了 ${this.#filled} 格`);
    if (this.#dropped.size > 0) notes.push(`没有导入的列：${[...this.#dropped].join("、")}`);
    for (const [at, { rows: list, words }] of [...this.#stray].sort(([a], [b]) => a - b))
      notes.push(`${this.#columnName(at)}没有列名，里面的内容没有导入：${rows(list)}“${shortened(words)}”`);
    if (this.#batchLines.length > 0) notes.push(`批次标题：${rows(this.#batchLines)}`);
    if (this.#heads.length > 0) notes.push(`重复的表头：${rows(this.#heads)}`);
    for (const lack of this.#lacking) notes.push(`注意：${lack}，下面各件的这几列空着`);
    if (this.#leftOut.length > 0) notes.push(`不是信访件、没有导入的行：${this.#leftOutInWords()}`);
    if (this.#hidden.length > 0)
      notes.push(`注意：导入的里面有 ${this.#hidden.length} 行是隐藏的（手工隐藏或筛选掉的）：${rows(this.#hidden)}`);
    const hiddenColumns = this.#hiddenColumns();
    if (hiddenColumns.length > 0) notes.push(`注意：导入的里面有隐藏的列：${hiddenColumns.join("、")}`);
    if (this.#struckRows.length > 0)
      notes.push(
        `注意：导入的里面有 ${this.#struckRows.length} 行整行划了删除线：${rows(this.#struckRows)}；作废的请从表里删去，重新导入`,
      );
    if (this.#struckCells.length > 0) notes.push(`注意：${rows(this.#struckCells)}有划了删除线的格，照原样导入了`);
    return notes;
  }

  /** Lists rows, combining those with the same words. */
  #leftOutInWords(): string {
    const byWords = new Map<string, number[]>();
    for (const { row, words } of this.#leftOut) {
      const key = shortened(words);
      const same = byWords.get(key) ?? [];
      same.push(row);
      byWords.set(key, same);
    }
    const groups = [...byWords];
    const first = groups.slice(0, named).map(([words, rows]) => `第 ${rowsInWords(rows)} 行（${words}）`);
    const rest = groups.slice(named).flatMap(([, rows]) => rows);
    return [...first, ...(rest.length > 0 ? [`第 ${rowsInWords(rest.sort((a, b) => a - b))} 行`] : [])].join("、");
  }

  #hiddenColumns(): string[] {
    return this.#sheet.hiddenColumns.flatMap(({ first, last }) =>
      [...this.#columns]
        .filter((column) => column >= first && column <= last)
        .sort((a, b) => a - b)
        .map((column) => this.#columnName(column)),
    );
  }

  #columnName(column: number): string {
    return this.#sheet.label(1, 1) === "" ? `第 ${column} 列` : `${columnLetters(column)} 列`;
  }
}

function shortened(text: string): string {
  const plain = text.replace(/\s+/g, " ").trim();
  return plain.length > enough ? `${plain.slice(0, enough)}……` : plain;
}

/** 3, 4, 5, 9 → 3–5、9 */
export function rowsInWords(rows: readonly number[]): string {
  const runs: { first: number; last: number }[] = [];
  for (const row of rows) {
    const run = runs.at(-1);
    if (run !== undefined && row === run.last + 1) run.last = row;
    else runs.push({ first: row, last: row });
  }
  return runs
    .flatMap(({ first, last }) => (last === first + 1 ? [first, last] : [first === last ? first : `${first}–${last}`]))
    .join("、");
}
