/** The parts of an .xlsx file → its sheets. */

import type { Zip } from "../../../base/file/zip.ts";
import { readCellStyles, readRelationships, readSharedStrings, readWorkbookPart } from "./shared-parts.ts";
import { cellNames, MissingSheetFault, WorkbookFault } from "./sheet.ts";
import type { Workbook } from "./sheet.ts";
import { readSheetPart } from "./sheet-part.ts";

/** `file` is the name of the file in problems. @throws WorkbookFault, ZipFault, XmlPartFault */
export async function readXlsx(zip: Zip, file: string): Promise<Workbook> {
  const root = await relationshipsOf(zip, "");
  const main = [...root.values()].find(({ type }) => type === "officeDocument")?.part ?? "xl/workbook.xml";
  const workbook = await zip.read(main);
  if (workbook === undefined)
    throw new WorkbookFault("这不是 Excel 工作簿（里面没有 workbook.xml）", "请用 Excel 或 WPS 另存为 .xlsx。");
  const { sheets, from1904 } = readWorkbookPart(workbook);
  const related = await relationshipsOf(zip, main);
  const partOf = async (type: string): Promise<Buffer | undefined> => {
    const part = [...related.values()].find((other) => other.type === type)?.part;
    return part === undefined ? undefined : zip.read(part);
  };
  const strings = await partOf("sharedStrings");
  const styles = await partOf("styles");
  const shared = strings === undefined ? [] : readSharedStrings(strings);
  const cellStyles = styles === undefined ? [] : readCellStyles(styles);
  return {
    sheets,
    isText: false,
    notes: [],
    problems: [],
    async read(name) {
      const entry = sheets.find((sheet) => sheet.name === name);
      const part = related.get(entry?.relationship ?? "")?.part;
      const content = part === undefined ? undefined : await zip.read(part);
      if (content === undefined) throw new MissingSheetFault(name);
      return {
        name,
        ...readSheetPart(content, shared, cellStyles),
        from1904,
        ...cellNames(file, name),
      };
    },
  };
}

/** The relationships of a part; of the whole package for an empty name. */
async function relationshipsOf(zip: Zip, part: string): Promise<ReturnType<typeof readRelationships>> {
  const slash = part.lastIndexOf("/") + 1;
  const bytes = await zip.read(`${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`);
  return bytes === undefined ? new Map() : readRelationships(bytes, part.slice(0, slash));
}
