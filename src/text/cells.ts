/** Width of a text in cells of the print grid (字): a Han character or full-width mark is 1, a half-width one 0.5. */
export function cells(text: string): number {
  let width = 0;
  for (const character of text) width += isHalfWidth(character) ? 0.5 : 1;
  return width;
}

function isHalfWidth(character: string): boolean {
  const code = character.codePointAt(0) ?? 0;
  return code < 0x2000 && character !== "·";
}
