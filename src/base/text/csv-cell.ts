/** Cells of CSV files (RFC 4180); those that a spreadsheet would run as formulas (=1+1, +1, @SUM, -2+3) have an apostrophe in front. */

/** Quotes the cell where necessary. A plain number gets no apostrophe. */
export function csvCell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) && !/^-?\d+(\.\d+)?$/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** The content of an unquoted cell without the apostrophe. */
export function unguarded(cell: string): string {
  return /^'[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell;
}
