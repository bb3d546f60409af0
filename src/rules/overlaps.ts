import type { Breakdown } from "../tally/tally.ts";
import type { Finding, Rule } from "./rule.ts";
import { allCounted } from "./subject.ts";
import type { Counted, Subject } from "./subject.ts";
import { placeOf, quantity } from "./wording.ts";

/** Breakdowns whose sum may exceed the total: one case under several members, or several problems in one case. */
function loose(subject: Subject): { measure: Counted; breakdown: Breakdown }[] {
  return allCounted(subject)
    .filter(({ definition }) => definition.additive)
    .flatMap((measure) =>
      [...measure.tally.breakdowns.values()]
        .filter((breakdown) => breakdown.overlapping || breakdown.measureWord !== measure.definition.measureWord)
        .map((breakdown) => ({ measure, breakdown })),
    );
}

/** However a case may be counted under several members, under one member it is counted once. */
export const overlapPart: Rule = {
  id: "overlap-part",
  name: "重复分组的单项",
  severity: "error",
  explanation: "可重复的分组（如类别）里，每一项仍不能超过合计：同一件在同一类里只算一次。",
  example: "合计100件，大气污染写115件。",
  check: (subject) =>
    loose(subject).flatMap(({ measure, breakdown }) => {
      const { total } = measure.tally;
      // Problems (个) of one kind may well outnumber the cases (件).
      if (total === undefined || breakdown.measureWord !== measure.definition.measureWord) return [];
      return breakdown.parts
        .filter((part) => part.figure.value.compare(total.value) > 0)
        .map((part): Finding => ({
          place: placeOf(part.figure, measure.block.place),
          message: `“${measure.definition.name}”按${breakdown.dimension.name}分，“${part.label}”有${quantity(part.figure.value, breakdown.measureWord)}，比合计${quantity(total.value, total.measureWord)}还多`,
          hint: "请核对这一项和合计。",
        }));
    }),
};

/** Every case has at least one category, so that the parts of an overlapping breakdown reach the total. */
export const overlapShort: Rule = {
  id: "overlap-short",
  name: "重复分组不足合计",
  severity: "warning",
  explanation: "可重复的分组各项之和不应少于合计：少了就说明有的件没有归类。",
  example: "合计215件，各类加起来只有210件。",
  check: (subject) =>
    loose(subject).flatMap(({ measure, breakdown }) => {
      const { total } = measure.tally;
      if (total === undefined || breakdown.dimension.partial === true) return [];
      if (breakdown.sum.value.compare(total.value) >= 0) return [];
      const group = measure.block.groups.find((other) => other.dimension === breakdown.dimension.name);
      return [
        {
          place: group?.place ?? measure.block.place,
          message: `“${measure.definition.name}”按${breakdown.dimension.name}分各项之和只有${quantity(breakdown.sum.value, breakdown.measureWord)}，少于合计${quantity(total.value, total.measureWord)}`,
          hint: "是不是漏了一项，或有的件没有归类？只列主要几项的，请在 data/tallies.yaml 的这个分组下写“可不全: 是”。",
        },
      ];
    }),
};
