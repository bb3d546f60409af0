/** What stands on a page, exactly as the PDF draws it, before anything is made of it. */

import type { Box } from "./box.ts";
import type { Element } from "./element.ts";

export interface Glyph {
  /** What the text layer says (ToUnicode). */
  readonly text: string;
  /** Pen position before and after, without letter-spacing: the sides of a Han character's em box. */
  readonly left: number;
  readonly right: number;
  readonly baseline: number;
  /** Extent of the outline itself; `undefined` for a blank, and where the font's outlines cannot be read. */
  readonly ink: Box | undefined;
  /** Type size in points. */
  readonly size: number;
  /** PostScript name without the subset prefix. */
  readonly face: string;
  /** Character code in the font: the CID. */
  readonly code: number;
  /** Fill colour as `#rrggbb`. */
  readonly colour: string;
  /** Filled and stroked: how a face is made bold that has no bold. */
  readonly stroked: boolean;
  /** `undefined` outside the structure tree: an artifact. */
  readonly element: Element | undefined;
}

/** A filled or stroked path by its extent: a rule, a table line, part of a chart. */
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
