import type { Place } from "../base/problem/problem.ts";

/** A personal item that may be printed, in all issues or in one, with the reason. (隐私放行) */
export interface Allowance {
  readonly content: string;
  readonly reason: string;
  /** Start and end of the entry in its file. */
  readonly place: Place;
  readonly end: Place;
}
