/** Where on a sheet the table is: its headings, and what merged cells say. */

import type { LedgerColumn, LedgerDefinition } from "../../model/ledger.ts";
import type { ImportMapping } from "../../model/import-mapping.ts";
import { columnsByHeading, plainHeading } from "../headings.ts";
import { WorkbookFault } from "../workbook/read-xlsx.ts";
import type { MergedRange, Sheet, SheetCell } from "../workbook/sheet.ts";

/** How far down a sheet headings are looked for. */
const titleRows = 30;

/** Rows that all merged ranges together may cover. */
const mostCovered = 2_000_000;

export interface TableHead {
  /** The last row of the headings. */
  readonly row: number;
  readonly headings: readonly { readonly text: string; readonly column: number }[];
}

/** Heading → column of the ledger, as the office's mapping and the ledger's own names have it. */
export function importHeadings(definition: LedgerDefinition, mapping: ImportMapping): Map<string, LedgerColumn> {
  const known = new Map(columnsByHeading(definition));
  for (const [heading, name] of mapping.headings) {
    const column = definition.columns.find((other) => other.name === name);
    if (column !== undefined) known.set(plainHeading(heading), column);
  }
  return known;
}

/** Merged ranges of a sheet by the cells that they cover. */
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

  /** The cell itself, or the one that it is merged into. */
  cell(row: number, column: number): SheetCell | undefined {
    const range = this.at(row, column);
    return range === undefined
      ? this.#sheet.rows.get(row)?.get(column)
      : this.#sheet.rows.get(range.top)?.get(range.left);
  }
}

/** The row with the most headings that the ledger knows, the case number among them; `undefined` when there is none. */
export function findHead(
  sheet: Sheet,
  merges: Merges,
  known: ReadonlyMap<string, LedgerColumn>,
  given: number | undefined,
): TableHead | undefined {
  const rows = given === undefined ? [...sheet.rows.keys()].filter((row) => row <= titleRows) : [given];
  let best: { head: TableHead; score: number } | undefined;
  for (const row of rows.sort((a, b) => a - b)) {
    const headings = headingsIn(sheet, merges, row);
    const columns = new Set(headings.flatMap(({ text }) => known.get(plainHeading(text)) ?? []));
    const hasNumber = [...columns].some((column) => column.kind === "number");
    if (given === undefined && (!hasNumber || columns.size < 2)) continue;
    // Of headings in two rows, the upper ones merged downwards, the lower row says more or as much.
    if (best === undefined || columns.size >= best.score) best = { head: { row, headings }, score: columns.size };
  }
  return best?.head;
}

function headingsIn(sheet: Sheet, merges: Merges, row: number): { text: string; column: number }[] {
  const columns = new Set(sheet.rows.get(row)?.keys());
  for (const range of merges.inRow(row))
    if (range.top < row)
      for (let column = range.left; column <= Math.min(range.right, range.left + 200); column++) columns.add(column);
  return [...columns]
    .sort((a, b) => a - b)
    .flatMap((column) => {
      const cell = merges.cell(row, column);
      return cell?.kind === "text" ? [{ text: cell.text, column }] : [];
    });
}
