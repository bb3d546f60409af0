/** The words of a Word paragraph as a bulletin prints them. */

import { inlineText, isSaid } from "../read/model.ts";
import type { WordInline, WordParagraph } from "../read/model.ts";
import { cells } from "../../../base/text/cells.ts";

/** Invisible characters that Word files carry along, and those that turn the direction of writing. */
const invisible = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufdd0-\ufdef\ufffe\uffff]/gu;

type Words = Pick<WordParagraph, "label" | "inlines">;

/** Lines of a paragraph without the spaces at their ends; its computed number in front. */
export function linesOf(paragraph: Words): string[] {
  const lines = cleaned(inlineText(paragraph.inlines)).split("\n").map(trimmed);
  if (isAllStruck(paragraph)) return [];
  const [first = "", ...rest] = lines;
  const label = cleaned(paragraph.label).trim();
  // Chinese follows its number directly; a digit after a digit or a point needs the space that Word's tab makes.
  const gap = /[\dA-Za-z]$/.test(label) || (label.endsWith(".") && /^\d/.test(first.trim())) ? " " : "";
  return [trimmed(`${label}${gap}${first}`), ...rest].filter((line) => line !== "");
}

/** The lines in one. */
export function wordsOf(paragraph: Words): string {
  return inOneLine(linesOf(paragraph));
}

const latin = /[\d.%‰A-Za-z０-９]/u;
const numeral = /[\d.%‰A-Za-z０-９〇零一二三四五六七八九十百千万亿两]/u;

/** Lines joined; a blank keeps a number apart from what it stood above, so that 12 over 34 is never 1234. */
export function inOneLine(lines: readonly string[]): string {
  return lines.reduce((joined, line) => {
    const [last, first] = [[...joined].at(-1) ?? "", [...line][0] ?? ""];
    const apart = latin.test(last) || latin.test(first) || (numeral.test(last) && numeral.test(first));
    return joined === "" || line === "" || !apart ? joined + line : `${joined} ${line}`;
  }, "");
}

/** A paragraph that is crossed out as a whole takes its number along. */
function isAllStruck({ inlines }: Words): boolean {
  const seen = inlines.flatMap((inline) =>
    inline.kind === "text" && !inline.hidden && inline.text.trim() !== "" ? [inline] : [],
  );
  return seen.length > 0 && seen.every(({ struck }) => struck);
}

function cleaned(text: string): string {
  return text
    .replace(invisible, "")
    .replace(/\u00a0/g, " ")
    .replace(/\t+/g, "　");
}

function trimmed(text: string): string {
  return text.replace(/^[\s\u3000]+|[\s\u3000]+$/gu, "");
}

/** Cells of blank space at the beginning of a line: how clerks move a signature to the right. */
export function leadingSpace({ inlines }: Pick<WordParagraph, "inlines">): number {
  const lead = /^[\s\u3000]*/u.exec(inlineText(inlines))?.[0] ?? "";
  return cells(lead) + 3 * (lead.match(/\t/g)?.length ?? 0);
}

function texts(inlines: readonly WordInline[]) {
  return inlines.flatMap((inline) =>
    inline.kind === "text" && isSaid(inline) && inline.text.trim() !== "" ? [inline] : [],
  );
}

/** Type size of the paragraph's words, points; the largest. */
export function sizeOf({ inlines }: Pick<WordParagraph, "inlines">): number {
  return Math.max(0, ...texts(inlines).map(({ size }) => size ?? 0));
}

export function fontOf({ inlines }: Pick<WordParagraph, "inlines">): string {
  return texts(inlines)[0]?.font ?? "";
}
