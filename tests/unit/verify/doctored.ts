/** Ways to break the finished PDF of the sample bulletin, each with the rows that then must fail and no others. */

import { PDFArray, PDFDict, PDFDocument, PDFName, PDFNumber, PDFString, decodePDFRawStream } from "@cantoo/pdf-lib";
import type { PDFPage, PDFRawStream } from "@cantoo/pdf-lib";

export interface Doctoring {
  readonly what: string;
  readonly doctor: (document: PDFDocument) => void;
  readonly rows: readonly string[];
}

const name = (text: string): PDFName => PDFName.of(text);

function page(document: PDFDocument, number: number): PDFPage {
  return document.getPage(number - 1);
}

/** The fonts of the first page by face. */
function fonts(document: PDFDocument): Map<string, PDFDict> {
  const found = new Map<string, PDFDict>();
  const all = page(document, 1).node.Resources()?.lookup(name("Font"), PDFDict);
  for (const key of all?.keys() ?? []) {
    const font = all?.lookup(key, PDFDict);
    const face = font?.lookup(name("BaseFont"), PDFName).decodeText().slice(7);
    if (font !== undefined && face !== undefined) found.set(face, font);
  }
  return found;
}

function font(document: PDFDocument, face: string): PDFDict {
  const found = fonts(document).get(face);
  if (found === undefined) throw new Error(`no font ${face}`);
  return found;
}

function descriptor(document: PDFDocument, face: string): PDFDict {
  return font(document, face)
    .lookup(name("DescendantFonts"), PDFArray)
    .lookup(0, PDFDict)
    .lookup(name("FontDescriptor"), PDFDict);
}

function addFont(document: PDFDocument, key: string, dict: PDFDict): void {
  page(document, 1).node.Resources()?.lookup(name("Font"), PDFDict).set(name(key), document.context.register(dict));
}

/** Replaces a piece of a stream's content, which must be there. */
function rewrite(document: PDFDocument, owner: PDFDict, key: string, from: string, to: string): void {
  const stream = owner.lookup(name(key)) as PDFRawStream;
  const text = Buffer.from(decodePDFRawStream(stream).decode()).toString("latin1");
  if (!text.includes(from)) throw new Error(`no ${from} in ${key}`);
  const fresh = document.context.stream(Buffer.from(text.replace(from, to), "latin1"), {
    ...(key === "Metadata" ? { Type: "Metadata", Subtype: "XML" } : {}),
  });
  owner.set(name(key), document.context.register(fresh));
}

function info(document: PDFDocument): PDFDict {
  return document.context.lookup(document.context.trailerInfo.Info, PDFDict);
}

const standing = "LXGWWenKai-Light";

