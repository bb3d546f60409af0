/** A sheet of a spreadsheet file, uninterpreted. (工作表) */

import type { Place, Problem } from "../../../base/problem/problem.ts";

export type SheetCell =
  | { readonly kind: "text"; readonly text: string; readonly struck?: Struck | undefined }
  /** `text` is the number as stored, `format` the code by which it is shown. */
  | {
      readonly kind: "number";
      readonly text: string;
      readonly format: string;
      readonly struck?: Struck | undefined;
    }
  | { readonly kind: "boolean"; readonly value: boolean }
  /** #REF!, #N/A … */
  | { readonly kind: "error"; readonly text: string }
  /** A text that its number format (`;;;`) hides. */
  | { readonly kind: "unseen"; readonly text: string }
  /** A formula whose result is not stored in the file. */
  | { readonly kind: "unsolved" };

/** 删除线: the whole cell, or those of its words that are struck through. */
export type Struck = true | { readonly words: string; readonly rest: string };

/** Rows and columns count from 1, both ends included. */
export interface MergedRange {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export interface Sheet {
  readonly name: string;
  /** Row → column → cell, without empty cells. */
  readonly rows: ReadonlyMap<number, ReadonlyMap<number, SheetCell>>;
  readonly merges: readonly MergedRange[];
  /** Rows and columns that are not shown, by hand or by a filter. */
  readonly hiddenRows: ReadonlySet<number>;
  readonly hiddenColumns: readonly { readonly first: number; readonly last: number }[];
  /** Days from 1904 on instead of 1900. */
  readonly from1904: boolean;
  place(row: number, column: number): Place;
  /** The name of a cell in messages: `Sheet1!C17`; empty if line and column suffice. */
  label(row: number, column: number): string;
}

/** A spreadsheet file, whose sheets are read on request. (工作簿) */
export interface Workbook {
  readonly sheets: readonly { readonly name: string; readonly hidden: boolean }[];
  /** Whether this is a text file (CSV), presented as a single sheet. */
  readonly isText: boolean;
  /** Remarks on the whole file, in Chinese. */
  readonly notes: readonly string[];
  readonly problems: readonly Problem[];
  /** @throws WorkbookFault */
  readonly read: (name: string) => Promise<Sheet>;
}

/** Why a workbook cannot be read; message and hint in Chinese. */
export class WorkbookFault extends Error {
  readonly hint: string;

  constructor(message: string, hint: string) {
    super(message);
    this.hint = hint;
  }
}

/** A sheet that the file lists but does not contain. */
export class MissingSheetFault extends WorkbookFault {
  constructor(name: string) {
    super(`工作表“${name}”的内容不在文件里`, "请用 Excel 打开，另存一份。");
  }
}

/** The fault of an encrypted file. In .xls the protection of sheets encrypts, too. */
export const encrypted = (): WorkbookFault =>
  new WorkbookFault(
    "文件加了密（设了打开密码，或保护了工作簿），读不出来",
    "请用 Excel 打开，在“文件 - 信息 - 保护工作簿”里去掉密码和保护（WPS 在“文件 - 文档加密”里），另存为 .xlsx 再导入。",
  );

/** Filled cells in one sheet: 100,000 cases of 40 columns. */
export const mostCells = 4_000_000;

export const tooManyCells = (): WorkbookFault =>
  new WorkbookFault("表太大了（超过四百万格）", "请删去用不着的列，或分成几个文件导入。");

/** 3 → C, 28 → AB */
export function columnLetters(column: number): string {
  let letters = "";
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return letters;
}

/** Place and label of the cells of a sheet: `Sheet1!C17`. */
export function cellNames(file: string, sheet: string): Pick<Sheet, "place" | "label"> {
  return {
    place: (line, column) => ({ file, line, column }),
    label: (row, column) => `${sheet}!${columnLetters(column)}${row}`,
  };
}

/** `AB12` → row and column; `undefined` for anything else. */
export function cellPosition(reference: string): { readonly row: number; readonly column: number } | undefined {
  const match = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(reference);
  if (match === null) return undefined;
  const column = [...(match[1] ?? "")].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
  return { row: Number(match[2]), column };
}
