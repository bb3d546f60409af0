/** Combines glyphs to visible lines. (行) */

import { around } from "./box.ts";
import type { Box } from "./box.ts";
import { blockOf } from "./element.ts";
import type { Element } from "./element.ts";
import type { Glyph, Page } from "./page.ts";

export interface Line {
  readonly page: number;
  /** From 1, counted down the page. */
  readonly number: number;
  /** From left to right, without blanks. */
  readonly glyphs: readonly Glyph[];
  /** The text with blanks inside the line, but not at its ends. */
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly baseline: number;
  readonly ink: Box | undefined;
  /** Type size of most of its glyphs, in points. */
  readonly size: number;
  /** Face of most of its glyphs. */
  readonly face: string;
  /** The block of its first glyph. */
  readonly block: Element | undefined;
}

/** Millimetres. The browser rounds each line box by at most 0.26 mm; within a line all baselines are equal. */
const sameBaseline = 0.3;

export function linesOf(page: Page): Line[] {
  const sorted = [...page.glyphs].sort((a, b) => a.baseline - b.baseline);
  const rows: Glyph[][] = [];
  for (const glyph of sorted) {
    const row = rows.at(-1);
    const first = row?.[0];
    if (row !== undefined && first !== undefined && glyph.baseline - first.baseline < sameBaseline) row.push(glyph);
    else rows.push([glyph]);
  }
  return rows.flatMap((row) => lineOf(row, page.number) ?? []).map((line, at) => ({ ...line, number: at + 1 }));
}

function lineOf(row: readonly Glyph[], page: number): Line | undefined {
  const all = [...row].sort((a, b) => a.left - b.left);
  const glyphs = all.filter((glyph) => glyph.text.trim() !== "");
  const [first] = glyphs;
  const last = glyphs.at(-1);
  if (first === undefined || last === undefined) return undefined;
  return {
    page,
    number: 0,
    glyphs,
    text: all
      .map((glyph) => glyph.text)
      .join("")
      .trim(),
    left: first.left,
    right: last.right,
    baseline: first.baseline,
    ink: around(glyphs.flatMap((glyph) => glyph.ink ?? [])),
    size: most(glyphs.map((glyph) => glyph.size)) ?? first.size,
    face: most(glyphs.map((glyph) => glyph.face)) ?? first.face,
    block: blockOf(first.element),
  };
}

/** The most frequent value; the earlier one of a tie. */
export function most<T>(values: Iterable<T>): T | undefined {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  let best: T | undefined;
  for (const [value, count] of counts) if (best === undefined || count > (counts.get(best) ?? 0)) best = value;
  return best;
}
