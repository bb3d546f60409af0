/** Cells of CSV files that a spreadsheet would run as formulas (=1+1, +1, @SUM, -2+3): an apostrophe in front makes them text. */

/** Where a spreadsheet would take the cell for a formula it gets the apostrophe; a plain number does not. */
export function guarded(cell: string): string {
  return /^[=+\-@\t\r]/.test(cell) && !/^-?\d+(\.\d+)?$/.test(cell) ? `'${cell}` : cell;
}

/** What such a cell says. */
export function unguarded(cell: string): string {
  return /^'[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell;
}
