/** How often a bulletin appears (刊期), and the periods that its issues report: whole days, weeks, months. */

import { addDays, compareMoments, dayNumber, daysInMonth } from "../base/text/moment.ts";
import type { Moment } from "../base/text/moment.ts";

/** Average length of a period in days. */
const averageDays = {
  每日: 1,
  每周: 7,
  每旬: 10.15,
  每半月: 15.2,
  每月: 30.4,
  每季: 91.3,
  每半年: 182.6,
  每年: 365.2,
};

export type Frequency = keyof typeof averageDays;
export const frequencies = Object.keys(averageDays) as readonly Frequency[];

/** A period of whole days, both ends included. */
export interface Period {
  readonly since: Moment;
  readonly asOf: Moment;
}

/** Whether at least one issue is missing between two dates: an issue may be late, but hardly by a whole period. */
export function isIssueMissing(frequency: Frequency, before: Moment, now: Moment): boolean {
  return dayNumber(now) - dayNumber(before) >= 1.9 * averageDays[frequency];
}

/** For parts of a month their first days, for longer periods their months. */
const monthParts: Partial<Record<Frequency, readonly number[]>> = { 每旬: [1, 11, 21], 每半月: [1, 16] };
const monthCounts: Partial<Record<Frequency, number>> = { 每月: 1, 每季: 3, 每半年: 6, 每年: 12 };

/** The period that contains a day; weeks begin on Monday. */
export function periodAround(frequency: Frequency, moment: Moment): Period {
  const { year, month, day } = moment;
  const date = { year, month, day };
  if (frequency === "每日") return { since: date, asOf: date };
  if (frequency === "每周") {
    // 1970-01-01 was a Thursday.
    const monday = addDays(date, -((((dayNumber(date) + 3) % 7) + 7) % 7));
    return { since: monday, asOf: addDays(monday, 6) };
  }
  const starts = monthParts[frequency];
  const count = monthCounts[frequency] ?? 1;
  const first = month - ((month - 1) % count);
  const last = first + count - 1;
  const whole = { since: { year, month: first, day: 1 }, asOf: { year, month: last, day: daysInMonth(year, last) } };
  if (starts === undefined) return whole;
  const from = starts.findLast((start) => start <= day) ?? 1;
  const next = starts.find((start) => start > day);
  return { since: { ...date, day: from }, asOf: next === undefined ? whole.asOf : { ...date, day: next - 1 } };
}

/** The last period that ended before the one that contains a day. */
export function periodBefore(frequency: Frequency, moment: Moment): Period {
  return periodAround(frequency, addDays(periodAround(frequency, moment).since, -1));
}

/** How a period that begins at `since` relates to one that ends at `asOf`. Dates without an hour meet if one is the day after the other. */
export function gapBetween(
  asOf: Moment | undefined,
  since: Moment | undefined,
): "same" | "meets" | "gap" | "overlap" | undefined {
  if (asOf === undefined || since === undefined) return undefined;
  const minutes = asOf.hour === undefined || since.hour === undefined ? undefined : compareMoments(since, asOf);
  const days = dayNumber(since) - dayNumber(asOf);
  if (minutes === 0 || (minutes === undefined && days === 0)) return "same";
  if (minutes === undefined && days === 1) return "meets";
  return (minutes ?? days) < 0 ? "overlap" : "gap";
}
