import { readFile } from "node:fs/promises";
import subsetFont from "subset-font";
import { readCharacterMap, type CharacterMap } from "./cmap.ts";
import { readTables, writeSfnt, type FontTables } from "./sfnt.ts";

/** Layout features kept in a cut face: squeezing of punctuation (`text-spacing-trim`), kerning, marks, composed forms. */
const features = ["halt", "chws", "kern", "mark", "mkmk", "ccmp", "locl"];

/** A whole font, ready to be cut. */
export class Typeface {
  readonly #font: Buffer;
  readonly #glyph: CharacterMap;

  private constructor(font: Buffer, tables: FontTables) {
    this.#font = font;
    this.#glyph = readCharacterMap(tables);
  }

  /** Reads a face of a TTF, TTC or WOFF file. */
  static async read(file: string, face = 0): Promise<Typeface> {
    const bytes = await readFile(file);
    const tables = readTables(bytes, face);
    const isPlain = bytes.readUInt32BE(0) === 0x00010000;
    return new Typeface(isPlain ? bytes : writeSfnt(tables), tables);
  }

  has(character: string): boolean {
    return this.#glyph(character.codePointAt(0) ?? 0) !== 0;
  }

  /** A TrueType font with the glyphs of `characters` only, without hints, which print does not use. */
  async cut(characters: string): Promise<Buffer> {
    return subsetFont(this.#font, characters, {
      targetFormat: "sfnt",
      keepFeatures: features,
      noHinting: true,
    });
  }
}
