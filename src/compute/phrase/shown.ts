/** The value of an expression before, between or after filters. */

import { momentForms } from "../../base/text/moment.ts";
import { inWords } from "../../base/text/numeral.ts";
import { valueNames } from "../tally/value.ts";
import type { Value } from "../tally/value.ts";
import { defaultNumber } from "./default-number.ts";
import { listOf, listPieces } from "./list.ts";
import type { ShownList } from "./list.ts";
import { figurePiece, textPiece } from "./piece.ts";
import type { Piece } from "./piece.ts";

export type Shown =
  | Value
  | { readonly kind: "list"; readonly list: ShownList }
  | { readonly kind: "pieces"; readonly pieces: readonly Piece[] };

export const shownNames: Record<Shown["kind"], string> = { ...valueNames, list: "分项", pieces: "已成文字的内容" };

/** The printed form of a value. Throws `ExpressionError` for a number whose decimals do not end. */
export function piecesOf(shown: Shown): Piece[] {
  switch (shown.kind) {
    case "figure":
      return [figurePiece(defaultNumber(shown.figure), shown.figure)];
    case "tally":
    case "joint":
      return [figurePiece(defaultNumber(shown.total), shown.total)];
    case "breakdown":
      return listPieces(listOf(shown.breakdown));
    case "list":
      return listPieces(shown.list);
    case "names":
      return [textPiece(shown.names.join("、"))];
    case "moment":
      return [textPiece(momentForms.年月日时(shown.moment))];
    case "batches":
      return batchPieces(shown, String);
    case "text":
      return [textPiece(shown.text)];
    case "pieces":
      return [...shown.pieces];
  }
}

/** 第十五批, 第一批至第十五批 */
export function batchPieces(
  { from, to }: Extract<Value, { kind: "batches" }>,
  write: (value: number) => string = inWords,
): Piece[] {
  const end = (figure: typeof from): Piece[] => [
    textPiece("第"),
    figurePiece(write(figure.value.valueOf()), figure),
    textPiece("批"),
  ];
  return from.value.equals(to.value) ? end(to) : [...end(from), textPiece("至"), ...end(to)];
}
