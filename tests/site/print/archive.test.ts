import { PDFArray, PDFDict, PDFDocument, PDFName, PDFRawStream, decodePDFRawStream } from "@cantoo/pdf-lib";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { GlyphProgram } from "../../../src/output/pdf/archive/glyph-program.ts";
import {
  ArchiveError,
  openPrinter,
  toArchivePdf,
  type PdfMetadata,
  type Printer,
} from "../../../src/output/pdf/index.ts";
import { expectedText, sevenPages } from "./seven-pages.ts";

const metadata: PdfMetadata = {
  title: "工作简报 第15期",
  author: "协调联络领导小组",
  subject: "督察“回头看” <&>",
  keywords: ["督察", "信访件"],
  date: "2020-11-08",
  language: "zh-CN",
};

describe("an archive file", () => {
  let printer: Printer;
  let raw: Uint8Array;
  let pdf: Uint8Array;
  let pages: number;

  beforeAll(async () => {
    printer = await openPrinter();
    raw = (await printer.print(await sevenPages())).raw;
    ({ pdf, pages } = await toArchivePdf(raw, metadata));
  });
  afterAll(() => printer.close());

  test("holds the text's own characters, page numbers aside", async () => {
    const document = await getDocument({ data: Uint8Array.from(pdf), verbosity: 0 }).promise;
    let text = "";
    for (let number = 1; number <= document.numPages; number++) {
      const content = await (await document.getPage(number)).getTextContent();
      const page = content.items.map((item) => ("str" in item ? item.str : "")).join("");
      text += page.replace(/\s/g, "").replace(`—${number}—`, "");
    }
    await document.destroy();
    expect(text).not.toMatch(/[\u2E80-\u2FDF\uF900-\uFAFF]/);
    expect(text).toBe(expectedText());
  });

  test("has pages of exact A4", async () => {
    const document = await PDFDocument.load(pdf, { updateMetadata: false });
    expect(document.getPageCount()).toBe(7);
    expect(pages).toBe(7);
    for (const page of document.getPages())
      expect(page.getMediaBox()).toEqual({ x: 0, y: 0, width: 595.276, height: 841.89 });
  });

  test("embeds one TrueType font a face, although the masthead is red and the headlines are black", async () => {
    const fonts = await fontsOf(pdf);
    const names = fonts.map((font) => String(font.get(PDFName.of("BaseFont"))).replace(/^\/[A-Z]{6}\+/, "")).sort();
    expect(names).toEqual([
      "LXGWWenKai-Light",
      "LXGWWenKai-Regular",
      "NotoSansSC-Medium",
      "NotoSerifSC-Bold",
      "NotoSerifSC-Regular",
    ]);
    expect(fonts.every((font) => font.get(PDFName.of("Subtype")) === PDFName.of("Type0"))).toBe(true);
    const raws = await fontsOf(raw);
    expect(raws.length).toBeGreaterThan(names.length);
  });

  test("lists exactly the glyphs present in each font's CIDSet", async () => {
    for (const font of await fontsOf(pdf)) {
      const descriptor = font
        .lookup(PDFName.of("DescendantFonts"), PDFArray)
        .lookup(0, PDFDict)
        .lookup(PDFName.of("FontDescriptor"), PDFDict);
      const set = decodePDFRawStream(descriptor.lookup(PDFName.of("CIDSet")) as PDFRawStream).decode();
      const bytes = decodePDFRawStream(descriptor.lookup(PDFName.of("FontFile2")) as PDFRawStream).decode();
      const program = new GlyphProgram(Buffer.from(bytes));
      const listed = Array.from({ length: program.count }, (_, glyph) => glyph).filter(
        (glyph) => ((set[glyph >> 3] ?? 0) & (0x80 >> (glyph & 7))) !== 0,
      );
      const blank = listed.filter((glyph) => program.outline(glyph).length === 0);
      expect(listed).toEqual(expect.arrayContaining([0, ...program.drawn()]));
      // The space, and `.notdef` where a face leaves it blank.
      expect(blank.filter((glyph) => glyph > 0).length).toBeLessThanOrEqual(1);
    }
  });

  test("says what it is, the same in both places", async () => {
    const document = await PDFDocument.load(pdf, { updateMetadata: false });
    const moment = new Date("2020-11-08T00:00:00+08:00");
    expect(document.getTitle()).toBe(metadata.title);
    expect(document.getAuthor()).toBe(metadata.author);
    expect(document.getSubject()).toBe(metadata.subject);
    expect(document.getKeywords()).toBe("督察, 信访件");
    expect(document.getCreationDate()).toEqual(moment);
    expect(document.getModificationDate()).toEqual(moment);
    const packet = document.catalog.lookup(PDFName.of("Metadata")) as PDFRawStream;
    const xmp = Buffer.from(packet.getContents()).toString("utf8");
    expect(xmp).toContain("督察“回头看” &lt;&amp;&gt;");
    expect(xmp).toContain("<pdfaid:conformance>B</pdfaid:conformance>");
    expect(xmp).toContain("2020-11-08T00:00:00+08:00");
    expect(String(document.catalog.get(PDFName.of("Lang")))).toBe("(zh-CN)");
    expect(String(document.catalog.get(PDFName.of("ViewerPreferences")))).toContain("DisplayDocTitle true");
  });

  test("keeps tags and bookmarks", async () => {
    const document = await getDocument({ data: Uint8Array.from(pdf), verbosity: 0 }).promise;
    const outline = await document.getOutline();
    expect(outline[0]?.title).toBe("工作简报");
    expect(outline[0]?.items).toHaveLength(4);
    const tree = JSON.stringify(await (await document.getPage(7)).getStructTree());
    for (const role of ["Table", "TH", "L", "LI", "Figure", "Link"]) expect(tree).toContain(`"role":"${role}"`);
    expect(tree).toContain("石期河岸复绿前后");
    await document.destroy();
  });

  test("has the same bytes in another run", async () => {
    const other = await openPrinter();
    try {
      const again = await toArchivePdf((await other.print(await sevenPages())).raw, metadata);
      expect(Buffer.compare(again.pdf, pdf)).toBe(0);
    } finally {
      await other.close();
    }
  });

  test("lays transparent pictures on white", async () => {
    const document = await PDFDocument.load(pdf, { updateMetadata: false });
    const images = document.context
      .enumerateIndirectObjects()
      .map(([, object]) => object)
      .filter((object) => object instanceof PDFRawStream)
      .filter((stream) => stream.dict.get(PDFName.of("Subtype")) === PDFName.of("Image"));
    expect(images).toHaveLength(1);
    expect(images[0]?.dict.has(PDFName.of("SMask"))).toBe(false);
    const pixels = images[0] ? decodePDFRawStream(images[0]).decode() : new Uint8Array();
    expect([...pixels.slice(0, 3)]).toEqual([200, 30, 30]);
    expect(pixels[63 * 3 + 1]).toBeGreaterThan(245);
  });

  test("refuses what an archive file must not hold", async () => {
    const html = `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><p style="opacity: 0.5">半</p></html>`;
    const print = await printer.print({ name: "half", html, assets: new Map() });
    expect(() => toArchivePdf(print.raw, metadata)).toThrow(ArchiveError);
  });
});

async function fontsOf(bytes: Uint8Array): Promise<PDFDict[]> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false });
  const found = new Map<string, PDFDict>();
  for (const page of document.getPages()) {
    const fonts = page.node.Resources()?.lookupMaybe(PDFName.of("Font"), PDFDict);
    for (const [key, reference] of fonts?.entries() ?? []) {
      if (fonts) found.set(String(reference), fonts.lookup(key, PDFDict));
    }
  }
  return [...found.values()];
}
