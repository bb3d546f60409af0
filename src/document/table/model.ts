/** A table as a reader sees it, not yet HTML. */

import { plainText } from "../../compute/phrase/piece.ts";
import type { Piece } from "../../compute/phrase/piece.ts";
import type { Figure } from "../../compute/tally/figure.ts";

/** What is printed, with the figure that it stands for; `undefined` where there is none to be had (a rate of nothing). */
export type Cell = { readonly figure: Figure | undefined; readonly pieces: readonly Piece[] } | undefined;

export interface Row {
  readonly kind: "part" | "rest" | "joint" | "total";
  readonly head: readonly Piece[];
  readonly cells: readonly Cell[];
}

export interface TableModel {
  readonly caption: readonly Piece[];
  /** 件; `undefined` where the columns differ and name their units themselves. */
  readonly unit: readonly Piece[] | undefined;
  /** Head of the column of row heads. */
  readonly corner: string;
  /** Heads of the other columns. */
  readonly columns: readonly (readonly Piece[])[];
  readonly rows: readonly Row[];
  readonly totalFirst: boolean;
  /** What a reader must be told; empty when nothing. */
  readonly note: readonly Piece[];
}

/** What a blank cell shows: a mark, so that nobody takes it for a cell forgotten. */
export const blankCell = "—";

export function cellText(cell: Cell): string {
  return cell === undefined ? blankCell : plainText(cell.pieces);
}

/** The totals first or last. */
export function rowsInOrder({ rows, totalFirst }: TableModel): Row[] {
  const totals = rows.filter(({ kind }) => kind === "total");
  const others = rows.filter(({ kind }) => kind !== "total");
  return totalFirst ? [...totals, ...others] : [...others, ...totals];
}
