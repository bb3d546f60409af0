/** Word files that cannot be imported, and what the clerk is told of each. */

import { docx, paragraph, zip } from "../../support/docx.ts";

export interface WordMistake {
  readonly what: string;
  readonly name: string;
  readonly bytes: Buffer;
  readonly message: string;
  readonly advice: string;
  readonly options?: readonly string[];
}

const save = "请用 Word 或 WPS 打开它，另存为“Word 文档（.docx）”，再来一次。";
const wrong = "请核对是不是拿错了文件。";
const megabyte = 1024 * 1024;

/** An old Office file that holds a stream of this name. */
function compound(stream: string): Buffer {
  return Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.alloc(600), Buffer.from(stream, "utf16le")]);
}

function packed(parts: Readonly<Record<string, string | Uint8Array>>, claims: Readonly<Record<string, number>> = {}) {
  return zip(new Map(Object.entries(parts)), claims);
}

const article = docx({ body: paragraph("正文。") });
/** With the flag of the format that says the parts are encrypted. */
const encrypted = Buffer.from(article);
for (let at = encrypted.indexOf("PK\x01\x02"); at >= 0; at = encrypted.indexOf("PK\x01\x02", at + 4))
  encrypted[at + 8] = 1;

const plain: readonly (readonly [what: string, bytes: Buffer, message: string, advice: string])[] = [
  ["an empty file", Buffer.alloc(0), "文件是空的", wrong],
  ["a PDF", Buffer.from("%PDF-1.7"), "这是 PDF，不是 Word 文档", "请向写稿的人要 Word 文件。"],
  ["a photograph", Buffer.from("ffd8ffe0", "hex"), "这是图片，不是 Word 文档", wrong],
  ["a picture", Buffer.from("89504e470d0a1a0a", "hex"), "这是图片，不是 Word 文档", wrong],
  ["an archive of RAR", Buffer.from("Rar!\x1a\x07"), "这是 RAR 压缩包，不是 Word 文档", "请先解压，再导入里面的文件。"],
  ["RTF", Buffer.from("{\\rtf1}"), "这是 RTF 文件，不是 .docx", `${save}装了 LibreOffice 的机器会自动转换。`],
  [
    "a .doc",
    compound("WordDocument"),
    "这是旧格式的 .doc（或 .wps）文件，不是 .docx",
    `${save}装了 LibreOffice 的机器会自动转换。`,
  ],
  [
    "a .wps",
    compound("WpsContent"),
    "这是 WPS 的旧格式（.wps），不是 .docx",
    `${save}装了 LibreOffice 的机器会自动转换。`,
  ],
  [
    "a file with a password",
    compound("EncryptedPackage"),
    "文件设了打开密码，读不出来",
    "请用 Word 或 WPS 打开，去掉打开密码，再保存一次。",
  ],
  ["an .xls", compound("Workbook"), "这是 Excel 的旧格式（.xls），不是 Word 文档", wrong],
  ["a .ppt", compound("PowerPoint Document"), "这是演示文稿（.ppt），不是 Word 文档", wrong],
  ["a web page", Buffer.from("<!DOCTYPE html><html>"), "这是网页文件，只是名字叫 .docx", save],
  [
    "XML of Word 2003",
    Buffer.from('<?xml version="1.0"?><w:wordDocument/>'),
    "这是 XML 文件（可能是 Word 2003 的格式），不是 .docx",
    save,
  ],
  ["text", Buffer.from("no zip"), "这不是 Word 文档", wrong],
  ["an .xlsx", packed({ "xl/workbook.xml": "<workbook/>" }), "这是 Excel 工作簿（.xlsx），不是 Word 文档", wrong],
  ["a .pptx", packed({ "ppt/presentation.xml": "<p/>" }), "这是演示文稿（.pptx），不是 Word 文档", wrong],
  [
    "an .odt",
    packed({ mimetype: "application/vnd.oasis.opendocument.text", "content.xml": "<a/>" }),
    "这是 OpenDocument 文件（.odt 一类），不是 .docx",
    save,
  ],
  ["an .ofd", packed({ "OFD.xml": "<a/>" }), "这是 OFD 文件，不是 Word 文档", "请向写稿的人要 Word 文件。"],
  ["an archive of something else", packed({ "a.txt": "a" }), "这不是 Word 文档（里面没有正文）", `请核对文件；${save}`],
  ["a file cut off", article.subarray(0, article.length - 30), "文件坏了，打不开", save],
  [
    "a file whose parts are encrypted",
    encrypted,
    "文件加了密",
    "请用 Word 打开，在“文件—信息—保护文档”里去掉密码，再保存。",
  ],
  [
    "a text that is no XML",
    packed({ "word/document.xml": "<w:document>" }),
    "文件的内容坏了或者过于复杂，读不出来",
    save,
  ],
  [
    "a text with a DTD",
    packed({ "word/document.xml": '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>' }),
    "文件里有不该有的 DTD 声明，不予读取",
    save,
  ],
  [
    "a text nested without end",
    packed({ "word/document.xml": "<a>".repeat(100_000) }),
    "文件的内容坏了或者过于复杂，读不出来",
    save,
  ],
  [
    "a part far too large",
    packed({ "word/document.xml": Buffer.alloc(40 * megabyte, 0x20) }),
    "文件里有特别大的部件（解压后超过 32 MB），不予读取",
    "请把里面的大图片压缩或另存，再来一次。",
  ],
  [
    "a part larger than it says",
    packed({ "word/document.xml": Buffer.alloc(40 * megabyte, 0x20) }, { "word/document.xml": 10 }),
    "文件坏了，没有读完",
    save,
  ],
  [
    "parts without end",
    packed(Object.fromEntries(Array.from({ length: 3000 }, (_, at) => [`word/${at}.xml`, "<a/>"]))),
    "文件里的部件太多（超过 2000 个）",
    "请把里面的大图片压缩或另存，再来一次。",
  ],
  [
    "a file of 65 MB",
    Buffer.alloc(65 * megabyte),
    "文件太大（65 MB，最多 64 MB）",
    "请压缩里面的图片，或者把文件分成几个。",
  ],
];

export const wordMistakes: readonly WordMistake[] = [
  ...plain.map(([what, bytes, message, advice]) => ({ what, name: "来稿.docx", bytes, message, advice })),
  {
    what: "an article of others to be applied",
    name: "来稿.docx",
    bytes: article,
    message: "来稿.docx 不是 npm run word 做的文件，不能用 --apply",
    advice: "单独的稿件去掉 --apply 导入；领导改过的，要用 npm run word 做出来的那个文件。",
    options: ["--apply"],
  },
];
