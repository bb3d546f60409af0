import type { GlyphProgram } from "./glyph-program.ts";

/**
 * The CIDs in an embedded TrueType program, as a PDF `CIDSet` (one bit for each CID, the first bit is CID 0; ISO 19005-1 6.3.5):
 * `.notdef`, all glyphs with outlines, including parts of composites, and blank glyphs that are `used`, such as the space. CIDs equal
 * glyph numbers, as Skia writes `/CIDToGIDMap /Identity`.
 */
export function cidSet(program: GlyphProgram, used: Iterable<number>): Buffer {
  const bits = Buffer.alloc(Math.ceil(program.count / 8));
  for (const glyph of [0, ...program.drawn(), ...used]) {
    if (glyph < program.count) bits[glyph >> 3] = (bits[glyph >> 3] ?? 0) | (0x80 >> (glyph & 7));
  }
  return bits;
}
