/** Batches and as-of moments go forward from issue to issue. */

import { compareMoments, momentForms } from "../text/moment.ts";
import type { Finding, Rule } from "./rule.ts";
import { allCounted, called, lastCounted } from "./subject.ts";
import type { Counted, Subject } from "./subject.ts";

const written = momentForms.年月日时;

type Earlier = NonNullable<ReturnType<typeof lastCounted>>;

function withEarlier(subject: Subject): { now: Counted; before: Earlier }[] {
  return allCounted(subject).flatMap((now) => {
    const before = lastCounted(subject, now.definition.name);
    return before === undefined ? [] : [{ now, before }];
  });
}

export const asOfBackward: Rule = {
  id: "as-of-backward",
  name: "截至倒退",
  severity: "warning",
  explanation: "同一指标的截至时间比前面一期还早，多半是日期没有改，或改错了。",
  example: "第14期截至11月7日，第15期截至11月6日。",
  check: (subject) =>
    withEarlier(subject).flatMap(({ now: { definition, block }, before }): Finding[] => {
      const last = before.block.asOf;
      if (block.asOf === undefined || last === undefined) return [];
      if (compareMoments(block.asOf.moment, last.moment) >= 0) return [];
      return [
        {
          place: block.asOf.place,
          message: `“${definition.name}”截至${written(block.asOf.moment)}，比${called(before.subject.issue, subject.issue)}的截至${written(last.moment)}还早`,
          hint: "请核对截至时间。",
        },
      ];
    }),
};

export const batchBackward: Rule = {
  id: "batch-backward",
  name: "批次倒退",
  severity: "warning",
  explanation: "批次按先后编号，后一期的批次不应小于前一期的。",
  example: "第14期是第1—15批，第15期写成第1—14批。",
  check: (subject) =>
    withEarlier(subject).flatMap(({ now: { definition, block }, before }): Finding[] => {
      const [range, last] = [block.batches, before.block.batches];
      if (range === undefined || last === undefined || range.to >= last.to) return [];
      return [
        {
          place: range.place,
          message: `“${definition.name}”到第${range.to}批，${called(before.subject.issue, subject.issue)}已经到第${last.to}批`,
          hint: "请核对批次；新一轮督察重新编号的，请在“免检”里写明。",
        },
      ];
    }),
};

export const batchGap: Rule = {
  id: "batch-gap",
  name: "批次跳号",
  severity: "warning",
  explanation: "逐批公布的指标，这一期的批次应当接着上一次的。",
  example: "第14期是第14批，第15期是第16批，中间少了第15批。",
  check: (subject) =>
    withEarlier(subject).flatMap(({ now: { definition, block }, before }): Finding[] => {
      const [range, last] = [block.batches, before.block.batches];
      if (range === undefined || last === undefined || range.from <= last.to + 1) return [];
      const missing = range.from - 1 === last.to + 1 ? `第${last.to + 1}批` : `第${last.to + 1}至${range.from - 1}批`;
      return [
        {
          place: range.place,
          message: `“${definition.name}”从第${range.from}批算起，${called(before.subject.issue, subject.issue)}到第${last.to}批，中间少了${missing}`,
          hint: "请核对批次；确实没有公布的，请在“免检”里写明。",
        },
      ];
    }),
};
