/** 镜像页边距: even pages have 26 mm at the left, so that the binding margin is 28 mm on both sides of a sheet. */

import type { Box } from "../model/box.ts";
import type { Glyph, Mark, Page } from "../model/page.ts";
import { isWithin } from "../model/element.ts";
import { linesOf } from "../model/line.ts";
import { typeArea } from "../standard.ts";

/** 28 − 26 mm. */
const shift = 2;

/** Whether more lines of the even pages begin 2 mm left of the type area than at its edge; tables and charts are ignored. */
export function isMirrored(pages: readonly Page[]): boolean {
  const lines = pages
    .filter(({ number }) => number % 2 === 0)
    .flatMap(linesOf)
    .filter(({ block }) => !isWithin(block, "Table") && !isWithin(block, "Figure"));
  const beginning = (left: number): number => lines.filter((line) => Math.abs(line.left - left) < 0.4).length;
  return beginning(typeArea.left - shift) > beginning(typeArea.left);
}

/** The pages shifted to the same type area. */
export function unmirrored(pages: readonly Page[]): Page[] {
  return pages.map((page) => (page.number % 2 === 0 ? moved(page) : page));
}

function moved(page: Page): Page {
  const box = (at: Box): Box => ({ ...at, left: at.left + shift, right: at.right + shift });
  const glyph = (at: Glyph): Glyph => ({
    ...at,
    left: at.left + shift,
    right: at.right + shift,
    ink: at.ink && box(at.ink),
  });
  const mark = (at: Mark): Mark => ({ ...at, box: box(at.box) });
  return {
    ...page,
    glyphs: page.glyphs.map(glyph),
    marks: page.marks.map(mark),
    pictures: page.pictures.map(mark),
  };
}
