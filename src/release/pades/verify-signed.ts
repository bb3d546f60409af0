/** A PDF measured, with the signatures in it. */

import { readFileSync } from "node:fs";
import { preflight, preflightCheck, rowOf, validatorPath, verifyPdf } from "../../verify/index.ts";
import type { Verification } from "../../verify/index.ts";
import type { Check } from "../../verify/checks/check.ts";
import type { PdfSignature } from "./judge.ts";

export interface SignedVerification extends Verification {
  /** Signatures inside the PDF, oldest first, each with its findings in Chinese. */
  readonly signatures: readonly (PdfSignature & { readonly words: string })[];
}

/** `shown`: the file as a report names it. The validator is a separate program and runs parallel to our own measurements. */
export async function verifySigned(file: string, shown: string, even: boolean): Promise<SignedVerification> {
  const bytes = readFileSync(file);
  const [validated, verification] = await Promise.all([
    preflight(file, validatorPath(process.env["VERIFY_PREFLIGHT"])),
    verifyPdf(bytes, shown, { even }),
  ]);
  // Loaded only for signed PDFs.
  const pades = bytes.includes("/ByteRange") ? await import("./judge.ts") : undefined;
  const signatures = (await pades?.judgeSignatures(bytes)) ?? [];
  const faults = pades?.signatureFaults(signatures) ?? [];
  const signature =
    signatures.length === 0
      ? []
      : [
          rowOf(signatureCheck, {
            expected: "签名有效，覆盖整个文件",
            measured: signatures.map(({ signer }) => signer ?? "不知道是谁").join("、"),
            faults,
          }),
        ];
  return {
    ...verification,
    rows: [...verification.rows, rowOf(preflightCheck, validated), ...signature],
    signatures: signatures.map((each) => ({
      ...each,
      words: pades === undefined ? "" : `${pades.signatureWords(each)}；${pades.stateWords(each)}`,
    })),
  };
}

const signatureCheck: Omit<Check, "run"> = {
  id: "signature",
  clause: "ETSI EN 319 142-1",
  strength: "必须",
  severity: "fail",
  name: "PDF 签名",
};
