import { ExpressionError } from "../expression/expression.ts";
import { inWords } from "../text/numeral.ts";
import { defaultNumber } from "./default-number.ts";
import { needFigure, roundingArgument, textArgument, wholeArgument } from "./filter.ts";
import type { Filter } from "./filter.ts";
import { fixed, grouped, percentage } from "./number-format.ts";
import { figurePiece, textPiece } from "./piece.ts";
import { batchPieces } from "./shown.ts";

export const numberFilters: readonly Filter[] = [
  {
    name: "汉字",
    help: "用汉字写数字；批次写成第十五批。",
    example: ["交办.批数 | 汉字", "十五"],
    run(input, call) {
      if (input.kind === "batches") return { kind: "pieces", pieces: batchPieces(input) };
      const figure = needFigure(input, call);
      if (figure.value.d !== 1n || figure.value.s < 0n) {
        throw new ExpressionError("filter-input", `“${figure.name}”不是 0、1、2……这样的整数，不能写成汉字`, call.span);
      }
      return { kind: "pieces", pieces: [figurePiece(inWords(figure.value.valueOf()), figure)] };
    },
  },
  {
    name: "百分比",
    help: "写成百分比，数字是保留几位小数；默认四舍五入，要截去的写“百分比: 1, 去尾”。",
    example: ["办结 / 交办 | 百分比: 1", "74.4%"],
    run(input, call) {
      const figure = needFigure(input, call);
      const decimals = wholeArgument(call, 0, 1);
      return {
        kind: "pieces",
        pieces: [
          figurePiece(percentage(figure.value, decimals, roundingArgument(call, 1)), { ...figure, percent: decimals }),
        ],
      };
    },
  },
  {
    name: "百分点",
    help: "两个比率之差，写成百分点，不带正负号。",
    example: ["办结 / 交办 - 重点件 / 交办 | 百分点: 1", "55.3个百分点"],
    run(input, call) {
      const figure = needFigure(input, call);
      const text = fixed(figure.value.abs().mul(100), wholeArgument(call, 0, 1), roundingArgument(call, 1));
      return { kind: "pieces", pieces: [figurePiece(text, figure), textPiece("个百分点")] };
    },
  },
  {
    name: "小数",
    help: "保留几位小数；默认四舍五入，要截去的写“小数: 2, 去尾”。",
    example: ["办结 / 交办 | 小数: 2", "0.74"],
    run(input, call) {
      const figure = needFigure(input, call);
      return {
        kind: "pieces",
        pieces: [figurePiece(fixed(figure.value, wholeArgument(call, 0, 2), roundingArgument(call, 1)), figure)],
      };
    },
  },
  {
    name: "千分位",
    help: "每三位加一个逗号。",
    example: ["交办 * 100 | 千分位", "21,500"],
    run(input, call) {
      const figure = needFigure(input, call);
      return { kind: "pieces", pieces: [figurePiece(grouped(defaultNumber(figure)), figure)] };
    },
  },
  {
    name: "万",
    help: "以万为单位，保留几位小数（默认 2 位）。",
    example: ["交办 * 1000 | 万: 1", "21.5万"],
    run(input, call) {
      const figure = needFigure(input, call);
      return {
        kind: "pieces",
        pieces: [
          figurePiece(fixed(figure.value.div(10000), wholeArgument(call, 0, 2), roundingArgument(call, 1)), figure),
          textPiece("万"),
        ],
      };
    },
  },
  {
    name: "带量词",
    help: "数字后面带上它的量词。",
    example: ["交办 | 带量词", "215件"],
    run(input, call) {
      const figure = needFigure(input, call);
      return { kind: "pieces", pieces: [figurePiece(defaultNumber(figure), figure), textPiece(figure.measureWord)] };
    },
  },
  {
    name: "绝对值",
    help: "去掉负号。",
    example: ["办结 - 交办 | 绝对值", "55"],
    run(input, call) {
      const figure = needFigure(input, call);
      return { kind: "pieces", pieces: [figurePiece(defaultNumber({ ...figure, value: figure.value.abs() }), figure)] };
    },
  },
  {
    name: "增减",
    help: "差数写成“增加12件”“减少3件”或“持平”；三个词可以自定：增减: 上升, 下降, 不变。",
    example: ["办结 - 交办 | 增减", "减少55件"],
    run(input, call) {
      const figure = needFigure(input, call);
      const word = changeWord(figure.value.s, call, ["增加", "减少", "持平"]);
      if (figure.value.equals(0)) return { kind: "pieces", pieces: [figurePiece(word, figure)] };
      const digits = defaultNumber({ ...figure, value: figure.value.abs() });
      return {
        kind: "pieces",
        pieces: [
          textPiece(word),
          figurePiece(digits, figure),
          ...(figure.measureWord === "" ? [] : [textPiece(figure.measureWord)]),
        ],
      };
    },
  },
  {
    name: "增减率",
    help: "比率写成“增长12.5%”“下降3.2%”或“持平”，数字是保留几位小数。",
    example: ["(办结 - 交办) / 交办 | 增减率: 1", "下降25.6%"],
    run(input, call) {
      const figure = needFigure(input, call);
      const word = changeWord(figure.value.s, { ...call, args: call.args.slice(1) }, ["增长", "下降", "持平"]);
      if (figure.value.equals(0)) return { kind: "pieces", pieces: [figurePiece(word, figure)] };
      return {
        kind: "pieces",
        pieces: [textPiece(word), figurePiece(percentage(figure.value.abs(), wholeArgument(call, 0, 1)), figure)],
      };
    },
  },
];

function changeWord(
  sign: bigint,
  call: Parameters<Filter["run"]>[1],
  words: readonly [string, string, string],
): string {
  const [more, less, same] = words;
  if (sign === 0n) return textArgument(call, 2, same);
  return sign > 0n ? textArgument(call, 0, more) : textArgument(call, 1, less);
}
