/**
 * The extents of outlines in an embedded TrueType font. Reads the tables `head`, `loca` and `glyf`; the header of a glyph contains the
 * box of its outline, so that no outline has to be drawn.
 */
export class GlyphProgram {
  readonly unitsPerEm: number;
  readonly count: number;
  readonly #view: DataView;
  readonly #glyf: number;
  readonly #offset: (glyph: number) => number;

  private constructor(view: DataView, head: number, loca: { start: number; length: number }, glyf: number) {
    this.#view = view;
    this.#glyf = glyf;
    this.unitsPerEm = view.getUint16(head + 18);
    const long = view.getInt16(head + 50) === 1;
    this.count = loca.length / (long ? 4 : 2) - 1;
    this.#offset = long
      ? (glyph) => view.getUint32(loca.start + glyph * 4)
      : (glyph) => view.getUint16(loca.start + glyph * 2) * 2;
  }

  /** `undefined` when the bytes are not a font with TrueType outlines. */
  static read(bytes: Uint8Array): GlyphProgram | undefined {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const tables = new Map<string, { start: number; length: number }>();
    try {
      for (let at = 0; at < view.getUint16(4); at++) {
        const record = 12 + at * 16;
        const tag = String.fromCharCode(...bytes.subarray(record, record + 4));
        tables.set(tag, { start: view.getUint32(record + 8), length: view.getUint32(record + 12) });
      }
      const [head, loca, glyf] = ["head", "loca", "glyf"].map((tag) => tables.get(tag));
      if (head === undefined || loca === undefined || glyf === undefined) return undefined;
      return new GlyphProgram(view, head.start, loca, glyf.start);
    } catch (fault) {
      if (fault instanceof RangeError) return undefined;
      throw fault;
    }
  }

  hasOutline(glyph: number): boolean {
    return glyph >= 0 && glyph < this.count && this.#offset(glyph + 1) > this.#offset(glyph);
  }

  /** Extent of the outline in ems, y upwards from the baseline; `undefined` for a blank glyph. */
  extent(glyph: number): { left: number; bottom: number; right: number; top: number } | undefined {
    if (!this.hasOutline(glyph)) return undefined;
    const at = this.#glyf + this.#offset(glyph);
    const [left, bottom, right, top] = [2, 4, 6, 8].map((offset) => this.#view.getInt16(at + offset) / this.unitsPerEm);
    if (left === undefined || bottom === undefined || right === undefined || top === undefined) return undefined;
    return { left, bottom, right, top };
  }

  /** Glyphs that have an outline. */
  drawn(): Set<number> {
    const drawn = new Set<number>();
    for (let glyph = 0; glyph < this.count; glyph++) if (this.hasOutline(glyph)) drawn.add(glyph);
    return drawn;
  }
}
