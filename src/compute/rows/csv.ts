/** Comma-separated values after RFC 4180: UTF-8 without a mark, lines ended by CR LF; no cell is a formula to a spreadsheet. */

import { csvCell } from "../../base/text/csv-cell.ts";

export type Cell = string | number | boolean | undefined;

export function csv(rows: readonly (readonly Cell[])[]): string {
  return rows.map((row) => `${row.map(cell).join(",")}\r\n`).join("");
}

function cell(value: Cell): string {
  if (value === undefined) return "";
  return typeof value === "string" ? csvCell(value) : String(value);
}
