/** Which line of the page a character stands on, as the numbers in the margin count: 1 to 22, one a line of the grid (5.2.3). */

import { pointsPerMillimetre } from "../../verify/model/box.ts";
import { grid } from "../../document/sheet.ts";
import type { Sheet } from "../../document/sheet.ts";
import type { PrintedCharacter } from "./printed-segments.ts";

export interface PrintedPlace {
  /** From 1. */
  readonly page: number;
  /** 1 to 22; larger type, tables and the imprint stand on the line that their middle is in. */
  readonly line: number;
}

/** From the baseline up to the middle of the em box, in ems: faces are set with 88% of it above the baseline. */
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

/** 3页12行; 3页12—13行 where a number runs over the end of a line. */
export function placeText(characters: readonly PrintedCharacter[], sheet: Sheet): string {
  const first = characters[0];
  const last = characters.at(-1);
  if (first === undefined || last === undefined) return "";
  const from = placeOf(first, sheet);
  const to = placeOf(last, sheet);
  if (from.page !== to.page) return `${from.page}页${from.line}行至${to.page}页${to.line}行`;
  return from.line === to.line ? `${from.page}页${from.line}行` : `${from.page}页${from.line}—${to.line}行`;
}
