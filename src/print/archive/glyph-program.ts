import { readTables, requireTable, writeSfnt, type FontTables } from "../font/sfnt.ts";

/** The tables a CIDFontType2 program needs (ISO 32000-1 9.9); hint programs only where the font has them. */
const programTables = ["cvt ", "fpgm", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "prep"];

/** The glyphs of an embedded TrueType program by number. */
export class GlyphProgram {
  readonly #tables: FontTables;
  readonly count: number;
  readonly #long: boolean;

  constructor(bytes: Buffer) {
    this.#tables = readTables(bytes);
    this.count = requireTable(this.#tables, "maxp").readUInt16BE(4);
    this.#long = requireTable(this.#tables, "head").readInt16BE(50) === 1;
  }

  /** A glyph's outlines; empty for a blank glyph, and for one that was cut out. */
  outlines(glyph: number): Buffer {
    if (glyph >= this.count) return Buffer.alloc(0);
    return requireTable(this.#tables, "glyf").subarray(this.#offset(glyph), this.#offset(glyph + 1));
  }

  /** Advance width in thousandths of an em, as PDF counts. */
  width(glyph: number): number {
    const unitsPerEm = requireTable(this.#tables, "head").readUInt16BE(18);
    return Math.round((this.metrics(glyph).readUInt16BE(0) * 1000) / unitsPerEm);
  }

  /** Advance width and left side bearing, four bytes as in `hmtx`. */
  metrics(glyph: number): Buffer {
    const table = requireTable(this.#tables, "hmtx");
    const long = requireTable(this.#tables, "hhea").readUInt16BE(34);
    if (glyph < long) return table.subarray(4 * glyph, 4 * glyph + 4);
    const advance = table.subarray(4 * long - 4, 4 * long - 2);
    return Buffer.concat([advance, table.subarray(2 * long + 2 * glyph, 2 * long + 2 * glyph + 2)]);
  }

  /** Numbers of the glyphs with outlines. */
  *drawn(): Iterable<number> {
    for (let glyph = 0; glyph < this.count; glyph++) if (this.#offset(glyph + 1) > this.#offset(glyph)) yield glyph;
  }

  /**
   * One program with the glyphs of several that were cut from one font and kept its glyph numbers. `used` tells for each which
   * glyphs count even if they are blank.
   */
  static merge(programs: readonly GlyphProgram[], used: readonly ReadonlySet<number>[]): Buffer {
    const largest = programs.reduce((most, program) => (program.count > most.count ? program : most));
    const owner = (glyph: number): GlyphProgram =>
      programs.find((program, at) => program.outlines(glyph).length > 0 || used[at]?.has(glyph)) ?? largest;
    const glyphs = Array.from({ length: largest.count }, (_, glyph) => owner(glyph));
    const outlines = glyphs.map((program, glyph) => padded(program.outlines(glyph)));
    const loca = Buffer.alloc(4 * (glyphs.length + 1));
    let offset = 0;
    outlines.forEach((outline, glyph) => {
      offset += outline.length;
      loca.writeUInt32BE(offset, 4 * glyph + 4);
    });
    const head = Buffer.from(requireTable(largest.#tables, "head"));
    head.writeInt16BE(1, 50);
    const hhea = Buffer.from(requireTable(largest.#tables, "hhea"));
    hhea.writeUInt16BE(glyphs.length, 34);
    const hmtx = Buffer.concat(glyphs.map((program, glyph) => program.metrics(glyph)));
    const made = new Map([...largest.#tables, ["glyf", Buffer.concat(outlines)], ["loca", loca]] as [string, Buffer][]);
    made.set("head", head).set("hhea", hhea).set("hmtx", hmtx);
    return writeSfnt(new Map([...made].filter(([tag]) => programTables.includes(tag))));
  }

  #offset(glyph: number): number {
    const loca = requireTable(this.#tables, "loca");
    return this.#long ? loca.readUInt32BE(4 * glyph) : 2 * loca.readUInt16BE(2 * glyph);
  }
}

function padded(outline: Buffer): Buffer {
  return outline.length % 4 === 0 ? outline : Buffer.concat([outline, Buffer.alloc(4 - (outline.length % 4))]);
}
