/** From a print document to the bytes of an archive file. (打印) Knows nothing of issues or templates. */
export { ArchiveError } from "./archive/archive-error.ts";
export { toArchivePdf } from "./archive.ts";
export type { BrowserReport, BrowserSource } from "./browser-report.ts";
export { faceAssets, faceCss, faceFamilies, faceFile, webFace } from "./face-css.ts";
export { FontError } from "./font/font-error.ts";
export { subsetFaces } from "./faces.ts";
export { forgetFaces, warmFaces } from "./font/load-face.ts";
export { fontRoles, roleTerms } from "./font-role.ts";
export type { Face, FaceCharacters, FaceSet, FontChoice, FontConfig, FontRole } from "./font-role.ts";
export type { ArchivePdf, PdfMetadata } from "./pdf-metadata.ts";
export { PrintError } from "./print-job.ts";
export type { PrintedPdf, PrintJob } from "./print-job.ts";
export { browserIdentity } from "./browser/identity.ts";
export { placeOfFace } from "./font/load-face.ts";
export { LazyPrinter, openPrinter } from "./printer.ts";
export type { Printer, PrinterOptions } from "./printer.ts";
