import { requireTable, type FontTables } from "./sfnt.ts";

/** Code point → glyph number, 0 for a missing character. */
export type CharacterMap = (codePoint: number) => number;

/** Reads the Unicode character map of a font: that of all planes (format 12), else that of the basic plane (format 4). */
export function readCharacterMap(tables: FontTables): CharacterMap {
  const cmap = requireTable(tables, "cmap");
  const count = cmap.readUInt16BE(2);
  const subtables = Array.from({ length: count }, (_, at) => {
    const platform = cmap.readUInt16BE(4 + 8 * at);
    const encoding = cmap.readUInt16BE(6 + 8 * at);
    const bytes = cmap.subarray(cmap.readUInt32BE(8 + 8 * at));
    const isUnicode = platform === 0 || (platform === 3 && (encoding === 1 || encoding === 10));
    return { format: bytes.readUInt16BE(0), bytes, isUnicode };
  }).filter(({ isUnicode }) => isUnicode);
  const full = subtables.find(({ format }) => format === 12);
  if (full) return segmentedCoverage(full.bytes);
  const basic = subtables.find(({ format }) => format === 4);
  if (basic) return segmentMapping(basic.bytes);
  throw new Error("the font has no Unicode character map");
}

/** Format 12: groups of first and last character and first glyph. */
function segmentedCoverage(table: Buffer): CharacterMap {
  const count = table.readUInt32BE(12);
  return (codePoint) => {
    const group = firstAtLeast(count, (at) => table.readUInt32BE(20 + 12 * at), codePoint);
    if (group === count) return 0;
    const start = table.readUInt32BE(16 + 12 * group);
    return codePoint < start ? 0 : table.readUInt32BE(24 + 12 * group) + codePoint - start;
  };
}

/** Format 4: segments with a delta, or with an offset into an array of glyphs. */
function segmentMapping(table: Buffer): CharacterMap {
  const count = table.readUInt16BE(6) / 2;
  const starts = 16 + 2 * count;
  const deltas = starts + 2 * count;
  const ranges = deltas + 2 * count;
  return (codePoint) => {
    if (codePoint > 0xffff) return 0;
    const segment = firstAtLeast(count, (at) => table.readUInt16BE(14 + 2 * at), codePoint);
    if (segment === count) return 0;
    const start = table.readUInt16BE(starts + 2 * segment);
    if (codePoint < start) return 0;
    const delta = table.readUInt16BE(deltas + 2 * segment);
    const range = table.readUInt16BE(ranges + 2 * segment);
    if (range === 0) return (codePoint + delta) & 0xffff;
    const glyph = table.readUInt16BE(ranges + 2 * segment + range + 2 * (codePoint - start));
    return glyph === 0 ? 0 : (glyph + delta) & 0xffff;
  };
}

/** The first index whose value, ascending, is at least `wanted`; `count` if there is none. */
function firstAtLeast(count: number, value: (at: number) => number, wanted: number): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (value(middle) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}
