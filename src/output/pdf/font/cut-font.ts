import type { CharacterMap } from "./cmap.ts";
import { isComposite, partsOf, renumber } from "./composite.ts";
import { GlyphTable, type Glyph } from "./glyph-table.ts";
import { withoutHints } from "./outline.ts";
import { type FontTables } from "./sfnt.ts";

/** The glyphs that a text needs of a font; they may still be changed. */
export interface CutFont {
  readonly unitsPerEm: number;
  /** The first is `.notdef`. */
  readonly glyphs: Glyph[];
  /** Code point → glyph, each with a glyph of its own: shared ones would make the text of a PDF ambiguous. */
  readonly numbers: ReadonlyMap<number, number>;
}

/**
 * Takes the glyphs of `characters` out of a static TrueType font, without hints, which print does not use. (HarfBuzz would copy
 * the whole font, 15 MB and more, into its memory each time: ten times the cost.)
 */
export function cutFont(tables: FontTables, glyphOf: CharacterMap, characters: Iterable<string>): CutFont {
  const source = new GlyphTable(tables);
  const codePoints = [...new Set([...characters].map((character) => character.codePointAt(0) ?? 0))].sort(
    (a, b) => a - b,
  );
  const taken = [0, ...codePoints.map(glyphOf)];
  const numbers = new Map(codePoints.map((codePoint, at) => [codePoint, at + 1]));
  const partNumbers = new Map<number, number>();
  // Grows while it is walked: parts of composites may be composites themselves.
  for (const glyph of taken) {
    for (const part of partsOf(source.outline(glyph))) {
      if (!partNumbers.has(part)) partNumbers.set(part, taken.push(part) - 1);
    }
  }
  const glyphs = taken.map((number) => {
    const glyph = source.glyph(number);
    const outline = isComposite(glyph.outline)
      ? renumber(glyph.outline, (part) => partNumbers.get(part) ?? 0)
      : withoutHints(glyph.outline);
    return { ...glyph, outline };
  });
  return { unitsPerEm: source.unitsPerEm, glyphs, numbers };
}