export const doctorings: readonly Doctoring[] = [
  { what: "a page turned", doctor: (d) => page(d, 2).node.set(name("Rotate"), PDFNumber.of(90)), rows: ["sheet"] },
  { what: "a page 1 mm too wide", doctor: (d) => page(d, 2).setMediaBox(0, 0, 598.1, 841.89), rows: ["sheet"] },
  {
    what: "a sheet moved 3 mm",
    doctor: (d) => d.getPages().forEach((each) => each.setMediaBox(-8.5, 0, 595.276, 841.89)),
    rows: [
      "cells-a-line",
      "columns",
      "contact-row",
      "headline-shape",
      "imprint-insets",
      "imprint-rules",
      "indent",
      "issue-number",
      "issuer-row",
      "left-edge",
      "name-place",
      "page-number-side",
      "red-rule",
      "right-edge",
      "table-place",
    ],
  },
  { what: "a blank page behind the imprint", doctor: (d) => void d.addPage([595.276, 841.89]), rows: ["imprint-page"] },
  {
    what: "the last page lost",
    doctor: (d) => d.removePage(2),
    rows: [
      "contact-row",
      "imprint-full-stop",
      "imprint-insets",
      "imprint-page",
      "imprint-rules",
      "imprint-text",
      "last-rule",
    ],
  },
  {
    what: "a face without subset prefix",
    doctor: (d) => font(d, standing).set(name("BaseFont"), name(standing)),
    rows: ["fonts-embedded"],
  },
  {
    what: "a face not embedded",
    doctor: (d) => descriptor(d, standing).delete(name("FontFile2")),
    rows: ["fonts-embedded"],
  },
  {
    what: "a face without ToUnicode",
    doctor: (d) => font(d, "NotoSansSC-Medium").delete(name("ToUnicode")),
    rows: ["fonts-embedded", "half-width", "outline"],
  },
  {
    what: "a face embedded twice",
    doctor: (d) => addFont(d, "F98", font(d, standing).clone(d.context)),
    rows: ["one-font-a-face"],
  },
  {
    what: "a Type 3 font",
    doctor: (d) => addFont(d, "F99", d.context.obj({ Type: "Font", Subtype: "Type3" })),
    rows: ["fonts-embedded"],
  },
  {
    what: "a Kangxi radical in the text layer",
    doctor: (d) => rewrite(d, font(d, standing), "ToUnicode", "<76AE>", "<2F6A>"),
    rows: ["characters"],
  },
  { what: "no CIDSet", doctor: (d) => descriptor(d, standing).delete(name("CIDSet")), rows: ["cid-sets"] },
  {
    what: "a CIDSet of nothing but ones",
    doctor: (d) =>
      descriptor(d, standing).set(name("CIDSet"), d.context.register(d.context.stream(new Uint8Array(200).fill(255)))),
    rows: ["cid-sets"],
  },
  { what: "no title", doctor: (d) => info(d).delete(name("Title")), rows: ["pdfa-identification", "title"] },
  { what: "another title than in XMP", doctor: (d) => d.setTitle("工作简报第7期"), rows: ["pdfa-identification"] },
  { what: "no author", doctor: (d) => info(d).delete(name("Author")), rows: ["description"] },
  {
    what: "another creation date",
    doctor: (d) => d.setCreationDate(new Date("2024-03-09T00:00:00+08:00")),
    rows: ["description"],
  },
  { what: "no language", doctor: (d) => d.catalog.delete(name("Lang")), rows: ["language"] },
  { what: "no bookmarks", doctor: (d) => d.catalog.delete(name("Outlines")), rows: ["outline"] },
  { what: "no structure tree", doctor: (d) => d.catalog.delete(name("StructTreeRoot")), rows: ["structure"] },
  { what: "no XMP", doctor: (d) => d.catalog.delete(name("Metadata")), rows: ["pdfa-identification"] },
  {
    what: "XMP that says PDF/A-2",
    doctor: (d) => rewrite(d, d.catalog, "Metadata", "pdfaid:part>1<", "pdfaid:part>2<"),
    rows: ["pdfa-identification"],
  },
  { what: "no output intent", doctor: (d) => d.catalog.delete(name("OutputIntents")), rows: ["output-intent"] },
  {
    what: "half transparency",
    doctor: (d) => void d.context.register(d.context.obj({ Type: "ExtGState", ca: 0.5 })),
    rows: ["no-transparency"],
  },
  {
    what: "a transparency group",
    doctor: (d) => page(d, 1).node.set(name("Group"), d.context.obj({ S: "Transparency" })),
    rows: ["no-transparency"],
  },
  { what: "a script", doctor: (d) => d.addJavaScript("main", "app.alert(1)"), rows: ["no-scripts"] },
  { what: "an attachment", doctor: (d) => void d.attach(new Uint8Array(1), "a.bin"), rows: ["no-scripts"] },
  {
    what: "a launch action",
    doctor: (d) => d.catalog.set(name("OpenAction"), d.context.obj({ S: "Launch", F: PDFString.of("a.exe") })),
    rows: ["no-scripts"],
  },
];

/** Without the compressed objects of PDF 1.5, which an archive file may not have. */
export async function doctored(bytes: Uint8Array, doctor: (document: PDFDocument) => void): Promise<Uint8Array> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false });
  doctor(document);
  return document.save({ useObjectStreams: false });
}
