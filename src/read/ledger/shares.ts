/** The contribution of each counted case to a measure, with the units that share it. */

import type { CaseLedger, CaseRecord, LedgerCount } from "../../model/ledger.ts";
import type { Member } from "../../model/registry.ts";
import type { Selection } from "./selection.ts";

/**
 * `value` is 1 or, for a sum, an amount in the column's smallest unit. Several `units` share it; `done` names those of
 * them that qualify when not all do, and then the case does not count yet.
 */
type TakeShare = (
  record: CaseRecord,
  value: number,
  units: readonly Member[],
  done: readonly Member[] | undefined,
) => void;

/** Whether a share contributes to the number in question. */
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

  /** The divisor that turns a sum of shares into the number of the measure. */
  get scale(): number {
    const { sum, divisor } = this.#count;
    return sum === undefined ? 1 : 10 ** sum.decimals * divisor;
  }

  /** The decimals of a sum, as its parts are written; `undefined` for a sum in another unit. */
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
        // An amount given for each unit separately is not shared.
        for (const unit of done ?? units) {
          const own = amount.get(unit) ?? 0;
          if (own !== 0) take(record, own, [unit], undefined);
        }
      }
    }
  }

  /** The cases behind a number, found only on request. */
  cases(isMeant: IsMeant): CaseRecord[] {
    const found = new Set<CaseRecord>();
    this.forEach((record, _, units, done) => {
      if (isMeant(record, units, done)) found.add(record);
    });
    return [...found];
  }
}
