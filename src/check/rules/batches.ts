/** Batches (批次): one after the other, and the same ones in what is new and in what is cumulative. */

import { batchesName, sameBatches, type Batches } from "../../model/batches.ts";
import type { BatchRange } from "../../model/count-sheet.ts";
import { beginning } from "./period.ts";
import type { Finding, Rule } from "./rule.ts";
import {
  allCounted,
  called,
  counted,
  lastTally,
  tallyOf,
  withEarlier,
  type Counted,
  type Earlier,
  type Subject,
} from "./subject.ts";

/** Pairs of one measure in two issues that both tell their batches; none where counting begins anew. */
function ranges(subject: Subject): { now: Counted; before: Earlier; range: BatchRange; last: BatchRange }[] {
  return withEarlier(subject).flatMap(({ now, before }) => {
    const [range, last] = [now.block.batches, before.block.batches];
    if (range === undefined || last === undefined) return [];
    return beginning(subject, now, before) === undefined ? [{ now, before, range, last }] : [];
  });
}

const restartHint = "新一轮督察重新编号的，请写“重新累计: 是”";

export const batchBackward: Rule = {
  id: "batch-backward",
  name: "批次倒退",
  level: "warning",
  explanation: "批次按先后编号，后一期的批次不应小于前一期的。",
  example: "第14期是第1—15批，第15期写成第1—14批。",
  find: (subject) =>
    ranges(subject).flatMap(({ now: { definition }, before, range, last }) => {
      if (range.to >= last.to) return [];
      return {
        place: range.place,
        message: `“${definition.name}”到第${range.to}批，${called(before.subject.issue, subject.issue)}已经到第${last.to}批`,
        hint: `请核对批次；${restartHint}。`,
      };
    }),
};

export const batchGap: Rule = {
  id: "batch-gap",
  name: "批次跳号",
  level: "warning",
  explanation:
    "逐批公布的指标，这一期的批次应当接着上一次的。中间缺了批次，累计数就只能核对“不少于”。以前各期里没有的累计指标，应当从第1批算起。",
  example: "第14期是第14批，第15期是第16批，中间少了第15批。",
  find: (subject) => [
    ...lateBeginnings(subject),
    ...withCovered(subject).flatMap(({ now: { definition }, range, last, issue }) => {
      if (range.from <= last.to + 1) return [];
      const missing = batchesName({ from: last.to + 1, to: range.from - 1 }).replace("—", "至");
      return {
        place: range.place,
        message: `“${definition.name}”从第${range.from}批算起，${issue}到第${last.to}批，中间少了${missing}`,
        hint: "请核对批次；确实没有公布的，请在“免检”里写明。",
      };
    }),
  ],
};

/** No earlier issue tells from which batch a cumulative figure counts. */
function lateBeginnings(subject: Subject): Finding[] {
  return allCounted(subject).flatMap(({ definition, block: { batches, restarts } }) => {
    if (definition.accumulates === undefined || batches === undefined || batches.from === 1 || restarts) return [];
    if (lastTally(subject, definition.name) !== undefined) return [];
    return {
      place: batches.place,
      message: `累计指标“${definition.name}”是${batchesName(batches)}，没有从第1批算起`,
      hint: "请核对批次；确实不从第1批算起的，请在“免检”里写明。",
    };
  });
}

/** Batches of this issue, and how far those before went, by the measure itself or by the one that accumulates it. */
function withCovered(subject: Subject): { now: Counted; range: BatchRange; last: BatchRange; issue: string }[] {
  const own = ranges(subject).map((pair) => ({ ...pair, issue: called(pair.before.subject.issue, subject.issue) }));
  const told = new Set(own.map(({ now }) => now.definition.name));
  const accumulated = allCounted(subject).flatMap((now) => {
    const range = now.block.batches;
    const sum = accumulating(subject, now);
    const before = sum === undefined ? undefined : lastTally(subject, sum.definition.name);
    if (range === undefined || sum === undefined || before?.tally.batches === undefined) return [];
    if (told.has(now.definition.name) || beginning(subject, sum, before) !== undefined) return [];
    return [{ now, range, last: before.tally.batches, issue: called(before.subject.issue, subject.issue) }];
  });
  return [...own, ...accumulated];
}

/** The cumulative measure that adds up this one, as far as the issue has it. */
function accumulating(subject: Subject, { definition }: Counted): Pick<Counted, "definition" | "tally"> | undefined {
  for (const other of subject.archive.vocabulary.measures.values()) {
    const tally = other.accumulates === definition.name ? tallyOf(subject, other.name) : undefined;
    if (tally !== undefined) return { definition: other, tally };
  }
  return undefined;
}

export const batchRange: Rule = {
  id: "batch-range",
  name: "累计批次与本批",
  level: "error",
  explanation: "写了“累计自”的累计指标，末批就是这一期的末批，首批与前面各期相同（重新累计的除外）。",
  example: "本批是第22批，累计写成第1—21批。",
  find: (subject) =>
    allCounted(subject).flatMap((now) => {
      const { batches } = now.block;
      if (now.definition.accumulates === undefined || batches === undefined) return [];
      const faults = [againstNew(subject, now, batches), againstEarlier(subject, now, batches)];
      return faults.flatMap((message): Finding[] =>
        message === undefined ? [] : [{ place: batches.place, message, hint: `请核对批次；${restartHint}。` }],
      );
    }),
};

function againstNew(subject: Subject, { definition }: Counted, all: Batches): string | undefined {
  const source = definition.accumulates ?? "";
  const fresh = counted(subject, source)?.block.batches;
  if (fresh === undefined || (fresh.to === all.to && fresh.from >= all.from)) return undefined;
  const which = fresh.to === all.to ? "首批不应更晚" : "末批应当相同";
  return `“${definition.name}”是${batchesName(all)}，“${source}”是${batchesName(fresh)}，${which}`;
}

function againstEarlier(subject: Subject, now: Counted, all: Batches): string | undefined {
  const { name } = now.definition;
  const before = lastTally(subject, name);
  const first = before?.tally.batches?.from;
  if (before === undefined || first === undefined || first === all.from) return undefined;
  if (beginning(subject, now, before) !== undefined) return undefined;
  return `“${name}”从第${all.from}批算起，${called(before.subject.issue, subject.issue)}从第${first}批算起`;
}

/** A batch is new once. */
export const batchRepeat: Rule = {
  id: "batch-repeat",
  name: "批次重复",
  level: "error",
  explanation:
    "逐批累加的指标，一批只能算一次：这一期的批次已经算进前面的，批次没有改，或者数字不该变。几期报同一批、数字也相同的，不算错。",
  example: "第14期是第20批121件，第15期还写第20批，却是98件。",
  find: (subject) =>
    withCovered(subject).flatMap(({ now, range, last, issue }) => {
      const { name } = now.definition;
      const isSource = accumulating(subject, now) !== undefined;
      if (!isSource || range.from > last.to || range.to < last.to) return [];
      const before = lastTally(subject, name)?.tally;
      const same = before?.batches !== undefined && sameBatches(before.batches, range);
      if (same && before.total?.value.equals(now.tally.total?.value ?? -1) === true) return [];
      return {
        place: range.place,
        message: `“${name}”的${batchesName(range)}，${issue}已经到第${last.to}批${same ? "，数字却不同" : "，两期重复"}`,
        hint: "请核对批次和数字，多半是批次没有改。",
      };
    }),
};
