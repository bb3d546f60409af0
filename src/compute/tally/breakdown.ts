/** A measure by one dimension. (分项) */

import Fraction from "fraction.js";
import type { CountLine, JointCounting, NamedMember } from "../../model/count-sheet.ts";
import type { Member } from "../../model/registry.ts";
import type { Dimension, MeasureDefinition } from "../../model/vocabulary.ts";
import type { Moment } from "../../base/text/moment.ts";
import { constantFigure, lineFigure, operationFigure, sumFigure } from "./figure.ts";
import type { Figure, Head } from "./figure.ts";

/** One line of a breakdown. */
export interface Part {
  /** As typed in the data. */
  readonly label: string;
  readonly member: Member | undefined;
  readonly figure: Figure;
}

/** A measure by one dimension. */
export interface Breakdown {
  readonly name: string;
  readonly dimension: Dimension;
  /** The parts may add up to more than the total. */
  readonly overlapping: boolean;
  readonly measureWord: string;
  readonly parts: readonly Part[];
  /** 各项之和; the number of mentions where they overlap. Means nothing when `additive` is false. */
  readonly sum: Figure;
  /** The parts have a meaningful sum: counts have one, rates and rainfall have none. */
  readonly additive: boolean;
  /** Members that have no figure: the rate of a unit that received nothing, the change of a level that was not known before. */
  readonly blanks: readonly NamedMember[];
  /** The measure's own total, the base of shares; absent when only overlapping parts are known. */
  readonly total: Figure | undefined;
  /** 共有: the cases that several of these members share; `undefined` when there are none. */
  readonly joint: BreakdownJoint | undefined;
}

export interface BreakdownJoint {
  readonly counting: JointCounting;
  readonly total: Figure;
  /** Empty for a computed measure. */
  readonly items: readonly JointTally[];
}

/** Cases that several units share. */
export interface JointTally {
  readonly units: readonly NamedMember[];
  readonly unitCount: number;
  readonly figure: Figure;
  readonly completed: readonly NamedMember[] | undefined;
  /** All units are done: only then do the cases count as done. */
  readonly isComplete: boolean;
}

/** The form of figures that are typed: a rate is written with the decimals of its measure. */
export function formOf({ percent, cut }: MeasureDefinition): Pick<Head, "percent" | "cut"> {
  return percent === undefined ? {} : { percent, cut };
}

/**
 * Each thing counted stands under one member of the dimension, so that the parts come to the total. Where they are counted in a unit
 * of their own (problems 个 of cases 件), only if that is said (可重复: 否, 互斥).
 */
export function isExclusive(dimension: Dimension, { measureWord, exclusive }: MeasureDefinition): boolean {
  if (exclusive.includes(dimension.name)) return true;
  if (dimension.overlapping) return false;
  return dimension.exclusive === true || dimension.measureWord === undefined || dimension.measureWord === measureWord;
}

/** Every member has a part, were it of 0: nothing can have been left out, also where that is allowed (可不全). */
export function listsAll({ dimension, parts }: Breakdown): boolean {
  const listed = new Set(parts.map(({ member }) => member));
  return dimension.registry.members.every((member) => listed.has(member));
}

/** Only some of the members are listed, so that the parts come to the total at most. */
export function listsSome(breakdown: Breakdown): boolean {
  return breakdown.dimension.partial === true && !listsAll(breakdown);
}

/** All that the parts are shares of: joint cases counted apart, which stand in no part, are of the whole as well. */
export function wholeOf({ sum, joint, total }: Breakdown): Figure {
  if (joint?.counting !== "apart" || joint.total.value.equals(0)) return sum;
  const { measureWord, asOf } = sum;
  const whole = operationFigure(
    { name: `${sum.name} + ${joint.total.name}`, measureWord, asOf },
    "+",
    sum,
    joint.total,
  );
  return total?.value.equals(whole.value) === true ? total : whole;
}

/** One breakdown from its lines, its total not yet known. `name` where it is not the measure's own (a row of a cross). */
export function breakdownOf(
  lines: readonly CountLine[],
  dimension: Dimension,
  definition: MeasureDefinition,
  asOf: Moment | undefined,
  name = `${definition.name}.${dimension.name}`,
): Breakdown {
  const measureWord = dimension.measureWord ?? definition.measureWord;
  const parts = lines.map((line): Part => ({
    label: line.label,
    member: line.member,
    figure: lineFigure({ name: `${name}.${line.label}`, measureWord, asOf, ...formOf(definition) }, line),
  }));
  return {
    name,
    dimension,
    overlapping: dimension.overlapping && !definition.exclusive.includes(dimension.name),
    measureWord,
    parts,
    sum: sumFigure(
      { name: `${name}.之和`, measureWord, asOf },
      parts.map((part) => part.figure),
    ),
    additive: definition.additive,
    blanks: [],
    total: undefined,
    joint: undefined,
  };
}

/** A member that is not listed had none of what adds up; of a rate, a level or a rank nothing is known then (`undefined`). */
export function figureAt(breakdown: Breakdown, { label, member }: Pick<Part, "label" | "member">): Figure | undefined {
  const same = (other: Pick<Part, "label" | "member">): boolean =>
    member === undefined ? other.label === label : other.member === member;
  const found = breakdown.parts.find(same);
  if (found !== undefined) return found.figure;
  if (breakdown.blanks.some(same) || !breakdown.additive) return undefined;
  const { sum, name } = breakdown;
  return constantFigure({ name: `${name}.${label}`, measureWord: sum.measureWord, asOf: sum.asOf }, new Fraction(0));
}
