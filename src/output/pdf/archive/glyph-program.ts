import { GlyphTable, glyphTables } from "../font/glyph-table.ts";
import { readTables, writeSfnt, type FontTables } from "../font/sfnt.ts";

/** Tables of hint programs, which a CIDFontType2 program must include if the font has them (ISO 32000-1 9.9). */
const hintTables = ["cvt ", "fpgm", "prep"];

/** An embedded TrueType program. */
export class GlyphProgram extends GlyphTable {
  readonly #tables: FontTables;

  constructor(bytes: Buffer) {
    const tables = readTables(bytes);
    super(tables);
    this.#tables = tables;
  }

  /** Advance width in thousandths of an em, the unit of PDF. */
  width(glyph: number): number {
    return Math.round((this.glyph(glyph).advance * 1000) / this.unitsPerEm);
  }

  /**
   * Merges several subsets of one font with its original glyph numbers. `used`: for each program the glyphs to be included even if they
   * are blank.
   */
  static merge(programs: readonly GlyphProgram[], used: readonly ReadonlySet<number>[]): Buffer {
    const largest = programs.reduce((most, program) => (program.count > most.count ? program : most));
    const owner = (glyph: number): GlyphProgram =>
      programs.find((program, at) => program.outline(glyph).length > 0 || used[at]?.has(glyph)) ?? largest;
    const glyphs = Array.from({ length: largest.count }, (_, glyph) => owner(glyph).glyph(glyph));
    const hints = [...largest.#tables].filter(([tag]) => hintTables.includes(tag));
    return writeSfnt(new Map([...hints, ...glyphTables(largest.#tables, glyphs)]));
  }
}
