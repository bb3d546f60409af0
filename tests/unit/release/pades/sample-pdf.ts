import { PDFDocument } from "@cantoo/pdf-lib";

/** A page of classic structure, as our printer makes them. */
export async function samplePdf(title = "简报"): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  document.addPage([595, 842]);
  document.setTitle(title);
  document.setCreationDate(new Date(0));
  document.setModificationDate(new Date(0));
  return document.save({ useObjectStreams: false });
}
