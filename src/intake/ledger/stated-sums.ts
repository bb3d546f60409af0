/** Compares the totals stated in a table – 合计, 小计, 第一批（共12件） – with the cases that were read. */

import type { AmountColumn, LedgerColumn } from "../../model/ledger.ts";
import type { CaseReading } from "../../read/ledger/case-reader.ts";
import { CellFault } from "../../read/ledger/cell.ts";

/** Number of cases and sums of amounts, in the smallest unit of their column, since some row. */
class Running {
  cases = 0;
  readonly amounts = new Map<LedgerColumn, number>();

  copy(): Running {
    const copy = new Running();
    copy.cases = this.cases;
    for (const [column, sum] of this.amounts) copy.amounts.set(column, sum);
    return copy;
  }

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

/** A row of totals, with the sums of the cases above it. */
interface Stated {
  readonly row: number;
  readonly name: string;
  readonly count: number | undefined;
  readonly amounts: ReadonlyMap<LedgerColumn, number>;
  readonly since: Running;
  readonly above: Running;
  /** The sums of the cases up to the next such row, because some tables have their totals on top. */
  readonly below: Running;
}

export class StatedSums {
  readonly #report: (row: number, fault: CellFault) => void;
  readonly #all = new Running();
  /** The sums since the last batch line or row of totals. */
  #since = new Running();
  /** The sums below the last row of totals. */
  #open: Running | undefined;
  /** A batch line that states its number of cases. */
  #promised:
    { readonly row: number; readonly name: string; readonly count: number; readonly cases: Running } | undefined;
  readonly #stated: Stated[] = [];

  constructor(report: (row: number, fault: CellFault) => void) {
    this.#report = report;
  }

  add(reading: CaseReading, columns: readonly LedgerColumn[]): void {
    for (const running of [this.#all, this.#since, this.#open, this.#promised?.cases]) running?.add(reading, columns);
  }

  /** To be called at a batch line. */
  begin(row: number, name: string, count: number | undefined): void {
    this.#checkPromised();
    this.#since = new Running();
    this.#open = undefined;
    this.#promised = count === undefined ? undefined : { row, name, count, cases: new Running() };
  }

  /** To be called at the end of the sheet. */
  end(): void {
    this.#checkPromised();
    for (const stated of this.#stated) this.#compare(stated);
  }

  total(row: number, name: string, count: number | undefined, amounts: ReadonlyMap<LedgerColumn, number>): void {
    const since = this.#since;
    this.#since = new Running();
    this.#open = new Running();
    this.#stated.push({ row, name, count, amounts, since, above: this.#all.copy(), below: this.#open });
  }

  #checkPromised(): void {
    const promised = this.#promised;
    this.#promised = undefined;
    if (promised === undefined || promised.cases.cases === promised.count) return;
    this.#differs(
      promised.row,
      `${promised.name}的标题写的是 ${promised.count} 件，下面导入的是 ${promised.cases.cases} 件`,
    );
  }

  /** Totals are right if they equal the sums of the whole sheet, since the last row of totals, or until the next one. */
  #compare({ row, name, count, amounts, since, above, below }: Stated): void {
    const candidates = [since, above, below, this.#all];
    const isOnTop = above.cases === 0;
    const where = isOnTop ? "下面" : "上面";
    const [near, whole] = isOnTop ? [below, this.#all] : [since, above];
    if (count !== undefined && candidates.every(({ cases }) => cases !== count))
      this.#differs(row, `“${name}”写的是 ${count} 件，${where}导入的是 ${inWords(near.cases, whole.cases)} 件`);
    for (const [column, stated] of amounts) {
      if (column.kind !== "amount") continue;
      const sum = ({ amounts: sums }: Running): number => inUnits(sums.get(column) ?? 0, column);
      if (candidates.some((running) => Math.abs(sum(running) - stated) < 0.5 / 10 ** column.decimals)) continue;
      this.#differs(
        row,
        `“${name}”的“${column.name}”是 ${stated}，${where}导入的合起来是 ${inWords(sum(near), sum(whole))}`,
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

/** Both numbers, or one if they are equal. */
function inWords(since: number, all: number): string {
  return since === all ? String(all) : `${since}（全表 ${all}）`;
}
