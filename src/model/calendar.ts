/** Names of dates and periods relative to the as-of date of a figure: 去年同期, 上月同期, 上月. */

import { addDays, addMonths, daysInMonth, isMonthEnd } from "../base/text/moment.ts";
import type { Moment } from "../base/text/moment.ts";
import { periodAround, periodBefore } from "./frequency.ts";
import type { Period } from "./frequency.ts";

/** From the as-of date to the date it is compared with. */
export type Shift = (moment: Moment) => Moment;

const months =
  (count: number): Shift =>
  (moment) => {
    const moved = addMonths(moment, count);
    // 30 November is the end of its month, and so is 31 October.
    return isMonthEnd(moment) ? { ...moved, day: daysInMonth(moved.year, moved.month) } : moved;
  };
const days =
  (count: number): Shift =>
  (moment) =>
    addDays(moment, count);

export const shifts: ReadonlyMap<string, Shift> = new Map([
  ["去年同期", months(-12)],
  ["上年同期", months(-12)],
  ["前年同期", months(-24)],
  // The same weekday: weeks end on a Sunday whatever its date.
  ["去年同周", days(-52 * 7)],
  ["上季同期", months(-3)],
  ["上月同期", months(-1)],
  ["上周同期", days(-7)],
  ["昨日同期", days(-1)],
]);

/** From the as-of date of this issue's own figure to the named period. */
export const periods: ReadonlyMap<string, (now: Moment) => Period> = new Map([
  ["本月", (now) => periodAround("每月", now)],
  ["上月", (now) => periodBefore("每月", now)],
  ["本季度", (now) => periodAround("每季", now)],
  ["上季度", (now) => periodBefore("每季", now)],
  ["今年", (now) => periodAround("每年", now)],
  ["去年", (now) => periodBefore("每年", now)],
  ["上年", (now) => periodBefore("每年", now)],
  ["去年同月", (now) => periodAround("每月", months(-12)(now))],
  ["昨日", (now) => periodBefore("每日", now)],
  ["上周", (now) => periodBefore("每周", now)],
]);

/** Reserved: no measure may have one of these names. */
export const calendarNames: readonly string[] = [...shifts.keys(), ...periods.keys()];
