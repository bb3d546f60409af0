/** A table as a reader sees it, not yet HTML. */

import type { Piece } from "../phrase/piece.ts";
import type { Figure } from "../tally/figure.ts";

/** A figure with the pieces it is printed as; `undefined` where there is none to be had (a rate of nothing). */
export type Cell =
  | { readonly figure: Figure; readonly pieces: readonly Piece[] }
  | { readonly text: string; readonly typedAt?: number | undefined }
  | undefined;

export interface Row {
  readonly kind: "part" | "rest" | "joint" | "total";
  readonly head: readonly Piece[];
  readonly cells: readonly Cell[];
}

export interface TableModel {
  readonly caption: readonly Piece[];
  /** 件; `undefined` where the columns differ and name their units themselves. */
  readonly unit: string | undefined;
  /** Head of the column of row heads. */
  readonly corner: string;
  readonly columns: readonly string[];
  readonly rows: readonly Row[];
  readonly totalFirst: boolean;
  /** What a reader must be told; empty when nothing. */
  readonly note: readonly Piece[];
}
