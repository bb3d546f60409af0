/** What one measure comes to in one issue: its total, breakdowns and joint cases, as figures. (统计) */

import type { BatchRange, CountBlock, JointCounting, NamedMember } from "../model/count-sheet.ts";
import type { Member } from "../model/registry.ts";
import type { Dimension, MeasureDefinition, Vocabulary } from "../model/vocabulary.ts";
import type { Moment } from "../text/moment.ts";
import Fraction from "fraction.js";
import { constantFigure, lineFigure, operationFigure, sumFigure } from "./figure.ts";
import type { Figure } from "./figure.ts";

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
  /** 各项之和; the number of mentions where they overlap. */
  readonly sum: Figure;
  /** The measure's own total, the base of shares; absent when only overlapping parts are known. */
  readonly total: Figure | undefined;
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

export interface Tally {
  readonly definition: MeasureDefinition;
  readonly asOf: Moment | undefined;
  readonly since: Moment | undefined;
  readonly batches: BatchRange | undefined;
  /** Absent when the data gives only overlapping parts, or parts that have no sum. */
  readonly total: Figure | undefined;
  readonly breakdowns: ReadonlyMap<string, Breakdown>;
  readonly joint: readonly JointTally[];
  readonly jointCounting: JointCounting;
  /** 共有: how many joint cases there are; zero when there are none. */
  readonly jointTotal: Figure;
}

/** Computes one measure from its block of the count sheet. */
export function tallyOf(block: CountBlock, definition: MeasureDefinition, vocabulary: Vocabulary): Tally {
  const asOf = block.asOf?.moment;
  const head = (name: string, measureWord = definition.measureWord) => ({ name, measureWord, asOf });
  const joint = block.joint.map((item, at): JointTally => ({
    units: item.units,
    unitCount: item.unitCount,
    figure: lineFigure(head(`${definition.name}.共有.${at + 1}`), item.count),
    completed: item.completed,
    isComplete: item.completed === undefined || item.completed.length >= item.unitCount,
  }));
  const counted = joint.filter((item) => item.isComplete).map((item) => item.figure);
  const jointTotal = sumFigure(head(`${definition.name}.共有`), counted);

  const groups = block.groups.flatMap((group) => {
    const dimension = vocabulary.dimensions.get(group.dimension);
    if (dimension === undefined) return [];
    const overlapping = dimension.overlapping && !definition.exclusive.includes(dimension.name);
    const measureWord = dimension.measureWord ?? definition.measureWord;
    const name = `${definition.name}.${dimension.name}`;
    const parts = group.lines.map((line): Part => ({
      label: line.label,
      member: line.member,
      figure: lineFigure(head(`${name}.${line.label}`, measureWord), line),
    }));
    const sum = sumFigure(
      head(`${name}.之和`, measureWord),
      parts.map((part) => part.figure),
    );
    return [{ name, dimension, overlapping, measureWord, parts, sum }];
  });

  const total = totalOf(block, definition, groups, joint, jointTotal, head);
  const breakdowns = new Map(groups.map((group) => [group.dimension.name, { ...group, total }]));
  return {
    definition,
    asOf,
    since: block.since?.moment,
    batches: block.batches,
    total,
    breakdowns,
    joint,
    jointCounting: block.jointCounting,
    jointTotal,
  };
}

type HeadOf = (name: string) => { name: string; measureWord: string; asOf: Moment | undefined };

/** The stated total where there is one; else the first breakdown whose parts exclude one another, joint cases taken into account. */
function totalOf(
  block: CountBlock,
  definition: MeasureDefinition,
  groups: readonly Omit<Breakdown, "total">[],
  joint: readonly JointTally[],
  jointTotal: Figure,
  head: HeadOf,
): Figure | undefined {
  if (block.total !== undefined) return lineFigure(head(definition.name), block.total);
  if (!definition.additive) return undefined;
  const base = groups.find((group) => !group.overlapping);
  if (base === undefined) return undefined;
  const carriesJoint = jointDimension(block) === base.dimension.name;
  if (!carriesJoint || joint.length === 0) return { ...base.sum, name: definition.name };
  return withJoint(
    head(definition.name),
    base.parts.map((part) => part.figure),
    joint,
    block.jointCounting,
    jointTotal,
  );
}

/** The dimension that joint cases are joint in: the one of their named units, else the first. */
export function jointDimension(block: Pick<CountBlock, "joint" | "groups">): string | undefined {
  const members = new Set(block.joint.flatMap((item) => item.units.map((unit) => unit.member)));
  const named = block.groups.find((group) =>
    group.lines.some((line) => line.member !== undefined && members.has(line.member)),
  );
  return (named ?? block.groups[0])?.dimension;
}

/** Parts and joint cases together: added when counted apart, their repeats taken off when counted in every unit. */
export function withJoint(
  head: { name: string; measureWord: string; asOf: Moment | undefined },
  parts: readonly Figure[],
  joint: readonly JointTally[],
  counting: JointCounting,
  jointTotal: Figure,
): Figure {
  if (counting === "apart") {
    const counted = jointTotal.derivation.kind === "sum" ? jointTotal.derivation.parts : [jointTotal];
    return sumFigure(head, [...parts, ...counted]);
  }
  const mentions = sumFigure({ ...head, name: `${head.name}.各单位之和` }, parts);
  const repeats = joint
    .filter((item) => item.isComplete)
    .map((item) => {
      const extra = constantFigure(
        { name: "多计的单位数", measureWord: "个", asOf: undefined },
        new Fraction(item.unitCount - 1),
      );
      return operationFigure({ ...head, name: `${item.figure.name}.多计` }, "×", item.figure, extra);
    });
  return operationFigure(head, "-", mentions, sumFigure({ ...head, name: `${head.name}.多计` }, repeats));
}
