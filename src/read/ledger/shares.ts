/** What each counted case adds to a measure, and whose it is. */

import type { CaseLedger, CaseRecord, LedgerCount } from "../../model/ledger.ts";
import type { Member } from "../../model/registry.ts";
import type { Selection } from "./selection.ts";

/**
 * `value` is 1 or, for a sum, an amount in the column's smallest unit. Several `units` share it; `done` names those of
 * them that qualify when not all do, and then the case does not count yet.
 */
export type TakeShare = (
  record: CaseRecord,
  value: number,
  units: readonly Member[],
  done: readonly Member[] | undefined,
) => void;

/** Is this share part of a number? */
export type IsMeant = (record: CaseRecord, units: readonly Member[], done: readonly Member[] | undefined) => boolean;

export class Shares {
  readonly selection: Selection;
  readonly #ledger: CaseLedger;
  readonly #count: LedgerCount;

  constructor(ledger: CaseLedger, count: LedgerCount, selection: Selection) {
    this.#ledger = ledger;
    this.#count = count;
    this.selection = selection;
  }

  /** What a value of 1 stands for. */
  get scale(): number {
    const { sum, divisor } = this.#count;
    return sum === undefined ? 1 : 10 ** sum.decimals * divisor;
  }

  /** Decimals that a sum is written with, as its parts are; `undefined` where it is in another unit than they. */
  get decimals(): number | undefined {
    const { sum, divisor } = this.#count;
    return sum === undefined || divisor !== 1 ? undefined : this.#ledger.written.get(sum);
  }

  forEach(take: TakeShare): void {
    const { sum } = this.#count;
    for (const record of this.#ledger.cases) {
      const found = this.selection.qualify(record);
      if (found === false) continue;
      const units = this.selection.units(record);
      const done = found === true ? undefined : found;
      if (sum === undefined) {
        take(record, 1, units, done);
        continue;
      }
      const amount = record.amounts[sum.slot];
      if (typeof amount === "number") {
        if (amount !== 0) take(record, amount, units, done);
      } else if (amount !== undefined) {
        // A sum that each unit has its own part of is not joint.
        for (const unit of done ?? units) {
          const own = amount.get(unit) ?? 0;
          if (own !== 0) take(record, own, [unit], undefined);
        }
      }
    }
  }

  /** The cases behind a number; looked for only when somebody asks. */
  cases(isMeant: IsMeant): CaseRecord[] {
    const found = new Set<CaseRecord>();
    this.forEach((record, _, units, done) => {
      if (isMeant(record, units, done)) found.add(record);
    });
    return [...found];
  }
}
