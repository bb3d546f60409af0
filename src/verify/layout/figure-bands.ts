/** Where charts stand: their lines and bars are artifacts, known as the chart's only by the labels around them. (统计图) */

import { around } from "../model/box.ts";
import type { Box } from "../model/box.ts";
import { nearest } from "../model/element.ts";
import type { Element } from "../model/element.ts";
import type { Page } from "../model/page.ts";

/** A line of the grid or a bar goes at most so far, in mm, beyond the outermost label. */
const beyond = 3;

/** The part of the page's height that each figure with text in it takes up. */
export function figureBands({ glyphs }: Page): Pick<Box, "top" | "bottom">[] {
  const found = new Map<Element, Box[]>();
  for (const { element, ink } of glyphs) {
    const figure = nearest(element, ({ role }) => role === "Figure");
    if (figure === undefined || ink === undefined) continue;
    const boxes = found.get(figure) ?? [];
    boxes.push(ink);
    found.set(figure, boxes);
  }
  return [...found.values()].flatMap((boxes) => {
    const box = around(boxes);
    return box === undefined ? [] : [{ top: box.top - beyond, bottom: box.bottom + beyond }];
  });
}

export function isInBand({ top, bottom }: Box, bands: readonly Pick<Box, "top" | "bottom">[]): boolean {
  return bands.some((band) => top >= band.top && bottom <= band.bottom);
}
