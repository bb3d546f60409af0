/** The request of an issue to count one measure from the ledger: dates, batches and names, but no numbers. (从台账统计) */

import type { Place } from "../base/problem/problem.ts";
import type { AsOf, BatchRange, CountLine, JointCounting, NamedMember } from "./count-sheet.ts";
import type { MeasureDefinition } from "./vocabulary.ts";

/** A name in the order and form in which it is to be printed. */
export interface PlacedName extends NamedMember {
  readonly place: Place;
}

export interface LedgerRequest {
  readonly measure: MeasureDefinition;
  readonly asOf: AsOf;
  readonly since: AsOf | undefined;
  readonly batches: BatchRange | undefined;
  /** 重新累计 */
  readonly restarts: boolean;
  /** 合计 as stated by the source; the count from the ledger must equal it. */
  readonly stated: CountLine | undefined;
  /** By dimension: names and order of its lines. Members not named follow in the order of the registry. */
  readonly names: ReadonlyMap<string, readonly PlacedName[]>;
  /** 共有: names and order of the units of joint cases. */
  readonly jointNames: readonly PlacedName[];
  readonly jointCounting: JointCounting;
  /** 列出零项: members without cases are listed too. */
  readonly listsZeros: boolean;
  readonly place: Place;
}
