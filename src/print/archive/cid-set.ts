import { readTables, requireTable } from "../font/sfnt.ts";

/**
 * The CIDs present in an embedded TrueType program, as a PDF `CIDSet` (one bit a CID, the first bit is CID 0; ISO 19005-1
 * 6.3.5). Present are `.notdef`, every glyph with outlines (parts of composites among them) and, although blank, the glyphs
 * that are `used`, such as the space. CIDs equal glyph numbers, as Skia writes `/CIDToGIDMap /Identity`.
 */
export function cidSet(font: Buffer, used: Iterable<number>): Buffer {
  const tables = readTables(font);
  const glyphs = requireTable(tables, "maxp").readUInt16BE(4);
  const long = requireTable(tables, "head").readInt16BE(50) === 1;
  const loca = requireTable(tables, "loca");
  const offset = (glyph: number): number => (long ? loca.readUInt32BE(4 * glyph) : 2 * loca.readUInt16BE(2 * glyph));
  const bits = Buffer.alloc(Math.ceil(glyphs / 8));
  const add = (glyph: number): void => {
    bits[glyph >> 3] = (bits[glyph >> 3] ?? 0) | (0x80 >> (glyph & 7));
  };
  add(0);
  for (let glyph = 0; glyph < glyphs; glyph++) if (offset(glyph + 1) > offset(glyph)) add(glyph);
  for (const glyph of used) if (glyph < glyphs) add(glyph);
  return bits;
}
