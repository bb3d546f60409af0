import { existsSync } from "node:fs";
import path from "node:path";

/** The product's own folder, where templates and configuration live whatever root is built. */
export const productFolder = packageAbove(import.meta.dirname);

/** Above a source and above the program made of it alike. */
function packageAbove(folder: string): string {
  return existsSync(path.join(folder, "package.json")) ? folder : packageAbove(path.dirname(folder));
}

/** Where the program that runs was made (`scripts/program.mjs`); `undefined` where the sources are run. */
export function programFolder(): string | undefined {
  return process.env["JIANBAO_PROGRAM"];
}
