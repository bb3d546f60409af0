import type { CutFont } from "./cut-font.ts";
import { glyphTables } from "./glyph-table.ts";
import { requireTable, writeSfnt, type FontTables } from "./sfnt.ts";
import { squeezeTable } from "./squeeze.ts";

/** Writes a subset as a font file with the names, weight and line metrics of the original font. */
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

/** A `cmap` of format 12, with one group for each run of code points with consecutive glyphs. */
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
