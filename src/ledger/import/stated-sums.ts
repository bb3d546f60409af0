/** Sums that a table states – 合计, 小计, 第一批（共12件） – held against the cases that were read. */

import type { AmountColumn, LedgerColumn } from "../../model/ledger.ts";
import type { CaseReading } from "../case-reader.ts";
import { CellFault } from "../cell.ts";

/** Cases and amounts, in the smallest unit of their column, since some row. */
class Running {
  cases = 0;
  readonly amounts = new Map<LedgerColumn, number>();

  add(reading: CaseReading, columns: readonly LedgerColumn[]): void {
    this.cases++;
    for (const column of columns) {
      if (column.kind !== "amount") continue;
      const cell = reading.amounts[column.slot];
      const values = cell === undefined ? [] : typeof cell === "number" ? [cell] : [...cell.values()];
      for (const value of values) this.amounts.set(column, (this.amounts.get(column) ?? 0) + value);
    }
  }
}

export class StatedSums {
  readonly #report: (row: number, fault: CellFault) => void;
  readonly #all = new Running();
  /** Since the last batch line or sum. */
  #since = new Running();
  /** A batch line that names its number of cases. */
  #promised:
    { readonly row: number; readonly name: string; readonly count: number; readonly cases: Running } | undefined;

  constructor(report: (row: number, fault: CellFault) => void) {
    this.#report = report;
  }

  add(reading: CaseReading, columns: readonly LedgerColumn[]): void {
    this.#all.add(reading, columns);
    this.#since.add(reading, columns);
    this.#promised?.cases.add(reading, columns);
  }

  /** A batch begins. */
  begin(row: number, name: string, count: number | undefined): void {
    this.end();
    this.#since = new Running();
    this.#promised = count === undefined ? undefined : { row, name, count, cases: new Running() };
  }

  /** The sheet ends. */
  end(): void {
    const promised = this.#promised;
    this.#promised = undefined;
    if (promised === undefined || promised.cases.cases === promised.count) return;
    this.#differs(
      promised.row,
      `${promised.name}的标题写的是 ${promised.count} 件，下面导入的是 ${promised.cases.cases} 件`,
    );
  }

  /** A row of sums is right when it gives those of the whole sheet, or those since the last one. */
  total(row: number, name: string, count: number | undefined, amounts: ReadonlyMap<LedgerColumn, number>): void {
    const since = this.#since;
    this.#since = new Running();
    if (count !== undefined && count !== this.#all.cases && count !== since.cases)
      this.#differs(row, `“${name}”写的是 ${count} 件，上面导入的是 ${inWords(since.cases, this.#all.cases)} 件`);
    for (const [column, stated] of amounts) {
      if (column.kind !== "amount") continue;
      const sums = [since, this.#all].map((running) => inUnits(running.amounts.get(column) ?? 0, column));
      if (sums.some((sum) => Math.abs(sum - stated) < 0.5 / 10 ** column.decimals)) continue;
      this.#differs(
        row,
        `“${name}”的“${column.name}”是 ${stated}，上面导入的合起来是 ${inWords(sums[0] ?? 0, sums[1] ?? 0)}`,
      );
    }
  }

  #differs(row: number, message: string): void {
    this.#report(row, new CellFault("stated-sum", message, "请核对：是不是漏了行、多了行，或者合计没有更新。"));
  }
}

function inUnits(smallest: number, column: AmountColumn): number {
  return smallest / 10 ** column.decimals;
}

/** One number where both are the same. */
function inWords(since: number, all: number): string {
  return since === all ? String(all) : `${since}（全表 ${all}）`;
}
