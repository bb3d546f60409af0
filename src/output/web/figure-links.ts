/** On an issue's page each figure leads to its entry on the 数字说明 page. */

import type { FigureLink } from "../../compute/phrase/markup.ts";
import type { FigurePiece } from "../../compute/phrase/piece.ts";
import { anchorOf } from "../../check/trace/index.ts";
import type { TracedNumber } from "../../check/trace/index.ts";

/** `page`: the address of the figures page. What a drawing and the table behind it both show leads to the entry of the drawing. */
export function figureLinks(numbers: readonly TracedNumber[], page: string): FigureLink {
  const addresses = new Map<FigurePiece, string>();
  for (const traced of numbers) {
    const piece = traced.number.token.computed?.piece;
    if (traced.state === "computed" && piece !== undefined && !addresses.has(piece))
      addresses.set(piece, `${page}#${anchorOf(traced)}`);
  }
  return (piece) => addresses.get(piece);
}
