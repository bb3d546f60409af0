/** What a chart shows: the figures of a table, as drawn. */

import { ExpressionError } from "../../model/expression/expression.ts";
import { plainText } from "../../compute/phrase/piece.ts";
import type { Piece } from "../../compute/phrase/piece.ts";
import type { TableModel } from "../table/model.ts";

/** One number at one place of the axis. */
export interface Point {
  readonly place: string;
  readonly value: number;
  /** As printed: 56件, 74.4%. */
  readonly pieces: readonly Piece[];
}

export interface Series {
  readonly name: string;
  /** Points that have a figure; a place without one is left out. */
  readonly points: readonly Point[];
}

export interface ChartData {
  /** Places of the axis in order. */
  readonly places: readonly string[];
  readonly series: readonly Series[];
  /** 件, % … of all numbers. */
  readonly unit: string;
}

/** Rows that stand for members or issues, not the total. Throws `ExpressionError` when the columns have different units. */
export function chartData(table: TableModel): ChartData {
  const rows = table.rows.filter((row) => row.kind !== "total");
  const units = new Set<string>();
  // Remarks are no numbers: nothing of them can be drawn.
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

/** Nice steps from 0 to just above the greatest value; counts have whole ones. */
export function ticksTo(greatest: number, whole: boolean): number[] {
  if (greatest <= 0) return [0, 1];
  const rough = greatest / 5;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((candidate) => candidate >= rough) ?? 10 * power;
  const used = whole ? Math.max(1, step) : step;
  const count = Math.ceil(greatest / used);
  return Array.from({ length: count + 1 }, (_, at) => Number((at * used).toPrecision(12)));
}

/** Steps of one size on both sides of 0, from just below `least` (at most 0) to just above `greatest` (at least 0). */
export function ticksAround(least: number, greatest: number, whole: boolean): number[] {
  const steps = ticksTo(Math.max(greatest, -least), whole);
  const until = (end: number): number[] => steps.filter((_, at) => at > 0 && (steps[at - 1] ?? 0) < end);
  const above = until(greatest);
  const below = until(-least).map((step) => -step);
  return [...below.reverse(), 0, ...(above.length + below.length === 0 ? steps.slice(1) : above)];
}
