/** Filters that convert a quantity to another unit: 元 → 万元, 公顷 → 万亩. (换算) */

import { ExpressionError } from "../../model/expression/expression.ts";
import { defaultNumber } from "./default-number.ts";
import { complete, numberFilter, roundingArguments, textArgument } from "./filter.ts";
import type { Filter } from "./filter.ts";
import { fixed } from "./number-format.ts";
import { figurePiece, textPiece } from "./piece.ts";
import { conversion, inBase } from "./unit-words.ts";

export const unitFilters: readonly Filter[] = [
  numberFilter(
    {
      name: "换算",
      help: "换一个大小不同的单位（元、万元、亿元，人、万人，亩、公顷、平方公里，米、公里，吨……），后面可以写保留几位小数。",
      example: ["交办 * 1000 | 换算: 万件, 1", "21.5万件"],
    },
    (figure, call) => {
      const unit = textArgument(call, 0);
      const times = conversion(figure.measureWord, unit);
      if (times === undefined) {
        const [, base] = inBase(figure.measureWord);
        throw new ExpressionError(
          "filter-argument",
          `“${figure.name}”论“${figure.measureWord}”，不能换算成“${unit}”`,
          call.span,
          `可以换算成 万${base}、亿${base}。`,
        );
      }
      const value = figure.value.mul(times);
      const rest = { ...call, args: call.args.slice(1) };
      const text =
        rest.args.length === 0
          ? defaultNumber({ ...figure, percent: undefined, rounded: undefined, decimals: undefined, value })
          : fixed(value, roundingArguments(rest, 2));
      return complete(figurePiece(text, figure), textPiece(unit));
    },
  ),
  numberFilter(
    {
      name: "万",
      help: "以万为单位，保留几位小数（默认 2 位）；量词自己写。",
      example: ["交办 * 1000 | 万: 1", "21.5万"],
    },
    (figure, call) =>
      complete(figurePiece(fixed(figure.value.div(10000), roundingArguments(call, 2)), figure), textPiece("万")),
  ),
];
