/** Rows that show how a form is filled in, which are no cases. (填写示例) */

import type { SheetCell } from "../../read/ledger/workbook/sheet.ts";

const words = "(?:填[写报表]*)?(?:示例|样例|范例|举例|例)";
/** A line of its own, or the column of numbers: nothing but the word. */
const line = new RegExp(`^[（(【[]?${words}\\s*\\d*[：:）)】\\]]?$`, "u");
/** A case number with the word in front. */
const marked = new RegExp(`^[（(【[]?${words}[：:）)】\\]]`, "u");

export function isSampleLine(text: string): boolean {
  return line.test(text.replace(/\s/g, ""));
}

/** A row that says of itself that it is a sample: in its first cell, or in front of its case number. */
export function isSampleRow(cells: ReadonlyMap<number, SheetCell>, numberAt: number | undefined): boolean {
  const textOf = (cell: SheetCell | undefined): string => (cell?.kind === "text" ? cell.text.trim() : "");
  const [first] = [...cells].sort(([a], [b]) => a - b);
  const own = numberAt === undefined ? "" : textOf(cells.get(numberAt));
  return isSampleLine(textOf(first?.[1])) || isSampleLine(own) || marked.test(own);
}

/**
 * Rows below a line 填写示例. They end with the next line of words, with headings said again, or with the sheet where cases stood above
 * them; where nothing shows their end nobody can tell them from the cases.
 */
export class SampleBlock {
  #open: { readonly row: number; readonly isBelowCases: boolean; rows: number } | undefined;

  begin(row: number, isBelowCases: boolean): void {
    this.#open = { row, isBelowCases, rows: 0 };
  }

  /** A line of words, or headings. */
  meet(kind: "line" | "head"): void {
    if (kind === "line" || (this.#open?.rows ?? 0) > 0) this.#open = undefined;
  }

  /** Is a row one of the block? */
  takes(): boolean {
    if (this.#open === undefined) return false;
    this.#open.rows++;
    return true;
  }

  /** The row of a line of which nothing shows how far it goes. */
  get endless(): number | undefined {
    return this.#open === undefined || this.#open.isBelowCases || this.#open.rows === 0 ? undefined : this.#open.row;
  }
}
