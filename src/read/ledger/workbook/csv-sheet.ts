/** Reads a file of separated values as a workbook of one sheet. */

import { SourceText } from "../../../base/problem/source-text.ts";
import { decode } from "../../source/decode.ts";
import { mergeConflicts } from "../../source/merge-conflict.ts";
import { readCsv } from "../csv.ts";
import { separationOf } from "../separator.ts";
import { MissingSheetFault, WorkbookFault } from "./sheet.ts";
import type { Sheet, SheetCell, Workbook } from "./sheet.ts";

/**
 * `known`: headings by which the separator is recognized. Places are lines and columns of the text, so cells have no other label.
 * @throws WorkbookFault
 */
export function readText(bytes: Uint8Array, file: string, known: ReadonlyMap<string, unknown>): Workbook {
  const decoded = decode(bytes);
  if (decoded.text === undefined || decoded.text.includes("\0"))
    throw new WorkbookFault("这不是表格，也不是程序认得的文本", "请用 Excel 打开，另存为 .xlsx 再导入。");
  const notes: string[] = [];
  if (!/\.(csv|tsv|txt)$/i.test(file)) notes.push(`注意：${file} 其实是文本文件，只是名字像表格，已按文本读出`);
  if (!decoded.ok)
    notes.push(
      `${file} 是 ${decoded.encoding} 编码，已按它读出${decoded.encoding === "GB18030" ? "（若原是繁体 Big5，会成乱码，请打开导入的台账看一眼）" : ""}`,
    );
  const source = new SourceText(file, decoded.text);
  const conflicts = mergeConflicts(source);
  if (conflicts.length > 0) return { sheets: [], isText: true, notes, problems: conflicts, read: missing };
  const rows = new Map<number, Map<number, SheetCell>>();
  const offsetsOf = new Map<number, readonly number[]>();
  const problems = readCsv(
    source,
    ({ cells, offsets }) => {
      const row = source.place(offsets[0] ?? 0).line;
      offsetsOf.set(row, [...offsets]);
      const filled = cells.flatMap((text, at): [number, SheetCell][] =>
        text.trim() === "" ? [] : [[at + 1, { kind: "text", text: text.replace(/^="([^"]*)"$/, "$1") }]],
      );
      rows.set(row, new Map(filled));
    },
    separationOf(decoded.text, known),
  );
  const sheet: Sheet = {
    name: file,
    rows,
    merges: [],
    hiddenRows: new Set(),
    hiddenColumns: [],
    from1904: false,
    place: (row, column) => source.place(offsetsOf.get(row)?.[column - 1] ?? source.lineStart(row)),
    label: () => "",
  };
  return { sheets: [{ name: file, hidden: false }], isText: true, notes, problems, read: () => Promise.resolve(sheet) };
}

const missing = (name: string): Promise<Sheet> => Promise.reject(new MissingSheetFault(name));
