/** Lines that belong to one paragraph, also over a page's end: the structure tree says which. (自然段) */

import type { Element } from "../model/element.ts";
import { isWithin, nearest } from "../model/element.ts";
import type { Line } from "../model/line.ts";
import { typeArea } from "../standard.ts";

export interface Paragraph {
  readonly block: Element;
  /** `LI` for what stands inside a list item; else the block's own role. */
  readonly role: string;
  readonly lines: readonly Line[];
  readonly text: string;
}

/** In the order of their first lines. Lines outside the structure tree belong to none. */
export function paragraphsOf(lines: readonly Line[]): Paragraph[] {
  const found = new Map<Element, Line[]>();
  for (const line of lines) {
    if (line.block === undefined) continue;
    const list = found.get(line.block);
    if (list === undefined) found.set(line.block, [line]);
    else list.push(line);
  }
  return [...found].map(([block, own]) => ({
    block,
    role: isWithin(block, "LI") ? "LI" : block.role,
    lines: own,
    text: own.map((line) => line.text).join(""),
  }));
}

export function isHeading(role: string): boolean {
  return /^H[1-6]?$/.test(role);
}

/** The line under a table that begins with 注：, in type smaller than the text's: part of the table, to the eye. */
export function isTableNote({ text, lines }: Paragraph): boolean {
  return text.startsWith("注：") && lines.every((line) => line.size < 13);
}

const setTolerance = 1.5;

/** In the middle (subtitle, author) or at the right (credit): text that is justified has a last line that begins at the left. */
export function isCentredOrRight({ lines }: Paragraph): boolean {
  const last = lines.at(-1);
  if (last === undefined || last.left < typeArea.left + 2) return false;
  return (
    lines.every((line) => Math.abs((line.left + line.right) / 2 - typeArea.centre) < setTolerance) ||
    (last.left > typeArea.left + 14 && lines.every((line) => Math.abs(line.right - typeArea.right) < setTolerance))
  );
}

/** Labels and values inside a chart or picture: no prose. Its caption is none of them. */
export function isInFigure(line: Line): boolean {
  return isWithin(line.block, "Figure");
}

/** Cells, captions and what a picture holds: not running text. */
export function isApart(element: Element | undefined): boolean {
  return (
    nearest(element, ({ role }) => role === "Table" || role === "Figure" || role === "Caption" || role === "TOC") !==
    undefined
  );
}
