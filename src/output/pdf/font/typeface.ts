import { fitCells } from "./cell-fit.ts";
import { cutFont } from "./cut-font.ts";
import { writeCutFont } from "./write-cut-font.ts";
import { readCharacterMap, type CharacterMap } from "./cmap.ts";
import { readNames } from "./names.ts";
import { readTables, requireTable, writeSfnt, type FontTables } from "./sfnt.ts";

/** Reasons why a font cannot be used for printing. */
export type Obstacle = "postscript-outlines" | "no-embedding";

/** A whole font, from which subsets can be made. */
export class Typeface {
  readonly #tables: FontTables;
  readonly #glyph: CharacterMap;

  /** A face of a TTF, TTC, OTF or WOFF file, or its tables. @throws Error when the bytes are none of these. */
  constructor(font: Buffer | FontTables, face = 0) {
    this.#tables = Buffer.isBuffer(font) ? readTables(font, face) : font;
    this.#glyph = readCharacterMap(this.#tables);
  }

  /** The name for people, e.g. `方正小标宋简体`. */
  get title(): string {
    return readNames(this.#tables).title;
  }

  /** Fonts with PostScript outlines, and those that forbid embedding (OS/2 fsType), would be Type 3 fonts in the PDF. */
  get obstacle(): Obstacle | undefined {
    if (!this.#tables.has("glyf")) return "postscript-outlines";
    const os2 = this.#tables.get("OS/2");
    return os2 && (os2.readUInt16BE(8) & 0x000f) === 0x0002 ? "no-embedding" : undefined;
  }

  has(character: string): boolean {
    return this.#glyph(character.codePointAt(0) ?? 0) !== 0;
  }

  /**
   * A static TrueType font with only the glyphs of `characters`, of a variable font with the given `weight`. `fit`: digits and punctuation
   * are fitted into their cells.
   */
  async cut(characters: string, { weight, fit }: { readonly weight: number; readonly fit: boolean }): Promise<Buffer> {
    const axes = this.#axes(weight);
    if (axes) {
      // Loaded only when needed, as none of the stand-ins is variable.
      const { default: subsetFont } = await import("subset-font");
      const pinned = await subsetFont(writeSfnt(this.#tables), characters, {
        targetFormat: "sfnt",
        variationAxes: axes,
      });
      return new Typeface(pinned).cut(characters, { weight, fit });
    }
    const font = cutFont(this.#tables, this.#glyph, characters);
    if (fit) fitCells(font);
    return writeCutFont(this.#tables, font);
  }

  /** The axes of a variable font at their defaults, except the weight, which is limited to the range of the font. */
  #axes(weight: number): Record<string, number> | undefined {
    if (!this.#tables.has("fvar")) return undefined;
    const fvar = requireTable(this.#tables, "fvar");
    const [offset, count, size] = [4, 8, 10].map((at) => fvar.readUInt16BE(at)) as [number, number, number];
    const axes: Record<string, number> = {};
    for (let at = offset; at < offset + count * size; at += size) {
      const [least, usual, most] = [4, 8, 12].map((field) => fvar.readInt32BE(at + field) / 65536) as [
        number,
        number,
        number,
      ];
      const tag = fvar.toString("latin1", at, at + 4);
      axes[tag] = tag === "wght" ? Math.min(Math.max(weight, least), most) : usual;
    }
    return axes;
  }
}
