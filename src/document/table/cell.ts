/** Formats figures as cells of a table, with the filters of their columns. */

import type { FilterCall } from "../../model/expression/expression.ts";
import { defaultNumber } from "../../compute/phrase/default-number.ts";
import { valuePieces } from "../../compute/phrase/list.ts";
import type { ShownList } from "../../compute/phrase/list.ts";
import { formatted } from "../../compute/phrase/phrase.ts";
import { figurePiece, plainText, textPiece } from "../../compute/phrase/piece.ts";
import type { Piece } from "../../compute/phrase/piece.ts";
import { piecesOf } from "../../compute/phrase/shown.ts";
import type { Figure } from "../../compute/tally/figure.ts";
import type { Breakdown } from "../../compute/tally/breakdown.ts";
import type { Cell } from "./model.ts";

export function cellOf(figure: Figure | undefined): Cell {
  return figure === undefined ? undefined : { figure, pieces: [figurePiece(defaultNumber(figure), figure)] };
}

export function wordCell(text: string): Cell {
  return { figure: undefined, pieces: [textPiece(text)] };
}

export type CellWriter = (figure: Figure | undefined) => Cell;

/** The cells of a column by members of a dimension, whose shares refer to the whole breakdown. Throws `ExpressionError`. */
export function memberCells(breakdown: Breakdown, calls: readonly FilterCall[]): CellWriter {
  if (calls.length === 0) return cellOf;
  const shown = formatted({ kind: "breakdown", breakdown }, calls);
  if (shown.kind !== "list") return cellOf;
  const { list } = shown;
  return (figure) => (figure === undefined ? undefined : writtenCell(figure, inList(figure, list)));
}

/** The cell of a single figure. Throws `ExpressionError`. */
export function figureCell(figure: Figure | undefined, calls: readonly FilterCall[]): Cell {
  if (figure === undefined || calls.length === 0) return cellOf(figure);
  return writtenCell(figure, piecesOf(formatted({ kind: "figure", figure }, calls)));
}

function inList(figure: Figure, { style }: ShownList): readonly Piece[] {
  return valuePieces(figure, { ...style, measureWord: "" });
}

/** A cell with its printed figure, which for a share is not the count, and without 量词 if the cell contains one. */
function writtenCell(figure: Figure, pieces: readonly Piece[]): Cell {
  const [first] = pieces.flatMap((piece) => (piece.kind === "figure" ? [piece.figure] : []));
  const shown = first ?? figure;
  const text = plainText(pieces);
  const isNamed =
    pieces.some((piece) => piece.kind === "text" && piece.text !== "") ||
    (shown.measureWord !== "" && text.includes(shown.measureWord)) ||
    !/\d/.test(text);
  return { figure: isNamed ? { ...shown, measureWord: "" } : shown, pieces };
}
