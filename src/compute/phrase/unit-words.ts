/** Conversion between unit words: 元 and 万元, 公顷 and 万亩. (单位) */

import Fraction from "fraction.js";

const multiples = new Map<string, number>([
  ["千万", 1e7],
  ["百万", 1e6],
  ["十万", 1e5],
  ["亿", 1e8],
  ["万", 1e4],
  ["千", 1e3],
]);

/** Units whose names do not show their relation. */
const related = new Map<string, readonly [times: Fraction, base: string]>([
  ["公顷", [new Fraction(10000), "平方米"]],
  ["亩", [new Fraction(10000, 15), "平方米"]],
  ["平方公里", [new Fraction(1000000), "平方米"]],
  ["公里", [new Fraction(1000), "米"]],
  ["厘米", [new Fraction(1, 100), "米"]],
  ["毫米", [new Fraction(1, 1000), "米"]],
  ["吨", [new Fraction(1000000), "克"]],
  ["公斤", [new Fraction(1000), "克"]],
]);

/** 万亩 → 10000 × 10000/15 平方米 */
export function inBase(unit: string): readonly [times: Fraction, base: string] {
  const known = related.get(unit);
  if (known !== undefined) return known;
  for (const [prefix, times] of multiples) {
    if (!unit.startsWith(prefix) || unit.length === prefix.length) continue;
    const [inner, base] = related.get(unit.slice(prefix.length)) ?? [new Fraction(1), unit.slice(prefix.length)];
    return [inner.mul(times), base];
  }
  return [new Fraction(1), unit];
}

/** The number of `to` in one `from`; `undefined` when they measure different things. */
export function conversion(from: string, to: string): Fraction | undefined {
  const [a, aBase] = inBase(from);
  const [b, bBase] = inBase(to);
  return aBase === bBase ? a.div(b) : undefined;
}

/** The value of 万 and the like after a number. */
export function multipleOf(word: string): number | undefined {
  return word === "百" ? 100 : multiples.get(word);
}
