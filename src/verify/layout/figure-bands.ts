/** The areas of charts (统计图). Their lines and bars are artifacts, which belong to a chart by their position only. */

import { around } from "../model/box.ts";
import type { Box } from "../model/box.ts";
import { nearest } from "../model/element.ts";
import type { Element } from "../model/element.ts";
import type { Page } from "../model/page.ts";

/** Largest distance in mm of a grid line or bar beyond the outermost label. */
const beyond = 3;

/** The vertical extent of each figure that contains text. */
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
