/** What is laid over each page of the bulletin: line numbers in the margin and the mark 送审稿. */

import { grid } from "../../document/sheet.ts";
import type { Sheet } from "../../document/sheet.ts";
import { proofPage } from "./page.ts";

/** `left` is the page's left margin in millimetres. */
export function overlayPage({ margins, pitch }: Sheet, left: number): string {
  const numbers = Array.from({ length: grid.lines }, (_, at) => `<li>${at + 1}</li>`).join("");
  const css = `:root { --top: ${margins.top}mm; --left: ${left}mm; --pitch: ${pitch}mm; }`;
  return proofPage("送审稿", "overlay", `<p class="mark">送审稿</p>\n<ol class="ruler">${numbers}</ol>`, css);
}
