import { deflateSync } from "node:zlib";
import { ArchiveError } from "./archive-error.ts";
import { cidSet } from "./cid-set.ts";
import { GlyphProgram } from "./glyph-program.ts";
import { PdfDictionary } from "./pdf-dictionary.ts";
import type { PdfFile } from "./pdf-file.ts";
import { readToUnicode, writeToUnicode, type GlyphText } from "./to-unicode.ts";

/** The numbers of the five objects of a composite font; pages refer to the first. */
export interface EmbeddedFont {
  readonly number: number;
  /** With the subset prefix, e.g. `BAAAAA+NotoSerifSC-Bold`; fonts of the same name are subsets of the same face. */
  readonly name: string;
  readonly descendant: number;
  readonly descriptor: number;
  readonly program: number;
  readonly toUnicode: number;
  readonly text: GlyphText;
}

/** @throws ArchiveError when a font is of Type 3, is not embedded, or its text would be copied as Kangxi radicals. */
export function embeddedFonts(file: PdfFile): EmbeddedFont[] {
  const fonts: EmbeddedFont[] = [];
  for (const number of file.numbers()) {
    if (!/\/Type \/Font\b(?!Descriptor)/.test(file.head(number))) continue;
    const font = file.dictionary(number);
    const subtype = font.get("Subtype");
    if (subtype === "/Type3") {
      throw new ArchiveError("有字形以 Type 3 嵌入：字体不是 TrueType 轮廓，或浏览器合成了粗体、斜体");
    }
    if (subtype === "/Type0") fonts.push(readFont(file, number, font));
    else if (subtype !== "/CIDFontType2") throw new ArchiveError(`有字体以 ${subtype ?? "未知"} 类型嵌入`);
  }
  return fonts;
}

function readFont(file: PdfFile, number: number, font: PdfDictionary): EmbeddedFont {
  const descendant = Number(/^\[\s*(\d+) 0 R\s*\]$/.exec(font.get("DescendantFonts") ?? "")?.[1] ?? Number.NaN);
  const descriptor = file.dictionary(descendant).reference("FontDescriptor");
  const program = descriptor === undefined ? undefined : file.dictionary(descriptor).reference("FontFile2");
  const toUnicode = font.reference("ToUnicode");
  const name = font.get("BaseFont") ?? "";
  if (descriptor === undefined || program === undefined) throw new ArchiveError(`字体 ${name} 没有以 TrueType 嵌入`);
  if (toUnicode === undefined) throw new ArchiveError(`字体 ${name} 没有文字层`);
  const text = readToUnicode(file.data(toUnicode).toString("latin1"));
  const radical = [...text.values()].find((characters) => /[\u2F00-\u2FDF]/.test(characters));
  if (radical !== undefined) throw new ArchiveError(`文字层中出现康熙部首“${radical}”，检索和复制会出错`);
  return { number, name, descendant, descriptor, program, toUnicode, text };
}

/** `program`: the program of the font, if it has been read already. */
export function addCidSet(
  file: PdfFile,
  font: EmbeddedFont,
  program: GlyphProgram = new GlyphProgram(file.data(font.program)),
): void {
  const set = cidSet(program, font.text.keys());
  const reference = file.add(PdfDictionary.of({}), set);
  file.replace(font.descriptor, file.dictionary(font.descriptor).with({ CIDSet: reference }));
}

/**
 * Merges subsets of the same face into the first one and removes the others. Skia makes a subset for each brightness of text, so that a
 * red masthead and black headlines would be two fonts of the same name.
 */
export function mergeFonts(
  file: PdfFile,
  fonts: readonly [EmbeddedFont, ...EmbeddedFont[]],
): { readonly font: EmbeddedFont; readonly program: GlyphProgram } {
  const [first, ...others] = fonts;
  const text = new Map(fonts.flatMap((font) => [...font.text]));
  const used = fonts.map((font) => new Set(font.text.keys()));
  const bytes = GlyphProgram.merge(
    fonts.map(({ program }) => new GlyphProgram(file.data(program))),
    used,
  );
  const flate = PdfDictionary.of({ Filter: "/FlateDecode" });
  file.replace(first.program, flate.with({ Length1: String(bytes.length) }), deflateSync(bytes));
  file.replace(first.toUnicode, flate, deflateSync(Buffer.from(writeToUnicode(text), "latin1")));
  const program = new GlyphProgram(bytes);
  const glyphs = [...new Set([0, ...program.drawn(), ...text.keys()])].sort((a, b) => a - b);
  const widths = glyphs.map((glyph) => [glyph, program.width(glyph)] as const).filter(([, width]) => width !== 1000);
  const w = `[${widths.map(([glyph, width]) => `${glyph} [${width}]`).join(" ")}]`;
  file.replace(first.descendant, file.dictionary(first.descendant).with({ DW: "1000", W: w }));
  for (const { number, descendant, descriptor, program, toUnicode } of others) {
    file.remove(number, descendant, descriptor, program, toUnicode);
  }
  return { font: { ...first, text }, program };
}
