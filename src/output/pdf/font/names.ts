import type { FontTables } from "./sfnt.ts";

/** The names of a face in all its languages. */
interface FaceNames {
  /** Family names (name IDs 1 and 16). */
  readonly families: readonly string[];
  /** Full and PostScript names (name IDs 4 and 6). */
  readonly own: readonly string[];
  /** The full name for people, in Chinese if there is one. */
  readonly title: string;
}

/** Windows language identifiers of Chinese: mainland, Taiwan, Hong Kong, Singapore and Macau. */
const chinese = new Set([0x0804, 0x0404, 0x0c04, 0x1004, 0x1404]);

interface NameRecord {
  readonly id: number;
  readonly isChinese: boolean;
  readonly text: string;
}

/** Reads the table `name`. */
export function readNames(tables: FontTables): FaceNames {
  const table = tables.get("name");
  const records = table ? readRecords(table) : [];
  const texts = (...ids: number[]): string[] => [
    ...new Set(records.filter(({ id }) => ids.includes(id)).map(({ text }) => text)),
  ];
  const full = records.filter(({ id }) => id === 4);
  const title = (full.find(({ isChinese }) => isChinese) ?? full[0])?.text ?? texts(1)[0] ?? "";
  return { families: texts(1, 16), own: texts(4, 6), title };
}

function readRecords(table: Buffer): NameRecord[] {
  const count = table.readUInt16BE(2);
  const strings = table.readUInt16BE(4);
  return Array.from({ length: count }, (_, index) => 6 + 12 * index).flatMap((at) => {
    const [platform, encoding, language, id, length, offset] = [0, 2, 4, 6, 8, 10].map((field) =>
      table.readUInt16BE(at + field),
    ) as [number, number, number, number, number, number];
    const decoder = decoderOf(platform, encoding);
    if (!decoder) return [];
    const text = decoder.decode(table.subarray(strings + offset, strings + offset + length));
    return [{ id, text, isChinese: (platform === 3 && chinese.has(language)) || (platform === 1 && language === 33) }];
  });
}

function decoderOf(platform: number, encoding: number): TextDecoder | undefined {
  if (platform === 0 || (platform === 3 && (encoding === 0 || encoding === 1 || encoding === 10))) {
    return new TextDecoder("utf-16be");
  }
  if (platform === 3 && encoding === 3) return new TextDecoder("gb18030");
  if (platform === 1 && encoding === 0) return new TextDecoder("latin1");
  if (platform === 1 && encoding === 25) return new TextDecoder("gb18030");
  return undefined;
}
