/** Checks finished PDFs against GB/T 9704-2012 and bulletin practice, from the PDF alone. (验证) */

import { createHash } from "node:crypto";
import type { CheckOptions } from "./checks/check.ts";
import { readPdf } from "./read/read-pdf.ts";
import { check } from "./verification.ts";
import type { Verification } from "./verification.ts";

export { preflight, preflightCheck, validatorPath } from "./preflight.ts";
export { conclusion, summary, textReport, verdictTerms } from "./report/text-report.ts";
export { pdfText } from "./read/pdf-text.ts";
export { readPdf, UnreadablePdf } from "./read/read-pdf.ts";
export { isFailed, rowOf } from "./verification.ts";
export type { Row, Verdict, Verification } from "./verification.ts";

/** `file` is the name for the report. @throws UnreadablePdf */
export async function verifyPdf(bytes: Uint8Array, file: string, options: CheckOptions): Promise<Verification> {
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  return { file, sha256, bytes: bytes.length, ...check(await readPdf(bytes), options) };
}
