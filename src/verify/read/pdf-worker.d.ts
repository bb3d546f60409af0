/** This module has no types, and needs none, because only pdf.js uses its exports. */
declare module "pdfjs-dist/legacy/build/pdf.worker.min.mjs";
