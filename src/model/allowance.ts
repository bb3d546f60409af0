import type { Place } from "../base/problem/problem.ts";

/** A personal item that may be printed, by an office in all issues or by one issue, with the reason. (隐私放行) */
export interface Allowance {
  readonly content: string;
  readonly reason: string;
  readonly place: Place;
}
