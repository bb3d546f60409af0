import type { PdfFile } from "./pdf-file.ts";

/**
 * The browser names the places that links lead to after the anchors of the page, nine bytes a Chinese character; a name in PDF/A-1
 * has 127 bytes at most (ISO 19005-1 6.1.12). Numbered in their order they are short whatever an article's file is called.
 */
export function fixDestinations(file: PdfFile): void {
  const root = file.trailer.reference("Root");
  const names = root === undefined ? undefined : file.dictionary(root).reference("Dests");
  if (names === undefined) return;
  const places = file.dictionary(names);
  const numbered = new Map([...places.keys()].map((name, at) => [name, `d${at + 1}`]));
  file.replace(names, places.renamed(numbered));
  for (const number of file.numbers()) {
    if (!/\/Dest \//.test(file.head(number))) continue;
    const link = file.dictionary(number);
    const to = numbered.get(link.get("Dest")?.slice(1) ?? "");
    if (to !== undefined) file.replace(number, link.with({ Dest: `/${to}` }));
  }
}
