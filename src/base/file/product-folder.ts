import { existsSync } from "node:fs";
import path from "node:path";

/** The product's own folder: templates and configuration are always read from here, whichever root is built. */
export const productFolder = packageAbove(import.meta.dirname);

/** Works from the sources and from the bundled program, which lie at different depths below the package. */
function packageAbove(folder: string): string {
  return existsSync(path.join(folder, "package.json")) ? folder : packageAbove(path.dirname(folder));
}

/** The folder of the bundled program (`scripts/program.mjs`); `undefined` when the sources run directly. */
export function programFolder(): string | undefined {
  return process.env["JIANBAO_PROGRAM"];
}
