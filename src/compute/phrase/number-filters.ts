/** Filters that define how a number is written: digits, words, rates, multiples. */

import { ExpressionError } from "../../model/expression/expression.ts";
import type { FilterCall } from "../../model/expression/expression.ts";
import { inCountingWords, inWords } from "../../base/text/numeral.ts";
import { readTypedNumber } from "../../base/text/typed-number.ts";
import { defaultNumber } from "./default-number.ts";
import { complete, digits, numberFilter, roundingArguments, textArgument } from "./filter.ts";
import type { Filter } from "./filter.ts";
import { fixed, grouped, percentage } from "./number-format.ts";
import { figurePiece, textPiece } from "./piece.ts";
import { batchPieces } from "./shown.ts";
import { multipleOf } from "./unit-words.ts";

const inChinese = numberFilter(
  {
    name: "汉字",
    help: "用汉字写数字；批次写成第十五批。后面跟着量词的，2 要写成“两”（两座水库），写“汉字: 两”。",
    example: ["交办.批数 | 汉字", "十五"],
  },
  (figure, call) => {
    if (figure.value.d !== 1n || figure.value.s < 0n || figure.percent !== undefined) {
      throw new ExpressionError("filter-input", `“${figure.name}”不是 0、1、2……这样的整数，不能写成汉字`, call.span);
    }
    const [manner] = call.args;
    if (manner !== undefined && manner !== "两")
      throw new ExpressionError(
        "filter-argument",
        `“汉字”不认识“${manner}”`,
        call.span,
        "只可以写“汉字: 两”，或者不写。",
      );
    const write = manner === undefined ? inWords : inCountingWords;
    return digits(figurePiece(write(figure.value.valueOf()), figure));
  },
);

/** The power of ten to which 余 rounds down. */
function stepArgument(call: FilterCall): number {
  const typed = readTypedNumber(textArgument(call, 0, "10"));
  const step = typed?.value.mul(multipleOf(typed.unit) ?? (typed.unit === "" ? 1 : 0));
  if (step !== undefined && /^10{1,8}$/.test(step.toString())) return step.valueOf();
  throw new ExpressionError("filter-argument", `“余”后面写取到整多少`, call.span, "如“余: 10”“余: 100”“余: 10000”。");
}

export const numberFilters: readonly Filter[] = [
  {
    ...inChinese,
    run: (input, call) =>
      input.kind === "batches" ? { kind: "pieces", pieces: batchPieces(input) } : inChinese.run(input, call),
  },
  numberFilter(
    {
      name: "百分比",
      help: "写成百分比，数字是保留几位小数（默认 1 位）；默认四舍五入，要截去的写“百分比: 1, 去尾”，末尾的 0 不要的写“百分比: 2, 去零”。",
      example: ["办结 / 交办 | 百分比: 1", "74.4%"],
    },
    (figure, call) => {
      if (figure.measureWord !== "" && figure.percent === undefined)
        throw new ExpressionError(
          "not-a-rate",
          `“${figure.name}”数的是${figure.measureWord}，不是比率，不能写成百分比`,
          call.span,
          "占多少的写“占比”“占合计”；比率写成算式，如 {{办结 / 交办 | 百分比: 1}}。",
        );
      const rounding = roundingArguments(call, figure.percent ?? 1, [], figure.cut);
      return complete(figurePiece(percentage(figure.value, rounding), { ...figure, percent: rounding.decimals }));
    },
  ),
  numberFilter(
    {
      name: "百分点",
      help: "两个比率之差，写成百分点，不带正负号。",
      example: ["办结 / 交办 - 重点件 / 交办 | 百分点: 1", "55.3个百分点"],
    },
    (figure, call) =>
      complete(
        figurePiece(fixed(figure.value.abs().mul(100), roundingArguments(call, 1)), figure),
        textPiece("个百分点"),
      ),
  ),
  numberFilter(
    {
      name: "小数",
      help: "保留几位小数（默认 2 位）；默认四舍五入，要截去的写“小数: 2, 去尾”，末尾的 0 不要的写“小数: 2, 去零”。",
      example: ["办结 / 交办 | 小数: 2", "0.74"],
    },
    (figure, call) =>
      digits(figurePiece(fixed(figure.value, roundingArguments(call, figure.rounded ?? 2, [], figure.cut)), figure)),
  ),
  numberFilter({ name: "千分位", help: "每三位加一个逗号。", example: ["交办 * 100 | 千分位", "21,500"] }, (figure) =>
    digits(figurePiece(grouped(defaultNumber(figure)), figure)),
  ),
  numberFilter(
    {
      name: "倍",
      help: "一个数是另一个数的几倍，保留几位小数（默认 1 位）。",
      example: ["交办 / 重点件 | 倍: 1", "5.2倍"],
    },
    (figure, call) => complete(figurePiece(fixed(figure.value, roundingArguments(call, 1)), figure), textPiece("倍")),
  ),
  numberFilter(
    { name: "余", help: "只说大数：取到整十、整百、整万，后面写“余”。", example: ["交办 | 余: 10", "210余"] },
    (figure, call) => {
      const step = stepArgument(call);
      const whole = figure.value.div(step).floor().mul(step);
      if (whole.s <= 0n)
        throw new ExpressionError("filter-argument", `“${figure.name}”不到${step}，不能写“余”`, call.span);
      const tenThousands = whole.div(10000);
      const text = tenThousands.d === 1n ? `${fixed(tenThousands, 0)}万` : fixed(whole, 0);
      return digits(figurePiece(text + (whole.equals(figure.value) ? "" : "余"), figure));
    },
  ),
  numberFilter({ name: "绝对值", help: "去掉负号。", example: ["办结 - 交办 | 绝对值", "55"] }, (figure) =>
    digits(figurePiece(defaultNumber({ ...figure, value: figure.value.abs() }), figure)),
  ),
  numberFilter({ name: "带量词", help: "数字后面带上它的量词。", example: ["交办 | 带量词", "215件"] }, (figure) =>
    complete(
      figurePiece(defaultNumber(figure), figure),
      textPiece(figure.percent === undefined ? figure.measureWord : ""),
    ),
  ),
];
