/** Headers of columns and the unit line: 单位：件 if all columns have the same unit, else the unit after each header. */

import { plainText, textPiece } from "../../compute/phrase/piece.ts";
import type { Piece } from "../../compute/phrase/piece.ts";
import type { Column } from "./column.ts";
import type { Row, TableModel } from "./model.ts";

/** `own`: the unit line given by the editor, 无 for none; then the headers have no units. */
export function headings(
  columns: readonly Column[],
  rows: readonly Row[],
  own: readonly Piece[] | undefined,
): Pick<TableModel, "unit" | "columns"> {
  const heads = columns.map(({ head }) => head);
  if (own !== undefined) return { unit: plainText(own).trim() === "无" ? undefined : own, columns: heads };
  const words = columns.map((_, at) => unitOf(rows, at));
  const different = new Set(words.filter((word) => word !== undefined));
  const [only, ...more] = different;
  if (more.length === 0) return { unit: only === undefined ? undefined : [textPiece(only)], columns: heads };
  return {
    unit: undefined,
    columns: heads.map((head, at) => {
      const word = words[at];
      const isNamed =
        word !== undefined && [`（${word}）`, `(${word})`].some((unit) => plainText(head).trim().endsWith(unit));
      return word === undefined || isNamed ? head : [...head, textPiece(`（${word}）`)];
    }),
  };
}

/** The unit of a column. A rate has its % in every cell, and a ratio has no unit. */
function unitOf(rows: readonly Row[], at: number): string | undefined {
  for (const { cells } of rows) {
    const cell = cells[at];
    if (cell?.figure === undefined) continue;
    const { derivation, percent, measureWord } = cell.figure;
    if (derivation.kind === "rank" || percent !== undefined) return undefined;
    // 持平 has no unit, and 增加3件 contains it.
    if (measureWord !== "") return measureWord;
  }
  return undefined;
}
