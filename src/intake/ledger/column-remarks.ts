/** Remarks on cells that could be read; the same remark on many cells of a column is reported once, with the rows. */

import { CellFault } from "../../read/ledger/cell.ts";
import { rowsInWords } from "./sheet-notes.ts";

interface ColumnRemark {
  /** The first cell with this remark. */
  readonly row: number;
  readonly column: number;
  readonly fault: CellFault;
  readonly others: number[];
}

export class ColumnRemarks {
  readonly #remarks = new Map<string, ColumnRemark>();

  add(row: number, column: number, fault: CellFault): void {
    const key = `${column} ${fault.code}`;
    const known = this.#remarks.get(key);
    if (known === undefined) this.#remarks.set(key, { row, column, fault, others: [] });
    else known.others.push(row);
  }

  report(take: (row: number, column: number, fault: CellFault) => void): void {
    for (const { row, column, fault, others } of this.#remarks.values()) {
      const more = others.length === 0 ? "" : `；同样的还有 ${others.length} 格：第 ${rowsInWords(others)} 行`;
      take(row, column, new CellFault(fault.code, `${fault.message}${more}`, fault.hint));
    }
  }
}
