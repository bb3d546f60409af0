/** Joint cases (共有件): the same ones in the part and in the whole, each counted once. */

import type { Tally } from "../../compute/tally/tally.ts";
import { partOf, type JointTally } from "../../compute/tally/breakdown.ts";
import { carriesJoint } from "./claims.ts";
import { comparable } from "./period.ts";
import type { Rule } from "./rule.ts";
import { allCounted, jointOf, wholeOf } from "./subject.ts";
import { placeOf, quantity } from "./wording.ts";

/** The units, whatever they are called and in whatever order; how many where they are not named. */
function identity(item: JointTally): string {
  if (item.units.length === 0) return `${item.unitCount}`;
  return item.units
    .map((unit) => unit.member.fullName)
    .sort()
    .join("、");
}

function named(item: JointTally): string {
  return item.units.length === 0 ? `${item.unitCount}个单位` : item.units.map((unit) => unit.label).join("、");
}

export const jointUnmatched: Rule = {
  id: "joint-unmatched",
  name: "共有件对不上",
  level: "error",
  explanation: "办结里的共有件，交办里要有同样几个单位共有的件，件数不能更多。",
  example: "办结里有冷水滩、祁阳共有的1件，交办里没有这样的共有件。",
  find: (subject) =>
    allCounted(subject).flatMap(({ definition, block, tally }) => {
      const whole = wholeOf(subject, definition);
      if (whole === undefined || !comparable(tally, whole) || !tellsUnits(whole, tally)) return [];
      return tally.joint.flatMap((item, at) => {
        const same = whole.joint.filter((other) => identity(other) === identity(item));
        const available = same.reduce((sum, other) => sum + other.figure.value.valueOf(), 0);
        if (item.figure.value.compare(available) <= 0) return [];
        const word = definition.measureWord;
        return {
          place: block.joint[at]?.place ?? block.place,
          message: `“${definition.name}”里${named(item)}共有${quantity(item.figure.value, word)}，“${whole.definition.name}”里${same.length === 0 ? "没有这样的共有件" : `只有${available}${word}`}`,
          hint: "请核对共有的单位和件数，两边要一致。",
        };
      });
    }),
};

/** A whole that is not broken down by unit – only its total or its sources are known – says nothing of units. */
function tellsUnits(whole: Tally, part: Tally): boolean {
  const shared = [...part.breakdowns.values()].filter(({ joint }) => joint !== undefined);
  return whole.joint.length > 0 || shared.some(({ dimension }) => whole.breakdowns.has(dimension.name));
}

export const jointTwice: Rule = {
  id: "joint-twice",
  name: "共有件列了两次",
  level: "warning",
  explanation: "同样几个单位的共有件只列一条，写明件数，免得重复计算。",
  example: "“共有”下有两条都是冷水滩、零陵。",
  find: (subject) =>
    allCounted(subject).flatMap(({ definition, block, tally }) => {
      const seen = new Set<string>();
      return tally.joint.flatMap((item, at) => {
        // Apart from their units, two entries may differ in how far they have come.
        const key = `${identity(item)}/${(item.completed ?? []).map((unit) => unit.member.fullName).join("、")}`;
        if (!seen.has(key)) {
          seen.add(key);
          return [];
        }
        return {
          place: block.joint[at]?.place ?? block.place,
          message: `“${definition.name}”里${named(item)}共有的件列了两次`,
          hint: "是同一件就删去一条；是两件就合成一条，写“件数: 2”。",
        };
      });
    }),
};

export const jointInUnit: Rule = {
  id: "joint-in-unit",
  name: "共有件未计入单位",
  level: "error",
  explanation: "写了“共有计法: 各计”的，每个有关单位的数里都包含共有件，所以不能比共有件还少。",
  example: "长沙、株洲共有3件，各计，株洲只写了2件。",
  find: (subject) =>
    allCounted(subject).flatMap((measure) => {
      const { definition, block, tally } = measure;
      if (tally.jointCounting !== "each") return [];
      return [...tally.breakdowns.values()]
        .filter((breakdown) => carriesJoint(measure, breakdown))
        .flatMap((breakdown) =>
          namedUnits(tally).flatMap((member) => {
            const part = partOf(breakdown, member);
            const shared = jointOf(
              { ...tally, joint: tally.joint.filter((item) => item.units.length > 0) },
              member,
              true,
            );
            if (part !== undefined && part.figure.value.compare(shared) >= 0) return [];
            if (shared === 0) return [];
            return {
              place: part === undefined ? block.place : placeOf(part.figure, block.place),
              message: `“${definition.name}”里“${part?.label ?? member.shortName}”${part === undefined ? "没有列出" : `只有${quantity(part.figure.value, breakdown.measureWord)}`}，可它有共有件${shared}${breakdown.measureWord}`,
              hint: "共有件没有计入各单位的，请把“共有计法”改成“单列”。",
            };
          }),
        );
    }),
};

function namedUnits(tally: Tally) {
  return [...new Set(tally.joint.flatMap((item) => item.units.map((unit) => unit.member)))];
}
