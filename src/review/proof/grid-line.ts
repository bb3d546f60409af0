/** The line of a printed character, as counted in the margin: 1 to 22, one per line of the grid (5.2.3). */

import { pointsPerMillimetre } from "../../verify/model/box.ts";
import { grid } from "../../document/sheet.ts";
import type { Sheet } from "../../document/sheet.ts";
import type { PrintedCharacter } from "./printed-segments.ts";

export interface PrintedPlace {
  /** From 1. */
  readonly page: number;
  /** 1 to 22; larger type, tables and the imprint count by the line at their middle. */
  readonly line: number;
}

/** Distance in ems from the baseline to the middle of the em box: 88% of the box is above the baseline. */
const middle = 0.38;

export function placeOf({ page, glyph }: PrintedCharacter, { margins, pitch }: Sheet): PrintedPlace {
  const turned = Math.abs(glyph.right - glyph.left) < 0.01 && glyph.ink !== undefined;
  const y =
    turned && glyph.ink !== undefined
      ? (glyph.ink.top + glyph.ink.bottom) / 2
      : glyph.baseline - (middle * glyph.size) / pointsPerMillimetre;
  const line = Math.floor((y - margins.top) / pitch) + 1;
  return { page, line: Math.min(grid.lines, Math.max(1, line)) };
}

/** 3页12行, or 3页12—13行 where a number is broken over two lines. */
export function placeText(characters: readonly PrintedCharacter[], sheet: Sheet): string {
  const first = characters[0];
  const last = characters.at(-1);
  if (first === undefined || last === undefined) return "";
  const from = placeOf(first, sheet);
  const to = placeOf(last, sheet);
  if (from.page !== to.page) return `${from.page}页${from.line}行至${to.page}页${to.line}行`;
  return from.line === to.line ? `${from.page}页${from.line}行` : `${from.page}页${from.line}—${to.line}行`;
}
