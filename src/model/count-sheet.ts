/** The counts of one issue, as read from its `counts.yaml`. (数据表) */

import type Fraction from "fraction.js";
import type { Place } from "../base/problem/problem.ts";
import type { Moment } from "../base/text/moment.ts";
import type { Batches } from "./batches.ts";
import type { Member } from "./registry.ts";

/** A case of the ledger that a count includes. */
export interface CaseReference {
  /** 受理编号 */
  readonly number: string;
  readonly place: Place;
}

/** One line `label: number`, typed or counted from the ledger: the smallest input of a figure. */
export interface CountLine {
  /** As typed; printed unchanged. */
  readonly label: string;
  readonly member: Member | undefined;
  readonly value: Fraction;
  readonly place: Place;
  /** Digits behind the decimal point, as typed: 2 of 61.50. */
  readonly decimals?: number;
  /** The cases counted, when the number comes from a ledger. */
  readonly cases?: readonly CaseReference[];
}

/** A name as typed with the member it means. */
export interface NamedMember {
  readonly label: string;
  readonly member: Member;
}

/** Cases that belong to several units at once. (共有件) */
export interface JointCount {
  readonly units: readonly NamedMember[];
  /** 单位数: how many units share them, where the data does not name the units. */
  readonly unitCount: number;
  readonly count: CountLine;
  /** 已完成: the units whose part is done. All of them, or `undefined`, means that the cases are done. */
  readonly completed: readonly NamedMember[] | undefined;
  readonly place: Place;
}

/** `apart` (单列): counted once, after the list. `each` (各计): counted in the list of every unit. */
export type JointCounting = "apart" | "each";

/** The batches of a measure with their place. */
export interface BatchRange extends Batches {
  readonly place: Place;
}

/** A date in the data with its place. */
export interface AsOf {
  readonly moment: Moment;
  readonly place: Place;
}

/** A breakdown as typed. */
export interface Group {
  readonly dimension: string;
  readonly lines: readonly CountLine[];
  readonly place: Place;
}

/** One row of a cross breakdown: the counts of one member of the first dimension by the second. */
interface CrossRow {
  readonly label: string;
  readonly member: Member | undefined;
  readonly lines: readonly CountLine[];
  readonly place: Place;
}

/** A breakdown by two dimensions at once: `单位×类别`. (交叉分组) */
export interface CrossGroup {
  readonly dimensions: readonly [rows: string, columns: string];
  readonly rows: readonly CrossRow[];
  readonly place: Place;
}

/** The data of one measure. */
export interface CountBlock {
  readonly measure: string;
  readonly asOf: AsOf | undefined;
  /** 起始: the start of the period, where it is not the beginning. */
  readonly since: AsOf | undefined;
  readonly batches: BatchRange | undefined;
  /** 重新累计: counting begins anew with this issue and does not go on from those before. */
  readonly restarts?: boolean;
  /** 合计: the total as stated by the source; checked against the parts, or the only figure there is. */
  readonly total: CountLine | undefined;
  readonly groups: readonly Group[];
  readonly crosses?: readonly CrossGroup[];
  readonly joint: readonly JointCount[];
  readonly jointCounting: JointCounting;
  readonly place: Place;
}

/** An exemption of one issue from one finding of a rule, with the reason. (免检) */
export interface Waiver {
  readonly rule: string;
  /** 问题: the message of the finding, figures included; no other finding is covered. `undefined` when left out. */
  readonly statement: string | undefined;
  /** 原句: the words of the article around the number, for rules over what is typed. */
  readonly wording: string | undefined;
  readonly reason: string;
  readonly place: Place;
}

export interface CountSheet {
  readonly file: string;
  readonly blocks: ReadonlyMap<string, CountBlock>;
  readonly waivers: readonly Waiver[];
}
