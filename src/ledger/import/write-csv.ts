import { guarded } from "../../text/formula-guard.ts";

/** A table as CSV that Excel opens without a question: UTF-8 with a byte order mark, line ends of Windows. */
export function writeCsv(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  return `\ufeff${[headings, ...rows].map((row) => row.map(written).join(",")).join("\r\n")}\r\n`;
}

function written(cell: string): string {
  const safe = guarded(cell);
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
