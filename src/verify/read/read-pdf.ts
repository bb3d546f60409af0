/** Reads a PDF: its pages with pdf.js, its objects with pdf-lib. */

import { ParseSpeeds, PDFDocument } from "@cantoo/pdf-lib";
import { getDocument, VerbosityLevel } from "pdfjs-dist/legacy/build/pdf.mjs";
import type { Measured } from "../model/measured.ts";
import type { Page } from "../model/page.ts";
import { readFile } from "./file-reader.ts";
import { readFonts } from "./font-facts.ts";
import { readPage } from "./page-reader.ts";
import { readStructure } from "./structure.ts";

/** pdf.js uses a worker found here instead of loading one by its address. */
const ofLibrary = globalThis as { pdfjsWorker?: unknown };

/** The bytes are not a PDF, or a damaged one. `message` is Chinese. */
export class UnreadablePdf extends Error {
  override readonly name = "UnreadablePdf";
}

/** @throws UnreadablePdf */
export async function readPdf(bytes: Uint8Array): Promise<Measured> {
  // The minified build loads a third faster, and loading takes most of the time of a single file.
  ofLibrary.pdfjsWorker ??= await import("pdfjs-dist/legacy/build/pdf.worker.min.mjs");
  const loading = getDocument({
    // A copy, because pdf.js takes possession of the buffer.
    data: Uint8Array.from(bytes),
    useSystemFonts: false,
    disableFontFace: true,
    stopAtErrors: true,
    verbosity: VerbosityLevel.ERRORS,
  });
  try {
    const [drawn, document] = await Promise.all([
      loading.promise,
      // The empty password opens files that are encrypted only against changes, which is then reported.
      PDFDocument.load(bytes, { updateMetadata: false, parseSpeed: ParseSpeeds.Fastest, password: "" }),
    ]);
    const fonts = readFonts(document);
    const programs = new Map(fonts.flatMap(({ names, program }) => names.map((name) => [name, program])));
    const structure = readStructure(document);
    const pages: Page[] = [];
    for (const [at, { node }] of document.getPages().entries()) {
      const box = node.MediaBox().asRectangle();
      const page = await drawn.getPage(at + 1);
      pages.push(
        await readPage(page, {
          mediaBox: [box.x, box.y, box.x + box.width, box.y + box.height],
          program: (font) => programs.get(font),
          element: (markedContent) => structure.element(at, markedContent),
        }),
      );
    }
    const facts = readFile(
      document,
      bytes,
      fonts.map((font) => font.facts),
    );
    return { pages, elements: structure.elements, facts };
  } catch (fault) {
    if (fault instanceof TypeError || fault instanceof ReferenceError) throw fault;
    throw new UnreadablePdf("这不是 PDF，或者已损坏，或者要密码才能打开", { cause: fault });
  } finally {
    await loading.destroy();
  }
}
