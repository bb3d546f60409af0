/** Width of a text in cells of the print grid (字): a Han character or full-width mark is 1, a half-width one 0.5. */
export function cells(text: string): number {
  let width = 0;
  for (const character of text) width += isHalfWidth(character) ? 0.5 : 1;
  return width;
}

function isHalfWidth(character: string): boolean {
  const code = character.codePointAt(0) ?? 0;
  // Half-width katakana and the like (U+FF61–FFDC, U+FFE8–FFEE) are the only narrow ones beyond Latin.
  const narrowForm = (code >= 0xff61 && code <= 0xffdc) || (code >= 0xffe8 && code <= 0xffee);
  return (code < 0x2000 && character !== "·") || narrowForm;
}
