/** A signed PDF as the office keeps it: where, and which edition it says it is. */

/** Below the root; a signature cannot be made anew, so that the files are committed with the content. */
export const signedFolder = "data/signed";

/** `data/signed/2020-15-v1.pdf` */
export function signedFile(issue: string, edition: number): string {
  return `${signedFolder}/${issue}-v${edition}.pdf`;
}

/** The key of what the signature dictionary says for us; "XX" begins names that nobody has registered (ISO 32000-1 annex E). */
export const markKey = "XXJianbao";

/** What stands beside the signature, and is covered by it. */
export interface Mark {
  /** Bytes of the PDF before it was signed. */
  readonly length: number;
  readonly pages: number;
  /** SHA-256 of the edition's words; empty where they were not known. */
  readonly text: string;
}

/** `undefined` for a PDF that we have not prepared for its signature. */
export function readMark(pdf: Uint8Array): Mark | undefined {
  const bytes = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.length);
  const at = bytes.lastIndexOf(`/${markKey} <<`, undefined, "latin1");
  if (at < 0) return undefined;
  const [, length, pages, text = ""] =
    /^\S+ <<\s*\/Length (\d+)\s*\/Pages (\d+)\s*\/Text <([\da-f]*)>/.exec(bytes.toString("latin1", at, at + 300)) ?? [];
  return length === undefined ? undefined : { length: Number(length), pages: Number(pages), text };
}
