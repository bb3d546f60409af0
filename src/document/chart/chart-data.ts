/** The data of a chart, from the figures of a table. */

import { ExpressionError } from "../../model/expression/expression.ts";
import { plainText } from "../../compute/phrase/piece.ts";
import type { Piece } from "../../compute/phrase/piece.ts";
import type { TableModel } from "../table/model.ts";

/** A number at a position on the axis. */
export interface Point {
  readonly place: string;
  readonly value: number;
  /** As printed: 56件, 74.4%. */
  readonly pieces: readonly Piece[];
}

export interface Series {
  readonly name: string;
  /** The points; positions without a figure are left out. */
  readonly points: readonly Point[];
}

export interface ChartData {
  /** The positions on the axis, in order. */
  readonly places: readonly string[];
  readonly series: readonly Series[];
  /** 件, % … of all numbers. */
  readonly unit: string;
}

/** Data from all rows except totals. Throws `ExpressionError` when the columns have different units. */
export function chartData(table: TableModel): ChartData {
  const rows = table.rows.filter((row) => row.kind !== "total");
  const units = new Set<string>();
  // The column of remarks has no numbers.
  const series = table.columns.flatMap((name, at): Series[] => {
    const points = rows.flatMap((row): Point[] => {
      const cell = row.cells[at];
      if (cell?.figure === undefined) return [];
      units.add(cell.figure.percent === undefined ? cell.figure.measureWord : "%");
      return [{ place: plainText(row.head), value: cell.figure.value.valueOf(), pieces: cell.pieces }];
    });
    return points.length === 0 ? [] : [{ name: plainText(name), points }];
  });
  const [unit = ""] = units;
  if (units.size > 1) {
    throw new ExpressionError(
      "mixed-units",
      `一张图里的数字量词要相同，这里有${[...units].map((word) => `“${word}”`).join("、")}`,
      { start: 0, end: 0 },
      "请分成几张图，或者用“::: 表格”。",
    );
  }
  return { places: rows.map((row) => plainText(row.head)), series, unit };
}

/** Round steps from 0 to the first one not below the greatest value; `whole` steps for counts. */
export function ticksTo(greatest: number, whole: boolean): number[] {
  if (greatest <= 0) return [0, 1];
  const rough = greatest / 5;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((candidate) => candidate >= rough) ?? 10 * power;
  const used = whole ? Math.max(1, step) : step;
  const count = Math.ceil(greatest / used);
  return Array.from({ length: count + 1 }, (_, at) => Number((at * used).toPrecision(12)));
}

/** Equal steps on both sides of 0, covering `least` (at most 0) and `greatest` (at least 0). */
export function ticksAround(least: number, greatest: number, whole: boolean): number[] {
  const steps = ticksTo(Math.max(greatest, -least), whole);
  const until = (end: number): number[] => steps.filter((_, at) => at > 0 && (steps[at - 1] ?? 0) < end);
  const above = until(greatest);
  const below = until(-least).map((step) => -step);
  return [...below.reverse(), 0, ...(above.length + below.length === 0 ? steps.slice(1) : above)];
}
