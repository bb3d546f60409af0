/**
 * Adds a signature field to a finished PDF as an incremental update (ISO 32000-1 7.5.6), leaving the printed bytes
 * unchanged. (签名域) The field is invisible. ISO 19005-1 still requires an appearance (6.9) that is printed and not
 * hidden (6.5.3), and no NeedAppearances.
 */

import { createHash } from "node:crypto";
import { PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName, PDFNumber, PDFRef, PDFString } from "@cantoo/pdf-lib";
import type { PDFContext } from "@cantoo/pdf-lib";
import { markKey } from "./signed-edition.ts";
import { pdfTime } from "./signing-time.ts";

/** ISO 32000-2 12.8.3: a CAdES signature (PAdES), or a plain PKCS#7 one, as made by older signing devices. */
export type SubFilter = "ETSI.CAdES.detached" | "adbe.pkcs7.detached";

export interface FieldWish {
  readonly subFilter: SubFilter;
  /** Time of signing by the signer's clock. */
  readonly time: Date;
  /** The signer, where known. */
  readonly signer: string | undefined;
  /** SHA-256 of the edition's text; empty where it is not recorded. */
  readonly text: string;
  /** Bytes reserved for the CMS. */
  readonly room: number;
}

/** Ten digits, replaced once the position is known. */
const unknown = 9_999_999_999;

/** `pdf` must be unsigned. The same input gives the same bytes. */
export async function addField(pdf: Uint8Array, wish: FieldWish): Promise<Uint8Array> {
  const document = await PDFDocument.load(pdf, { updateMetadata: false });
  const { catalog, context } = document;
  const snapshot = document.takeSnapshot();
  const first = firstPage(document);
  const signature = context.register(signatureDictionary(context, pdf, document.getPageCount(), wish));
  const appearance = context.register(
    context.stream("", { Type: "XObject", Subtype: "Form", BBox: [0, 0, 0, 0], Resources: {} }),
  );
  const field = context.register(
    context.obj({
      Type: "Annot",
      Subtype: "Widget",
      FT: "Sig",
      T: PDFString.of("Signature1"),
      V: signature,
      // Flags: printed, locked.
      F: 132,
      P: first.ref,
      Rect: [0, 0, 0, 0],
      AP: { N: appearance },
    }),
  );
  const annotations = first.node.lookupMaybe(PDFName.of("Annots"), PDFArray)?.asArray() ?? [];
  first.node.set(PDFName.of("Annots"), context.obj([...annotations, field]));
  catalog.set(PDFName.of("AcroForm"), context.obj({ Fields: [field], SigFlags: 3 }));
  const root = context.trailerInfo.Root;
  for (const changed of [first.ref, root, signature, appearance, field])
    if (changed instanceof PDFRef) snapshot.markRefForSave(changed);
  renewId(context, pdf, wish.time);
  const update = await document.saveIncremental(snapshot, { useObjectStreams: false });
  return putRange(Buffer.concat([pdf, update]), pdf.length);
}

/** Found without the library's page object, which would rewrite the content. */
function firstPage({ context, catalog }: PDFDocument): { readonly ref: PDFRef; readonly node: PDFDict } {
  let at = catalog.get(PDFName.of("Pages"));
  for (;;) {
    const node = context.lookup(at, PDFDict);
    const kids = node.lookupMaybe(PDFName.of("Kids"), PDFArray);
    if (kids === undefined && at instanceof PDFRef) return { ref: at, node };
    at = kids?.get(0);
  }
}

function signatureDictionary(context: PDFContext, pdf: Uint8Array, pages: number, wish: FieldWish): PDFDict {
  const { subFilter, signer, text, room, time } = wish;
  return context.obj({
    Type: "Sig",
    Filter: "Adobe.PPKLite",
    SubFilter: subFilter,
    ByteRange: [0, unknown, unknown, unknown],
    Contents: PDFHexString.of("0".repeat(room * 2)),
    M: PDFString.of(pdfTime(time)),
    ...(signer === undefined ? {} : { Name: PDFHexString.fromText(signer) }),
    [markKey]: { Length: pdf.length, Pages: pages, Text: PDFHexString.of(text) },
  });
}

