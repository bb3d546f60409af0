/** The text of a printed bulletin in reading order: one segment per paragraph, heading, cell or drawing. */

import { blockOf, isWithin, nearest } from "../../verify/model/element.ts";
import type { Element } from "../../verify/model/element.ts";
import { linesOf } from "../../verify/model/line.ts";
import type { Measured } from "../../verify/model/measured.ts";
import type { Glyph, Page } from "../../verify/model/page.ts";
import { typeArea } from "../../verify/standard.ts";

/** One printed character; blanks are omitted. */
export interface PrintedCharacter {
  readonly text: string;
  readonly page: number;
  readonly glyph: Glyph;
}

export interface Segment {
  /** `caption`: a line outside the structure tree: a table's caption or the imprint. */
  readonly kind: "text" | "cell" | "drawing" | "caption" | "contents";
  readonly text: string;
  /** One per UTF-16 unit of `text`. */
  readonly characters: readonly PrintedCharacter[];
  /** The table row or drawing that contains it, whose other segments give its context. */
  readonly group: object;
}

/** Everything lower on the page, such as page numbers, is not text. */
const below = typeArea.bottom + 2;

export function printedSegments({ pages, elements }: Pick<Measured, "pages" | "elements">): Segment[] {
  const byElement = new Map<Element, PrintedCharacter[]>();
  const stray: PrintedCharacter[][] = [];
  for (const page of pages) {
    for (const glyph of page.glyphs) {
      const block = blockOf(glyph.element);
      if (block !== undefined) put(byElement, block, { text: glyph.text, page: page.number, glyph });
    }
    stray.push(...strayLines(page));
  }
  const tagged = elements.flatMap((element) => {
    const characters = byElement.get(element);
    return characters === undefined ? [] : segmentsOf(element, characters);
  });
  return contentsMarked(inserted(tagged, stray));
}

/** Inserts each untagged line before the first segment below it. */
function inserted(tagged: readonly Segment[], stray: readonly (readonly PrintedCharacter[])[]): Segment[] {
  const segments = [...tagged];
  for (const line of stray) {
    const [first] = line;
    if (first === undefined) continue;
    const next = segments.findIndex(({ characters: [begin] }) => begin !== undefined && isAbove(first, begin));
    segments.splice(next < 0 ? segments.length : next, 0, segment("caption", line, line));
  }
  return segments;
}

function isAbove(a: PrintedCharacter, b: PrintedCharacter): boolean {
  return a.page < b.page || (a.page === b.page && a.glyph.baseline < b.glyph.baseline);
}

function put(map: Map<Element, PrintedCharacter[]>, element: Element, character: PrintedCharacter): void {
  const known = map.get(element);
  if (known === undefined) map.set(element, [character]);
  else known.push(character);
}

/** The browser prints table captions outside the structure tree. */
function strayLines(page: Page): PrintedCharacter[][] {
  const glyphs = page.glyphs.filter((glyph) => blockOf(glyph.element) === undefined);
  return linesOf({ ...page, glyphs })
    .filter(({ baseline }) => baseline < below)
    .map((line) => line.glyphs.map((glyph) => ({ text: glyph.text, page: page.number, glyph })));
}

/** A heading cell is repeated on each page of its table; a drawing is split into labels. */
function segmentsOf(element: Element, characters: readonly PrintedCharacter[]): Segment[] {
  if (element.role === "Figure") return labelsOf(characters).map((label) => segment("drawing", label, element));
  if (!isWithin(element, "Table")) return [segment("text", characters, element)];
  const row = nearest(element, ({ role }) => role === "TR") ?? element;
  if (element.role !== "TH") return [segment("cell", characters, row)];
  const first = characters[0]?.page;
  return [
    segment(
      "cell",
      characters.filter(({ page }) => page === first),
      row,
    ),
  ];
}

/** Characters of one label follow one another; a jump begins the next label. */
function labelsOf(characters: readonly PrintedCharacter[]): PrintedCharacter[][] {
  const labels: PrintedCharacter[][] = [];
  for (const character of characters) {
    const before = labels.at(-1)?.at(-1);
    const { glyph, page } = character;
    const follows =
      before?.page === page &&
      Math.abs(before.glyph.baseline - glyph.baseline) < 0.3 &&
      Math.abs(before.glyph.right - glyph.left) < glyph.size / 4;
    if (follows) labels.at(-1)?.push(character);
    else labels.push([character]);
  }
  return labels;
}

function segment(kind: Segment["kind"], characters: readonly PrintedCharacter[], group: object): Segment {
  const units = characters.flatMap((character) =>
    [...withoutBlanks(character.text)].flatMap((text) => Array.from(text, () => ({ ...character, text }))),
  );
  const text = units.map((unit) => unit.text).join("");
  return { kind, text, characters: units, group };
}

export function withoutBlanks(text: string): string {
  return text.replaceAll(/\s/g, "");
}

/** Marks the segments from the word 目录 to the first heading after it. */
function contentsMarked(segments: readonly Segment[]): Segment[] {
  const from = segments.findIndex(({ kind, text }) => kind === "text" && text === "目录");
  if (from < 0) return [...segments];
  const length = segments.slice(from).findIndex(({ text }) => /^【.*】$/.test(text));
  const to = length < 0 ? from : from + length;
  return segments.map((each, at) => (from <= at && at < to ? { ...each, kind: "contents" } : each));
}
