/** Texts of pages and PDFs, for comparison. */

import { readFileSync } from "node:fs";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";

export function withoutSpace(text: string): string {
  return text.replace(/[\s\u3000\ufeff]/gu, "");
}

/** The text of `<main>`, tags dropped and entities resolved. */
export function mainText(htmlFile: string): string {
  const html = readFileSync(htmlFile, "utf8");
  const main = /<main[^>]*>([\s\S]*)<\/main>/.exec(html)?.[1];
  if (main === undefined) throw new Error(`${htmlFile} has no <main>`);
  return main
    .replace(/<[^>]*>/g, "")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&amp;", "&");
}

/** Text of each page in the order it is drawn, as pdf.js reads it; page-number lines dropped. */
export async function pdfPages(file: string): Promise<string[]> {
  const document = await getDocument({ data: new Uint8Array(readFileSync(file)), useSystemFonts: false, verbosity: 0 })
    .promise;
  const pages: string[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const content = await (await document.getPage(number)).getTextContent();
    const text = content.items.map((item) => ("str" in item ? item.str + (item.hasEOL ? "\n" : "") : "")).join("");
    pages.push(text.replace(/^\s*—\s*\d+\s*—\s*$/gm, ""));
  }
  await document.destroy();
  return pages;
}

/** Do the characters of `part` stand in `whole` in this order, whatever else stands between? Returns what is missing. */
export function missingInOrder(part: string, whole: string): string | undefined {
  let at = 0;
  for (const [index, character] of [...part].entries()) {
    const found = whole.indexOf(character, at);
    if (found < 0)
      return `“${character}” at ${index}: …${[...part].slice(Math.max(0, index - 15), index + 15).join("")}…`;
    at = found + character.length;
  }
  return undefined;
}
