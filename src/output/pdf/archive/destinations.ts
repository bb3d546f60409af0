import type { PdfFile } from "./pdf-file.ts";

/**
 * Renames the destinations of links by numbers. The browser names them after anchors, with nine bytes for each Chinese character, but a
 * name in PDF/A-1 may have at most 127 bytes (ISO 19005-1 6.1.12).
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
