/** The readable text of a PDF of ours: paragraphs, properties, bookmarks and alternative texts. */

import { PdfFile } from "../../output/pdf/archive/pdf-file.ts";
import { readToUnicode, type GlyphText } from "../../output/pdf/archive/to-unicode.ts";
import { markupText } from "./markup-text.ts";

/** Strings in a dictionary: <FEFF…>, or in parentheses. */
const STRING = /<FEFF([0-9A-Fa-f]*)>|\(((?:[^()\\]|\\[^])*)\)/g;
/** The relevant operators of a page's stream: font selection, start and end of marked content, glyphs. */
const SHOWN = /\/(\S+) [\d.]+ Tf|\/MCID (\d+) ?>>\s*BDC|(EMC)|<([0-9A-Fa-f]*)>|\(((?:[^()\\]|\\[^])*)\)\s*Tj/g;
const BLOCK = /\/S \/(?!NonStruct|Span|Link|Em|Strong|Code|Quote)/;

/** @throws Error the file has another structure than ours */
export function pdfText(bytes: Uint8Array): readonly string[] {
  const file = new PdfFile(bytes);
  const lines: string[] = [];
  const blocks = blocksOf(file);
  const fonts = new Map<string, GlyphText>();
  const texts = new Map<string, string>();
  for (const number of file.numbers()) {
    const head = file.head(number);
    for (const [, hex, literal = ""] of head.matchAll(STRING))
      lines.push(hex === undefined ? literalText(literal) : Buffer.from(hex, "hex").swap16().toString("utf16le"));
    if (/\/Subtype \/XML/.test(head)) lines.push(...markupText(file.data(number).toString("utf8")));
    // The bytes of a signature are called contents too.
    if (!/\/(?:Contents [[\d]|Subtype \/Form\b)/.test(head)) continue;
    const named = fontsOf(file, head, fonts);
    const contents = /\/Contents (?:\[([^\]]*)\]|(\d+ 0 R))/.exec(head);
    const streams = contents === null ? [number] : references(contents[1] ?? contents[2] ?? "");
    for (const stream of streams) {
      let block = `page ${number}`;
      let font: GlyphText | undefined;
      for (const [, name, marked, , glyphs, literal] of file.data(stream).toString("latin1").matchAll(SHOWN)) {
        if (name !== undefined) font = named.get(name);
        else if (marked !== undefined) block = blocks.get(`${number} ${marked}`) ?? `page ${number} ${marked}`;
        else if (glyphs !== undefined) texts.set(block, (texts.get(block) ?? "") + textOf(glyphs, font));
        else if (literal !== undefined) texts.set(block, (texts.get(block) ?? "") + literalText(literal));
        else block = `page ${number}`;
      }
    }
  }
  return [...lines, ...texts.values()];
}

/** Page and id of marked content → its paragraph, heading or cell. */
function blocksOf(file: PdfFile): ReadonlyMap<string, string> {
  const elements = new Map(
    file.numbers().flatMap((number): [number, string][] => {
      const head = file.head(number);
      return /\/Type \/StructElem/.test(head) ? [[number, head]] : [];
    }),
  );
  const blocks = new Map<string, string>();
  for (const [number, head] of elements) {
    let block = number;
    for (let steps = 0; steps < 20 && !BLOCK.test(elements.get(block) ?? "/S /P"); steps += 1)
      block = Number(/\/P (\d+) 0 R/.exec(elements.get(block) ?? "")?.[1] ?? Number.NaN);
    const page = /\/Pg (\d+) 0 R/.exec(head)?.[1] ?? "";
    const kids = /\/K (\[[^]*?\]|<<[^]*?>>|\d+(?! 0 R))/.exec(head)?.[1] ?? "";
    for (const [, ownPage, content, plain] of kids.matchAll(
      /<<[^>]*?(?:\/Pg (\d+) 0 R[^>]*?)?\/MCID (\d+)[^>]*>>|(?<![\d] )\b(\d+)\b(?! 0 R| R)/g,
    ))
      blocks.set(`${ownPage ?? page} ${content ?? plain ?? ""}`, `element ${block}`);
  }
  return blocks;
}

function fontsOf(file: PdfFile, head: string, known: Map<string, GlyphText>): ReadonlyMap<string, GlyphText> {
  const resources = /\/Resources (\d+) 0 R/.exec(head)?.[1];
  const own = resources === undefined ? head : file.head(Number(resources));
  const apart = /\/Font (\d+) 0 R/.exec(own)?.[1];
  const list = apart === undefined ? (/\/Font <<([^>]*)>>/.exec(own)?.[1] ?? "") : file.head(Number(apart));
  const fonts = new Map<string, GlyphText>();
  for (const [, name = "", number = ""] of list.matchAll(/\/(\S+) (\d+) 0 R/g)) {
    let font = known.get(number);
    if (font === undefined) {
      const map = /\/ToUnicode (\d+) 0 R/.exec(file.head(Number(number)))?.[1];
      font = map === undefined ? new Map<number, string>() : readToUnicode(file.data(Number(map)).toString("latin1"));
      known.set(number, font);
    }
    fonts.set(name, font);
  }
  return fonts;
}

function textOf(glyphs: string, font: GlyphText | undefined): string {
  let text = "";
  for (let at = 0; at + 4 <= glyphs.length; at += 4) text += font?.get(parseInt(glyphs.slice(at, at + 4), 16)) ?? "";
  return text;
}

function references(list: string): number[] {
  return [...list.matchAll(/(\d+) 0 R/g)].map(([, number]) => Number(number));
}

function literalText(literal: string): string {
  return literal.replace(/\\(.)/g, "$1");
}
