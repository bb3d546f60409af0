/** The content of a table, before markup. */

import { plainText } from "../../compute/phrase/piece.ts";
import type { Piece } from "../../compute/phrase/piece.ts";
import type { Figure } from "../../compute/tally/figure.ts";

/** The printed pieces with their figure; `undefined` when there is none (a rate of nothing). */
export type Cell = { readonly figure: Figure | undefined; readonly pieces: readonly Piece[] } | undefined;

export interface Row {
  readonly kind: "part" | "rest" | "joint" | "total";
  readonly head: readonly Piece[];
  readonly cells: readonly Cell[];
}

export interface TableModel {
  readonly caption: readonly Piece[];
  /** 件; `undefined` when the columns differ and have units in their headers. */
  readonly unit: readonly Piece[] | undefined;
  /** Header of the first column, with the row headers. */
  readonly corner: string;
  /** Headers of the other columns. */
  readonly columns: readonly (readonly Piece[])[];
  readonly rows: readonly Row[];
  readonly totalFirst: boolean;
  /** The note below the table; may be empty. */
  readonly note: readonly Piece[];
}

/** The content of a cell without a figure, a mark, so that it does not look forgotten. */
export const blankCell = "—";

export function cellText(cell: Cell): string {
  return cell === undefined ? blankCell : plainText(cell.pieces);
}

/** The rows, with the totals first or last. */
export function rowsInOrder({ rows, totalFirst }: TableModel): Row[] {
  const totals = rows.filter(({ kind }) => kind === "total");
  const others = rows.filter(({ kind }) => kind !== "total");
  return totalFirst ? [...totals, ...others] : [...others, ...totals];
}
