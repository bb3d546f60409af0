/** The sheet, type area and grid of the print edition (GB/T 9704-2012 5.1, 5.2), in millimetres unless stated otherwise. */

import type { PrintOptions, PrintProfile } from "../model/bulletin.ts";

export const millimetresPerPoint = 25.4 / 72;

/** The type area (版心), 156 × 225 mm, 37 mm from the top and 28 mm from the left edge of the sheet (5.2.1). */
export const typeArea = { left: 28, top: 37, width: 156, height: 225, bottom: 262 } as const;

/** 22 lines of 28 characters (5.2.3). */
export const grid = { lines: 22, characters: 28 } as const;

/** 号 of the standard in points: 二号 22, 小二 18, 三号 16, 四号 14. */
export const sizes = { headline: 22, smallHeadline: 18, body: 16, foot: 14 } as const;

/** Width of a character of the grid. */
export const cell = typeArea.width / grid.characters;

export interface Margins {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

/** The page box for a browser or Word with which text is at the place required by the standard. */
export interface Sheet {
  /** Margins of a right-hand (odd) page. */
  readonly margins: Margins;
  /** Height of the box between the margins: 22 lines. */
  readonly height: number;
  /** Line pitch. */
  readonly pitch: number;
  /** Distances between the page box and the type area at the top and at the bottom. */
  readonly lead: { readonly top: number; readonly bottom: number };
}

/**
 * `gb33476` (GB/T 33476.2-2016 Annex A): the margins exclude half the leading of the first and the last line, so that the characters fill
 * the type area. `word`: the margins are those of the type area, as offices set them in Word.
 */
const margins: Readonly<Record<PrintProfile, Margins>> = {
  gb33476: { top: 34.58, right: 26, bottom: 32.58, left: 28 },
  word: { top: 37, right: 26, bottom: 35, left: 28 },
};

/** The lines are a little less high than the box: browsers round to 64ths of a pixel, and with lines rounded up only 21 would fit. */
const allowance = 0.05;

export function sheetOf({ profile }: Pick<PrintOptions, "profile">): Sheet {
  const box = margins[profile];
  const height = 297 - box.top - box.bottom;
  return {
    margins: box,
    height,
    pitch: (height - allowance) / grid.lines,
    lead: { top: typeArea.top - box.top, bottom: 297 - box.bottom - typeArea.bottom },
  };
}
