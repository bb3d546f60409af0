/** A part never exceeds its whole: closed ≤ received, key cases ≤ received, in all and for every unit. */

import type { Tally } from "../../compute/tally/tally.ts";
import type { Breakdown, Part } from "../../compute/tally/breakdown.ts";
import { orientedCross } from "../../compute/tally/cross.ts";
import { comparable } from "./period.ts";
import type { Rule } from "./rule.ts";
import { allCounted, jointOf, wholeOf, type Counted, type Subject } from "./subject.ts";
import { placeOf, quantity } from "./wording.ts";

export interface Pair {
  readonly part: Counted;
  readonly whole: Tally;
}

/** Measures with the whole that they belong to, of the same batches and time. */
export function pairs(subject: Subject): Pair[] {
  return allCounted(subject).flatMap((part) => {
    const whole = wholeOf(subject, part.definition);
    return whole === undefined || !comparable(part.tally, whole) ? [] : [{ part, whole }];
  });
}

export const partExceedsWhole: Rule = {
  id: "part-exceeds-whole",
  name: "部分超过全部",
  level: "error",
  explanation: "写了“属于”的指标，合计不能超过它所属的指标：办结不多于交办，重点件不多于交办。",
  example: "交办215件，办结写了251件。",
  find: (subject) =>
    pairs(subject).flatMap(({ part, whole }) => {
      const { total } = part.tally;
      if (total === undefined || whole.total === undefined || total.value.compare(whole.total.value) <= 0) return [];
      return {
        place: part.block.total?.place ?? part.block.place,
        message: `“${part.definition.name}”${quantity(total.value, total.measureWord)}，比“${whole.definition.name}”${quantity(whole.total.value, whole.total.measureWord)}还多`,
        hint: `“${part.definition.name}”是“${whole.definition.name}”的一部分，请核对两边的数字和截至时间。`,
      };
    }),
};

interface Against extends Pair {
  readonly line: Part;
  /** As a message calls it: 道县, or 道县的大气 for a cell. */
  readonly label: string;
  readonly breakdown: Breakdown;
  readonly against: Part | undefined;
  /** A cell of a cross, which joint cases do not enter. */
  readonly isCell: boolean;
}

/** Lines and cells of the part with what the whole has for the same member. */
function lines(subject: Subject): Against[] {
  return pairs(subject).flatMap((pair) => [
    ...[...pair.part.tally.breakdowns.values()].flatMap((breakdown) =>
      against(pair, breakdown, pair.whole.breakdowns.get(breakdown.dimension.name)),
    ),
    ...pair.part.tally.crosses.flatMap(({ rows, columns, lines: own }) =>
      own.flatMap(({ label, member, breakdown }) => {
        const cross = orientedCross(pair.whole.crosses, rows.name, columns.name);
        const other = cross?.lines.find((row) => row.member === member)?.breakdown;
        return against(pair, breakdown, other, label);
      }),
    ),
  ]);
}

function against(pair: Pair, breakdown: Breakdown, other: Breakdown | undefined, row?: string): Against[] {
  if (other === undefined || other.measureWord !== breakdown.measureWord) return [];
  return breakdown.parts.map((line) => ({
    ...pair,
    line,
    label: row === undefined ? line.label : `${row}的${line.label}`,
    breakdown,
    against: other.parts.find((candidate) => candidate.member === line.member),
    isCell: row !== undefined,
  }));
}

export const memberExceedsWhole: Rule = {
  id: "member-exceeds-whole",
  name: "单项的部分超过全部",
  level: "error",
  explanation: "每个单位、每个类别、交叉分组每一格的办结数、重点件数，也不能超过它的交办数；单列的共有件算在内。",
  example: "道县交办18件，办结写了31件。",
  find: (subject) =>
    lines(subject).flatMap(({ part, whole, line, label, breakdown, against, isCell }) => {
      if (against === undefined) return [];
      // A part that does not list its joint cases may have them among its units' own.
      const shared =
        isCell || line.member === undefined || whole.jointCounting === "each" || part.tally.joint.length > 0
          ? 0
          : jointOf(whole, line.member, false);
      if (line.figure.value.compare(against.figure.value.add(shared)) <= 0) return [];
      const word = breakdown.measureWord;
      return {
        place: placeOf(line.figure, part.block.place),
        message: `“${label}”的${part.definition.name}是${quantity(line.figure.value, word)}，比它的${whole.definition.name}${quantity(against.figure.value, word)}还多`,
        hint: `请核对“${part.definition.name}”和“${whole.definition.name}”里的这一项。`,
      };
    }),
};

export const memberWithoutWhole: Rule = {
  id: "member-without-whole",
  name: "只见部分不见全部",
  level: "error",
  explanation: "办结、重点件里列出的单位，交办里也应当有。",
  example: "办结里有双牌3件，交办里没有双牌。",
  find: (subject) =>
    lines(subject).flatMap(({ part, whole, line, label, breakdown, against }) => {
      if (against !== undefined || line.figure.value.equals(0)) return [];
      if (line.member !== undefined && line.figure.value.compare(jointOf(whole, line.member, false)) <= 0) return [];
      return {
        place: placeOf(line.figure, part.block.place),
        message: `“${part.definition.name}”里有“${label}”${quantity(line.figure.value, breakdown.measureWord)}，“${whole.definition.name}”里没有这一项`,
        hint: `是不是“${whole.definition.name}”漏了它，或者名称写错了？`,
      };
    }),
};
