/** Reads the fonts of all pages with their embedded programs. */

import type { PDFDocument } from "@cantoo/pdf-lib";
import type { FontFacts } from "../model/file-facts.ts";
import { GlyphProgram } from "./glyph-program.ts";
import { Dictionary } from "./objects.ts";

interface ReadFont {
  readonly facts: FontFacts;
  /** All names of the font, because PDF readers report different ones. */
  readonly names: readonly string[];
  readonly program: GlyphProgram | undefined;
}

/** One entry for each font object. */
export function readFonts(document: PDFDocument): ReadFont[] {
  const found = new Map<object, Dictionary>();
  for (const page of document.getPages()) collect(Dictionary.of(page.node.Resources()), found, new Set());
  return [...found.values()].map(readFont);
}

/** Collects the fonts of resources and of the forms in them. */
function collect(resources: Dictionary | undefined, found: Map<object, Dictionary>, seen: Set<object>): void {
  if (resources === undefined || seen.has(resources.identity)) return;
  seen.add(resources.identity);
  const fonts = resources.dictionary("Font");
  for (const key of fonts?.keys ?? []) {
    const font = fonts?.dictionary(key);
    if (font !== undefined) found.set(font.identity, font);
  }
  const objects = resources.dictionary("XObject");
  for (const key of objects?.keys ?? []) collect(objects?.dictionary(key)?.dictionary("Resources"), found, seen);
}

function readFont(font: Dictionary): ReadFont {
  const descendant = Dictionary.of(font.list("DescendantFonts")[0]);
  const descriptor = (descendant ?? font).dictionary("FontDescriptor");
  const baseFont = font.name("BaseFont") ?? "";
  const bytes = descriptor?.bytes("FontFile2");
  const program = bytes === undefined ? undefined : GlyphProgram.read(bytes);
  const set = descriptor?.bytes("CIDSet");
  const facts: FontFacts = {
    baseFont,
    face: baseFont.replace(/^[A-Z]{6}\+/, ""),
    subset: /^[A-Z]{6}\+/.test(baseFont),
    kind: [font.name("Subtype"), descendant?.name("Subtype")].filter((name) => name !== undefined).join("/"),
    program: program !== undefined ? "TrueType" : bytes !== undefined || isEmbedded(descriptor) ? "other" : undefined,
    toUnicode: font.has("ToUnicode"),
    cidSet: set === undefined ? undefined : membersOf(set),
    drawn: program?.drawn() ?? new Set(),
  };
  const names = [baseFont, descendant?.name("BaseFont"), descriptor?.name("FontName")];
  return {
    facts,
    names: names.filter((name) => name !== undefined),
    program: isIdentity(descendant) ? program : undefined,
  };
}

/** Whether character codes are glyph numbers, as browsers write them. Otherwise it is unknown which outline is drawn. */
function isIdentity(descendant: Dictionary | undefined): boolean {
  return descendant !== undefined && (!descendant.has("CIDToGIDMap") || descendant.name("CIDToGIDMap") === "Identity");
}

function isEmbedded(descriptor: Dictionary | undefined): boolean {
  return descriptor?.has("FontFile") === true || descriptor?.has("FontFile3") === true;
}

/** The members of a CIDSet: the numbers of the set bits, from the highest bit of the first byte (ISO 32000-1 9.8.3.2). */
function membersOf(bits: Uint8Array): Set<number> {
  const members = new Set<number>();
  for (const [at, byte] of bits.entries())
    for (let bit = 0; bit < 8; bit++) if ((byte & (0x80 >> bit)) !== 0) members.add(at * 8 + bit);
  return members;
}
