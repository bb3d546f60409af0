import { deflateSync } from "node:zlib";
import { ArchiveError } from "./archive-error.ts";
import { cidSet } from "./cid-set.ts";
import { PdfDictionary } from "./pdf-dictionary.ts";
import type { PdfFile } from "./pdf-file.ts";
import { readToUnicode } from "./to-unicode.ts";

/** Gives each embedded font its CIDSet. @throws ArchiveError a font is of Type 3, or its text would be copied as Kangxi radicals. */
export function addCidSets(file: PdfFile): void {
  for (const number of file.numbers()) {
    const head = file.head(number);
    if (!head.includes("/Type /Font\n") && !head.includes("/Type /Font\r") && !/\/Type \/Font[ />]/.test(head))
      continue;
    const font = file.dictionary(number);
    if (font.get("Subtype") === "/Type3") {
      throw new ArchiveError("有字形以 Type 3 嵌入：字体不是 TrueType 轮廓，或浏览器合成了粗体、斜体");
    }
    if (font.get("Subtype") === "/Type0") addCidSet(file, font);
  }
}

function addCidSet(file: PdfFile, font: PdfDictionary): void {
  const text = font.reference("ToUnicode");
  const used = text === undefined ? new Map<number, string>() : readToUnicode(file.data(text).toString("latin1"));
  const radical = [...used.values()].find((characters) => /[\u2F00-\u2FDF]/.test(characters));
  if (radical !== undefined) throw new ArchiveError(`文字层中出现康熙部首“${radical}”，检索和复制会出错`);
  const descendant = Number(/^\[\s*(\d+) 0 R\s*\]$/.exec(font.get("DescendantFonts") ?? "")?.[1] ?? Number.NaN);
  const descriptor = file.dictionary(descendant).reference("FontDescriptor");
  const program = descriptor === undefined ? undefined : file.dictionary(descriptor).reference("FontFile2");
  if (descriptor === undefined || program === undefined) throw new ArchiveError("有字体没有嵌入");
  const set = cidSet(file.data(program), used.keys());
  const reference = file.add(PdfDictionary.of({ Filter: "/FlateDecode" }), deflateSync(set));
  file.replace(descriptor, file.dictionary(descriptor).with({ CIDSet: reference }));
}
