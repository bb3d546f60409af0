/** Heads of columns and the unit line: 单位：件 where all columns count the same, else the unit behind each head. */

import type { Column } from "./column.ts";
import type { Row, TableModel } from "./model.ts";

export function headings(columns: readonly Column[], rows: readonly Row[]): Pick<TableModel, "unit" | "columns"> {
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
    if (cell !== undefined && "figure" in cell)
      return cell.figure.percent === undefined && cell.figure.measureWord !== "" ? cell.figure.measureWord : undefined;
  }
  return undefined;
}
