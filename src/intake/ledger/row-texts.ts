/** The texts of a row's cells, completed from merged cells and from columns to be filled down (补齐). */

import type { ImportMapping } from "../../model/import-mapping.ts";
import type { LedgerColumn } from "../../model/ledger.ts";
import { CellFault } from "../../read/ledger/cell.ts";
import type { MergedRange, Sheet } from "../../read/ledger/workbook/sheet.ts";
import type { ColumnRemarks } from "./column-remarks.ts";
import { plainValue } from "./plain-value.ts";
import type { SheetNotes } from "./sheet-notes.ts";
import type { Merges } from "./table.ts";

export class RowTexts {
  readonly #from1904: boolean;
  readonly #merges: Merges;
  readonly #filledDown: ImportMapping["filledDown"];
  readonly #notes: SheetNotes;
  readonly #remarks: ColumnRemarks;
  /** Ranges over several columns that have been reported. */
  readonly #across = new Set<MergedRange>();
  /** The last values of columns to be filled down. */
  readonly #above = new Map<LedgerColumn, string>();

  constructor(sheet: Sheet, merges: Merges, mapping: ImportMapping, notes: SheetNotes, remarks: ColumnRemarks) {
    this.#from1904 = sheet.from1904;
    this.#merges = merges;
    this.#filledDown = mapping.filledDown;
    this.#notes = notes;
    this.#remarks = remarks;
  }

  /** Stops filling down a column from above this row. */
  forget(column: LedgerColumn): void {
    this.#above.delete(column);
  }

  /** `undefined` for a cell merged across columns, which is reported once. @throws CellFault */
  text(row: number, column: LedgerColumn, at: number): string | undefined {
    const range = this.#merges.at(row, at);
    if (range !== undefined && range.right > range.left) {
      if (this.#across.has(range)) return undefined;
      this.#across.add(range);
      throw new CellFault("merged-across", `“${column.name}”与旁边的列合并了`, "请取消合并，各填各的。");
    }
    if (range !== undefined && range.top < row) {
      if (column.kind === "number" || column.kind === "amount") {
        throw new CellFault(
          "merged-down",
          `“${column.name}”与上面几行合并了，这一行没有自己的内容`,
          "一件有几个责任单位的，只占一行，责任单位写成“零陵、蓝山”的样子；确实是几件的，请取消合并，每行各填各的。",
        );
      }
      this.#notes.filled();
    }
    const text = plainValue(this.#merges.cell(row, at), column, {
      from1904: this.#from1904,
      remark: (fault) => {
        this.#remarks.add(row, at, fault);
      },
    });
    if (!this.#filledDown.has(column.name)) return text;
    if (text !== "") this.#above.set(column, text);
    return text === "" ? (this.#above.get(column) ?? "") : text;
  }
}
