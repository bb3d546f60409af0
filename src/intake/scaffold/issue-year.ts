/** Which year the number of a new issue counts in: its date's, or the one before or after as earlier issues did. (年份) */

import type { Issue } from "../../model/issue.ts";
import type { Moment } from "../../base/text/moment.ts";

export interface IssueYear {
  readonly year: number;
  /** The issue whose example is followed, where the year is not the date's. */
  readonly like: Pick<Issue, "id" | "date"> | undefined;
}

type Dated = Pick<Issue, "id" | "year" | "date">;

/** Days by which the same quarter's issue may come out later (or earlier) than in another year. */
const slack = 15;

/** `issues` oldest first. */
export function issueYear(issues: readonly Dated[], date: Moment): IssueYear {
  const last = issues.at(-1);
  const years = issues.map(({ year }) => year);
  // The numbers of a new year have begun, be it before its first of January.
  if (last !== undefined && last.year > date.year && last.date.value.year === date.year)
    return { year: last.year, like: last };
  const early = issues.findLast((issue) => issue.year < issue.date.value.year);
  if (early !== undefined && last?.year === date.year - 1 && last.date.value.year <= last.year)
    if (dayOfYear(date) <= dayOfYear(early.date.value) + slack) return { year: date.year - 1, like: early };
  const late = issues.findLast((issue) => issue.year > issue.date.value.year);
  if (late !== undefined && years.includes(date.year) && dayOfYear(date) >= dayOfYear(late.date.value) - slack / 3)
    return { year: date.year + 1, like: late };
  return { year: date.year, like: undefined };
}

/** Near enough to compare days of two years. */
function dayOfYear({ month, day }: Moment): number {
  return (month - 1) * 30.5 + day;
}
