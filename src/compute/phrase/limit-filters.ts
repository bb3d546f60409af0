/** Parts above or below a limit: 至少, 不足, 超过 … (以上、以下含本数：民法典第一千二百五十九条) */

import type Fraction from "fraction.js";
import { ExpressionError } from "../../model/expression/expression.ts";
import type { FilterCall } from "../../model/expression/expression.ts";
import type { Figure } from "../tally/figure.ts";
import { above, atLeast, atMost, below, equal } from "../../base/text/comparison.ts";
import type { Comparison } from "../../base/text/comparison.ts";
import { readTypedNumber } from "../../base/text/typed-number.ts";
import type { TypedNumber } from "../../base/text/typed-number.ts";
import { needList } from "./filter.ts";
import type { Filter } from "./filter.ts";
import { figureBy } from "./paired.ts";
import { conversion, multipleOf } from "./unit-words.ts";

interface Limit {
  readonly help: string;
  readonly example: Filter["example"];
  /** Applied to the sign of value − limit. */
  readonly holds: Comparison;
}

/** The comparisons by name. */
export const limits: ReadonlyMap<string, Limit> = new Map<string, Limit>([
  [
    "至少",
    {
      help: "只要不少于这个数的项；数可以写成 30、1万、30件、12.5，比率写 90% 或 0.9；并列的分项，后面可以写看哪一个：至少: 90%, 办结率。",
      example: ["交办.单位 | 至少: 30", "冷水滩区56件、零陵区32件"],
      holds: atLeast,
    },
  ],
  ["不足", { help: "只要小于这个数的项。", example: ["交办.单位 | 不足: 3件", "市住建局1件"], holds: below }],
  [
    "超过",
    {
      help: "只要大于这个数的项，正好是这个数的不要。",
      example: ["交办.单位 | 超过: 25", "冷水滩区56件、零陵区32件"],
      holds: above,
    },
  ],
  ["不超过", { help: "只要小于或等于这个数的项。", example: ["交办.单位 | 不超过: 1", "市住建局1件"], holds: atMost }],
  [
    "以上",
    {
      help: "与“至少”相同：以上含本数。",
      example: ["办结率.单位 | 以上: 80%", "零陵84.4%、东安80.0%、宁远80.0%"],
      holds: atLeast,
    },
  ],
  [
    "以下",
    {
      help: "与“不超过”相同：以下含本数。",
      example: ["办结率.单位 | 以下: 60% | 名单", "江永、市城管局、经开区、市住建局"],
      holds: atMost,
    },
  ],
  [
    "高于",
    {
      help: "与“超过”相同。",
      example: ["办结率.单位 | 高于: 80%", "零陵84.4%"],
      holds: above,
    },
  ],
  [
    "低于",
    {
      help: "与“不足”相同。",
      example: ["办结率.单位 | 低于: 50% | 名单", "市城管局、经开区、市住建局"],
      holds: below,
    },
  ],
  ["多于", { help: "与“超过”相同。", example: ["交办.单位 | 多于: 32", "冷水滩区56件"], holds: above }],
  [
    "等于",
    {
      help: "只要正好是这个数的项，如没有变化的：等于: 0。",
      example: ["交办.单位 | 等于: 3 | 名单", "经开区、金洞"],
      holds: equal,
    },
  ],
  ["少于", { help: "与“不足”相同。", example: ["交办.单位 | 少于: 3", "市住建局1件"], holds: below }],
]);

/** A test whether a figure is within a typed limit. Both may throw `ExpressionError` for a limit of another unit. */
export function keepsTo(name: string, typed: string, call: Pick<FilterCall, "span">): (figure: Figure) => boolean {
  const limit = limits.get(name);
  const number = readTypedNumber(typed);
  if (limit === undefined || number === undefined) throw notANumber(name, typed, call);
  return (figure) => limit.holds(figure.value.compare(limitFor(figure, number, typed, name, call)));
}

function notANumber(name: string, typed: string, call: Pick<FilterCall, "span">): ExpressionError {
  return new ExpressionError(
    "filter-argument",
    typed === "" ? `“${name}”后面要写一个数字` : `“${name}”后面的“${typed}”不是一个数字`,
    call.span,
    `如“${name}: 30”“${name}: 1万”；比率写“${name}: 97%”。`,
  );
}

/** The typed limit in the unit of the figure. */
function limitFor(
  figure: Figure,
  { value, unit, decimals }: TypedNumber,
  typed: string,
  name: string,
  call: Pick<FilterCall, "span">,
): Fraction {
  const refuse = (message: string, hint: string): never => {
    throw new ExpressionError("filter-argument", message, call.span, hint);
  };
  const { measureWord } = figure;
  if (isRate(figure)) {
    if (unit === "%" || unit === "个百分点") return value.div(100);
    if (unit === "倍" || (unit === "" && value.equals(0))) return value;
    // 0.97 is clearly a rate, but 97 and 1.5 are ambiguous.
    if (unit === "" && decimals > 0 && value.abs().compare(1) < 0) return value;
    const ways = figure.percent === undefined ? `“${name}: ${typed}%”或“${name}: ${typed}倍”` : `“${name}: ${typed}%”`;
    return unit === ""
      ? refuse(`“${figure.name}”是比率，不能与“${typed}”相比`, `请写成${ways}。`)
      : refuse(`“${figure.name}”是比率，不论“${unit}”`, `请写成百分数，如“${name}: 97%”。`);
  }
  if (/^[%％]$/.test(measureWord)) {
    if (unit === "%" || (unit === "" && (value.equals(0) || value.abs().compare(1) >= 0))) return value;
    return refuse(`“${figure.name}”是百分数，“${typed}”说不清是多少`, `请写成百分数，如“${name}: 97%”。`);
  }
  if (unit === "" || unit === measureWord) return value;
  const multiple = multipleOf(unit);
  if (multiple !== undefined) {
    if (multipleOf(measureWord.slice(0, -1)) === undefined) return value.mul(multiple);
    return refuse(`“${typed}”说不清是多少${measureWord}`, `请写出单位，如“${name}: 1${measureWord}”。`);
  }
  const times = conversion(unit, measureWord);
  if (times !== undefined) return value.mul(times);
  return unit === "%"
    ? refuse(
        `“${figure.name}”论“${measureWord}”，不是比率，不能与“${typed}”相比`,
        `要按占比挑选的，请另立一个带“百分比”的指标；按件数的，如“${name}: 30”。`,
      )
    : refuse(`“${figure.name}”论“${measureWord}”，不论“${unit}”`, `请写成“${name}: 30${measureWord}”的样子。`);
}

/** Whether a figure is a ratio, whose value is 0.97 where people say 97%. */
function isRate(figure: Figure): boolean {
  return figure.percent !== undefined || figure.measureWord === "";
}

export const limitFilters: readonly Filter[] = [...limits].map(([name, { help, example }]) => ({
  name,
  help,
  example,
  run(input, call) {
    const list = needList(input, call);
    // A limit such as 1,000 was split at its comma into several arguments.
    const grouped = call.args.findIndex((text, at) => at > 0 && !/^\d{3}(\.\d+)?$/.test(text));
    const length = grouped < 0 ? call.args.length : grouped;
    const keeps = keepsTo(name, call.args.slice(0, length).join(","), call);
    const figureOf = figureBy(list, call, length);
    const parts = list.parts.filter((part) => {
      const figure = figureOf(part);
      return figure !== undefined && keeps(figure);
    });
    return { kind: "list", list: { ...list, parts, isAsked: true } };
  },
}));
