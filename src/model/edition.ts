/** The PDF of an issue as it is published. (印发件) */
export interface Edition {
  readonly pages: number;
  readonly bytes: number;
  /** SHA-256 in hexadecimal digits. */
  readonly sha256: string;
  /** Present when the PDF is signed; `bytes` and `sha256` are then those of the signed file. */
  readonly signature?: EditionSignature | undefined;
}

/** A signature inside the PDF (PAdES), made with a certificate. (PDF 签名) */
interface EditionSignature {
  /** SHA-256 of the PDF as it was before it was signed. */
  readonly unsigned: string;
  /** Whose certificate it is. */
  readonly signer: string;
  /** By the signer's clock: 2020-11-08 09:00:00 */
  readonly time: string;
}
