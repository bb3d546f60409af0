/** Characters that Word draws with symbol fonts (w:sym): those that a bulletin may hold. */

const wingdings: Readonly<Record<number, string>> = {
  0x6c: "●",
  0x6e: "■",
  0x6f: "□",
  0x71: "□",
  0x75: "◆",
  0x9f: "•",
  0xa7: "▪",
  0xa8: "□",
  0xd8: "➢",
  0xe0: "→",
  0xfb: "✗",
  0xfc: "✓",
  0xfd: "☒",
  0xfe: "☑",
  0x52: "☑",
  0xa3: "□",
};

const symbol: Readonly<Record<number, string>> = {
  0xb4: "×",
  0xb8: "÷",
  0xb1: "±",
  0xb0: "°",
  0xb7: "·",
  0xb3: "≥",
  0xa3: "≤",
  0xae: "→",
};

/** 〓 stands for a character that could not be had, as in print shops. */
export const missingCharacter = "〓";

/** `code` hexadecimal, as w:sym gives it; symbol fonts lie at F000 in the private area. */
export function symbolText(font: string, code: string): string {
  const point = Number.parseInt(code, 16);
  if (!(point > 0 && point <= 0x10ffff)) return missingCharacter;
  const low = point & 0xff;
  if (/^wingdings/i.test(font)) return wingdings[low] ?? missingCharacter;
  if (/^symbol$/i.test(font))
    return (
      symbol[low] ??
      (low >= 0x20 && low < 0x7f && /\d/.test(String.fromCharCode(low)) ? String.fromCharCode(low) : missingCharacter)
    );
  return point >= 0xe000 && point <= 0xf8ff ? missingCharacter : String.fromCodePoint(point);
}
