/** A spreadsheet file → its sheets. The format is recognized by the bytes, because names are often wrong. */

import { openZip, ZipFault } from "../../../base/file/zip.ts";
import type { Zip, ZipLimits } from "../../../base/file/zip.ts";
import { readText } from "./csv-sheet.ts";
import { encrypted, WorkbookFault } from "./sheet.ts";
import type { Workbook } from "./sheet.ts";
import { readXlsx } from "./read-xlsx.ts";
import { XmlPartFault } from "./xml-events.ts";

/** A ledger of 100,000 rows has parts of some 100 MB. Sizes are measured while inflating. */
const limits: ZipLimits = { entries: 2000, part: 160 * 1024 * 1024, total: 256 * 1024 * 1024 };

const again = "请用 Excel 打开，另存一份再导入。";
const asXlsx = "请用 Excel 或 WPS 打开，另存为 .xlsx 再导入。";

/**
 * `file` is the name of the file in problems, `known` are the headings by which the separator of plain text (CSV) is recognized.
 * @throws WorkbookFault
 */
export async function readWorkbook(
  bytes: Buffer,
  file: string,
  known: ReadonlyMap<string, unknown>,
): Promise<Workbook> {
  if (bytes.length === 0) throw new WorkbookFault("文件是空的", "请检查是不是选错了文件。");
  if (bytes.subarray(0, 4).equals(Buffer.from([0xd0, 0xcf, 0x11, 0xe0]))) return readCompound(bytes, file);
  if (bytes.subarray(0, 2).toString("latin1") !== "PK") {
    refuseOtherFormats(bytes);
    return readText(bytes, file, known);
  }
  return guarded(async () => {
    const zip = await openZip(bytes, limits);
    const names = new Set(zip.names.map((name) => name.toLowerCase()));
    if (names.has("xl/workbook.bin")) throw new WorkbookFault("这是二进制工作簿（.xlsb）", asXlsx);
    await refuseOtherPackages(zip, names);
    const workbook = await readXlsx(zip, file);
    return { ...workbook, read: (name) => guarded(() => workbook.read(name)) };
  });
}

/** The container format of Office before 2007, which also holds the encrypted files of today. */
async function readCompound(bytes: Buffer, file: string): Promise<Workbook> {
  const holds = (stream: string): boolean => bytes.includes(Buffer.from(stream, "utf16le"));
  if (holds("EncryptedPackage")) throw encrypted();
  if (holds("WordDocument"))
    throw new WorkbookFault("这是 Word 文件（.doc 或 .wps），不是表格", "请检查是不是选错了文件。");
  if (holds("PowerPoint Document")) throw new WorkbookFault("这是演示文稿，不是表格", "请检查是不是选错了文件。");
  return (await import("./read-xls.ts")).readXls(bytes, file);
}

/** Refuses files that could be decoded as text, but hold no cells. */
function refuseOtherFormats(bytes: Buffer): void {
  const start = bytes
    .subarray(0, 2048)
    .toString("latin1")
    .replaceAll("\0", "")
    .replace(/^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?\s*/, "");
  if (
    /^(?:MIME-Version|<!doctype html|<html|<meta|<head|<table|<style|<script)/i.test(start) ||
    /<table[\s>]/i.test(start)
  )
    throw new WorkbookFault("这是网页，不是表格文件（有的系统导出的是网页，只是名字像表格）", asXlsx);
  if (/^<\?xml/.test(start)) throw new WorkbookFault("这是 XML 文件，不是 .xlsx 文件", asXlsx);
  if (/^%PDF/.test(start)) throw new WorkbookFault("这是 PDF 文件，不是表格", "请向来件单位要表格文件。");
  if (/^(?:Rar!|7z\xbc\xaf)/.test(start))
    throw new WorkbookFault("这是压缩包，不是表格", "请先解开，再导入里面的表格。");
  if (/^(?:\x89PNG|\xff\xd8\xff|GIF8)/.test(start))
    throw new WorkbookFault("这是图片，不是表格", "请向来件单位要表格文件。");
}

async function refuseOtherPackages(zip: Zip, names: ReadonlySet<string>): Promise<void> {
  const has = (start: string): boolean => [...names].some((name) => name.startsWith(start));
  if (has("xl/")) return;
  const mime = names.has("mimetype") ? (await zip.read("mimetype"))?.toString("latin1") : undefined;
  if (mime?.includes("spreadsheet") === true)
    throw new WorkbookFault("这是 OpenDocument 表格（.ods），隐藏的行、删除线和出错的公式在里面认不准", asXlsx);
  if (has("word/") || mime?.includes("opendocument.text") === true)
    throw new WorkbookFault("这是 Word 文件，不是表格", "要导入稿件的，请把扩展名改回 .docx 再导入。");
  if (has("ppt/")) throw new WorkbookFault("这是演示文稿，不是表格", "请检查是不是选错了文件。");
  if (has("index/") || has("index.zip"))
    throw new WorkbookFault("这是 Numbers 表格", "请在 Numbers 里导出为 Excel（.xlsx）。");
  if (!names.has("_rels/.rels"))
    throw new WorkbookFault("这是压缩包，不是表格", "里面有表格的，请先解开，再导入那个表格。");
}

async function guarded<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (fault) {
    if (fault instanceof ZipFault) throw zipFault(fault);
    if (fault instanceof XmlPartFault) throw new WorkbookFault("文件里的内容损坏了，读不下去", again);
    throw fault;
  }
}

function zipFault({ kind, part }: ZipFault): WorkbookFault {
  switch (kind) {
    case "not-zip":
    case "damaged":
      return new WorkbookFault(
        "文件损坏了，打不开",
        "请用 Excel 打开，另存一份再导入；打不开的，请向来件单位重要一份。",
      );
    case "encrypted":
      return encrypted();
    case "too-many":
      return new WorkbookFault(`压缩包里的文件太多（超过 ${limits.entries} 个），不像是表格`, "请检查这个文件的来历。");
    case "too-large":
      return new WorkbookFault(
        `解压后太大（${part ?? ""}，最多 ${limits.part / 1024 / 1024} MB），没有读它`,
        "正常的台账不会这么大，可能是恶意的压缩包；确实是台账的，请删去用不着的表和列，或分成几个文件。",
      );
  }
}
