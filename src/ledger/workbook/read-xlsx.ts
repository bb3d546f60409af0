/** An .xlsx file → its sheets, within bounds of size: what is read is what yauzl really inflates. */

import { openZip, ZipFault } from "../../source/zip.ts";
import type { Zip, ZipLimits } from "../../source/zip.ts";
import { columnLetters } from "./sheet.ts";
import type { Sheet } from "./sheet.ts";
import { readDateStyles, readRelationships, readSharedStrings, readWorkbookPart } from "./shared-parts.ts";
import { readSheetPart } from "./sheet-part.ts";
import { XmlPartFault } from "./xml-events.ts";

/** An office's ledger of 100,000 rows has parts of some 100 MB. */
const limits: ZipLimits = { entries: 2000, part: 160 * 1024 * 1024, total: 256 * 1024 * 1024 };

/** Why a workbook cannot be read; message and hint in Chinese. */
export class WorkbookFault extends Error {
  readonly hint: string;

  constructor(message: string, hint: string) {
    super(message);
    this.hint = hint;
  }
}

export interface Workbook {
  readonly sheets: readonly { readonly name: string; readonly hidden: boolean }[];
  /** @throws WorkbookFault */
  read(name: string): Promise<Sheet>;
}

/** `file` is what problems call the file. @throws WorkbookFault */
export async function readXlsx(bytes: Buffer, file: string): Promise<Workbook> {
  refuseOthers(bytes);
  return guarded(async () => {
    const zip = await openZip(bytes, limits);
    const root = await relationships(zip, "");
    const main = [...root.values()].find(({ type }) => type === "officeDocument")?.part ?? "xl/workbook.xml";
    const workbook = await zip.read(main);
    if (workbook === undefined)
      throw new WorkbookFault("这不是 Excel 工作簿（里面没有 workbook.xml）", "请用 Excel 或 WPS 另存为 .xlsx。");
    const { sheets, from1904 } = readWorkbookPart(workbook);
    const parts = await relationships(zip, main);
    const partOf = async (type: string): Promise<Buffer | undefined> => {
      const part = [...parts.values()].find((other) => other.type === type)?.part;
      return part === undefined ? undefined : zip.read(part);
    };
    const strings = await partOf("sharedStrings");
    const styles = await partOf("styles");
    const shared = strings === undefined ? [] : readSharedStrings(strings);
    const dateStyles = styles === undefined ? [] : readDateStyles(styles);
    return {
      sheets,
      read: (name) =>
        guarded(async () => {
          const entry = sheets.find((sheet) => sheet.name === name);
          const part = parts.get(entry?.relationship ?? "")?.part;
          const content = part === undefined ? undefined : await zip.read(part);
          if (content === undefined)
            throw new WorkbookFault(`工作表“${name}”的内容不在文件里`, "请用 Excel 打开，另存一份。");
          return {
            name,
            ...readSheetPart(content, shared, dateStyles),
            from1904,
            place: (line, column) => ({ file, line, column }),
            label: (row, column) => `${name}!${columnLetters(column)}${row}`,
          };
        }),
    };
  });
}

async function relationships(zip: Zip, part: string): Promise<ReturnType<typeof readRelationships>> {
  const slash = part.lastIndexOf("/") + 1;
  const bytes = await zip.read(`${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`);
  return bytes === undefined ? new Map() : readRelationships(bytes, part.slice(0, slash));
}

/** Files that are called .xlsx but are something else. */
function refuseOthers(bytes: Buffer): void {
  if (bytes.length === 0) throw new WorkbookFault("文件是空的", "请检查是不是选错了文件。");
  if (bytes.subarray(0, 4).equals(Buffer.from([0xd0, 0xcf, 0x11, 0xe0]))) {
    const locked = bytes.includes(Buffer.from("EncryptedPackage", "utf16le"));
    throw locked
      ? new WorkbookFault("文件设了打开密码，读不出来", "请先去掉密码再导入。")
      : new WorkbookFault("这是旧格式的 .xls（或 .et）文件", "请用 Excel 或 WPS 打开，另存为 .xlsx。");
  }
  if (bytes.subarray(0, 2).toString("latin1") !== "PK")
    throw new WorkbookFault(
      "这不是 .xlsx 文件",
      "有的系统导出的是网页，只是名字叫 .xlsx；请用 Excel 打开，另存为 .xlsx。",
    );
}

async function guarded<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (fault) {
    if (fault instanceof ZipFault) throw zipFault(fault);
    if (fault instanceof XmlPartFault)
      throw fault.message === "cells"
        ? new WorkbookFault("表太大了（超过四百万格）", "请删去用不着的列，或分成几个文件导入。")
        : new WorkbookFault("文件里的内容损坏了，读不下去", "请用 Excel 打开，另存一份再导入。");
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
      return new WorkbookFault("文件加了密，读不出来", "请先去掉密码再导入。");
    case "too-many":
      return new WorkbookFault(`压缩包里的文件太多（超过 ${limits.entries} 个），不像是表格`, "请检查这个文件的来历。");
    case "too-large":
      return new WorkbookFault(
        `解压后太大（${part ?? ""}，最多 ${limits.part / 1024 / 1024} MB），没有读它`,
        "正常的台账不会这么大，可能是恶意的压缩包；确实是台账的，请删去用不着的表和列，或分成几个文件。",
      );
  }
}
