import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { setImmediate } from "node:timers/promises";
import { sha256 } from "../../record/digest.ts";
import { siteSignatureFile } from "../../record/signature/site-signature.ts";

/** SHA-256 of every file of a site except its signature, sorted by path; "" for links and other special files. */
export async function folderDigests(folder: string): Promise<Map<string, string>> {
  const digests = new Map<string, string>();
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => ({
      entry,
      file: path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join("/"),
    }))
    .filter(({ file }) => file !== siteSignatureFile)
    .sort((a, b) => (a.file < b.file ? -1 : 1));
  for (const [at, { entry, file }] of entries.entries()) {
    digests.set(file, entry.isFile() ? sha256(readFileSync(path.join(folder, file))) : "");
    // Lets signals such as Ctrl+C be processed.
    if (at % 64 === 63) await setImmediate();
  }
  return digests;
}

/** The signature of a site; `undefined` when it is not signed. */
export function siteSignatureOf(folder: string | undefined): string | undefined {
  const file = folder === undefined ? "" : path.join(folder, siteSignatureFile);
  return existsSync(file) ? readFileSync(file, "utf8") : undefined;
}
