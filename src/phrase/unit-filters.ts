/** The same quantity in another unit: 元 → 万元, 公顷 → 万亩. (换算) */

import Fraction from "fraction.js";
import { ExpressionError } from "../expression/expression.ts";
import { defaultNumber } from "./default-number.ts";
import { complete, numberFilter, roundingArguments, textArgument, words } from "./filter.ts";
import type { Filter } from "./filter.ts";
import { fixed } from "./number-format.ts";
import { figurePiece } from "./piece.ts";

const multiples = new Map<string, number>([
  ["千万", 1e7],
  ["百万", 1e6],
  ["十万", 1e5],
  ["亿", 1e8],
  ["万", 1e4],
  ["千", 1e3],
]);

/** Units that are not multiples of each other by their names. */
const related = new Map<string, readonly [times: Fraction, base: string]>([
  ["公顷", [new Fraction(10000), "平方米"]],
  ["亩", [new Fraction(10000, 15), "平方米"]],
  ["平方公里", [new Fraction(1000000), "平方米"]],
  ["公里", [new Fraction(1000), "米"]],
  ["吨", [new Fraction(1000000), "克"]],
  ["公斤", [new Fraction(1000), "克"]],
]);

/** 万亩 → 10000 × 10000/15 平方米 */
function inBase(unit: string): readonly [times: Fraction, base: string] {
  const known = related.get(unit);
  if (known !== undefined) return known;
  for (const [prefix, times] of multiples) {
    if (!unit.startsWith(prefix) || unit.length === prefix.length) continue;
    const [inner, base] = related.get(unit.slice(prefix.length)) ?? [new Fraction(1), unit.slice(prefix.length)];
    return [inner.mul(times), base];
  }
  return [new Fraction(1), unit];
}

export const unitFilters: readonly Filter[] = [
  numberFilter(
    {
      name: "换算",
      help: "换一个大小不同的单位（元、万元、亿元，人、万人，亩、公顷、平方公里，米、公里，吨……），后面可以写保留几位小数。",
      example: ["交办 * 1000 | 换算: 万件, 1", "21.5万件"],
    },
    (figure, call) => {
      const unit = textArgument(call, 0);
      const [from, fromBase] = inBase(figure.measureWord);
      const [to, toBase] = inBase(unit);
      if (fromBase !== toBase) {
        throw new ExpressionError(
          "filter-argument",
          `“${figure.name}”论“${figure.measureWord}”，不能换算成“${unit}”`,
          call.span,
          `可以换算成 万${fromBase}、亿${fromBase}。`,
        );
      }
      const value = figure.value.mul(from).div(to);
      const rest = { ...call, args: call.args.slice(1) };
      const text =
        rest.args.length === 0
          ? defaultNumber({ ...figure, percent: undefined, value })
          : fixed(value, roundingArguments(rest, 2));
      return complete(figurePiece(text, figure), words(unit));
    },
  ),
  numberFilter(
    {
      name: "万",
      help: "以万为单位，保留几位小数（默认 2 位）；量词自己写。",
      example: ["交办 * 1000 | 万: 1", "21.5万"],
    },
    (figure, call) =>
      complete(figurePiece(fixed(figure.value.div(10000), roundingArguments(call, 2)), figure), words("万")),
  ),
];
