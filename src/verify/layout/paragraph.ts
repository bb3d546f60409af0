/** The lines of one paragraph, also over the end of a page, according to the structure tree. (自然段) */

import type { Element } from "../model/element.ts";
import { isWithin, nearest } from "../model/element.ts";
import type { Line } from "../model/line.ts";
import { typeArea } from "../standard.ts";

export interface Paragraph {
  readonly block: Element;
  /** `LI` inside a list item, else the role of the block. */
  readonly role: string;
  readonly lines: readonly Line[];
  readonly text: string;
}

/** The paragraphs in the order of their first lines. Lines outside the structure tree are left out. */
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

/** Whether a paragraph is the note of a table: 注：… in smaller type. */
export function isTableNote({ text, lines }: Paragraph): boolean {
  return text.startsWith("注：") && lines.every((line) => line.size < 13);
}

const setTolerance = 1.5;

/** Whether a paragraph is centred (subtitle, author) or right-aligned (credit), judged by the start of its last line. */
export function isCentredOrRight({ lines }: Paragraph): boolean {
  const last = lines.at(-1);
  if (last === undefined || last.left < typeArea.left + 2) return false;
  return (
    lines.every((line) => Math.abs((line.left + line.right) / 2 - typeArea.centre) < setTolerance) ||
    (last.left > typeArea.left + 14 && lines.every((line) => Math.abs(line.right - typeArea.right) < setTolerance))
  );
}

/** Whether a line is a label or value in a chart or picture; captions are not. */
export function isInFigure(line: Line): boolean {
  return isWithin(line.block, "Figure");
}

/** Whether an element is a cell, a caption or inside a picture, not running text. */
export function isApart(element: Element | undefined): boolean {
  return (
    nearest(element, ({ role }) => role === "Table" || role === "Figure" || role === "Caption" || role === "TOC") !==
    undefined
  );
}
