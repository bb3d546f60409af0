import type { CutFont } from "./cut-font.ts";
import type { Glyph } from "./glyph-table.ts";
import { placeGlyph } from "./outline.ts";

/**
 * How a character is fitted into a cell `width` em wide: stretched as a whole; its ink stretched from edge to edge; or moved to the middle
 * between `from` and `to` em.
 */
type Fit =
  | { readonly width: number; readonly by: "stretch" }
  | { readonly width: number; readonly by: "fill" }
  | { readonly width: number; readonly by: "move"; readonly from: number; readonly to: number };

const digit: Fit = { width: 0.5, by: "stretch" };
const dash: Fit = { width: 1, by: "fill" };
const opening: Fit = { width: 1, by: "move", from: 0.5, to: 1 };
const closing: Fit = { width: 1, by: "move", from: 0, to: 0.5 };
const centred: Fit = { width: 1, by: "move", from: 0, to: 1 };

/**
 * The grid of 28 cells in a line requires two digits in a cell (as in 仿宋_GB2312), dashes that fill their cells, so that two of them join
 * (GB/T 15834 破折号), and a whole cell for quotation marks and the middle dot. The stand-ins have Western widths.
 */
const fits: ReadonlyMap<string, Fit> = new Map<string, Fit>([
  ...[..."0123456789"].map((character) => [character, digit] as const),
  ["—", dash],
  ["“", opening],
  ["‘", opening],
  ["”", closing],
  ["’", closing],
  ["·", centred],
]);

/** Fits digits, dashes, quotation marks and the middle dot into their cells. */
export function fitCells(font: CutFont): void {
  for (const [character, fit] of fits) {
    const number = font.numbers.get(character.codePointAt(0) ?? 0);
    const glyph = number === undefined ? undefined : font.glyphs[number];
    const advance = Math.round(fit.width * font.unitsPerEm);
    if (number === undefined || !glyph || glyph.outline.length === 0) continue;
    if (glyph.advance === advance && fit.by !== "fill") continue;
    const { scale, shift } = placement(fit, glyph, font.unitsPerEm);
    const outline = placeGlyph(glyph.outline, scale, shift);
    if (outline) font.glyphs[number] = { outline, advance, bearing: outline.readInt16BE(2) };
  }
}

function placement(fit: Fit, { advance, outline }: Glyph, em: number): { scale: number; shift: number } {
  if (fit.by === "stretch") return { scale: (fit.width * em) / advance, shift: 0 };
  if (fit.by === "move") return { scale: 1, shift: Math.round(((fit.from + fit.to) * em - advance) / 2) };
  const [left, right] = [outline.readInt16BE(2), outline.readInt16BE(6)];
  const scale = (fit.width * em) / (right - left);
  return { scale, shift: -left * scale };
}
