import path from "node:path";

/** The product's own folder, where templates and configuration live whatever root is built. */
export const productFolder = path.resolve(import.meta.dirname, "../../..");

/** Where `scripts/start.mjs` keeps the program that it runs; `undefined` where the sources are run. */
export function programFolder(): string | undefined {
  return process.env["JIANBAO_PROGRAM"];
}
