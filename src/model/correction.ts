import type { Moment } from "../base/text/moment.ts";
import type { Place } from "../base/problem/problem.ts";

/** A correction of an issue after its publication. (更正) */
export interface Correction {
  /** 日期 of the correction. */
  readonly date: Moment;
  /** 内容: what was wrong and what is right. */
  readonly what: string;
  /** 原因 */
  readonly why: string;
  /** 撤下旧版: the earlier editions must no longer be shown, because they print something like a private telephone number. */
  readonly withheld: boolean;
  readonly place: Place;
}
