import { element, textMarkup } from "../../base/text/markup.ts";
import type { MarkupPart } from "../../base/text/markup.ts";
import type { FigurePiece, Piece } from "./piece.ts";

/** The address that a printed figure leads to; `undefined` for none. */
export type FigureLink = (piece: FigurePiece) => string | undefined;

/** A figure is a `data` element that carries its exact value. */
export function piecesMarkup(pieces: readonly Piece[], link?: FigureLink): MarkupPart[] {
  return pieces.flatMap((piece): MarkupPart[] => {
    if (piece.kind === "text") return piece.text === "" ? [] : [textMarkup(piece.text)];
    const data = element("data", { class: "figure", value: piece.figure.value.toString() }, piece.text);
    const address = link?.(piece);
    return address === undefined ? data : element("a", { class: "figure-link", href: address }, data);
  });
}
