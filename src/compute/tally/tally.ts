/** One measure in one issue: its total, breakdowns and joint cases, as figures. (统计) */

import type { BatchRange, CountBlock, JointCounting } from "../../model/count-sheet.ts";
import type { Dimension, MeasureDefinition, Vocabulary } from "../../model/vocabulary.ts";
import type { Moment } from "../../base/text/moment.ts";
import Fraction from "fraction.js";
import { breakdownOf, formOf, isExclusive } from "./breakdown.ts";
import { crossesOf, groupsFromCrosses, transpose } from "./cross.ts";
import type { Cross } from "./cross.ts";
import { constantFigure, lineFigure, operationFigure, sumFigure } from "./figure.ts";
import type { Figure, Head } from "./figure.ts";
import type { Breakdown, BreakdownJoint, JointTally } from "./breakdown.ts";

export interface Tally {
  readonly definition: MeasureDefinition;
  readonly asOf: Moment | undefined;
  readonly since: Moment | undefined;
  readonly batches: BatchRange | undefined;
  /** 重新累计: counting restarts with this issue. */
  readonly restarts: boolean;
  /** Absent when the data gives only overlapping parts, or parts that have no sum. */
  readonly total: Figure | undefined;
  readonly breakdowns: ReadonlyMap<string, Breakdown>;
  readonly crosses: readonly Cross[];
  readonly joint: readonly JointTally[];
  readonly jointCounting: JointCounting;
  /** 共有: the number of joint cases. */
  readonly jointTotal: Figure;
}

/** Computes one measure from its block of the count sheet. */
export function tallyOf(block: CountBlock, definition: MeasureDefinition, vocabulary: Vocabulary): Tally {
  const asOf = block.asOf?.moment;
  const head = (name: string) => ({ name, measureWord: definition.measureWord, asOf, ...formOf(definition) });
  const joint = block.joint.map((item, at): JointTally => ({
    units: item.units,
    unitCount: item.unitCount,
    figure: lineFigure(head(`${definition.name}.共有.${at + 1}`), item.count),
    completed: item.completed,
    isComplete: item.completed === undefined || item.completed.length >= item.unitCount,
  }));
  const counted = joint.filter((item) => item.isComplete).map((item) => item.figure);
  const jointTotal = sumFigure(head(`${definition.name}.共有`), counted);

  const typed = block.groups.flatMap((group) => {
    const dimension = vocabulary.dimensions.get(group.dimension);
    return dimension === undefined ? [] : [breakdownOf(group.lines, dimension, definition, asOf)];
  });
  const crosses = crossesOf(block, definition, vocabulary, asOf);
  // Joint cases counted apart are in no row, so that with them the columns do not add up to all cases.
  const sources = joint.length === 0 ? [...crosses, ...crosses.map(transpose)] : crosses;
  const groups = [...typed, ...groupsFromCrosses(sources, typed, definition)];
  const first = groups[0]?.dimension.name;
  const jointIn = ({ dimension }: Breakdown): BreakdownJoint | undefined =>
    isJointIn(dimension, joint, first) ? { counting: block.jointCounting, total: jointTotal, items: joint } : undefined;
  const total = totalOf(block, definition, groups, joint, jointTotal, head);
  return {
    definition,
    asOf,
    since: block.since?.moment,
    batches: block.batches,
    restarts: block.restarts === true,
    total,
    breakdowns: new Map(groups.map((group) => [group.dimension.name, { ...group, total, joint: jointIn(group) }])),
    crosses,
    joint,
    jointCounting: block.jointCounting,
    jointTotal,
  };
}

type HeadOf = (name: string) => Head;

/** The stated total, else the sum of the first breakdown whose parts exclude one another, corrected for joint cases. */
function totalOf(
  block: CountBlock,
  definition: MeasureDefinition,
  groups: readonly Breakdown[],
  joint: readonly JointTally[],
  jointTotal: Figure,
  head: HeadOf,
): Figure | undefined {
  if (block.total !== undefined) return lineFigure(head(definition.name), block.total);
  if (!definition.additive) return undefined;
  const base = groups.find(({ dimension }) => isExclusive(dimension, definition) && dimension.partial !== true);
  if (base === undefined) return undefined;
  if (!isJointIn(base.dimension, joint, groups[0]?.dimension.name)) return { ...base.sum, ...head(definition.name) };
  return withJoint(
    head(definition.name),
    base.parts.map((part) => part.figure),
    joint,
    block.jointCounting,
    jointTotal,
  );
}

/**
 * Whether the joint cases belong to a dimension: to that of their units or, if no units are named, to the first dimension (`first`)
 * of the data.
 */
export function isJointIn(
  dimension: Dimension,
  joint: readonly Pick<JointTally, "units">[],
  first: string | undefined,
): boolean {
  if (joint.length === 0) return false;
  const named = joint.flatMap((item) => item.units.map((unit) => unit.member));
  if (named.length === 0) return dimension.name === first;
  const members = new Set(dimension.registry.members);
  return named.some((member) => members.has(member));
}

/**
 * The total of parts and joint cases: their sum if joint cases are counted apart (单列), else without the repetitions of cases that
 * every unit counts (各计). With 各计, a case that only some units have done is listed for these, but not done as a whole.
 */
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
  const repeats = joint.map((item) => {
    const extra = constantFigure(
      { name: "多计的单位数", measureWord: "个", asOf: undefined },
      new Fraction(item.isComplete ? item.unitCount - 1 : (item.completed?.length ?? 0)),
    );
    return operationFigure({ ...head, name: `${item.figure.name}.多计` }, "×", item.figure, extra);
  });
  return operationFigure(head, "-", mentions, sumFigure({ ...head, name: `${head.name}.多计` }, repeats));
}
