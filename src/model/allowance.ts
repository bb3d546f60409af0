import type { Place } from "../base/problem/problem.ts";

/** A personal item that may be printed, by an office in all issues or by one issue, with the reason. (隐私放行) */
export interface Allowance {
  readonly content: string;
  readonly reason: string;
  /** Where the entry starts in its file, and where it has ended. */
  readonly place: Place;
  readonly end: Place;
}
