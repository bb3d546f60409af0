import { PdfDictionary } from "./archive/pdf-dictionary.ts";
import { PdfFile } from "./archive/pdf-file.ts";
import { fixDestinations } from "./archive/destinations.ts";
import { fixFonts } from "./archive/fonts.ts";
import { fixImages } from "./archive/images.ts";
import { fixPages } from "./archive/pages.ts";
import { fixStructureNames } from "./archive/structure-names.ts";
import { srgbProfile } from "./archive/srgb-profile.ts";
import { issueMoment, producer, xmpPacket } from "./archive/xmp.ts";
import type { ArchivePdf, PdfMetadata } from "./pdf-metadata.ts";

/**
 * Converts the browser's PDF to PDF/A-1b (ISO 19005-1) with exact A4 pages; text, tags and outline are unchanged. The same input gives
 * the same bytes. @throws ArchiveError when something on the pages is not allowed in PDF/A-1b.
 */
export function toArchivePdf(raw: Uint8Array, metadata: PdfMetadata): Promise<ArchivePdf> {
  const file = new PdfFile(fixStructureNames(raw));
  const pages = fixPages(file);
  fixDestinations(file);
  fixFonts(file);
  fixImages(file);
  describe(file, metadata);
  return Promise.resolve({ pdf: file.write(), pages });
}

/** Completes the catalog and the information dictionary: output intent, metadata, language. */
function describe(file: PdfFile, metadata: PdfMetadata): void {
  const root = file.trailer.reference("Root");
  const info = file.trailer.reference("Info");
  if (root === undefined || info === undefined) throw new Error("the PDF has no catalog or no information dictionary");
  const profile = file.add(PdfDictionary.of({ N: "3", Alternate: "/DeviceRGB" }), srgbProfile());
  const intent = PdfDictionary.of({
    Type: "/OutputIntent",
    S: "/GTS_PDFA1",
    OutputConditionIdentifier: "(sRGB IEC61966-2.1)",
    Info: "(sRGB IEC61966-2.1)",
    RegistryName: "(http://www.color.org)",
    DestOutputProfile: profile,
  });
  const packet = file.add(PdfDictionary.of({ Type: "/Metadata", Subtype: "/XML" }), xmpPacket(metadata));
  file.replace(
    root,
    file.dictionary(root).with({
      Lang: `(${metadata.language})`,
      ViewerPreferences: "<</DisplayDocTitle true>>",
      Metadata: packet,
      OutputIntents: `[${file.add(intent)}]`,
    }),
  );
  const moment = issueMoment(metadata.date).pdf;
  file.replace(
    info,
    PdfDictionary.of({
      Title: textString(metadata.title),
      Author: textString(metadata.author),
      Subject: textString(metadata.subject),
      Keywords: textString(metadata.keywords.join(", ")),
      Creator: `(${producer})`,
      Producer: `(${producer})`,
      CreationDate: `(${moment})`,
      ModDate: `(${moment})`,
    }),
  );
}

/** A text string as UTF-16BE with byte order mark, in hexadecimal. */
function textString(text: string): string {
  return `<${Buffer.from(`\uFEFF${text}`, "utf16le").swap16().toString("hex").toUpperCase()}>`;
}
