/** Finds sample rows that show how to fill in a form. (填写示例) */

import type { SheetCell } from "../../read/ledger/workbook/sheet.ts";

const words = "(?:填[写报表]*)?(?:示例|样例|范例|举例|例)";
/** A line or a case number that consists of the word only. */
const line = new RegExp(`^[（(【[]?${words}\\s*\\d*[：:）)】\\]]?$`, "u");
/** A case number with the word in front. */
const marked = new RegExp(`^[（(【[]?${words}[：:）)】\\]]`, "u");

export function isSampleLine(text: string): boolean {
  return line.test(text.replace(/\s/g, ""));
}

/** Whether a row is marked as a sample in its first cell, or before its case number. */
export function isSampleRow(cells: ReadonlyMap<number, SheetCell>, numberAt: number | undefined): boolean {
  const textOf = (cell: SheetCell | undefined): string => (cell?.kind === "text" ? cell.text.trim() : "");
  const [first] = [...cells].sort(([a], [b]) => a - b);
  const own = numberAt === undefined ? "" : textOf(cells.get(numberAt));
  return isSampleLine(textOf(first?.[1])) || isSampleLine(own) || marked.test(own);
}

/**
 * The rows below a line 填写示例. The block ends at the next line of words, at repeated headings, or at the end of a sheet that had cases
 * above the block. Otherwise the end is unknown, and samples cannot be distinguished from cases.
 */
export class SampleBlock {
  #open: { readonly row: number; readonly isBelowCases: boolean; rows: number } | undefined;

  begin(row: number, isBelowCases: boolean): void {
    this.#open = { row, isBelowCases, rows: 0 };
  }

  /** To be called at a line of words and at headings. */
  meet(kind: "line" | "head"): void {
    if (kind === "line" || (this.#open?.rows ?? 0) > 0) this.#open = undefined;
  }

  /** Whether the next row belongs to the block. */
  takes(): boolean {
    if (this.#open === undefined) return false;
    this.#open.rows++;
    return true;
  }

  /** The row at which a block without a recognizable end starts. */
  get endless(): number | undefined {
    return this.#open === undefined || this.#open.isBelowCases || this.#open.rows === 0 ? undefined : this.#open.row;
  }
}
