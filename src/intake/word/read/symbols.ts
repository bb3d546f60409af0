/** Maps characters of symbol fonts to Unicode, for symbols that occur in bulletins. */

type Glyphs = Readonly<Record<number, string>>;

/** Consecutive characters from a code on. */
function from(code: number, characters: string): Glyphs {
  return Object.fromEntries([...characters].map((character, at) => [code + at, character]));
}

const wingdings: Glyphs = {
  ...from(0x6c, "●❍■□"),
  ...{ 0x20: " ", 0x71: "□", 0x75: "◆", 0x76: "❖", 0x77: "◆", 0x78: "☒", 0x9f: "•", 0xa7: "▪", 0xa8: "□" },
  ...from(0x80, "⓪①②③④⑤⑥⑦⑧⑨⑩⓿❶❷❸❹❺❻❼❽❾❿"),
  ...{ 0xd8: "➢", 0xdf: "←", 0xe0: "→", 0xe1: "↑", 0xe2: "↓", 0xe8: "→", 0xf0: "⇨" },
  ...from(0xfb, "✗✓☒☑"),
};

const wingdings2: Glyphs = {
  ...{ 0x20: " ", 0x4f: "✗", 0x50: "✓", 0x51: "☒", 0x52: "☑", 0x53: "☒", 0x54: "☒", 0xa3: "□", 0x97: "●", 0x98: "●" },
  ...from(0x69, "⓪①②③④⑤⑥⑦⑧⑨⑩⓿❶❷❸❹❺❻❼❽❾❿"),
};

const symbol: Glyphs = {
  ...from(0x20, " !∀#∃%&∋()∗+,−./0123456789:;<=>?≅"),
  ...from(0x41, "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_"),
  ...from(0x61, "αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼"),
  ...{ 0xa3: "≤", 0xa5: "∞", 0xab: "↔", 0xac: "←", 0xad: "↑", 0xae: "→", 0xaf: "↓", 0xb0: "°", 0xb1: "±", 0xb3: "≥" },
  ...{ 0xb4: "×", 0xb5: "∝", 0xb7: "·", 0xb8: "÷", 0xb9: "≠", 0xba: "≡", 0xbb: "≈", 0xbc: "…", 0xd6: "√", 0xe5: "∑" },
};

const fonts: readonly (readonly [name: RegExp, glyphs: Glyphs])[] = [
  [/^wingdings$/i, wingdings],
  [/^wingdings 2$/i, wingdings2],
  [/^(?:wingdings 3|webdings|marlett|zapfdingbats|mt extra)$/i, {}],
  [/^symbol$/i, symbol],
];

/** 〓 is the customary substitute for a missing character. */
export const missingCharacter = "〓";

/** `code`: the hexadecimal value of w:sym; symbol fonts are mapped to F000 in the private use area. */
export function symbolText(font: string, code: string): string {
  const point = Number.parseInt(code, 16);
  if (!(point > 0 && point <= 0x10ffff)) return missingCharacter;
  const glyphs = glyphsOf(font);
  if (glyphs !== undefined) return glyphs[point & 0xff] ?? missingCharacter;
  return point >= 0xe000 && point <= 0xf8ff ? missingCharacter : String.fromCodePoint(point);
}

/** Text in a symbol font: Latin letters are symbols; Chinese characters, which come from another font, are unchanged. */
export function symbolsIn(text: string, font: string): string {
  if (glyphsOf(font) === undefined) return text;
  return text.replace(/[\u0021-\u00ff\uf000-\uf0ff]/gu, (character) =>
    symbolText(font, (character.codePointAt(0) ?? 0).toString(16)),
  );
}

function glyphsOf(font: string): Glyphs | undefined {
  return fonts.find(([name]) => name.test(font.trim()))?.[1];
}
