/** Comes without types; pdf.js itself knows what it exports. */
declare module "pdfjs-dist/legacy/build/pdf.worker.min.mjs";
