/** A column of shares beside the counts. (占比) */

import { ExpressionError } from "../expression/expression.ts";
import { sharePiece } from "../phrase/list.ts";
import { textPiece } from "../phrase/piece.ts";
import { sumFigure } from "../tally/figure.ts";
import type { Figure } from "../tally/figure.ts";
import type { Cell, Row, TableModel } from "./model.ts";

const decimals = 1;

/**
 * `table` has the share of each row in all rows together – in all mentions, where one case may have several – behind its count;
 * `drawn` has the shares alone. Throws `ExpressionError` unless there is one column of counts.
 */
export function withShares(table: TableModel): { readonly table: TableModel; readonly drawn: TableModel } {
  const parts = table.rows.filter((row) => row.kind !== "total");
  const figures = parts.flatMap((row) => row.cells.flatMap((cell) => figureOf(cell) ?? []));
  const [first] = figures;
  const base = sumFigure({ name: "各项之和", measureWord: first?.measureWord ?? "", asOf: first?.asOf }, figures);
  if (table.columns.length !== 1 || base.value.equals(0) || figures.some(({ percent }) => percent !== undefined)) {
    throw new ExpressionError(
      "block-argument",
      table.columns.length === 1 ? "各项之和是 0，或者不是件数，算不出占比" : "占比图只能有一栏",
      { start: 0, end: 0 },
      "如“::: 图表 占比 类别 × 交办”。",
    );
  }
  const shareOf = (row: Row): Cell => {
    const figure = figureOf(row.cells[0]);
    // Where cases are mentioned more than once their number is no part of the mentions.
    if (figure === undefined || (row.kind === "total" && !figure.value.equals(base.value))) return undefined;
    const piece = sharePiece(figure, { base, decimals, cut: false, trimmed: false });
    return piece.kind === "figure" ? { figure: piece.figure, pieces: [piece] } : undefined;
  };
  return {
    table: {
      ...table,
      columns: [...table.columns, [textPiece("占比")]],
      rows: table.rows.map((row) => ({ ...row, cells: [...row.cells, shareOf(row)] })),
    },
    drawn: { ...table, columns: [[textPiece("占比")]], rows: parts.map((row) => ({ ...row, cells: [shareOf(row)] })) },
  };
}

function figureOf(cell: Cell): Figure | undefined {
  return cell?.figure;
}
