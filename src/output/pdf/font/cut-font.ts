import type { CharacterMap } from "./cmap.ts";
import { isComposite, partsOf, renumber } from "./composite.ts";
import { GlyphTable, glyphTables, type Glyph } from "./glyph-table.ts";
import { withoutHints } from "./outline.ts";
import { requireTable, writeSfnt, type FontTables } from "./sfnt.ts";
import { squeezeTable } from "./squeeze.ts";

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

/** Writes a cut font as a file; names, weight and line metrics are those of the font it was taken from. */
export function writeCutFont(tables: FontTables, font: CutFont): Buffer {
  const post = Buffer.from(requireTable(tables, "post").subarray(0, 32));
  post.writeUInt32BE(0x00030000, 0);
  const squeeze = squeezeTable(font);
  return writeSfnt(
    new Map([
      ...glyphTables(tables, font.glyphs),
      ["cmap", characterMapTable(font.numbers)],
      ["post", post],
      ["name", requireTable(tables, "name")],
      ["OS/2", requireTable(tables, "OS/2")],
      ...(squeeze ? [["GPOS", squeeze] as const] : []),
    ]),
  );
}

/** A `cmap` of format 12, one group for each run of code points with successive glyphs. */
function characterMapTable(numbers: ReadonlyMap<number, number>): Buffer {
  const groups: { first: number; last: number; glyph: number }[] = [];
  for (const [codePoint, glyph] of [...numbers].sort(([a], [b]) => a - b)) {
    const run = groups.at(-1);
    if (run && run.last + 1 === codePoint && run.glyph + codePoint - run.first === glyph) run.last = codePoint;
    else groups.push({ first: codePoint, last: codePoint, glyph });
  }
  const table = Buffer.alloc(12 + 16 + 12 * groups.length);
  [0, 1, 3, 10, 0, 12, 12, 0].forEach((value, at) => table.writeUInt16BE(value, 2 * at));
  table.writeUInt32BE(16 + 12 * groups.length, 16);
  table.writeUInt32BE(groups.length, 24);
  groups.forEach(({ first, last, glyph }, at) => {
    [first, last, glyph].forEach((value, field) => table.writeUInt32BE(value, 28 + 12 * at + 4 * field));
  });
  return table;
}
