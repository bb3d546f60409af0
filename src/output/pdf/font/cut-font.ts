import type { CharacterMap } from "./cmap.ts";
import { isComposite, partsOf, renumber } from "./composite.ts";
import { GlyphTable, type Glyph } from "./glyph-table.ts";
import { withoutHints } from "./outline.ts";
import { type FontTables } from "./sfnt.ts";

/** The glyphs of a font that a text needs; they may still be changed. */
export interface CutFont {
  readonly unitsPerEm: number;
  /** The first is `.notdef`. */
  readonly glyphs: Glyph[];
  /** Code point → glyph. No two code points share a glyph, which would make the text of a PDF ambiguous. */
  readonly numbers: ReadonlyMap<number, number>;
}

/**
 * Extracts the glyphs of `characters` from a static TrueType font, without hints, which printing does not use. (HarfBuzz would copy the
 * whole font, 15 MB and more, each time, which takes ten times as long.)
 */
export function cutFont(tables: FontTables, glyphOf: CharacterMap, characters: Iterable<string>): CutFont {
  const source = new GlyphTable(tables);
  const codePoints = [...new Set([...characters].map((character) => character.codePointAt(0) ?? 0))].sort(
    (a, b) => a - b,
  );
  const taken = [0, ...codePoints.map(glyphOf)];
  const numbers = new Map(codePoints.map((codePoint, at) => [codePoint, at + 1]));
  const partNumbers = new Map<number, number>();
  // The list grows during the loop, because parts of composites may be composites.
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
