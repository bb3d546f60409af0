/** What a bulletin counts and how it breaks the counts down: the content of `data/tallies.yaml`. (指标与分组) */

import type { Place } from "../base/problem/problem.ts";
import type { LedgerCount, LedgerDefinition } from "./ledger.ts";
import type { Registry } from "./registry.ts";
import type { Status } from "./status.ts";

/** A way of breaking a count down (分组): by unit, category, source … */
export interface Dimension {
  readonly name: string;
  readonly registry: Registry;
  /** 可重复: 是: one case may belong to several members, so that the parts may add up to more than the total. */
  readonly overlapping: boolean;
  /** 可重复: 否 (written out): each case belongs to one member, even if the parts have a 量词 of their own. */
  readonly exclusive?: boolean;
  /** 量词 of its parts where it differs from the measure's (cases 件, problems 个). */
  readonly measureWord: string | undefined;
  /**
   * 可不全: the data may list only some members (来信 left out), so that the parts may add up to less than the total. If all members
   * are listed, the parts must add up to it.
   */
  readonly partial?: boolean;
}

export const cycles = ["每年", "每季", "每月"] as const;
export type Cycle = (typeof cycles)[number];

/** Something that is counted (指标): cases received, closed, key cases, fines … */
export interface MeasureDefinition {
  readonly name: string;
  /** 量词: 件, 个, 家, 万元 … */
  readonly measureWord: string;
  /** 属于: the measure of which this one is a part and can never exceed. */
  readonly within: string | undefined;
  /** 算式: computed from other measures, never typed. */
  readonly formula: { readonly expression: string; readonly place: Place } | undefined;
  /** 应等于: an expression that the measure, counted independently, must equal. */
  readonly equals?: MeasureDefinition["formula"];
  /** 小数: how many decimals a typed value may have; 0 for things that are counted. */
  readonly decimals: number;
  /** 百分比: printed as a percentage with this many decimals. */
  readonly percent: number | undefined;
  /** 小数 of a computed measure: printed with exactly so many decimals. */
  readonly rounded?: number | undefined;
  /** 取位: 去尾 instead of rounding half up, where the measure is printed without a filter that says otherwise. */
  readonly cut?: boolean;
  /** 可为负: what may lie below zero (a level against its limit, a temperature). */
  readonly mayBeNegative?: boolean;
  /** 互斥: dimensions whose parts add up exactly for this measure although they may overlap for others. */
  readonly exclusive: readonly string[];
  /** 不合计: parts that have no meaningful sum (rainfall at stations). */
  readonly additive: boolean;
  /** 累计自: the measure of a single issue that this one accumulates from issue to issue. */
  readonly accumulates: string | undefined;
  /** 累计周期: how often it starts again from nothing (a year-to-date figure each year); absent when it never does. */
  readonly cycle?: Cycle | undefined;
  /** 口径: how it is counted, if readers need to know (阶段性办结计入办结); a sentence without full stop. */
  readonly note?: string | undefined;
  /** 可减少: a stock that may fall from issue to issue (cases open), unlike a cumulative count. */
  readonly mayFall: boolean;
  /** 台账: how it is counted from the ledger. */
  readonly ledger?: LedgerCount | undefined;
  readonly place: Place;
}

export interface Vocabulary {
  readonly dimensions: ReadonlyMap<string, Dimension>;
  readonly measures: ReadonlyMap<string, MeasureDefinition>;
  /** 状态: the customary ones and the office's own. */
  readonly statuses: readonly Status[];
  /** 台账: where the case ledger is and what its columns mean; absent when the office has none. */
  readonly ledger?: LedgerDefinition | undefined;
}
