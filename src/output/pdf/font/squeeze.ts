import type { CutFont } from "./cut-font.ts";

/** Marks whose ink stands in the right half of the cell, and in the left half (GB/T 15834-2011 5.1). */
const opening = "“‘（〔【《〈「『［｛";
const closing = "”’）〕】》〉」』］｝，。、；：";

/** Ink may reach this much, in em, over the middle of the cell without touching its neighbour. */
const slack = 0.04;

interface Squeeze {
  readonly glyph: number;
  /** How far the mark moves left, in font units; the cell always becomes half an em narrower. */
  readonly move: number;
}

/**
 * A `GPOS` table whose feature `halt` sets marks in half a cell, which is what CSS `text-spacing-trim` needs to close the gaps of
 * `》、《`. Few Chinese fonts bring it; made from where the ink stands, it is the same for all. Undefined where nothing can be squeezed.
 */
export function squeezeTable(font: CutFont): Buffer | undefined {
  const em = font.unitsPerEm;
  const squeezes = [...opening, ...closing].flatMap((mark): Squeeze[] => {
    const number = font.numbers.get(mark.codePointAt(0) ?? 0);
    const glyph = number === undefined ? undefined : font.glyphs[number];
    if (number === undefined || !glyph || glyph.outline.length === 0 || glyph.advance !== em) return [];
    const isOpening = opening.includes(mark);
    const [left, right] = [glyph.outline.readInt16BE(2) / em, glyph.outline.readInt16BE(6) / em];
    if (isOpening ? left < 0.5 - slack : right > 0.5 + slack) return [];
    return [{ glyph: number, move: isOpening ? Math.round(em / 2) : 0 }];
  });
  return squeezes.length === 0 ? undefined : positioningTable(squeezes, Math.round(em / 2));
}

/** One feature, one lookup of single adjustments, for the default script and for Han. */
function positioningTable(squeezes: readonly Squeeze[], narrower: number): Buffer {
  const sorted = [...squeezes].sort((a, b) => a.glyph - b.glyph);
  const scripts = words(2, tag("DFLT"), 14, tag("hani"), 14, 4, 0, 0, 0xffff, 1, 0);
  const features = words(1, tag("halt"), 8, 0, 1, 0);
  const coverageOffset = 8 + 4 * sorted.length;
  const adjustments = words(
    2,
    coverageOffset,
    0x0005,
    sorted.length,
    ...sorted.flatMap(({ move }) => [-move, -narrower]),
  );
  const coverage = words(1, sorted.length, ...sorted.map(({ glyph }) => glyph));
  const lookups = Buffer.concat([words(1, 4, 1, 0, 1, 8), adjustments, coverage]);
  const header = words(1, 0, 10, 10 + scripts.length, 10 + scripts.length + features.length);
  return Buffer.concat([header, scripts, features, lookups]);
}

/** Numbers as 16-bit words, tags as their four bytes. */
function words(...values: readonly (number | Buffer)[]): Buffer {
  return Buffer.concat(
    values.map((value) => {
      if (typeof value !== "number") return value;
      const word = Buffer.alloc(2);
      word.writeUInt16BE(value & 0xffff);
      return word;
    }),
  );
}

function tag(name: string): Buffer {
  return Buffer.from(name, "latin1");
}
