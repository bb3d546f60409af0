/** Comma-separated values (RFC 4180) with CR LF, in which no cell can be taken for a formula by a spreadsheet. */

import { csvCell } from "../../base/text/csv-cell.ts";

export type Cell = string | number | boolean | undefined;

export function csv(rows: readonly (readonly Cell[])[]): string {
  return rows.map((row) => `${row.map(cell).join(",")}\r\n`).join("");
}

function cell(value: Cell): string {
  if (value === undefined) return "";
  return typeof value === "string" ? csvCell(value) : String(value);
}
