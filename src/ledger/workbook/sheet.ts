/** A sheet of an office's spreadsheet, as it stands there. (工作表) */

import type { Place } from "../../problem/problem.ts";

export type SheetCell =
  | { readonly kind: "text"; readonly text: string }
  /** As stored; `isDate` where the cell's format shows it as a date. */
  | { readonly kind: "number"; readonly text: string; readonly isDate: boolean }
  | { readonly kind: "boolean"; readonly value: boolean }
  /** #REF!, #N/A … */
  | { readonly kind: "error"; readonly text: string }
  /** A formula whose result the file does not hold. */
  | { readonly kind: "unsolved" };

/** Rows and columns count from 1, both ends included. */
export interface MergedRange {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export interface Sheet {
  readonly name: string;
  /** Row → column → cell; empty cells are not there. */
  readonly rows: ReadonlyMap<number, ReadonlyMap<number, SheetCell>>;
  readonly merges: readonly MergedRange[];
  /** Days from 1904 on instead of 1900. */
  readonly from1904: boolean;
  place(row: number, column: number): Place;
  /** What a message calls a cell: `Sheet1!C17`; empty where line and column say enough. */
  label(row: number, column: number): string;
}

/** 3 → C, 28 → AB */
export function columnLetters(column: number): string {
  let letters = "";
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return letters;
}

/** `AB12` → row and column; `undefined` for anything else. */
export function cellPosition(reference: string): { readonly row: number; readonly column: number } | undefined {
  const match = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(reference);
  if (match === null) return undefined;
  const column = [...(match[1] ?? "")].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
  return { row: Number(match[2]), column };
}
