/** The content of a page exactly as drawn in the PDF, without interpretation. */

import type { Box } from "./box.ts";
import type { Element } from "./element.ts";

export interface Glyph {
  /** The text of the text layer (ToUnicode). */
  readonly text: string;
  /** Pen position before and after, without letter-spacing: the sides of a Han character's em box. */
  readonly left: number;
  readonly right: number;
  readonly baseline: number;
  /** Extent of the outline; `undefined` for a blank, and if the outlines of the font cannot be read. */
  readonly ink: Box | undefined;
  /** Type size in points. */
  readonly size: number;
  /** PostScript name without the subset prefix. */
  readonly face: string;
  /** Character code in the font: the CID. */
  readonly code: number;
  /** Fill colour as `#rrggbb`. */
  readonly colour: string;
  /** Filled and stroked, which is how a font without a bold cut is made bold. */
  readonly stroked: boolean;
  /** `undefined` outside the structure tree: an artifact. */
  readonly element: Element | undefined;
}

/** The extent of a filled or stroked path: a rule, a table line, part of a chart. */
export interface Mark {
  readonly box: Box;
  readonly colour: string;
  readonly element: Element | undefined;
}

export interface Page {
  /** From 1. */
  readonly number: number;
  /** The MediaBox in points. */
  readonly mediaBox: readonly [left: number, bottom: number, right: number, top: number];
  readonly rotate: number;
  readonly glyphs: readonly Glyph[];
  readonly marks: readonly Mark[];
  readonly pictures: readonly Mark[];
}
