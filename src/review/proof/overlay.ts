/** Drawn on top of each page of the bulletin: line numbers in the margin and the mark 送审稿. */

import { grid } from "../../document/sheet.ts";
import type { Sheet } from "../../document/sheet.ts";
import { templates } from "../../output/templates/environment.ts";

/** `left` is the page's left margin in millimetres. */
export function overlayPage(sheet: Sheet, left: number): string {
  return templates().render("review/overlay.njk", { name: "overlay", title: "送审稿", sheet, left, lines: grid.lines });
}
