import { csvCell } from "../../base/text/csv-cell.ts";

/** A table as CSV that Excel opens without a question: UTF-8 with a byte order mark, line ends of Windows. */
export function writeCsv(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  return `\ufeff${[headings, ...rows].map((row) => row.map(csvCell).join(",")).join("\r\n")}\r\n`;
}
