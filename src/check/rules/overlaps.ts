import { isExclusive, listsSome, type Breakdown } from "../../compute/tally/breakdown.ts";
import { pairs } from "./parts.ts";
import type { Finding, Rule } from "./rule.ts";
import { allCounted, groupPlace, type Counted, type Subject } from "./subject.ts";
import { placeOf, quantity } from "./wording.ts";

/** Breakdowns whose sum may exceed the total: one case under several members, or several problems in one case. */
function loose(subject: Subject): { measure: Counted; breakdown: Breakdown }[] {
  return allCounted(subject)
    .filter(({ definition }) => definition.additive)
    .flatMap((measure) =>
      [...measure.tally.breakdowns.values()]
        .filter(({ dimension }) => !isExclusive(dimension, measure.definition))
        .map((breakdown) => ({ measure, breakdown })),
    );
}

/** However a case may be counted under several members, under one member it is counted once. */
export const overlapPart: Rule = {
  id: "overlap-part",
  name: "重复分组的单项",
  level: "error",
  explanation: "可重复的分组（如类别）里，每一项仍不能超过合计：同一件在同一类里只算一次。",
  example: "合计100件，大气污染写115件。",
  find: (subject) =>
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

/** As many problems (个) in a case (件) as would surprise anybody, where nothing is said of how the two go together. */
const mostInOne = 10;

/** Of things counted in a unit of their own one kind may outnumber the cases, but seldom does. */
export const overlapMany: Rule = {
  id: "overlap-many",
  name: "单项多于合计",
  level: "warning",
  explanation:
    "有自己量词的可重复分组（如合计论件、各类问题论个），一类的个数通常不超过总件数；没有写“可重复”的，超过总件数十倍才提醒。",
  example: "合计2194件，扬尘问题写成52600个。",
  find: (subject) =>
    loose(subject).flatMap(({ measure: { definition, block, tally }, breakdown }) => {
      const { total } = tally;
      if (total === undefined || breakdown.measureWord === definition.measureWord) return [];
      const limit = breakdown.dimension.overlapping ? total.value : total.value.mul(mostInOne);
      return breakdown.parts
        .filter(({ figure }) => figure.value.compare(limit) > 0)
        .map(({ label, figure }): Finding => ({
          place: placeOf(figure, block.place),
          message: `“${definition.name}”合计${quantity(total.value, total.measureWord)}，“${label}”却有${quantity(figure.value, figure.measureWord)}`,
          hint: "请核对这一项和合计；确实有这么多的不用改。",
        }));
    }),
};

/** What is open of one category is open: the cases of a category that are not of the part are no more than all that are not. */
export const overlapRest: Rule = {
  id: "overlap-rest",
  name: "重复分组的剩余",
  level: "error",
  explanation:
    "可重复的分组里，每一项没有办结的件数（交办减办结），不能超过全部没有办结的件数；“属于”别的指标的都这样核对。",
  example: "交办215件、办结160件，还有55件；大气污染交办115件、办结却只有50件，剩下65件。",
  find: (subject) =>
    pairs(subject).flatMap(({ part: { definition, block, tally }, whole }) => {
      if (tally.total === undefined || whole.total === undefined) return [];
      const rest = whole.total.value.sub(tally.total.value);
      return [...tally.breakdowns.values()].flatMap(({ dimension, measureWord, parts }) => {
        if (!dimension.overlapping || measureWord !== definition.measureWord || rest.compare(0) < 0) return [];
        const all = whole.breakdowns.get(dimension.name);
        return parts.flatMap(({ label, member, figure }) => {
          const own = all?.parts.find((line) => line.member === member)?.figure;
          const left = own?.value.sub(figure.value);
          if (own === undefined || left === undefined || left.compare(rest) <= 0) return [];
          const { name } = whole.definition;
          return {
            place: placeOf(figure, block.place),
            message: `“${label}”的${name}${quantity(own.value, measureWord)}、${definition.name}${quantity(figure.value, measureWord)}，相差${quantity(left, measureWord)}，比全部${name}与${definition.name}的差${quantity(rest, measureWord)}还多`,
            hint: "请核对这一项和两边的合计。",
          };
        });
      });
    }),
};

/** Every case has at least one category, so that the parts of an overlapping breakdown reach the total. */
export const overlapShort: Rule = {
  id: "overlap-short",
  name: "重复分组不足合计",
  level: "warning",
  explanation: "可重复的分组各项之和不应少于合计：少了就说明有的件没有归类。",
  example: "合计215件，各类加起来只有210件。",
  find: (subject) =>
    loose(subject).flatMap(({ measure, breakdown }) => {
      const { total } = measure.tally;
      if (total === undefined || listsSome(breakdown)) return [];
      if (breakdown.sum.value.compare(total.value) >= 0) return [];
      return {
        place: groupPlace(measure, breakdown),
        message: `“${measure.definition.name}”按${breakdown.dimension.name}分各项之和只有${quantity(breakdown.sum.value, breakdown.measureWord)}，少于合计${quantity(total.value, total.measureWord)}`,
        hint: "是不是漏了一项，或有的件没有归类？只列主要几项的，请在 data/tallies.yaml 的这个分组下写“可不全: 是”。",
      };
    }),
};
