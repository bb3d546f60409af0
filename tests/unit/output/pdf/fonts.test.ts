import { readFileSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import subsetFont from "subset-font";
import { describe, expect, test } from "vitest";
import { cidSet } from "../../../../src/output/pdf/archive/cid-set.ts";
import { GlyphProgram } from "../../../../src/output/pdf/archive/glyph-program.ts";
import { readCharacterMap } from "../../../../src/output/pdf/font/cmap.ts";
import { readNames } from "../../../../src/output/pdf/font/names.ts";
import { readTables, requireTable, writeSfnt } from "../../../../src/output/pdf/font/sfnt.ts";
import { standIn } from "../../../../src/output/pdf/font/stand-ins.ts";
import { Typeface } from "../../../../src/output/pdf/font/typeface.ts";
import { fontRoles } from "../../../../src/model/bulletin.ts";
import { faceCss, FontError, subsetFaces, webFace } from "../../../../src/output/pdf/index.ts";

const widthOf = (font: Buffer, character: string): number => {
  const tables = readTables(font);
  return new GlyphProgram(font).width(readCharacterMap(tables)(character.codePointAt(0) ?? 0));
};

describe("cut faces", () => {
  test("hold the characters asked for and no Kangxi radical, although the whole fonts map them to the same glyphs", async () => {
    const { faces, undrawable } = await subsetFaces("工文一二⼯");
    expect(faces.map(({ role }) => role)).toEqual([...fontRoles]);
    expect(undrawable).toEqual(["⼯"]);
    for (const face of faces) {
      const glyphOf = readCharacterMap(readTables(Buffer.from(face.bytes)));
      for (const character of "工文一二 ") expect(glyphOf(character.codePointAt(0) ?? 0)).not.toBe(0);
      for (let radical = 0x2f00; radical <= 0x2fdf; radical++) expect(glyphOf(radical)).toBe(0);
      expect(face).toMatchObject({ standIn: true, missing: [] });
    }
  });

  test("fill the cells of official type: two digits a cell, whole dashes and quotation marks", async () => {
    const { faces } = await subsetFaces("0123456789—“”‘’·永");
    for (const { bytes } of faces) {
      const font = Buffer.from(bytes);
      for (const character of "0123456789") expect(widthOf(font, character)).toBe(500);
      for (const character of "—“”‘’·永") expect(widthOf(font, character)).toBe(1000);
    }
  });

  test("borrow a character that their face lacks from the first fallback that has it", async () => {
    const folder = await mkdtemp(join(tmpdir(), "fonts-"));
    try {
      const file = join(folder, "small.ttf");
      await writeFile(file, (await subsetFaces({ 黑体: "甲" })).faces[0]?.bytes ?? "");
      const { faces, undrawable } = await subsetFaces({ 仿宋: "甲乙" }, { 仿宋: { file } });
      expect(undrawable).toEqual([]);
      expect(faces.map(({ role, missing }) => [role, missing])).toEqual([
        ["仿宋", ["乙"]],
        ["宋体", []],
      ]);
      expect(readCharacterMap(readTables(Buffer.from(faces[1]?.bytes ?? [])))(0x4e59)).not.toBe(0);
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  test("report characters that no face has", async () => {
    expect((await subsetFaces({ 仿宋: "永\u{2A6D6}" })).undrawable).toEqual(["\u{2A6D6}"]);
  });

  test("have the same bytes whatever the order of the characters", async () => {
    const [a, b] = await Promise.all([subsetFaces({ 楷体: "甲乙丙" }), subsetFaces({ 楷体: "丙乙甲甲" })]);
    expect(a.faces[0]?.bytes).toEqual(b.faces[0]?.bytes);
  });

  test("go to the web as WOFF2 that another decoder reads", async () => {
    const { faces } = await subsetFaces({ 黑体: "甲乙，" });
    for (const face of faces) {
      const read = readTables(await subsetFont(Buffer.from(webFace(face)), "甲", { targetFormat: "sfnt" }));
      expect(readCharacterMap(read)(0x7532)).not.toBe(0);
    }
  });

  test("let punctuation be squeezed, whatever the font brings", async () => {
    const { faces } = await subsetFaces("，。《》“”永");
    for (const face of faces) expect(readTables(Buffer.from(face.bytes)).get("GPOS")?.includes("halt")).toBe(true);
    expect(readTables(Buffer.from((await subsetFaces({ 楷体: "永" })).faces[0]?.bytes ?? [])).has("GPOS")).toBe(false);
  });

  test("are described to CSS without synthesized bold, fallbacks in a fixed order", async () => {
    const { faces } = await subsetFaces({ 仿宋: "甲", 宋体: "1", 黑体: "乙" });
    const css = faceCss(faces, "/f/");
    expect(css).toContain(`--font-fangsong: "JB FangSong", "JB SongTi", "JB HeiTi";`);
    expect(css).toContain(`url("/f/fangsong.ttf")`);
    expect(css).toContain("font-weight: 1 1000");
  });
});

describe("an office's own font", () => {
  test.each([
    [{ file: "/nowhere/x.ttf" }, /仿宋字体：找不到字体文件/],
    [{ family: "没有这个字体" }, /仿宋字体：本机没有安装“没有这个字体”/],
  ])("that is not there is told with its role: %j", async (choice, message) => {
    const failure = subsetFaces({ 仿宋: "甲" }, { 仿宋: choice });
    await expect(failure).rejects.toThrow(FontError);
    await expect(failure).rejects.toThrow(message);
    await expect(failure).rejects.toMatchObject({ role: "仿宋" });
  });

  test("is used as it is, its characters unfitted", async () => {
    const { file } = standIn("宋体");
    const { faces } = await subsetFaces({ 仿宋: "甲1" }, { 仿宋: { file } });
    expect(faces[0]).toMatchObject({ role: "仿宋", standIn: false });
    expect(faces[0]?.source).toMatch(/^Noto Serif SC.*（字体文件 NotoSerifSC_400Regular\.ttf）$/);
    expect(widthOf(Buffer.from(faces[0]?.bytes ?? []), "1")).toBe(471);
  });

  test("with PostScript outlines, or that forbids embedding, is an obstacle", () => {
    const tables = readTables(readFileSync(standIn("宋体").file));
    const withoutOutlines = new Map([...tables].filter(([tag]) => tag !== "glyf"));
    expect(new Typeface(writeSfnt(withoutOutlines)).obstacle).toBe("postscript-outlines");
    const os2 = Buffer.from(requireTable(tables, "OS/2"));
    os2.writeUInt16BE(2, 8);
    expect(new Typeface(writeSfnt(new Map([...tables, ["OS/2", os2]]))).obstacle).toBe("no-embedding");
    expect(new Typeface(writeSfnt(tables)).obstacle).toBeUndefined();
  });

  test("is found by the names it gives itself", () => {
    const names = readNames(readTables(readFileSync(standIn("楷体").file)));
    expect(names.families).toContain("LXGW WenKai");
    expect(names.title).not.toBe("");
  });
});

test("a CIDSet has a bit for .notdef, drawn and used glyphs", async () => {
  const { faces } = await subsetFaces({ 黑体: "甲" });
  const program = new GlyphProgram(Buffer.from(faces[0]?.bytes ?? []));
  const drawn = [...program.drawn()];
  const blank = Array.from({ length: program.count }, (_, glyph) => glyph).filter((glyph) => !drawn.includes(glyph));
  const bits = cidSet(program, blank);
  const listed = Array.from(
    { length: program.count },
    (_, glyph) => ((bits[glyph >> 3] ?? 0) >> (7 - (glyph & 7))) & 1,
  );
  expect(listed).toEqual(listed.map(() => 1));
  expect(bits.length).toBe(Math.ceil(program.count / 8));
});
