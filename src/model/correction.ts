import type { Moment } from "../base/text/moment.ts";
import type { Place } from "../base/problem/problem.ts";

/** What was put right in an issue after it had been published. (更正) */
export interface Correction {
  /** 日期 of the correction. */
  readonly date: Moment;
  /** 内容: what was wrong and what is right. */
  readonly what: string;
  /** 原因 */
  readonly why: string;
  /** 撤下旧版: what was wrong must not be seen any more, such as somebody's telephone. */
  readonly withheld: boolean;
  readonly place: Place;
}
