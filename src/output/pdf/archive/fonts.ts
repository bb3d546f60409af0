import { addCidSet, embeddedFonts, mergeFonts, type EmbeddedFont } from "./embedded-font.ts";
import { PdfDictionary } from "./pdf-dictionary.ts";
import type { PdfFile } from "./pdf-file.ts";

/** Leaves one font for each face, with its CIDSet. @throws ArchiveError see `embeddedFonts`. */
export function fixFonts(file: PdfFile): void {
  const byName = new Map<string, [EmbeddedFont, ...EmbeddedFont[]]>();
  for (const font of embeddedFonts(file)) {
    const same = byName.get(font.name);
    if (same) same.push(font);
    else byName.set(font.name, [font]);
  }
  const replacements = new Map<string, string>();
  for (const fonts of byName.values()) {
    const [first, ...others] = fonts;
    for (const other of others) replacements.set(`${other.number} 0 R`, `${first.number} 0 R`);
    if (others.length === 0) addCidSet(file, first);
    else {
      const { font, program } = mergeFonts(file, fonts);
      addCidSet(file, font, program);
    }
  }
  if (replacements.size > 0) redirect(file, replacements);
}

/** Redirects the resources of pages and forms to the remaining fonts. */
function redirect(file: PdfFile, replacements: ReadonlyMap<string, string>): void {
  for (const number of file.numbers()) {
    const head = file.head(number);
    if (!head.includes("/Resources") || !head.includes("/Font")) continue;
    const holder = file.dictionary(number);
    const resources = PdfDictionary.read(holder.get("Resources") ?? "");
    const fonts = PdfDictionary.read(resources.get("Font") ?? "<<>>");
    const moved: Record<string, string> = {};
    for (const key of fonts.keys()) moved[key] = replacements.get(fonts.get(key) ?? "") ?? fonts.get(key) ?? "";
    const written = resources.with({ Font: PdfDictionary.of(moved).toString() }).toString();
    const stream = holder.get("Length") === undefined ? undefined : file.stream(number);
    file.replace(number, holder.with({ Resources: written }), stream);
  }
}
