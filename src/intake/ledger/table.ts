/** Finds the headings of the tables on a sheet, and resolves merged cells. */

import type { ImportMapping } from "../../model/import-mapping.ts";
import type { LedgerColumn, LedgerDefinition } from "../../model/ledger.ts";
import { columnsByHeading, plainHeading } from "../../read/ledger/headings.ts";
import { WorkbookFault } from "../../read/ledger/workbook/sheet.ts";
import type { MergedRange, Sheet, SheetCell } from "../../read/ledger/workbook/sheet.ts";

/** Largest number of cells in all merged ranges together. */
const mostCovered = 2_000_000;

export interface TableHead {
  /** The first and the last row of the headings. */
  readonly top: number;
  readonly row: number;
  readonly headings: readonly { readonly text: string; readonly column: number }[];
  /** The columns of the ledger among the headings. */
  readonly columns: ReadonlySet<LedgerColumn>;
}

/** Heading → column of the ledger, by the names of the ledger and the mapping of the office. */
export function importHeadings(definition: LedgerDefinition, mapping: ImportMapping): Map<string, LedgerColumn> {
  const known = new Map(columnsByHeading(definition));
  for (const [heading, name] of mapping.headings) {
    const column = definition.columns.find((other) => other.name === name);
    if (column !== undefined) known.set(plainHeading(heading), column);
  }
  return known;
}

/** The merged ranges of a sheet, indexed by their cells. */
export class Merges {
  readonly #sheet: Sheet;
  readonly #byRow = new Map<number, MergedRange[]>();

  /** @throws WorkbookFault for more merged cells than a table can have. */
  constructor(sheet: Sheet) {
    this.#sheet = sheet;
    const last = [...sheet.rows.keys()].reduce((most, row) => Math.max(most, row), 0);
    let covered = 0;
    for (const range of sheet.merges) {
      for (let row = range.top; row <= Math.min(range.bottom, last); row++) {
        if (++covered > mostCovered)
          throw new WorkbookFault("合并单元格太多，不像是台账", "请取消用不着的合并，另存一份再导入。");
        const own = this.#byRow.get(row) ?? [];
        own.push(range);
        this.#byRow.set(row, own);
      }
    }
  }

  at(row: number, column: number): MergedRange | undefined {
    return this.#byRow.get(row)?.find((range) => column >= range.left && column <= range.right);
  }

  inRow(row: number): readonly MergedRange[] {
    return this.#byRow.get(row) ?? [];
  }

  /** The cell itself, or the first one of its merged range. */
  cell(row: number, column: number): SheetCell | undefined {
    const range = this.at(row, column);
    return range === undefined
      ? this.#sheet.rows.get(row)?.get(column)
      : this.#sheet.rows.get(range.top)?.get(range.left);
  }
}

/**
 * All rows of headings of a sheet, from the top; a table may repeat them above each batch. `given`: the row of the first ones, if the
 * office has stated it.
 */
export function findHeads(
  sheet: Sheet,
  merges: Merges,
  known: ReadonlyMap<string, LedgerColumn>,
  given: number | undefined,
): TableHead[] {
  const heads: TableHead[] = [];
  for (const row of [...sheet.rows.keys()].sort((a, b) => a - b)) {
    if (given !== undefined && row < given) continue;
    const last = heads.at(-1);
    const isNext = last !== undefined && row === last.row + 1;
    if (isNext && isSecondRow(sheet, row, known))
      heads[heads.length - 1] = joined(last, headAt(sheet, merges, row, known));
    if (row !== given && !namesCases(sheet, merges, row, known)) continue;
    const head = headAt(sheet, merges, row, known);
    if (row !== given && head.columns.size < 2) continue;
    // If the headings take two rows, the lower one has at least as many, because the upper ones are merged downwards.
    if (!isNext) heads.push(head);
    else if (head.columns.size >= last.columns.size) heads[heads.length - 1] = { ...head, top: last.top };
  }
  return heads;
}

/** Whether the table is transposed, with one case in each column: a column has the heading of case numbers and two others. */
export function isSideways(sheet: Sheet, known: ReadonlyMap<string, LedgerColumn>): boolean {
  const byColumn = new Map<number, Set<LedgerColumn>>();
  for (const cells of sheet.rows.values())
    for (const [at, cell] of cells) {
      const column = cell.kind === "text" ? known.get(plainHeading(cell.text)) : undefined;
      if (column !== undefined) byColumn.set(at, (byColumn.get(at) ?? new Set<LedgerColumn>()).add(column));
    }
  return [...byColumn.values()].some(
    (columns) => columns.size > 2 && [...columns].some(({ kind }) => kind === "number"),
  );
}

/** Whether a cell of the row, possibly merged from above, is the heading of case numbers. */
function namesCases(sheet: Sheet, merges: Merges, row: number, known: ReadonlyMap<string, LedgerColumn>): boolean {
  const names = (cell: SheetCell | undefined): boolean =>
    cell?.kind === "text" && cell.text.length <= 40 && known.get(plainHeading(cell.text))?.kind === "number";
  for (const cell of sheet.rows.get(row)?.values() ?? []) if (names(cell)) return true;
  return merges.inRow(row).some(({ top, left }) => top < row && names(sheet.rows.get(top)?.get(left)));
}

/** Whether a row consists of further headings, such as 办结状态 and 办结日期 below 办结情况. */
function isSecondRow(sheet: Sheet, row: number, known: ReadonlyMap<string, LedgerColumn>): boolean {
  const cells = [...(sheet.rows.get(row)?.values() ?? [])];
  const columns = cells.map((cell) => (cell.kind === "text" ? known.get(plainHeading(cell.text)) : undefined));
  return (
    columns.length > 0 &&
    columns.every((column) => column !== undefined && column.kind !== "number") &&
    cells.every((cell) => cell.kind === "text")
  );
}

function joined(upper: TableHead, lower: TableHead): TableHead {
  const below = new Map(lower.headings.map((heading) => [heading.column, heading]));
  const headings = [...upper.headings.filter(({ column }) => !below.has(column)), ...below.values()].sort(
    (a, b) => a.column - b.column,
  );
  return { top: upper.top, row: lower.row, headings, columns: new Set([...upper.columns, ...lower.columns]) };
}

function headAt(sheet: Sheet, merges: Merges, row: number, known: ReadonlyMap<string, LedgerColumn>): TableHead {
  const at = new Set(sheet.rows.get(row)?.keys());
  for (const range of merges.inRow(row))
    if (range.top < row)
      for (let column = range.left; column <= Math.min(range.right, range.left + 200); column++) at.add(column);
  const headings = [...at]
    .sort((a, b) => a - b)
    .flatMap((column) => {
      const cell = merges.cell(row, column);
      return cell?.kind === "text" ? [{ text: cell.text, column }] : [];
    });
  const columns = new Set(headings.flatMap(({ text }) => known.get(plainHeading(text)) ?? []));
  return { top: row, row, headings, columns };
}
