/** PDFs handed out for signing, stored until the signature arrives. (待签) */

import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { writeAtomic } from "../../base/file/write-atomic.ts";
import { subjects } from "./built-pdf.ts";
import type { Subject } from "./built-pdf.ts";

/** Beside the site, as internal issues are, so that no web server delivers it. */
const suffix = "-待签";
const endings = { pdf: ".pdf", content: "-原文.bin", slip: "-摘要.txt" } as const;

/** `output`: absolute path of the site. Returns the files written. */
export function storePending(
  output: string,
  subject: Subject,
  parts: Readonly<Record<keyof typeof endings, Uint8Array | string>>,
): Readonly<Record<keyof typeof endings, string>> {
  const files = filesOf(output, subject);
  for (const part of ["pdf", "content", "slip"] as const) writeAtomic(files[part], [parts[part]]);
  return files;
}

function filesOf(output: string, { issue, edition }: Subject): Readonly<Record<keyof typeof endings, string>> {
  const base = path.join(output + suffix, `${issue}-v${edition}`);
  return { pdf: base + endings.pdf, content: base + endings.content, slip: base + endings.slip };
}

/** PDFs whose digests were handed out, with room for the signature. */
export function pendingPdfs(output: string): { readonly subject: Subject; readonly pdf: Buffer }[] {
  return subjects(output)
    .map((subject) => ({ subject, file: filesOf(output, subject).pdf }))
    .filter(({ file }) => existsSync(file))
    .map(({ subject, file }) => ({ subject, pdf: readFileSync(file) }));
}

export function clearPending(output: string, subject: Subject): void {
  for (const file of Object.values(filesOf(output, subject))) rmSync(file, { force: true });
  const folder = output + suffix;
  if (existsSync(folder) && readdirSync(folder).length === 0) rmSync(folder, { recursive: true });
}
