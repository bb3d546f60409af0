/** Signed PDFs in the office's repository, and the edition that each one states. */

/** Below the root; committed with the content, because a signature cannot be made again. */
export const signedFolder = "data/signed";

/** `data/signed/2020-15-v1.pdf` */
export function signedFile(issue: string, edition: number): string {
  return `${signedFolder}/${issue}-v${edition}.pdf`;
}

/** Our key in the signature dictionary; "XX" is the prefix for unregistered names (ISO 32000-1 annex E). */
export const markKey = "XXJianbao";

/** Data stored beside the signature and covered by it. */
export interface Mark {
  /** Bytes of the unsigned PDF. */
  readonly length: number;
  readonly pages: number;
  /** SHA-256 of the edition's text; empty where unknown. */
  readonly text: string;
}

/** `undefined` for a PDF that this program did not prepare for signing. */
export function readMark(pdf: Uint8Array): Mark | undefined {
  const bytes = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.length);
  const at = bytes.lastIndexOf(`/${markKey} <<`, undefined, "latin1");
  if (at < 0) return undefined;
  const [, length, pages, text = ""] =
    /^\S+ <<\s*\/Length (\d+)\s*\/Pages (\d+)\s*\/Text <([\da-f]*)>/.exec(bytes.toString("latin1", at, at + 300)) ?? [];
  return length === undefined ? undefined : { length: Number(length), pages: Number(pages), text };
}
