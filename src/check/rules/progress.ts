/** As-of moments and periods go forward from issue to issue. */

import { missingBetween } from "../../model/numbering.ts";
import { gapBetween } from "../../model/frequency.ts";
import { compareMoments, momentForms } from "../../base/text/moment.ts";
import { cycleOf } from "../../compute/tally/continuation.ts";
import { isCumulative } from "./period.ts";
import type { Rule } from "./rule.ts";
import { called, sumOf, withEarlier, type Counted, type Earlier, type Subject } from "./subject.ts";

const written = momentForms.年月日时;

export const asOfBackward: Rule = {
  id: "as-of-backward",
  name: "截至倒退",
  level: "warning",
  explanation: "同一指标的截至时间比前面一期还早，多半是日期没有改，或改错了。",
  example: "第14期截至11月7日，第15期截至11月6日。",
  find: (subject) =>
    withEarlier(subject).flatMap(({ now: { definition, block }, before }) => {
      const last = before.block.asOf;
      if (block.asOf === undefined || last === undefined) return [];
      if (compareMoments(block.asOf.moment, last.moment) >= 0) return [];
      return {
        place: block.asOf.place,
        message: `“${definition.name}”截至${written(block.asOf.moment)}，比${called(before.subject.issue, subject.issue)}的截至${written(last.moment)}还早`,
        hint: "请核对截至时间。",
      };
    }),
};

/** 2020年11月1日至7日 begins where the one before ended; a year-to-date figure goes on from the same day. */
export const periodGap: Rule = {
  id: "period-gap",
  name: "统计时段不衔接",
  level: "warning",
  explanation:
    "一期接一期的统计时段（起始到截至），应当从上一次的截至接着算：中间空了几天、重叠了，或截至改了、起始没有改（24小时变成48小时），多半是日期写错了。累计数的起始应当一直不变，重新累计的从上一次的截至之后算起；中间缺了几期的，由“期号跳号”提醒。",
  example: "第14期是11月1日至7日，第15期的起始还是11月1日。",
  find: (subject) =>
    withEarlier(subject).flatMap(({ now, before }) => {
      const [{ since, asOf }, last] = [now.block, before.block];
      // Figures entered to compare with need not be all there were.
      if (before.subject.issue.dataOnly && !subject.issue.dataOnly) return [];
      if (since === undefined || asOf === undefined || last.since === undefined || last.asOf === undefined) return [];
      if (compareMoments(asOf.moment, last.asOf.moment) <= 0) return [];
      const fault = faultOf(subject, { now, before });
      if (fault === undefined) return [];
      const period = `${written(last.since.moment)}至${written(last.asOf.moment)}`;
      return {
        place: since.place,
        message: `“${now.definition.name}”从${written(since.moment)}起，${called(before.subject.issue, subject.issue)}是${period}，${fault}`,
        hint: "请核对起始和截至；确实这样统计的不用改。",
      };
    }),
};

function faultOf(subject: Subject, { now, before }: { now: Counted; before: Earlier }): string | undefined {
  const { definition } = now;
  const { vocabulary } = subject.archive;
  const isSource = sumOf(definition, vocabulary) !== undefined;
  const [since, start] = [now.block.since?.moment, before.block.since?.moment];
  if (since === undefined || start === undefined) return undefined;
  const isSum = definition.accumulates !== undefined || cycleOf(definition, vocabulary) !== undefined;
  if (isSum || (!isSource && isCumulative(definition, vocabulary))) {
    if (compareMoments(since, start) < 0) return "累计数的起始比那时还早";
    const end = before.block.asOf?.moment;
    if (compareMoments(since, start) > 0 && end !== undefined && compareMoments(since, end) < 0)
      return "新的起始落在那个时段里面";
  }
  if (isSum) return undefined;
  if (compareMoments(since, start) === 0) {
    const isPeriodic = isSource || !isCumulative(definition, vocabulary);
    return isPeriodic ? "截至往后走了，起始没有改" : undefined;
  }
  // A figure of the year so far begins with the year, whenever the last year's ended.
  if ([since, start].every(({ month, day }) => month === 1 && day === 1)) return undefined;
  const gap = gapBetween(before.block.asOf?.moment, since);
  // Where issues are missing, days are; that is told by their numbers, once.
  if (gap === "gap" && missingBetween(subject.archive, before.subject.issue, subject.issue) !== undefined)
    return undefined;
  if (gap === "gap") return "两个时段中间有空缺";
  return gap === "overlap" && isSource ? "两个时段有重叠" : undefined;
}
