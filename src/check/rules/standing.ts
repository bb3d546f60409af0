import { sameBatches } from "../../model/batches.ts";
import type { Group } from "../../model/count-sheet.ts";
import { compareMoments, dayNumber } from "../../base/text/moment.ts";
import { closedLater } from "./dates.ts";
import { periodOdd } from "./odd-period.ts";
import { hasMoved } from "./period.ts";
import type { Finding, Rule } from "./rule.ts";
import { called, sumOf, withEarlier, type Counted, type Subject } from "./subject.ts";

/** Fewer equal lines than this are a coincidence. */
const tellingLines = 2;

/** Yesterday's figures left standing under today's date. */
export const figuresStanding: Rule = {
  id: "figures-standing",
  name: "数字没有更新",
  level: "warning",
  explanation:
    "截至时间或批次往后走了，一个指标的各项却与前一期一模一样，或者别的都变了、只有一种分组没变，多半是忘了改数字。",
  example: "截至由11月6日改到11月7日，十五个单位的数一个也没有变。",
  find: (subject) =>
    withEarlier(subject).flatMap(({ now, before }) => {
      if (!hasMoved(now.block, before.block)) return [];
      const earlier = called(before.subject.issue, subject.issue);
      const unchanged = now.block.groups.filter((group) => isSame(group, before));
      const lines = now.block.groups.reduce((sum, group) => sum + group.lines.length, 0);
      if (unchanged.length === now.block.groups.length) {
        return lines < tellingLines || !sameTotal(now, before)
          ? []
          : [finding(now, now.block.place, `“${now.definition.name}”的各项都与${earlier}相同`)];
      }
      // Where the total is the same, a group may well be, too.
      if (sameTotal(now, before)) return [];
      return unchanged
        .filter((group) => group.lines.length >= tellingLines)
        .map((group) =>
          finding(
            now,
            group.place,
            `“${now.definition.name}”按${group.dimension}分的各项都与${earlier}相同，合计却变了`,
          ),
        );
    }),
};

/** Today's figures under yesterday's date. */
export const coverStanding: Rule = {
  id: "cover-standing",
  name: "截至没有更新",
  level: "warning",
  explanation: "数字与前一期不同，截至时间和批次却一样，多半是忘了改日期。",
  example: "第14期、第15期的交办都写截至11月6日，一个203件，一个215件。",
  find: (subject) => {
    // Where the other measures have moved on, that says it already.
    const odd = new Set(periodOdd.find(subject).map(({ place }) => place.line));
    return withEarlier(subject).flatMap(({ now, before }) => {
      if (dayNumber(subject.issue.date.value) <= dayNumber(before.subject.issue.date.value)) return [];
      const cover = standingCover(subject, now, before);
      if (cover === undefined || odd.has(cover.place.line) || !hasOtherFigures(now, before)) return [];
      const message = `“${now.definition.name}”的数字与${called(before.subject.issue, subject.issue)}不同，${cover.name}却没有变`;
      return { place: cover.place, message, hint: `请核对${cover.name}；只是更正数字的不用改。` };
    });
  },
};

/** What says that no time has passed; a batch is new once, which is a rule of its own, and its cases go on being closed. */
function standingCover(
  subject: Subject,
  now: Counted,
  before: Counted,
): { readonly name: string; readonly place: Finding["place"] } | undefined {
  const { definition, block } = now;
  const [{ asOf, batches }, last] = [block, before.block];
  const isSummed = definition.accumulates !== undefined || sumOf(definition, subject.archive.vocabulary) !== undefined;
  if (batches !== undefined && last.batches !== undefined && (isSummed || !sameBatches(batches, last.batches)))
    return undefined;
  if (asOf !== undefined && last.asOf !== undefined) {
    const { moment } = last.asOf;
    const isSame = compareMoments(asOf.moment, moment) === 0 && asOf.moment.hour === moment.hour;
    return isSame && closedLater(subject, now) === undefined ? { name: "截至时间", place: asOf.place } : undefined;
  }
  return batches === undefined || last.batches === undefined || definition.within !== undefined || definition.mayFall
    ? undefined
    : { name: "批次", place: batches.place };
}

function hasOtherFigures(now: Counted, before: Counted): boolean {
  const [a, b] = [now.tally.total, before.tally.total];
  if (a !== undefined && b !== undefined && !a.value.equals(b.value)) return true;
  return now.block.groups.some(({ dimension, lines }) => {
    const last = before.block.groups.find((other) => other.dimension === dimension);
    return lines.some(({ member, value }) =>
      last?.lines.some((other) => other.member === member && !other.value.equals(value)),
    );
  });
}

function finding({ block }: Counted, place: Finding["place"], message: string): Finding {
  const moved = block.asOf === undefined ? "批次" : "截至时间";
  return { place, message, hint: `${moved}已经往后走了，请核对是不是忘了更新；确实没有变化的不用改。` };
}

function isSame(group: Group, before: Counted): boolean {
  const last = before.block.groups.find((other) => other.dimension === group.dimension);
  return (
    last !== undefined &&
    last.lines.length === group.lines.length &&
    group.lines.every((line) =>
      last.lines.some((other) => other.member === line.member && other.value.equals(line.value)),
    )
  );
}

function sameTotal(now: Counted, before: Counted): boolean {
  const [a, b] = [now.tally.total, before.tally.total];
  return a === undefined || b === undefined ? a === b : a.value.equals(b.value);
}
