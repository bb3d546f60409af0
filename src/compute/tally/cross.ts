/** A measure broken down by two dimensions at once. (交叉分组) */

import type { CountBlock } from "../../model/count-sheet.ts";
import type { Dimension, MeasureDefinition, Vocabulary } from "../../model/vocabulary.ts";
import type { Moment } from "../../base/text/moment.ts";
import { breakdownOf, isExclusive, isSame } from "./breakdown.ts";
import { sumFigure } from "./figure.ts";
import type { Breakdown, Named, Part } from "./breakdown.ts";

interface CrossLine extends Named {
  /** The counts of the row by the second dimension. */
  readonly breakdown: Breakdown;
}

export interface Cross {
  readonly rows: Dimension;
  readonly columns: Dimension;
  readonly lines: readonly CrossLine[];
}

export function crossesOf(
  block: CountBlock,
  definition: MeasureDefinition,
  vocabulary: Vocabulary,
  asOf: Moment | undefined,
): Cross[] {
  return (block.crosses ?? []).flatMap((group) => {
    const rows = vocabulary.dimensions.get(group.dimensions[0]);
    const columns = vocabulary.dimensions.get(group.dimensions[1]);
    if (rows === undefined || columns === undefined) return [];
    const lines = group.rows.map((row) => ({
      label: row.label,
      member: row.member,
      breakdown: breakdownOf(
        row.lines,
        columns,
        definition,
        asOf,
        `${definition.name}.${rows.name}.${row.label}.${columns.name}`,
      ),
    }));
    return [{ rows, columns, lines }];
  });
}

/** The cross breakdown with the given rows and columns, transposed if the data has it the other way round. */
export function orientedCross(crosses: readonly Cross[], rows: string, columns: string): Cross | undefined {
  const straight = crosses.find((cross) => cross.rows.name === rows && cross.columns.name === columns);
  if (straight !== undefined) return straight;
  const turned = crosses.find((cross) => cross.rows.name === columns && cross.columns.name === rows);
  return turned === undefined ? undefined : transpose(turned);
}

/** Exchanges rows and columns. */
export function transpose(cross: Cross): Cross {
  const lines: (Named & { parts: Part[]; like: Breakdown })[] = [];
  for (const row of cross.lines) {
    for (const part of row.breakdown.parts) {
      const known = lines.find((line) => isSame(line, part));
      const cell: Part = { label: row.label, member: row.member, figure: part.figure };
      if (known === undefined)
        lines.push({ label: part.label, member: part.member, parts: [cell], like: row.breakdown });
      else known.parts.push(cell);
    }
  }
  return {
    rows: cross.columns,
    columns: cross.rows,
    lines: lines.map(({ label, member, parts, like }) => ({
      label,
      member,
      breakdown: {
        ...like,
        name: `${measureOf(like)}.${cross.columns.name}.${label}.${cross.rows.name}`,
        dimension: cross.rows,
        overlapping: cross.rows.overlapping,
        parts,
        sum: sumFigure(
          {
            name: `${measureOf(like)}.${cross.columns.name}.${label}`,
            measureWord: like.measureWord,
            asOf: like.sum.asOf,
          },
          parts.map((part) => part.figure),
        ),
      },
    })),
  };
}

function measureOf(breakdown: Breakdown): string {
  return breakdown.name.split(".")[0] ?? breakdown.name;
}

/** One column of a cross breakdown as a breakdown by its rows: 交办.状态.已办结 by unit. Rows without that column count as zero. */
export function columnOf(cross: Cross, name: string): Breakdown | undefined {
  const member = cross.columns.registry.find(name);
  if (member === undefined && !cross.lines.some(({ breakdown }) => breakdown.parts.some((part) => part.label === name)))
    return undefined;
  return transpose(cross).lines.find((line) => isSame({ label: name, member }, line))?.breakdown;
}

/** Breakdowns that need not be typed, because they are the sums of the rows of a cross breakdown whose columns exclude one another. */
export function groupsFromCrosses(
  crosses: readonly Cross[],
  typed: readonly Breakdown[],
  definition: MeasureDefinition,
): Breakdown[] {
  const known = new Set(typed.map((breakdown) => breakdown.dimension.name));
  return crosses.flatMap((cross): Breakdown[] => {
    const [first] = cross.lines;
    if (first === undefined || !definition.additive || !isExclusive(cross.columns, definition)) return [];
    if (cross.columns.partial === true || known.has(cross.rows.name)) return [];
    known.add(cross.rows.name);
    const name = `${measureOf(first.breakdown)}.${cross.rows.name}`;
    const head = { measureWord: first.breakdown.measureWord, asOf: first.breakdown.sum.asOf };
    const parts = cross.lines.map(({ label, member, breakdown }): Part => ({
      label,
      member,
      figure: { ...breakdown.sum, name: `${name}.${label}` },
    }));
    const sum = sumFigure(
      { ...head, name: `${name}.之和` },
      parts.map((part) => part.figure),
    );
    return [{ ...first.breakdown, name, dimension: cross.rows, overlapping: cross.rows.overlapping, parts, sum }];
  });
}
