import { requireTable, type FontTables } from "./sfnt.ts";

/** A glyph of a TrueType font, in font units. */
export interface Glyph {
  /** The bytes in `glyf`; empty for a blank glyph. */
  readonly outline: Buffer;
  readonly advance: number;
  /** Left side bearing. */
  readonly bearing: number;
}

const noOutline = Buffer.alloc(0);

/** Reads the glyphs of a TrueType font by number. */
export class GlyphTable {
  readonly count: number;
  readonly unitsPerEm: number;
  readonly #glyf: Buffer;
  readonly #loca: Buffer;
  readonly #isLong: boolean;
  readonly #hmtx: Buffer;
  readonly #longMetrics: number;

  constructor(tables: FontTables) {
    const head = requireTable(tables, "head");
    this.count = requireTable(tables, "maxp").readUInt16BE(4);
    this.unitsPerEm = head.readUInt16BE(18);
    this.#glyf = requireTable(tables, "glyf");
    this.#loca = requireTable(tables, "loca");
    this.#isLong = head.readInt16BE(50) === 1;
    this.#hmtx = requireTable(tables, "hmtx");
    this.#longMetrics = requireTable(tables, "hhea").readUInt16BE(34);
  }

  /** Empty for a blank glyph, a removed one and one beyond the last. */
  outline(glyph: number): Buffer {
    return glyph < this.count ? this.#glyf.subarray(this.#offset(glyph), this.#offset(glyph + 1)) : noOutline;
  }

  glyph(glyph: number): Glyph {
    const isLong = glyph < this.#longMetrics;
    return {
      outline: this.outline(glyph),
      advance: this.#hmtx.readUInt16BE(4 * Math.min(glyph, this.#longMetrics - 1)),
      bearing: this.#hmtx.readInt16BE(isLong ? 4 * glyph + 2 : 2 * this.#longMetrics + 2 * glyph),
    };
  }

  /** Numbers of the glyphs with outlines. */
  *drawn(): Iterable<number> {
    for (let glyph = 0; glyph < this.count; glyph++) if (this.outline(glyph).length > 0) yield glyph;
  }

  #offset(glyph: number): number {
    return this.#isLong ? this.#loca.readUInt32BE(4 * glyph) : 2 * this.#loca.readUInt16BE(2 * glyph);
  }
}

/** New tables with glyphs and their number, to replace those in `tables`: `glyf`, `loca`, `hmtx`, `head`, `hhea`, `maxp`. */
export function glyphTables(tables: FontTables, glyphs: readonly Glyph[]): Map<string, Buffer> {
  const loca = Buffer.alloc(4 * (glyphs.length + 1));
  const hmtx = Buffer.alloc(4 * glyphs.length);
  // Outlines are aligned to four bytes.
  const glyf = Buffer.alloc(glyphs.reduce((sum, { outline }) => sum + ((outline.length + 3) & ~3), 0));
  let offset = 0;
  glyphs.forEach(({ outline, advance, bearing }, glyph) => {
    glyf.set(outline, offset);
    offset += (outline.length + 3) & ~3;
    loca.writeUInt32BE(offset, 4 * glyph + 4);
    hmtx.writeUInt16BE(advance, 4 * glyph);
    hmtx.writeInt16BE(bearing, 4 * glyph + 2);
  });
  const head = Buffer.from(requireTable(tables, "head"));
  head.writeUInt32BE(0, 8);
  head.writeInt16BE(1, 50);
  const hhea = Buffer.from(requireTable(tables, "hhea"));
  hhea.writeUInt16BE(glyphs.length, 34);
  const maxp = Buffer.from(requireTable(tables, "maxp"));
  maxp.writeUInt16BE(glyphs.length, 4);
  return new Map([
    ["glyf", glyf],
    ["loca", loca],
    ["hmtx", hmtx],
    ["head", head],
    ["hhea", hhea],
    ["maxp", maxp],
  ]);
}
