/** Recognizes files that are called .docx but are something else, by their first bytes or the parts of their package. */

interface Mistaken {
  /** The real format. */
  readonly message: string;
  readonly hint: string;
}

export const saveAsDocx = "请用 Word 或 WPS 打开它，另存为“Word 文档（.docx）”，再来一次。";
const wrongFile = "请核对是不是拿错了文件。";

const starts: readonly (readonly [bytes: readonly number[], message: string, hint: string])[] = [
  [[0x25, 0x50, 0x44, 0x46], "这是 PDF，不是 Word 文档", "请向写稿的人要 Word 文件。"],
  [[0x7b, 0x5c, 0x72, 0x74, 0x66], "这是 RTF 文件，不是 .docx", saveAsDocx],
  [[0x89, 0x50, 0x4e, 0x47], "这是图片，不是 Word 文档", wrongFile],
  [[0xff, 0xd8, 0xff], "这是图片，不是 Word 文档", wrongFile],
  [[0x52, 0x61, 0x72, 0x21], "这是 RAR 压缩包，不是 Word 文档", "请先解压，再导入里面的文件。"],
];
const compound = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
/** Streams of a compound file that identify its format; their names are in UTF-16. */
const streams: readonly (readonly [stream: string, message: string, hint: string])[] = [
  ["EncryptedPackage", "文件设了打开密码，读不出来", "请用 Word 或 WPS 打开，去掉打开密码，再保存一次。"],
  ["WpsContent", "这是 WPS 的旧格式（.wps），不是 .docx", saveAsDocx],
  ["WordDocument", "这是旧格式的 .doc（或 .wps）文件，不是 .docx", saveAsDocx],
  ["Workbook", "这是 Excel 的旧格式（.xls），不是 Word 文档", wrongFile],
  ["PowerPoint Document", "这是演示文稿（.ppt），不是 Word 文档", wrongFile],
  ["", "这是旧格式的 .doc（或 .wps）文件，不是 .docx", saveAsDocx],
];
const packages: readonly (readonly [part: RegExp, message: string, hint: string])[] = [
  [/^xl\//, "这是 Excel 工作簿（.xlsx），不是 Word 文档", wrongFile],
  [/^ppt\//, "这是演示文稿（.pptx），不是 Word 文档", wrongFile],
  [/^OFD\.xml$/, "这是 OFD 文件，不是 Word 文档", "请向写稿的人要 Word 文件。"],
  [/^content\.xml$/, "这是 OpenDocument 文件（.odt 一类），不是 .docx", saveAsDocx],
];

/** Whether LibreOffice can convert the file: .doc and .wps without a password, and RTF, which often has these endings. */
export function isOldWord(bytes: Buffer): boolean {
  return [0xd0, 0x7b].includes(bytes[0] ?? 0) && mistakenFormat(bytes)?.hint === saveAsDocx;
}

/** `undefined` when the file may be a .docx. */
export function mistakenFormat(bytes: Buffer): Mistaken | undefined {
  if (bytes.length === 0) return { message: "文件是空的", hint: wrongFile };
  const begins = (start: readonly number[]): boolean => start.every((byte, at) => bytes[at] === byte);
  if (begins(compound)) return mistaken(streams.find(([stream]) => bytes.includes(Buffer.from(stream, "utf16le"))));
  if (begins([0x50, 0x4b])) return undefined;
  const known = starts.find(([start]) => begins(start));
  if (known !== undefined) return mistaken(known);
  const head = bytes.subarray(0, 512).toString("latin1");
  if (/<html|<!doctype html/i.test(head)) return { message: "这是网页文件，只是名字叫 .docx", hint: saveAsDocx };
  if (/<\?xml/.test(head)) return { message: "这是 XML 文件（可能是 Word 2003 的格式），不是 .docx", hint: saveAsDocx };
  return { message: "这不是 Word 文档", hint: wrongFile };
}

/** The format of a package without a Word text, by the names of its parts. */
export function mistakenPackage(names: readonly string[]): Mistaken {
  const known = packages.find(([part]) => names.some((name) => part.test(name)));
  return mistaken(known) ?? { message: "这不是 Word 文档（里面没有正文）", hint: `请核对文件；${saveAsDocx}` };
}

function mistaken(found: readonly [unknown, message: string, hint: string] | undefined): Mistaken | undefined {
  return found === undefined ? undefined : { message: found[1], hint: found[2] };
}
