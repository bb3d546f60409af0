/** Cross breakdowns (交叉分组): cells against the plain breakdowns along both sides. */

import Fraction from "fraction.js";
import type { CountLine, CrossGroup } from "../../model/count-sheet.ts";
import type { Dimension } from "../../model/vocabulary.ts";
import { isExclusive } from "../../compute/tally/breakdown.ts";
import type { Finding, Rule } from "./rule.ts";
import { allCounted, type Counted, type Subject } from "./subject.ts";
import { quantity, surplus } from "./wording.ts";

/** One row or column of cells with the line of the plain breakdown that it adds up to. */
interface Strip {
  readonly cells: readonly CountLine[];
  readonly line: CountLine;
  /** The dimension the cells run along. */
  readonly along: Dimension;
  /** How far the sum may be from the line for the sake of joint cases. */
  readonly slack: Fraction;
}

export const crossSum: Rule = {
  id: "cross-sum",
  name: "交叉分组",
  level: "error",
  explanation:
    "交叉分组（如单位×类别）的每一行、每一列，与单独的分组要对得上：互不重复的，加起来等于那一项；可重复的，每格不超过那一项。",
  example: "单位里道县18件，单位×来源里道县来电10件、来信7件。",
  find: (subject) =>
    allCounted(subject).flatMap((measure) =>
      (measure.block.crosses ?? []).flatMap((cross) =>
        strips(subject, measure, cross).flatMap((strip) => check(measure, cross, strip)),
      ),
    ),
};

function strips(subject: Subject, { block, tally }: Counted, cross: CrossGroup): Strip[] {
  const { dimensions } = subject.archive.vocabulary;
  const [rows, columns] = cross.dimensions.map((name) => dimensions.get(name));
  if (rows === undefined || columns === undefined) return [];
  const lineOf = (dimension: Dimension, member: CountLine["member"]): CountLine | undefined =>
    block.groups.find((group) => group.dimension === dimension.name)?.lines.find((line) => line.member === member);
  // Each joint case stands in no row, or in the rows of all its units.
  const slack = tally.joint.reduce((sum, item) => sum.add(item.figure.value.mul(item.unitCount)), new Fraction(0));
  const found: Strip[] = [];
  for (const row of cross.rows) {
    const line = lineOf(rows, row.member);
    if (line !== undefined) found.push({ cells: row.lines, line, along: columns, slack: new Fraction(0) });
  }
  for (const member of new Set(cross.rows.flatMap((row) => row.lines.map((cell) => cell.member)))) {
    const line = lineOf(columns, member);
    const cells = cross.rows.flatMap((row) => row.lines.filter((cell) => cell.member === member));
    if (line !== undefined) found.push({ cells, line, along: rows, slack });
  }
  return found;
}

function check({ definition }: Counted, cross: CrossGroup, { cells, line, along, slack }: Strip): Finding[] {
  const name = `“${definition.name}”的${cross.dimensions.join("×")}里`;
  const word = definition.measureWord;
  const hint = "请核对这几格和单独的分组。";
  if (!isExclusive(along, definition)) {
    // Nothing bounds what is counted in a unit of its own.
    if (!along.overlapping) return [];
    return cells
      .filter((cell) => cell.value.compare(line.value) > 0)
      .map((cell) => ({
        place: cell.place,
        message: `${name}“${cell.label}”${quantity(cell.value, word)}，比“${line.label}”的${quantity(line.value, word)}还多`,
        hint,
      }));
  }
  const sum = cells.reduce((total, cell) => total.add(cell.value), new Fraction(0));
  const difference = sum.sub(line.value);
  const isPartial = along.partial === true && cells.length < along.registry.members.length;
  if (difference.abs().compare(slack) <= 0 || (isPartial && difference.compare(0) < 0)) return [];
  return [
    {
      place: cells[0]?.place ?? cross.place,
      message: `${name}“${line.label}”按${along.name}加起来是${quantity(sum, word)}，单独写的是${quantity(line.value, word)}，${surplus(sum, line.value, word)}`,
      hint,
    },
  ];
}
