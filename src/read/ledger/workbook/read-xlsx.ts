/** The parts of an .xlsx file → its sheets. */

import type { Zip } from "../../../base/file/zip.ts";
import { readCellStyles, readRelationships, readSharedStrings, readWorkbookPart } from "./shared-parts.ts";
import { cellNames, MissingSheetFault, WorkbookFault } from "./sheet.ts";
import type { Workbook } from "./sheet.ts";
import { readSheetPart } from "./sheet-part.ts";

/** `file` is the name of the file in problems. @throws WorkbookFault, ZipFault, XmlPartFault */
export async function readXlsx(zip: Zip, file: string): Promise<Workbook> {
  const parts = new Parts(zip);
  const root = await parts.relationships("");
  const main = [...root.values()].find(({ type }) => type === "officeDocument")?.part ?? "xl/workbook.xml";
  const workbook = await parts.read(main);
  if (workbook === undefined)
    throw new WorkbookFault("这不是 Excel 工作簿（里面没有 workbook.xml）", "请用 Excel 或 WPS 另存为 .xlsx。");
  const { sheets, from1904 } = readWorkbookPart(workbook);
  const related = await parts.relationships(main);
  const partOf = async (type: string): Promise<Buffer | undefined> => {
    const part = [...related.values()].find((other) => other.type === type)?.part;
    return part === undefined ? undefined : parts.read(part);
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
      const content = part === undefined ? undefined : await parts.read(part);
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

/** Parts by name. Names are case-insensitive (ECMA-376 part 2, 6.2.2). */
class Parts {
  readonly #zip: Zip;
  readonly #names: ReadonlyMap<string, string>;

  constructor(zip: Zip) {
    this.#zip = zip;
    this.#names = new Map(zip.names.map((name) => [name.toLowerCase().replaceAll("\\", "/"), name]));
  }

  async read(part: string): Promise<Buffer | undefined> {
    const name = this.#zip.has(part) ? part : this.#names.get(part.toLowerCase());
    return name === undefined ? undefined : this.#zip.read(name);
  }

  async relationships(part: string): Promise<ReturnType<typeof readRelationships>> {
    const slash = part.lastIndexOf("/") + 1;
    const bytes = await this.read(`${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`);
    return bytes === undefined ? new Map() : readRelationships(bytes, part.slice(0, slash));
  }
}
