/** Formats the numbers of Word lists (w:numFmt). */

import { digitByDigit, inWords } from "../../../base/text/numeral.ts";

const heavenly = "甲乙丙丁戊己庚辛壬癸";
const earthly = "子丑寅卯辰巳午未申酉戌亥";
const formal = "零壹贰叁肆伍陆柒捌玖";

const formats: Readonly<Record<string, (value: number) => string>> = {
  decimal: String,
  decimalHalfWidth: String,
  decimalZero: (value) => String(value).padStart(2, "0"),
  decimalFullWidth: fullWidth,
  decimalFullWidth2: fullWidth,
  chineseCounting: inWords,
  chineseCountingThousand: inWords,
  japaneseCounting: inWords,
  taiwaneseCounting: inWords,
  taiwaneseCountingThousand: inWords,
  ideographDigital: digitByDigit,
  japaneseDigitalTenThousand: digitByDigit,
  taiwaneseDigital: digitByDigit,
  chineseLegalSimplified: legal,
  ideographLegalTraditional: legal,
  ideographTraditional: (value) => cyclic(heavenly, value),
  ideographZodiac: (value) => cyclic(earthly, value),
  decimalEnclosedCircle: circled,
  decimalEnclosedCircleChinese: circled,
  decimalEnclosedParen: (value) => enclosed(value, 0x2474, 20, `（${value}）`),
  decimalEnclosedFullstop: (value) => enclosed(value, 0x2488, 20, `${value}.`),
  ideographEnclosedCircle: (value) => enclosed(value, 0x3280, 10, inWords(value)),
  upperLetter: (value) => letters(value, "A"),
  lowerLetter: (value) => letters(value, "a"),
  upperRoman: roman,
  lowerRoman: (value) => roman(value).toLowerCase(),
  numberInDash: (value) => `- ${value} -`,
  none: () => "",
};

/** `undefined` for an unknown format. A custom one is written as 001, 002, 003, ... in the file. */
export function numberText(format: string, value: number): string | undefined {
  const zeros = /^(0+1), /.exec(format)?.[1];
  if (zeros !== undefined) return String(value).padStart(zeros.length, "0");
  return Object.hasOwn(formats, format) ? formats[format]?.(value) : undefined;
}

function fullWidth(value: number): string {
  return [...String(value)].map((digit) => String.fromCodePoint(0xff10 + Number(digit))).join("");
}

function cyclic(characters: string, value: number): string {
  return characters[(value - 1) % characters.length] ?? String(value);
}

/** ① to ⑳, ㉑ to ㉟, ㊱ to ㊿ */
function circled(value: number): string {
  if (value >= 1 && value <= 20) return String.fromCodePoint(0x2460 + value - 1);
  if (value >= 21 && value <= 35) return String.fromCodePoint(0x3251 + value - 21);
  if (value >= 36 && value <= 50) return String.fromCodePoint(0x32b1 + value - 36);
  return `（${value}）`;
}

function enclosed(value: number, from: number, most: number, beyond: string): string {
  return value >= 1 && value <= most ? String.fromCodePoint(from + value - 1) : beyond;
}

/** 壹拾贰: the numeral with the characters of cheques. */
function legal(value: number): string {
  return (value < 20 && value >= 10 ? `一${inWords(value)}` : inWords(value))
    .replace(/[一二三四五六七八九]/g, (digit) => formal["零一二三四五六七八九".indexOf(digit)] ?? digit)
    .replaceAll("十", "拾")
    .replaceAll("百", "佰")
    .replaceAll("千", "仟");
}

/** A … Z, AA, BB …, as in Word. */
function letters(value: number, first: "A" | "a"): string {
  const at = (value - 1) % 26;
  return String.fromCharCode(first.charCodeAt(0) + at).repeat(Math.floor((value - 1) / 26) + 1);
}

const romans = [
  ["M", 1000],
  ["CM", 900],
  ["D", 500],
  ["CD", 400],
  ["C", 100],
  ["XC", 90],
  ["L", 50],
  ["XL", 40],
  ["X", 10],
  ["IX", 9],
  ["V", 5],
  ["IV", 4],
  ["I", 1],
] as const;

function roman(value: number): string {
  let rest = value;
  let text = "";
  for (const [letter, worth] of romans) {
    text += letter.repeat(Math.floor(rest / worth));
    rest %= worth;
  }
  return text;
}
