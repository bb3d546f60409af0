/** .xls and the .et of WPS (BIFF), by a library. It gives no struck cells, so .xlsx has a reader of its own. */

import { general } from "./number-format.ts";
import { columnLetters, MissingSheetFault, mostCells, tooManyCells, WorkbookFault } from "./sheet.ts";
import type { Sheet, SheetCell, Workbook } from "./sheet.ts";
import type { CellObject, ParsingOptions, WorkBook } from "@e965/xlsx";

const unseen = "这种格式里看不出删除线；有划掉的字或行的，请先另存为 .xlsx 再导入";

/** `file` is what problems call the file. @throws WorkbookFault */
export async function readXls(bytes: Buffer, file: string): Promise<Workbook> {
  const { read, set_cptable } = await import("@e965/xlsx");
  // Texts of the nineties are in the code page of their time.
  set_cptable(await import("@e965/xlsx/dist/cpexcel.full.mjs"));
  const options: ParsingOptions = {
    type: "buffer",
    dense: true,
    cellNF: true,
    cellStyles: true,
    cellHTML: false,
    cellText: false,
  };
  let book: WorkBook;
  try {
    book = read(bytes, options);
  } catch (fault) {
    if (fault instanceof Error && /password|encrypt/i.test(fault.message))
      throw new WorkbookFault("文件设了打开密码，读不出来", "请先去掉密码再导入。");
    throw new WorkbookFault("文件里的内容损坏了，读不下去", "请用 Excel 或 WPS 打开，另存为 .xlsx 再导入。");
  }
  const from1904 = book.Workbook?.WBProps?.date1904 === true;
  return {
    sheets: book.SheetNames.map((name, at) => ({ name, hidden: (book.Workbook?.Sheets?.[at]?.Hidden ?? 0) !== 0 })),
    notes: [unseen],
    isText: false,
    problems: [],
    read: (name) => Promise.resolve(sheetOf(book, name, file, from1904)),
  };
}

function sheetOf(book: WorkBook, name: string, file: string, from1904: boolean): Sheet {
  const sheet = book.Sheets[name];
  if (sheet === undefined) throw new MissingSheetFault(name);
  const rows = new Map<number, Map<number, SheetCell>>();
  let count = 0;
  // Sparse arrays: forEach passes over what is not there.
  sheet["!data"]?.forEach((cells, row) => {
    const own = new Map<number, SheetCell>();
    cells.forEach((cell: CellObject | undefined, column) => {
      const read = cell === undefined ? undefined : cellOf(cell);
      if (read === undefined) return;
      if (++count > mostCells) throw tooManyCells();
      own.set(column + 1, read);
    });
    if (own.size > 0) rows.set(row + 1, own);
  });
  const hidden = (list: readonly ({ hidden?: boolean | undefined } | null | undefined)[] | undefined): number[] =>
    (list ?? []).flatMap((entry, at) => (entry?.hidden === true ? [at + 1] : []));
  return {
    name,
    rows,
    merges: (sheet["!merges"] ?? []).map(({ s, e }) => ({
      top: s.r + 1,
      left: s.c + 1,
      bottom: e.r + 1,
      right: e.c + 1,
    })),
    hiddenRows: new Set(hidden(sheet["!rows"])),
    hiddenColumns: hidden(sheet["!cols"]).map((column) => ({ first: column, last: column })),
    from1904,
    place: (line, column) => ({ file, line, column }),
    label: (row, column) => `${name}!${columnLetters(column)}${row}`,
  };
}

/** The library writes the built-in date formats as they are in America. */
const builtInDates = new Map([
  ["m/d/yy", "yyyy/m/d"],
  ["m/d/yy h:mm", "yyyy/m/d h:mm"],
]);

/** [MS-XLS] 2.5.10 */
const errors = new Map<unknown, string>([
  [0x00, "#NULL!"],
  [0x07, "#DIV/0!"],
  [0x0f, "#VALUE!"],
  [0x17, "#REF!"],
  [0x1d, "#NAME?"],
  [0x24, "#NUM!"],
  [0x2a, "#N/A"],
]);

function cellOf({ t, v, z, f }: CellObject): SheetCell | undefined {
  switch (t) {
    case "n": {
      const code = z === undefined ? general : String(z);
      return { kind: "number", text: String(v), format: builtInDates.get(code) ?? code };
    }
    case "s":
      return /^[\s\u200b\ufeff]*$/.test(String(v ?? "")) ? undefined : { kind: "text", text: String(v) };
    case "b":
      return { kind: "boolean", value: v === true };
    case "e":
      return { kind: "error", text: errors.get(v) ?? "#N/A" };
    default:
      return f === undefined ? undefined : { kind: "unsolved" };
  }
}
