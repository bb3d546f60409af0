/** How often a bulletin comes out (刊期), and the stretches of time that its issues report: whole days, weeks, months. */

import { addDays, compareMoments, dayNumber, daysInMonth } from "../base/text/moment.ts";
import type { Moment } from "../base/text/moment.ts";

/** With the days that one takes. */
const usualDays = {
  每日: 1,
  每周: 7,
  每旬: 10.15,
  每半月: 15.2,
  每月: 30.4,
  每季: 91.3,
  每半年: 182.6,
  每年: 365.2,
};

export type Rhythm = keyof typeof usualDays;
export const rhythms = Object.keys(usualDays) as readonly Rhythm[];

/** Both days belong to it. */
export interface Stretch {
  readonly since: Moment;
  readonly asOf: Moment;
}

/** An issue may come out late, but hardly a whole turn. */
export function isTurnMissing(rhythm: Rhythm, before: Moment, now: Moment): boolean {
  return dayNumber(now) - dayNumber(before) >= 1.9 * usualDays[rhythm];
}

/** First days of the parts of a month, and whole months. */
const monthParts: Partial<Record<Rhythm, readonly number[]>> = { 每旬: [1, 11, 21], 每半月: [1, 16] };
const monthCounts: Partial<Record<Rhythm, number>> = { 每月: 1, 每季: 3, 每半年: 6, 每年: 12 };

/** The stretch that a day lies in; weeks begin on Monday. */
export function stretchAround(rhythm: Rhythm, moment: Moment): Stretch {
  const { year, month, day } = moment;
  const date = { year, month, day };
  if (rhythm === "每日") return { since: date, asOf: date };
  if (rhythm === "每周") {
    // 1970-01-01 was a Thursday.
    const monday = addDays(date, -((((dayNumber(date) + 3) % 7) + 7) % 7));
    return { since: monday, asOf: addDays(monday, 6) };
  }
  const starts = monthParts[rhythm];
  const count = monthCounts[rhythm] ?? 1;
  const first = month - ((month - 1) % count);
  const last = first + count - 1;
  const whole = { since: { year, month: first, day: 1 }, asOf: { year, month: last, day: daysInMonth(year, last) } };
  if (starts === undefined) return whole;
  const from = starts.findLast((start) => start <= day) ?? 1;
  const next = starts.find((start) => start > day);
  return { since: { ...date, day: from }, asOf: next === undefined ? whole.asOf : { ...date, day: next - 1 } };
}

/** The whole stretch that had ended before a day. */
export function stretchBefore(rhythm: Rhythm, moment: Moment): Stretch {
  return stretchAround(rhythm, addDays(stretchAround(rhythm, moment).since, -1));
}

/** How a period that begins at `since` lies to one that ends at `asOf`. Days without an hour meet when one follows the other, or is the same. */
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
