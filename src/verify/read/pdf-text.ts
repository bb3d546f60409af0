import { understand } from "../layout/bulletin.ts";
import { readPdf } from "./read-pdf.ts";

/** The words of a bulletin line by line, page numbers left out. @throws UnreadablePdf */
export async function pdfText(bytes: Uint8Array): Promise<string> {
  const { text } = understand(await readPdf(bytes));
  return text.map((line) => line.text).join("\n");
}