/** The first half identifies the document, the second this state of it (ISO 32000-1 14.4). */
function renewId(context: PDFContext, pdf: Uint8Array, time: Date): void {
  const id = context.lookupMaybe(context.trailerInfo.ID, PDFArray)?.get(0);
  const state = createHash("sha256").update(pdf).update(time.toISOString()).digest("hex").slice(0, 32).toUpperCase();
  if (id !== undefined) context.trailerInfo.ID = context.obj([id, PDFHexString.of(state)]);
}

/** The signed range is the whole file except the signature itself. */
function putRange(bytes: Buffer, from: number): Uint8Array {
  const open = bytes.indexOf("<", bytes.indexOf("/Contents <", from, "latin1"), "latin1");
  const close = bytes.indexOf(">", open, "latin1") + 1;
  const blank = ` ${unknown}`.repeat(3);
  const at = bytes.indexOf(blank, from, "latin1");
  if (at < from || open < at) throw new Error("the signature dictionary is not as it was made");
  bytes.write(` ${open} ${close} ${bytes.length - close}`.padEnd(blank.length), at, "latin1");
  return bytes;
}

/** Inserts the CMS; `undefined` where it is too long. */
export function fillField(prepared: Uint8Array, place: Place, cms: Uint8Array): Uint8Array | undefined {
  const room = place.end - place.start - 2;
  const hex = Buffer.from(cms).toString("hex");
  if (hex.length > room) return undefined;
  const signed = Buffer.from(prepared);
  signed.write(hex.padEnd(room, "0"), place.start + 1, "latin1");
  return signed;
}

/** Range of the CMS, including its angle brackets. */
export interface Place {
  readonly start: number;
  readonly end: number;
}

/** A signature found in a PDF. */
export interface FoundSignature {
  readonly place: Place;
  /** End of the range that it covers. */
  readonly covered: number;
  readonly subFilter: string;
  /** As written: D:20201108090000+08'00'. */
  readonly time: string | undefined;
  /** Zeros before signing. */
  readonly contents: Uint8Array;
  /** It covers everything from the first byte on except itself. */
  readonly isRegular: boolean;
}

/** In the order of signing, including those without a field. @throws Error it is not a PDF */
export async function findSignatures(pdf: Uint8Array): Promise<FoundSignature[]> {
  // Most PDFs are unsigned and need not be parsed.
  if (!Buffer.from(pdf.buffer, pdf.byteOffset, pdf.length).includes("/ByteRange")) return [];
  const { context } = await PDFDocument.load(pdf, { updateMetadata: false, password: "" });
  return context
    .enumerateIndirectObjects()
    .flatMap(([, object]) => (object instanceof PDFDict ? (read(object, pdf) ?? []) : []))
    .sort((one, other) => one.covered - other.covered);
}

function read(dictionary: PDFDict, pdf: Uint8Array): FoundSignature | undefined {
  const array = dictionary.lookup(PDFName.of("ByteRange"));
  if (!(array instanceof PDFArray)) return undefined;
  const range = array.asArray().map((each) => (each instanceof PDFNumber ? each.asNumber() : Number.NaN));
  const [from = Number.NaN, length = Number.NaN, again = Number.NaN, rest = Number.NaN] = range;
  const hex = Buffer.from(pdf.subarray(length, again)).toString("latin1");
  const time = dictionary.lookup(PDFName.of("M"));
  const subFilter = dictionary.lookup(PDFName.of("SubFilter"));
  return {
    place: { start: length, end: again },
    covered: again + rest,
    subFilter: subFilter instanceof PDFName ? subFilter.decodeText() : "",
    time: time instanceof PDFString || time instanceof PDFHexString ? time.decodeText() : undefined,
    contents: Buffer.from(hex.slice(1, -1), "hex"),
    isRegular:
      range.length === 4 && from === 0 && rest >= 0 && again + rest <= pdf.length && /^<(?:[\da-fA-F]{2})*>$/.test(hex),
  };
}

/** The bytes that a signature covers. */
export function signedBytes(pdf: Uint8Array, { place, covered }: Pick<FoundSignature, "place" | "covered">): Buffer {
  return Buffer.concat([pdf.subarray(0, place.start), pdf.subarray(place.end, covered)]);
}
