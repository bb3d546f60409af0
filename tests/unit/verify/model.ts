/** Hand-made pages to measure: what a PDF reader would have found. */

import type { Element } from "../../../src/verify/model/element.ts";
import type { FileFacts } from "../../../src/verify/model/file-facts.ts";
import type { Measured } from "../../../src/verify/model/measured.ts";
import type { Glyph, Mark, Page } from "../../../src/verify/model/page.ts";

export function element(role: string, parent?: Element, more: Partial<Element> = {}): Element {
  return { role, parent, alt: undefined, scope: undefined, ...more };
}

export interface Text {
  readonly text: string;
  readonly left: number;
  readonly baseline: number;
  readonly size?: number;
  readonly face?: string;
  readonly colour?: string;
  readonly element?: Element | undefined;
}

/** One glyph a character, each as wide as it should be: an em, or half of one. */
export function glyphs({ text, left, baseline, ...more }: Text): Glyph[] {
  const size = more.size ?? 16;
  const em = (size * 25.4) / 72;
  let pen = left;
  return [...text].map((character, at) => {
    const width = character < "\u2000" ? em / 2 : em;
    const glyph: Glyph = {
      text: character,
      left: pen,
      right: pen + width,
      baseline,
      ink:
        character.trim() === ""
          ? undefined
          : { left: pen, right: pen + width, top: baseline - 0.82 * em, bottom: baseline + 0.08 * em },
      size,
      face: more.face ?? "FangSong",
      code: at + 1,
      colour: more.colour ?? "#000000",
      stroked: false,
      element: more.element,
    };
    pen += width;
    return glyph;
  });
}

export function page(number: number, texts: readonly Text[], marks: readonly Mark[] = []): Page {
  return {
    number,
    mediaBox: [0, 0, 595.276, 841.89],
    rotate: 0,
    glyphs: texts.flatMap(glyphs),
    marks,
    pictures: [],
  };
}

const facts: FileFacts = {
  version: "1.4",
  title: undefined,
  author: undefined,
  subject: undefined,
  keywords: undefined,
  created: undefined,
  modified: undefined,
  language: undefined,
  marked: true,
  displayTitle: false,
  outline: [],
  xmp: undefined,
  outputIntents: [],
  fileId: false,
  encrypted: false,
  transparency: [],
  active: [],
  fonts: [],
};

/** All elements that any glyph or mark belongs to, and those above them. */
export function measured(...pages: Page[]): Measured {
  const elements = new Set<Element>();
  for (const { element } of pages.flatMap(({ glyphs: own, marks }) => [...own, ...marks]))
    for (let at = element; at !== undefined; at = at.parent) elements.add(at);
  return { pages, elements: [...elements], facts };
}
