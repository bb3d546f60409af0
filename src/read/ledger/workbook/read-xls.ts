/** Reads .xls and the .et of WPS (BIFF) with a library. It does not report struck words, so .xlsx has a reader of its own. */

import { createRequire } from "node:module";
import type * as XlsxModule from "@e965/xlsx";
import { general } from "./number-format.ts";
import { cellNames, encrypted, MissingSheetFault, mostCells, tooManyCells, WorkbookFault } from "./sheet.ts";
import { readXlsStrikes } from "./xls-strikes.ts";
import type { XlsStrikes } from "./xls-strikes.ts";
import type { Sheet, SheetCell, Workbook } from "./sheet.ts";
import type { CellObject, ParsingOptions, WorkBook } from "@e965/xlsx";

const unseen = "这种格式里整格划掉的看得出，一格里只划掉几个字的看不出；有的，请先另存为 .xlsx 再导入";

/** `file` is the name of the file in problems. @throws WorkbookFault */
export function readXls(bytes: Buffer, file: string): Workbook {
  // Only its CommonJS form includes the code pages of old texts.
  const library = createRequire(import.meta.url)("@e965/xlsx") as typeof XlsxModule;
  const { read } = library;
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
    if (fault instanceof Error && /password|encrypt/i.test(fault.message)) throw encrypted();
    throw new WorkbookFault("文件里的内容损坏了，读不下去", "请用 Excel 或 WPS 打开，另存为 .xlsx 再导入。");
  }
  const strikes = readXlsStrikes(streamOf(library.CFB as Container, bytes));
  const from1904 = book.Workbook?.WBProps?.date1904 === true;
  return {
    sheets: book.SheetNames.map((name, at) => ({ name, hidden: (book.Workbook?.Sheets?.[at]?.Hidden ?? 0) !== 0 })),
    notes: [unseen],
    isText: false,
    problems: [],
    read: (name) =>
      Promise.resolve(sheetOf(book, name, file, { from1904, strikes: strikes[book.SheetNames.indexOf(name)] })),
  };
}

/** The used part of the library's container reader, which has no types. */
interface Container {
  read(bytes: Buffer, options: { type: "buffer" }): unknown;
  find(container: unknown, path: string): { readonly content: Uint8Array } | null;
}

function streamOf(library: Container, bytes: Buffer): Buffer {
  const container = library.read(bytes, { type: "buffer" });
  const stream = library.find(container, "/Workbook") ?? library.find(container, "/Book");
  return Buffer.from(stream?.content ?? []);
}

function sheetOf(
  book: WorkBook,
  name: string,
  file: string,
  { from1904, strikes }: { readonly from1904: boolean; readonly strikes: XlsStrikes[number] | undefined },
): Sheet {
  const sheet = book.Sheets[name];
  if (sheet === undefined) throw new MissingSheetFault(name);
  const rows = new Map<number, Map<number, SheetCell>>();
  let count = 0;
  // The arrays are sparse, and forEach skips their holes.
  sheet["!data"]?.forEach((cells, row) => {
    const own = new Map<number, SheetCell>();
    cells.forEach((cell: CellObject | undefined, column) => {
      const read = cell === undefined ? undefined : cellOf(cell, strikes?.has(row + 1, column + 1));
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
    ...cellNames(file, name),
  };
}

/** The library gives the American forms of the built-in date formats. */
const builtInDates = new Map([
  ["m/d/yy", "yyyy/m/d"],
  ["m/d/yy h:mm", "yyyy/m/d h:mm"],
]);

/** Error codes ([MS-XLS] 2.5.10). */
const errors = new Map<unknown, string>([
  [0x00, "#NULL!"],
  [0x07, "#DIV/0!"],
  [0x0f, "#VALUE!"],
  [0x17, "#REF!"],
  [0x1d, "#NAME?"],
  [0x24, "#NUM!"],
  [0x2a, "#N/A"],
]);

function cellOf({ t, v, z, f }: CellObject, isStruck: boolean | undefined): SheetCell | undefined {
  const struck = isStruck === true ? true : undefined;
  switch (t) {
    case "n": {
      const code = z === undefined ? general : String(z);
      return { kind: "number", text: String(v), format: builtInDates.get(code) ?? code, struck };
    }
    case "s":
      return /^[\s\u200b\ufeff]*$/.test(String(v ?? "")) ? undefined : { kind: "text", text: String(v), struck };
    case "b":
      return { kind: "boolean", value: v === true };
    case "e":
      return { kind: "error", text: errors.get(v) ?? "#N/A" };
    default:
      return f === undefined ? undefined : { kind: "unsolved" };
  }
}
