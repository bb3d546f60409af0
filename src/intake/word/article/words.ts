/** The words of a Word paragraph in the form that a bulletin prints. */

import { inlineText, isSaid } from "../read/model.ts";
import type { WordInline, WordParagraph } from "../read/model.ts";
import { cells } from "../../../base/text/cells.ts";

/** Invisible characters of Word files, and the controls of text direction. */
const invisible = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufdd0-\ufdef\ufffe\uffff]/gu;

type Words = Pick<WordParagraph, "label" | "inlines">;

/** The lines of a paragraph, trimmed, with its computed list number in front. */
export function linesOf(paragraph: Words): string[] {
  const lines = cleaned(inlineText(paragraph.inlines)).split("\n").map(trimmed);
  if (isAllStruck(paragraph)) return [];
  const [first = "", ...rest] = lines;
  const label = cleaned(paragraph.label).trim();
  // Chinese text follows its number directly; a digit after a digit or a point needs a space.
  const gap = /[\dA-Za-z]$/.test(label) || (label.endsWith(".") && /^\d/.test(first.trim())) ? " " : "";
  return [trimmed(`${label}${gap}${first}`), ...rest].filter((line) => line !== "");
}

/** The lines of a paragraph, joined. */
export function wordsOf(paragraph: Words): string {
  return inOneLine(linesOf(paragraph));
}

const latin = /[\d.%‰A-Za-z０-９]/u;
const numeral = /[\d.%‰A-Za-z０-９〇零一二三四五六七八九十百千万亿两]/u;

/** Joins lines, with a blank between numbers, so that 12 above 34 does not become 1234. */
export function inOneLine(lines: readonly string[]): string {
  return lines.reduce((joined, line) => {
    const [last, first] = [[...joined].at(-1) ?? "", [...line][0] ?? ""];
    const apart = latin.test(last) || latin.test(first) || (numeral.test(last) && numeral.test(first));
    return joined === "" || line === "" || !apart ? joined + line : `${joined} ${line}`;
  }, "");
}

/** Whether the whole paragraph is struck through, which includes its list number. */
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

/** The width of leading blanks in character cells; clerks move a signature to the right in this way. */
export function leadingSpace({ inlines }: Pick<WordParagraph, "inlines">): number {
  const lead = /^[\s\u3000]*/u.exec(inlineText(inlines))?.[0] ?? "";
  return cells(lead) + 3 * (lead.match(/\t/g)?.length ?? 0);
}

function texts(inlines: readonly WordInline[]) {
  return inlines.flatMap((inline) =>
    inline.kind === "text" && isSaid(inline) && inline.text.trim() !== "" ? [inline] : [],
  );
}

/** The largest type size of the paragraph, in points. */
export function sizeOf({ inlines }: Pick<WordParagraph, "inlines">): number {
  return Math.max(0, ...texts(inlines).map(({ size }) => size ?? 0));
}

export function fontOf({ inlines }: Pick<WordParagraph, "inlines">): string {
  return texts(inlines)[0]?.font ?? "";
}
