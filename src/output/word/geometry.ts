/** The print edition's sheet in twips (twentieths of a point), as Word counts. */

import type { PrintOptions } from "../../model/bulletin.ts";
import { grid, millimetresPerPoint, sheetOf, sizes, typeArea } from "../../document/sheet.ts";
import type { Margins } from "../../document/sheet.ts";

export function twips(millimetres: number): number {
  return Math.round((millimetres / millimetresPerPoint) * 20);
}

export function points(size: number): number {
  return Math.round(size * 20);
}

export interface Geometry {
  readonly margins: Margins;
  /** 592 for the profile of GB/T 33476.2: 22 lines a page, set as an exact distance. */
  readonly pitch: number;
  /** Twips to take from a character's width so that 28 fill a line: 5 at 16 pt. */
  readonly tighten: number;
  /** A character of the grid, as set: 315. */
  readonly cell: number;
  readonly width: number;
  /** Lead of the page box over the type area. */
  readonly leadTop: number;
  /** Room between a table and what follows it, as below the figures of the PDF: see print.css. */
  readonly belowTable: number;
}

export function geometryOf(options: PrintOptions): Geometry {
  const sheet = sheetOf(options);
  const width = twips(typeArea.width);
  const cell = Math.floor(width / grid.characters);
  return {
    margins: sheet.margins,
    pitch: Math.floor(twips(sheet.height) / grid.lines),
    tighten: points(sizes.body) - cell,
    cell,
    width,
    leadTop: twips(sheet.lead.top),
    belowTable: twips(1 + sheet.lead.bottom),
  };
}
