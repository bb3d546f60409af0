/** As-of moments within one issue. */

import { compareMoments, dayNumber, momentForms } from "../text/moment.ts";
import type { Moment } from "../text/moment.ts";
import type { Finding, Rule } from "./rule.ts";
import { allCounted, wholeOf } from "./subject.ts";

const written = momentForms.年月日时;

export const asOfAfterIssue: Rule = {
  id: "as-of-after-issue",
  name: "截至晚于印发",
  severity: "error",
  explanation: "数据的截至时间不能晚于这一期的印发日期：印发时还没有发生的事不会有数字。",
  example: "11月8日印发的一期，交办截至写11月17日。",
  check: (subject) =>
    allCounted(subject).flatMap(({ definition, block }): Finding[] => {
      const { date } = subject.issue;
      // Figures of the issue's own day are possible, whatever the hour.
      if (block.asOf === undefined || dayNumber(block.asOf.moment) <= dayNumber(date.value)) return [];
      return [
        {
          place: block.asOf.place,
          message: `“${definition.name}”截至${written(block.asOf.moment)}，晚于这一期的日期${written(date.value)}`,
          hint: "请核对截至时间，或 issue.yaml 里的日期。",
        },
      ];
    }),
};

export const asOfOrder: Rule = {
  id: "as-of-order",
  name: "部分的截至早于全部",
  severity: "warning",
  explanation: "办结通常统计到交办的同一天或更晚；办结的截至早于交办的，多半是忘了改日期。",
  example: "交办截至11月7日，办结截至11月6日。",
  check: (subject) =>
    allCounted(subject).flatMap(({ definition, block }): Finding[] => {
      const whole = wholeOf(subject, definition);
      if (block.asOf === undefined || whole?.asOf === undefined) return [];
      if (!isLater(whole.asOf, block.asOf.moment)) return [];
      return [
        {
          place: block.asOf.place,
          message: `“${definition.name}”截至${written(block.asOf.moment)}，早于“${whole.definition.name}”的${written(whole.asOf)}`,
          hint: "请核对两个截至时间。",
        },
      ];
    }),
};

export const periodOrder: Rule = {
  id: "period-order",
  name: "起始晚于截至",
  severity: "error",
  explanation: "统计时段的起始不能晚于截至。",
  example: "起始: 2020-11-08，截至: 2020-11-07。",
  check: (subject) =>
    allCounted(subject).flatMap(({ definition, block: { since, asOf } }): Finding[] => {
      if (since === undefined || asOf === undefined) return [];
      if (!isLater(since.moment, asOf.moment)) return [];
      return [
        {
          place: since.place,
          message: `“${definition.name}”的起始${written(since.moment)}晚于截至${written(asOf.moment)}`,
          hint: "请核对这两个日期，是不是写反了？",
        },
      ];
    }),
};

/** By the hour where both tell it, else by the day: a date alone is the beginning of a period or the end of one. */
function isLater(a: Moment, b: Moment): boolean {
  return a.hour === undefined || b.hour === undefined ? dayNumber(a) > dayNumber(b) : compareMoments(a, b) > 0;
}
