/** Reads the properties of a file from its catalog, information dictionary and trailer. */

import { PDFDict, PDFRawStream, PDFRef } from "@cantoo/pdf-lib";
import type { PDFDocument } from "@cantoo/pdf-lib";
import type { FileFacts, FontFacts, OutputIntent } from "../model/file-facts.ts";
import { Dictionary } from "./objects.ts";

export function readFile(document: PDFDocument, bytes: Uint8Array, fonts: readonly FontFacts[]): FileFacts {
  const catalog = new Dictionary(document.catalog);
  const { trailerInfo } = document.context;
  const info = Dictionary.of(
    trailerInfo.Info instanceof PDFRef ? document.context.lookup(trailerInfo.Info) : trailerInfo.Info,
  );
  const xmp = catalog.bytes("Metadata") ?? rawBytes(catalog);
  return {
    version: /%PDF-(\d\.\d)/.exec(Buffer.from(bytes.subarray(0, 1024)).toString("latin1"))?.[1] ?? "",
    title: info?.text("Title"),
    author: info?.text("Author"),
    subject: info?.text("Subject"),
    keywords: info?.text("Keywords"),
    created: info?.date("CreationDate"),
    modified: info?.date("ModDate"),
    language: catalog.text("Lang"),
    marked: catalog.dictionary("MarkInfo")?.flag("Marked") === true,
    displayTitle: catalog.dictionary("ViewerPreferences")?.flag("DisplayDocTitle") === true,
    outline: bookmarks(catalog.dictionary("Outlines")),
    xmp: xmp === undefined ? undefined : Buffer.from(xmp).toString("utf8"),
    outputIntents: catalog.list("OutputIntents").flatMap((intent) => outputIntent(Dictionary.of(intent)) ?? []),
    fileId: trailerInfo.ID !== undefined,
    encrypted: document.isEncrypted,
    transparency: transparency(document),
    active: active(document, catalog),
    fonts,
  };
}

/** The bytes of the metadata stream, which must have no filter in PDF/A-1. */
function rawBytes(catalog: Dictionary): Uint8Array | undefined {
  const stream = catalog.object("Metadata");
  return stream instanceof PDFRawStream ? stream.getContents() : undefined;
}

function outputIntent(intent: Dictionary | undefined): OutputIntent | undefined {
  if (intent === undefined) return undefined;
  return { subtype: intent.name("S") ?? "", components: intent.dictionary("DestOutputProfile")?.number("N") };
}

/** Titles in order. `seen` stops at a circular chain. */
function bookmarks(parent: Dictionary | undefined, seen = new Set<object>()): string[] {
  const titles: string[] = [];
  for (let at = parent?.dictionary("First"); at !== undefined && !seen.has(at.identity); at = at.dictionary("Next")) {
    seen.add(at.identity);
    titles.push(at.text("Title") ?? "", ...bookmarks(at, seen));
  }
  return titles;
}

/** ISO 19005-1 6.4: no groups, no soft masks, nothing but full opacity. */
function transparency(document: PDFDocument): string[] {
  const found = new Set<string>();
  for (const dictionary of dictionaries(document)) {
    if (dictionary.dictionary("Group")?.name("S") === "Transparency") found.add("透明组");
    const soft = dictionary.object("SMask");
    if (soft !== undefined && dictionary.name("SMask") !== "None") found.add("软蒙版");
    if (dictionary.name("Type") === "ExtGState" || dictionary.has("ca") || dictionary.has("CA")) {
      if ((dictionary.number("ca") ?? 1) < 1 || (dictionary.number("CA") ?? 1) < 1) found.add("半透明");
      const blend = dictionary.name("BM");
      if (blend !== undefined && blend !== "Normal" && blend !== "Compatible") found.add(`混合模式 ${blend}`);
    }
  }
  return [...found];
}

const activeActions = new Set(["JavaScript", "Launch", "Sound", "Movie", "ResetForm", "ImportData"]);

/** ISO 19005-1 6.6.1 and 6.1.11: nothing that runs, nothing embedded. */
function active(document: PDFDocument, catalog: Dictionary): string[] {
  const found = new Set<string>();
  for (const dictionary of dictionaries(document)) {
    const action = dictionary.name("S");
    if (action !== undefined && activeActions.has(action)) found.add(action);
    if (dictionary.has("JS")) found.add("JavaScript");
    if (dictionary.has("EF")) found.add("内嵌文件");
  }
  const names = catalog.dictionary("Names");
  if (names?.has("JavaScript") === true) found.add("JavaScript");
  if (names?.has("EmbeddedFiles") === true) found.add("内嵌文件");
  return [...found];
}

function dictionaries(document: PDFDocument): Dictionary[] {
  return document.context.enumerateIndirectObjects().flatMap(([, object]) => {
    const own = Dictionary.of(object);
    if (own === undefined) return [];
    // Graphics states and actions may be direct objects.
    const inner = own.keys.flatMap((key) => {
      const value = own.object(key);
      return value instanceof PDFDict ? [new Dictionary(value)] : [];
    });
    return [own, ...inner];
  });
}
