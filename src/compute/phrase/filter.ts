import { ExpressionError } from "../../model/expression/expression.ts";
import type { FilterCall } from "../../model/expression/expression.ts";
import type { Figure } from "../tally/figure.ts";
import { figureOf } from "../tally/value.ts";
import { listOf } from "./list.ts";
import type { ListStyle, ShownList, WrittenFigure } from "./list.ts";
import type { Rounding } from "./number-format.ts";
import { shownNames } from "./shown.ts";
import type { Shown } from "./shown.ts";

/** A filter after a bar: `{{交办.单位 | 前: 3}}`. (格式) */
export interface Filter {
  readonly name: string;
  /** One sentence for the handbook, in Chinese. */
  readonly help: string;
  /** Expression and result on issue 15, for the handbook; the tests run it. */
  readonly example: readonly [expression: string, result: string];
  /** Arguments are wording and used as typed: 分隔: ，. Otherwise ， and 、 also separate arguments, and １ means 1. */
  readonly verbatim?: boolean;
  /** The result may be empty; without such a filter an expression that prints nothing is an error. */
  readonly mayBeEmpty?: boolean;
  /** Defines only how figures are written, so that it may also follow the column of a table. */
  readonly writes?: boolean;
  readonly run: (input: Shown, call: FilterCall) => Shown;
}

/** The single figure of the input, if it is one. */
export function figureIn(input: Shown): Figure | undefined {
  return input.kind === "list" || input.kind === "pieces" ? undefined : figureOf(input);
}

/** The single figure of the input, or an error that says what the filter is for. */
function needFigure(input: Shown, call: FilterCall): Figure {
  const figure = figureIn(input);
  if (figure !== undefined) return figure;
  throw wrongInput(input, call, "一个数字");
}

export function wrongInput(input: Shown, call: FilterCall, wanted: string): ExpressionError {
  return new ExpressionError(
    "filter-input",
    `“${call.name}”只能用在${wanted}后面，前面是${shownNames[input.kind]}`,
    call.span,
    input.kind === "pieces" ? "前面的格式已经写成了文字，请把这个格式移到它前面。" : undefined,
  );
}

export function listIn(input: Shown): ShownList | undefined {
  if (input.kind === "list") return input.list;
  return input.kind === "breakdown" ? listOf(input.breakdown) : undefined;
}

export function needList(input: Shown, call: FilterCall): ShownList {
  const list = listIn(input);
  if (list !== undefined) return list;
  throw wrongInput(input, call, "分项（如 交办.单位）");
}

export function styled(input: Shown, call: FilterCall, style: Partial<ListStyle>): Shown {
  const list = needList(input, call);
  return { kind: "list", list: { ...list, style: { ...list.style, ...style } } };
}

/** A list with one number for each member. With several side by side (并列) it would be unclear which one a filter applies to. */
export function needSingle(input: Shown, call: FilterCall): ShownList {
  const list = needList(input, call);
  if (list.beside === undefined) return list;
  throw new ExpressionError(
    "filter-input",
    `并列的几个分项后面不能写“${call.name}”`,
    call.span,
    `请写在其中一项后面，连同那一项用括号括起来，如 {{交办.单位、(办结率.单位 | 百分比: 2)}}；要求一个数的，分开写。`,
  );
}

/** A filter that writes a single figure, or every figure of a list. */
export function numberFilter(
  about: Pick<Filter, "name" | "help" | "example" | "verbatim">,
  write: (figure: Figure, call: FilterCall) => WrittenFigure,
): Filter {
  return {
    ...about,
    writes: true,
    run(input, call) {
      if (listIn(input) !== undefined) {
        needSingle(input, call);
        return styled(input, call, { write: (figure) => write(figure, call) });
      }
      return { kind: "pieces", pieces: write(needFigure(input, call), call).pieces };
    },
  };
}

/** The first argument, a whole number from 1. */
export function countArgument(call: FilterCall): number {
  const text = call.args[0] ?? "";
  const isNumber = /^\d{1,6}$/.test(text);
  if (isNumber && Number(text) > 0) return Number(text);
  throw new ExpressionError(
    "filter-argument",
    isNumber ? `“${call.name}”后面的数字要从 1 起` : `“${call.name}”后面要写一个数字`,
    call.span,
    `如“| ${call.name}: 3”。`,
  );
}

export function textArgument(call: FilterCall, at: number, fallback?: string): string {
  const text = call.args[at] ?? fallback;
  if (text !== undefined) return text;
  throw new ExpressionError("filter-argument", `“${call.name}”后面要写内容`, call.span, `如“| ${call.name}: …”。`);
}

/** More decimals are a typing error: 百分比: 100. */
const mostDecimals = 10;

/** Decimals and 四舍五入, 去尾, 去零 among the arguments, in any order. `decimals` and `cut` are the defaults, `others` further valid words. */
export function roundingArguments(
  call: FilterCall,
  decimals: number,
  others: readonly string[] = [],
  cut = false,
): Rounding {
  let rounding: Rounding = { decimals, cut, trimmed: false };
  for (const text of call.args) {
    if (/^\d{1,4}$/.test(text) && Number(text) <= mostDecimals) rounding = { ...rounding, decimals: Number(text) };
    else if (text === "去尾" || text === "四舍五入") rounding = { ...rounding, cut: text === "去尾" };
    else if (text === "去零") rounding = { ...rounding, trimmed: true };
    else if (text !== "" && !others.includes(text))
      throw new ExpressionError(
        "filter-argument",
        `“${call.name}”不认识“${text}”`,
        call.span,
        `冒号后面写保留几位小数（0 至 ${mostDecimals}），以及“四舍五入”（默认）、“去尾”或“去零”。`,
      );
  }
  return rounding;
}

/** A figure written with its unit, so that no 量词 follows: 74.4%. */
export function complete(...pieces: WrittenFigure["pieces"]): WrittenFigure {
  return { pieces, complete: true };
}

/** A figure written without its unit. */
export function digits(piece: WrittenFigure["pieces"][number]): WrittenFigure {
  return { pieces: [piece], complete: false };
}
