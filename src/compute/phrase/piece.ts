/** The printed result of an expression as a list of texts and figures, so that every printed number can be traced to its figure. */

import type { Figure } from "../tally/figure.ts";

export type Piece =
  /** `typedAt`: the offset in the article, for a text that was typed into the settings of a table or chart. */
  | { readonly kind: "text"; readonly text: string; readonly typedAt?: number }
  | { readonly kind: "figure"; readonly text: string; readonly figure: Figure };

export type FigurePiece = Extract<Piece, { kind: "figure" }>;

export const textPiece = (text: string, typedAt?: number): Piece =>
  typedAt === undefined ? { kind: "text", text } : { kind: "text", text, typedAt };
export const figurePiece = (text: string, figure: Figure): Piece => ({ kind: "figure", text, figure });

export function plainText(pieces: readonly Piece[]): string {
  return pieces.map((piece) => piece.text).join("");
}

/** The pieces that print the characters from `start` to `end`; a figure is never divided. */
export function piecesBetween(pieces: readonly Piece[], start: number, end: number): Piece[] {
  let at = 0;
  return pieces.flatMap((piece) => {
    const [from, to] = [Math.max(0, start - at), Math.min(piece.text.length, end - at)];
    at += piece.text.length;
    if (from >= to) return [];
    if (piece.kind === "figure") return [piece];
    return [textPiece(piece.text.slice(from, to), piece.typedAt === undefined ? undefined : piece.typedAt + from)];
  });
}

/** Joins lists of pieces with a separator, the last two with another one: A、B和C. */
export function joinPieces(items: readonly (readonly Piece[])[], separator: string, last = separator): Piece[] {
  return items.flatMap((item, at) =>
    at === 0 ? item : [textPiece(at === items.length - 1 ? last : separator), ...item],
  );
}
