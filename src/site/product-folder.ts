import path from "node:path";

/** The product's own folder, where templates and configuration live whatever root is built. */
export const productFolder = path.resolve(import.meta.dirname, "../..");
