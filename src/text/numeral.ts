/** Chinese numerals (汉字数字): writing and reading. */

const digits = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九"] as const;
const smallUnits = ["", "十", "百", "千"] as const;
const largeUnits = ["", "万", "亿", "万亿"] as const;

/** A whole number from 0 to 10^16 - 1 in words: 15 → 十五, 215 → 二百一十五, 10003 → 一万零三. */
export function inWords(value: number): string {
  if (!Number.isSafeInteger(value) || value < 0) throw new RangeError(`not a whole number: ${value}`);
  if (value === 0) return "零";
  const groups: number[] = [];
  for (let rest = value; rest > 0; rest = Math.floor(rest / 10000)) groups.push(rest % 10000);
  let words = "";
  let gap = false;
  for (let at = groups.length - 1; at >= 0; at--) {
    const group = groups[at] ?? 0;
    if (group === 0) {
      gap = words !== "";
      continue;
    }
    if (words !== "" && (gap || group < 1000)) words += "零";
    words += groupInWords(group) + (largeUnits[at] ?? "");
    gap = false;
  }
  return words.startsWith("一十") ? words.slice(1) : words;
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

/** Reads a Chinese numeral (十五, 二百一十五, 二〇二〇, 两千); `undefined` when it is none. */
export function fromWords(words: string): number | undefined {
  if (words === "") return undefined;
  const characters = [...words];
  if (characters.every((character) => reading.has(character))) {
    if (characters.length > 15) return undefined;
    return characters.reduce((sum, character) => sum * 10 + (reading.get(character) ?? 0), 0);
  }
  let total = 0;
  let section = 0;
  let digit: number | undefined;
  for (const character of characters) {
    const value = reading.get(character);
    const multiple = multiples.get(character);
    if (value !== undefined) {
      digit = value;
    } else if (multiple !== undefined) {
      section += (digit ?? 1) * multiple;
      digit = undefined;
    } else if (character === "万" || character === "亿") {
      total = (total + section + (digit ?? 0)) * (character === "万" ? 1e4 : 1e8);
      section = 0;
      digit = undefined;
    } else {
      return undefined;
    }
  }
  return total + section + (digit ?? 0);
}
