/** A measure by one dimension. (分项) */

import Fraction from "fraction.js";
import type { CountLine, JointCounting, NamedMember } from "../../model/count-sheet.ts";
import type { Member } from "../../model/registry.ts";
import type { Dimension, MeasureDefinition } from "../../model/vocabulary.ts";
import type { Moment } from "../../base/text/moment.ts";
import { constantFigure, lineFigure, operationFigure, sumFigure } from "./figure.ts";
import type { Figure, Head } from "./figure.ts";

/** The name of a line as typed in the data, and the member it means. */
export interface Named {
  readonly label: string;
  readonly member: Member | undefined;
}

/** Whether two names mean the same member, or are the same text if they mean none. */
export function isSame(one: Named, other: Named): boolean {
  return one.member === undefined ? one.label === other.label : one.member === other.member;
}

/** One line of a breakdown. */
export interface Part extends Named {
  readonly figure: Figure;
}

export interface Breakdown {
  readonly name: string;
  readonly dimension: Dimension;
  /** The parts may add up to more than the total. */
  readonly overlapping: boolean;
  readonly measureWord: string;
  readonly parts: readonly Part[];
  /** 各项之和; the number of mentions if they overlap. Meaningless when `additive` is false. */
  readonly sum: Figure;
  /** Whether the sum of the parts has a meaning, which is so for counts, but not for rates and rainfall. */
  readonly additive: boolean;
  /** Members without a figure: the rate of a unit without cases, the change of a level that was not known before. */
  readonly blanks: readonly NamedMember[];
  /** The total of the measure, the base of shares; absent when only overlapping parts are known. */
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
  /** Whether all units are done; only then the cases count as done. */
  readonly isComplete: boolean;
}

/** The default form of typed figures: a rate has the decimals of its measure. */
export function formOf({ percent, cut }: MeasureDefinition): Pick<Head, "percent" | "cut"> {
  return percent === undefined ? {} : { percent, cut };
}

/**
 * Whether each case belongs to one member of the dimension, so that the parts add up to the total. If the parts have a 量词 of their own
 * (problems 个 of cases 件), this must be stated (可重复: 否, 互斥).
 */
export function isExclusive(dimension: Dimension, { measureWord, exclusive }: MeasureDefinition): boolean {
  if (exclusive.includes(dimension.name)) return true;
  if (dimension.overlapping) return false;
  return dimension.exclusive === true || dimension.measureWord === undefined || dimension.measureWord === measureWord;
}

/** Whether every member is listed, so that nothing can have been left out, even where that is allowed (可不全). */
export function listsAll({ dimension, parts }: Breakdown): boolean {
  const listed = new Set(parts.map(({ member }) => member));
  return dimension.registry.members.every((member) => listed.has(member));
}

/** Whether only some members are listed, so that the parts may add up to less than the total. */
export function listsSome(breakdown: Breakdown): boolean {
  return breakdown.dimension.partial === true && !listsAll(breakdown);
}

/** The whole of which the parts are shares. It includes joint cases counted apart (单列), which are in no part. */
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

/** A breakdown from its lines, without its total. `name` is given for a row of a cross breakdown. */
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

/** The line of a member; `undefined` also for a line of no member, which cannot be found in another breakdown. */
export function partOf(breakdown: Breakdown | undefined, member: Member | undefined): Part | undefined {
  return member === undefined ? undefined : breakdown?.parts.find((part) => part.member === member);
}

/** The figure of a member. One that is not listed has 0 cases, but no rate, level or rank (`undefined`). */
export function figureAt(breakdown: Breakdown, line: Named): Figure | undefined {
  const found = breakdown.parts.find((part) => isSame(line, part));
  if (found !== undefined) return found.figure;
  if (breakdown.blanks.some((blank) => isSame(line, blank)) || !breakdown.additive) return undefined;
  const { measureWord, asOf } = breakdown.sum;
  return constantFigure({ name: `${breakdown.name}.${line.label}`, measureWord, asOf }, new Fraction(0));
}
