/** As-of moments and periods within one issue. */

import { compareMoments, dayNumber, momentForms, type Moment } from "../../base/text/moment.ts";
import type { Tally } from "../../compute/tally/tally.ts";
import type { Rule } from "./rule.ts";
import { allCounted, counted, wholeOf, type Counted, type Subject } from "./subject.ts";

const written = momentForms.年月日时;

export const asOfAfterIssue: Rule = {
  id: "as-of-after-issue",
  name: "截至晚于印发",
  level: "error",
  explanation: "数据的截至时间不能晚于这一期的印发日期：印发时还没有发生的事不会有数字。",
  example: "11月8日印发的一期，交办截至写11月17日。",
  find: (subject) =>
    allCounted(subject).flatMap(({ definition, block }) => {
      const { date } = subject.issue;
      // Figures of the issue's own day are possible, whatever the hour.
      if (block.asOf === undefined || dayNumber(block.asOf.moment) <= dayNumber(date.value)) return [];
      return {
        place: block.asOf.place,
        message: `“${definition.name}”截至${written(block.asOf.moment)}，晚于这一期的日期${written(date.value)}`,
        hint: "请核对截至时间，或 issue.yaml 里的日期。",
      };
    }),
};

export const asOfOrder: Rule = {
  id: "as-of-order",
  name: "部分的截至早于全部",
  level: "warning",
  explanation: "办结通常统计到交办的同一天或更晚，累计数至少到当期数的那一天；办结的截至早于交办的，多半是忘了改日期。",
  example: "交办截至11月7日，办结截至11月6日。",
  find: (subject) =>
    allCounted(subject).flatMap((now) => {
      const { asOf } = now.block;
      const other = closedLater(subject, now);
      if (asOf === undefined || other?.asOf === undefined) return [];
      return {
        place: asOf.place,
        message: `“${now.definition.name}”截至${written(asOf.moment)}，早于“${other.definition.name}”的${written(other.asOf)}`,
        hint: "请核对两个截至时间。",
      };
    }),
};

/** The whole that a measure is a part of, or what it sums up, where that was counted up to a later moment. */
export function closedLater(subject: Subject, { definition, block: { asOf } }: Counted): Tally | undefined {
  if (asOf === undefined) return undefined;
  const whole = wholeOf(subject, definition);
  if (whole?.asOf !== undefined && isLater(whole.asOf, asOf.moment)) return whole;
  const source = counted(subject, definition.accumulates ?? "")?.tally;
  // Offices close the sum some hours before the batch of the day.
  return source?.asOf !== undefined && dayNumber(source.asOf) > dayNumber(asOf.moment) ? source : undefined;
}

/** Days; a yearbook's figures may be some months old when they are printed. */
const longAgo = 300;

/** In January the year before is soon typed. */
export const asOfLongAgo: Rule = {
  id: "as-of-long-ago",
  name: "截至太早",
  level: "warning",
  explanation: "截至时间比这一期的日期早了十个月以上，多半是年份没有改。名称里写明去年、上年、同期的不报。",
  example: "2021年1月8日印发的一期，截至写2020年1月7日。",
  find: (subject) =>
    allCounted(subject).flatMap(({ definition, block: { asOf } }) => {
      const { date } = subject.issue;
      if (asOf === undefined || /[去上前往]年|同期/.test(definition.name)) return [];
      if (dayNumber(date.value) - dayNumber(asOf.moment) < longAgo) return [];
      return {
        place: asOf.place,
        message: `“${definition.name}”截至${written(asOf.moment)}，比这一期的日期${written(date.value)}早了十个月以上`,
        hint: "请核对截至时间的年份，或 issue.yaml 里的日期。",
      };
    }),
};

export const periodOrder: Rule = {
  id: "period-order",
  name: "起始晚于截至",
  level: "error",
  explanation: "统计时段的起始不能晚于截至，也不能是同一个时刻。",
  example: "起始: 2020-11-08，截至: 2020-11-07。",
  find: (subject) =>
    allCounted(subject).flatMap(({ definition, block: { since, asOf } }) => {
      if (since === undefined || asOf === undefined) return [];
      if (isSameHour(since.moment, asOf.moment))
        return {
          place: since.place,
          message: `“${definition.name}”的起始和截至都是${written(asOf.moment)}，中间没有时间`,
          hint: "请核对这两个日期，是不是有一个忘了改？",
        };
      if (!isLater(since.moment, asOf.moment)) return [];
      return {
        place: since.place,
        message: `“${definition.name}”的起始${written(since.moment)}晚于截至${written(asOf.moment)}`,
        hint: "请核对这两个日期，是不是写反了？",
      };
    }),
};

const isSameHour = (a: Moment, b: Moment): boolean =>
  a.hour !== undefined && b.hour !== undefined && compareMoments(a, b) === 0;

/** By the hour where both tell it, else by the day: a date alone is the beginning of a period or the end of one. */
function isLater(a: Moment, b: Moment): boolean {
  return a.hour === undefined || b.hour === undefined ? dayNumber(a) > dayNumber(b) : compareMoments(a, b) > 0;
}
