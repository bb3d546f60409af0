import type { FigurePiece, Piece } from "./piece.ts";

/** The address that a printed figure leads to; `undefined` for none. */
export type FigureLink = (piece: FigurePiece) => string | undefined;

export function escapeHtml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}

/** Pieces as HTML: a figure is a `data` element that carries its exact value. */
export function piecesHtml(pieces: readonly Piece[], link?: FigureLink): string {
  return pieces
    .map((piece) => {
      if (piece.kind === "text") return escapeHtml(piece.text);
      const data = `<data class="figure" value="${piece.figure.value.toString()}">${escapeHtml(piece.text)}</data>`;
      const address = link?.(piece);
      return address === undefined ? data : `<a class="figure-link" href="${address}">${data}</a>`;
    })
    .join("");
}
