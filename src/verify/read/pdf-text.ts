import { understand } from "../layout/bulletin.ts";
import { readPdf } from "./read-pdf.ts";

/** The text of a bulletin, line by line, without page numbers. @throws UnreadablePdf */
export async function pdfText(bytes: Uint8Array): Promise<string> {
  const { text } = understand(await readPdf(bytes));
  return text.map((line) => line.text).join("\n");
}
