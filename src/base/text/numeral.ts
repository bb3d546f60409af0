/** Chinese numerals (汉字数字): writing and reading. */

const digits = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九"] as const;
const smallUnits = ["", "十", "百", "千"] as const;

/** 10^16 − 1 is not exact in a double; the largest number written in words is the largest safe integer. */
const hundredMillion = 1e8;
const tenThousand = 1e4;

/** A whole number in words: 15 → 十五, 215 → 二百一十五, 10003 → 一万零三. Throws `RangeError` for anything else. */
export function inWords(value: number): string {
  if (!Number.isSafeInteger(value) || value < 0) throw new RangeError(`not a whole number: ${value}`);
  return leadingTen(value === 0 ? "零" : compose(value));
}

/** Before a measure word 2 is 两 (两座水库), but in an ordinal or within a longer numeral it is 二. */
export function inCountingWords(value: number): string {
  return value === 2 ? "两" : inWords(value);
}

/** 一十五 is written 十五, but only at the start of the whole numeral: 二百一十五. */
function leadingTen(words: string): string {
  return words.startsWith("一十") ? words.slice(1) : words;
}

/** 亿 and 万 follow a numeral of their own; a run of zeros between digits becomes one 零. */
function compose(value: number): string {
  for (const [size, word] of [
    [hundredMillion, "亿"],
    [tenThousand, "万"],
  ] as const) {
    if (value < size) continue;
    const rest = value % size;
    const gap = rest > 0 && rest < size / 10;
    return `${compose(Math.floor(value / size))}${word}${gap ? "零" : ""}${rest === 0 ? "" : compose(rest)}`;
  }
  return groupInWords(value);
}

function groupInWords(group: number): string {
  let words = "";
  let gap = false;
  for (let at = 3; at >= 0; at--) {
    const digit = Math.floor(group / 10 ** at) % 10;
    if (digit === 0) {
      gap = words !== "";
      continue;
    }
    words += (gap ? "零" : "") + (digits[digit] ?? "") + (smallUnits[at] ?? "");
    gap = false;
  }
  return words;
}

/** Digit by digit, as years are written: 2020 → 二〇二〇. */
export function digitByDigit(value: number): string {
  return [...String(value)].map((digit) => (digit === "0" ? "〇" : (digits[Number(digit)] ?? digit))).join("");
}

const reading = new Map<string, number>([...digits.map((digit, at) => [digit, at] as const), ["〇", 0], ["两", 2]]);
const multiples = new Map<string, number>([
  ["十", 10],
  ["百", 100],
  ["千", 1000],
]);

/** Reads digits or a Chinese numeral: 15, 十五; `undefined` for anything else. */
export function readNumeral(text: string): number | undefined {
  return /^\d+$/.test(text) ? Number(text) : fromWords(text);
}

/**
 * Reads a Chinese numeral (十五, 二百一十五, 二〇二〇, 两千); `undefined` when it is none. Digits in a row are read digit by
 * digit; otherwise the numeral must be the one that `inWords` would write, with 两 for 二 and 一十 for a leading 十 allowed.
 */
export function fromWords(words: string): number | undefined {
  const characters = [...words];
  if (characters.length === 0 || characters.length > 40) return undefined;
  if (characters.every((character) => reading.has(character))) {
    if (characters.length > 15) return undefined;
    return characters.reduce((sum, character) => sum * 10 + (reading.get(character) ?? 0), 0);
  }
  const value = decompose(characters);
  if (value === undefined || !Number.isSafeInteger(value)) return undefined;
  const canonical = leadingTen(words.replaceAll("〇", "零").replaceAll("两", "二"));
  return inWords(value) === canonical ? value : undefined;
}

/** Lenient: splits at 亿 and 万 without checking the form; the caller compares the result with the canonical form. */
function decompose(characters: readonly string[]): number | undefined {
  for (const [size, word] of [
    [hundredMillion, "亿"],
    [tenThousand, "万"],
  ] as const) {
    const at = characters.lastIndexOf(word);
    if (at < 0) continue;
    const front = decompose(characters.slice(0, at));
    const back = decompose(characters.slice(at + 1));
    return front === undefined || back === undefined ? undefined : front * size + back;
  }
  let sum = 0;
  let digit: number | undefined;
  for (const character of characters) {
    const multiple = multiples.get(character);
    if (multiple !== undefined) {
      sum += (digit ?? 1) * multiple;
      digit = undefined;
    } else if (reading.has(character)) digit = reading.get(character);
    else return undefined;
  }
  return sum + (digit ?? 0);
}
