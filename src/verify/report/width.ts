/** The width of a text in a terminal: Han characters and full-width punctuation take two columns (East Asian Width W and F). */
export function columns(text: string): number {
  let width = 0;
  for (const character of text) width += isWide(character.codePointAt(0) ?? 0) ? 2 : 1;
  return width;
}

/** Ambiguous characters such as “ ” — ± take one column in common terminals. */
function isWide(code: number): boolean {
  return (
    (code >= 0x1100 && code <= 0x115f) ||
    (code >= 0x2e80 && code <= 0x303e) ||
    (code >= 0x3041 && code <= 0xa4cf) ||
    (code >= 0xac00 && code <= 0xd7a3) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    (code >= 0xfe30 && code <= 0xfe6f) ||
    (code >= 0xff00 && code <= 0xff60) ||
    (code >= 0xffe0 && code <= 0xffe6) ||
    (code >= 0x20000 && code <= 0x3fffd)
  );
}

/** Cuts a text to a width, with … at its end. */
export function shortened(text: string, most: number): string {
  if (columns(text) <= most) return text;
  let short = "";
  for (const character of text) {
    if (columns(short + character) > most - 1) break;
    short += character;
  }
  return `${short}…`;
}

/** Rows with aligned columns, two blanks between; the last column is not padded. */
export function table(rows: readonly (readonly string[])[]): string[] {
  const widths: number[] = [];
  for (const row of rows)
    for (const [index, cell] of row.entries()) widths[index] = Math.max(widths[index] ?? 0, columns(cell));
  return rows.map((row) =>
    row
      .map((cell, index) => (index === row.length - 1 ? cell : cell + " ".repeat((widths[index] ?? 0) - columns(cell))))
      .join("  "),
  );
}
