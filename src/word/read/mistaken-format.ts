/** Files that are called .docx but are something else, told by their first bytes. */

const starts: readonly (readonly [bytes: readonly number[], message: string])[] = [
  [[0x25, 0x50, 0x44, 0x46], "这是 PDF，不是 Word 文档"],
  [[0x7b, 0x5c, 0x72, 0x74, 0x66], "这是 RTF 文件，不是 .docx"],
  [[0x89, 0x50, 0x4e, 0x47], "这是图片，不是 Word 文档"],
  [[0xff, 0xd8, 0xff], "这是图片，不是 Word 文档"],
  [[0x52, 0x61, 0x72, 0x21], "这是 RAR 压缩包，不是 Word 文档"],
];
const compound = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/** .doc and .wps without a password, and RTF, which often goes by these names. */
export function isOldWord(bytes: Buffer): boolean {
  const old = bytes.subarray(0, compound.length).equals(Buffer.from(compound));
  return (
    (old && !bytes.includes(Buffer.from("EncryptedPackage", "utf16le"))) ||
    bytes.subarray(0, 5).equals(Buffer.from("{\\rtf"))
  );
}

/** What the file is instead; `undefined` when it may be a .docx. */
export function mistakenFormat(bytes: Buffer): string | undefined {
  if (bytes.length === 0) return "文件是空的";
  const begins = (start: readonly number[]): boolean => start.every((byte, at) => bytes[at] === byte);
  if (begins(compound)) {
    // The directory of a compound file names its streams in UTF-16.
    const names = (name: string): boolean => bytes.includes(Buffer.from(name, "utf16le"));
    if (names("EncryptedPackage")) return "文件设了打开密码，读不出来；请先去掉密码";
    return names("WpsContent")
      ? "这是 WPS 的旧格式（.wps），不是 .docx"
      : "这是旧格式的 .doc（或 .wps）文件，不是 .docx";
  }
  if (begins([0x50, 0x4b])) return undefined;
  const known = starts.find(([start]) => begins(start));
  if (known !== undefined) return known[1];
  const head = bytes.subarray(0, 512).toString("latin1");
  if (/<html|<!doctype html/i.test(head)) return "这是网页文件，只是名字叫 .docx";
  if (/<\?xml/.test(head)) return "这是 XML 文件（可能是 Word 2003 的格式），不是 .docx";
  return "这不是 Word 文档";
}
