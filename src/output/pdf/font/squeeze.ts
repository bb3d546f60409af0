import type { CutFont } from "./cut-font.ts";

/** Punctuation with its ink in the right and in the left half of the cell (GB/T 15834-2011 5.1). */
const opening = "“‘（〔【《〈「『［｛";
const closing = "”’）〕】》〉」』］｝，。、；：";

/** Ems by which ink may extend over the middle of the cell without touching its neighbour. */
const slack = 0.04;

interface Squeeze {
  readonly glyph: number;
  /** Font units by which the mark moves left; the cell always becomes half an em narrower. */
  readonly move: number;
}

/**
 * A `GPOS` table with the feature `halt`, which sets punctuation in half a cell; CSS `text-spacing-trim` needs it to close the gaps in
 * `》、《`. Few Chinese fonts have it, so it is generated from the position of the ink. `undefined` when nothing can be squeezed.
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

/** Concatenates numbers as 16-bit words, and buffers. */
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
