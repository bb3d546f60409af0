/** Heads of columns and the unit line: 单位：件 where all columns count the same, else the unit behind each head. */

import type { Column } from "./column.ts";
import type { Row, TableModel } from "./model.ts";

/** `own` is the editor's word for the unit line, 无 for none; the heads then name no units. */
export function headings(
  columns: readonly Column[],
  rows: readonly Row[],
  own: string | undefined,
): Pick<TableModel, "unit" | "columns"> {
  if (own !== undefined) return { unit: own === "无" ? undefined : own, columns: columns.map(({ label }) => label) };
  const words = columns.map((_, at) => unitOf(rows, at));
  const different = new Set(words.filter((word) => word !== undefined));
  if (different.size <= 1) return { unit: [...different][0], columns: columns.map(({ label }) => label) };
  return {
    unit: undefined,
    columns: columns.map(({ label }, at) => {
      const word = words[at];
      return word === undefined ? label : `${label}（${word}）`;
    }),
  };
}

/** A rate carries its % in every cell, a mere ratio has no unit. */
function unitOf(rows: readonly Row[], at: number): string | undefined {
  for (const { cells } of rows) {
    const cell = cells[at];
    if (cell !== undefined && "figure" in cell && cell.figure.derivation.kind === "rank") return undefined;
    if (cell !== undefined && "figure" in cell)
      return cell.figure.percent === undefined && cell.figure.measureWord !== "" ? cell.figure.measureWord : undefined;
  }
  return undefined;
}
