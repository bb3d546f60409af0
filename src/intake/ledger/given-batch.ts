/** The batch in the line above a table or in the name of the sheet, for cases without a batch of their own. (批次) */

import type { BatchColumn, LedgerColumn } from "../../model/ledger.ts";
import { CellFault } from "../../read/ledger/cell.ts";
import { batchOf } from "./row-kind.ts";

/** The texts of a case by column, each with its column in the sheet. */
export type CaseTexts = Map<LedgerColumn, readonly [text: string, column: number]>;

export class GivenBatch {
  readonly column: BatchColumn | undefined;
  #batch: { readonly value: number; readonly row: number | undefined } | undefined;

  constructor(columns: readonly LedgerColumn[], sheetName: string) {
    this.column = columns.find((column): column is BatchColumn => column.kind === "batch");
    const batch = batchOf(sheetName);
    if (batch !== undefined) this.#batch = { value: batch, row: undefined };
  }

  begin(row: number, value: number): void {
    this.#batch = { value, row };
  }

  /** Adds the batch to a case. Returns the fault of a case that has none, or another one than the line above. */
  give(texts: CaseTexts): { readonly at: number; readonly fault: CellFault; readonly isError: boolean } | undefined {
    if (this.column === undefined) return undefined;
    const { name } = this.column;
    const [own, at] = texts.get(this.column) ?? ["", undefined];
    if (own === "") {
      if (this.#batch !== undefined) texts.set(this.column, [String(this.#batch.value), at ?? 1]);
      else if (at !== undefined) {
        const hint = `请补上；空着表示与上一行同一批的，请在 data/import.yaml 里写“补齐: ${name}”。`;
        return { at, fault: new CellFault("empty-value", `“${name}”空着`, hint), isError: true };
      }
      return undefined;
    }
    const line = this.#batch?.row;
    if (line === undefined || this.#batch === undefined || own === String(this.#batch.value)) return undefined;
    const message = `“${name}”写的是 ${own}，第 ${line} 行的标题却是第 ${this.#batch.value} 批，按 ${own} 导入`;
    return { at: at ?? 1, fault: new CellFault("batch-line", message, "请核对这一件是哪一批的。"), isError: false };
  }
}
