/** Joins approval slip, bulletin with line numbers, and check pages into one PDF. */

import { PDFDocument, PDFName } from "@cantoo/pdf-lib";
import type { PDFPage } from "@cantoo/pdf-lib";

export interface ProofParts {
  readonly bulletin: Uint8Array;
  readonly slip: Uint8Array;
  readonly check: Uint8Array;
  /** Drawn on top of odd and even pages. */
  readonly overlays: readonly [odd: Uint8Array, even: Uint8Array];
  readonly title: string;
}

/** The bulletin's pages stay as printed, with tags and bookmarks; the same input gives the same bytes. */
export async function mergeProof({ bulletin, slip, check, overlays, title }: ProofParts): Promise<Uint8Array> {
  const document = await PDFDocument.load(bulletin, { updateMetadata: false });
  const pages = document.getPages();
  const [odd, even] = await document.embedPdf(overlays[0]).then(async ([first]) => {
    const second = overlays[1] === overlays[0] ? first : (await document.embedPdf(overlays[1]))[0];
    return [first, second];
  });
  for (const [at, page] of pages.entries()) {
    const overlay = at % 2 === 0 ? odd : even;
    if (overlay !== undefined) page.drawPage(overlay);
  }
  for (const [at, page] of (await pagesOf(document, slip)).entries()) document.insertPage(at, page);
  for (const page of await pagesOf(document, check)) document.addPage(page);
  // The added pages do not conform to PDF/A, so the file must no longer claim to.
  document.catalog.delete(PDFName.of("Metadata"));
  document.catalog.delete(PDFName.of("OutputIntents"));
  document.setTitle(title, { showInWindowTitleBar: true });
  return document.save({ updateFieldAppearances: false });
}

/** Copied without their tags, whose numbers would refer to the bulletin's structure tree. */
async function pagesOf(document: PDFDocument, bytes: Uint8Array): Promise<PDFPage[]> {
  const source = await PDFDocument.load(bytes, { updateMetadata: false });
  const pages = await document.copyPages(source, source.getPageIndices());
  for (const page of pages) for (const name of ["StructParents", "Tabs"]) page.node.delete(PDFName.of(name));
  return pages;
}
