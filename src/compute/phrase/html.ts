import type { Piece } from "./piece.ts";

export function escapeHtml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}

/** Pieces as HTML: a figure is a `data` element that carries its exact value. */
export function piecesHtml(pieces: readonly Piece[]): string {
  return pieces
    .map((piece) =>
      piece.kind === "text"
        ? escapeHtml(piece.text)
        : `<data class="figure" value="${piece.figure.value.toString()}">${escapeHtml(piece.text)}</data>`,
    )
    .join("");
}
