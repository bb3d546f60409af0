/** The year to which the number of a new issue belongs: that of its date or, as in earlier issues, the one before or after. (年份) */

import type { Issue } from "../../model/issue.ts";
import type { Moment } from "../../base/text/moment.ts";

export interface IssueYear {
  readonly year: number;
  /** The earlier issue that was numbered in this way, if the year is not that of the date. */
  readonly like: Pick<Issue, "id" | "date"> | undefined;
}

type Dated = Pick<Issue, "id" | "year" | "date">;

/** Days by which the date of the corresponding issue may differ from year to year. */
const slack = 15;

/** `issues` oldest first. */
export function issueYear(issues: readonly Dated[], date: Moment): IssueYear {
  const last = issues.at(-1);
  const years = issues.map(({ year }) => year);
  // The numbers of the new year have already begun, although its first day is still to come.
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

/** Approximate day of the year, for comparing dates of two years. */
function dayOfYear({ month, day }: Moment): number {
  return (month - 1) * 30.5 + day;
}
