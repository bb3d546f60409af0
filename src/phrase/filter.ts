import { ExpressionError } from "../expression/expression.ts";
import type { FilterCall } from "../expression/expression.ts";
import type { Figure } from "../tally/figure.ts";
import { figureOf } from "../tally/value.ts";
import { listOf } from "./list.ts";
import type { ListStyle, ShownList } from "./list.ts";
import type { Rounding } from "./number-format.ts";
import { shownNames } from "./shown.ts";
import type { Shown } from "./shown.ts";

/** A form that can stand behind a bar: `{{交办.单位 | 前: 3}}`. (格式) */
export interface Filter {
  readonly name: string;
  /** One sentence for the handbook, in Chinese. */
  readonly help: string;
  /** Expression and result on issue 15, for the handbook; the tests run it. */
  readonly example: readonly [expression: string, result: string];
  readonly run: (input: Shown, call: FilterCall) => Shown;
}

/** The single figure of the input, or an error that says what the filter is for. */
export function needFigure(input: Shown, call: FilterCall): Figure {
  const figure = input.kind === "list" || input.kind === "pieces" ? undefined : figureOf(input);
  if (figure !== undefined) return figure;
  throw new ExpressionError(
    "filter-input",
    `“${call.name}”只能用在一个数字后面，前面是${shownNames[input.kind]}`,
    call.span,
  );
}

export function needList(input: Shown, call: FilterCall): ShownList {
  if (input.kind === "list") return input.list;
  if (input.kind === "breakdown") return listOf(input.breakdown);
  throw new ExpressionError(
    "filter-input",
    `“${call.name}”只能用在分项（如 交办.单位）后面，前面是${shownNames[input.kind]}`,
    call.span,
  );
}

export function styled(input: Shown, call: FilterCall, style: Partial<ListStyle>): Shown {
  const list = needList(input, call);
  return { kind: "list", list: { ...list, style: { ...list.style, ...style } } };
}

/** The whole-number argument at `at`, or `fallback` when there is none. */
export function wholeArgument(call: FilterCall, at: number, fallback?: number): number {
  const text = call.args[at];
  if ((text === undefined || text === "") && fallback !== undefined) return fallback;
  if (text !== undefined && /^\d{1,4}$/.test(text)) return Number(text);
  throw new ExpressionError("filter-argument", `“${call.name}”后面要写一个数字`, call.span, `如“| ${call.name}: 3”。`);
}

export function textArgument(call: FilterCall, at: number, fallback?: string): string {
  const text = call.args[at] ?? fallback;
  if (text !== undefined) return text;
  throw new ExpressionError("filter-argument", `“${call.name}”后面要写内容`, call.span, `如“| ${call.name}: …”。`);
}

/** Rounding is half up unless the editor writes 去尾 as the argument at `at`. */
export function roundingArgument(call: FilterCall, at: number): Rounding {
  const text = call.args[at];
  if (text === undefined || text === "" || text === "四舍五入") return "四舍五入";
  if (text === "去尾") return "去尾";
  throw new ExpressionError(
    "filter-argument",
    `“${call.name}”不认识“${text}”`,
    call.span,
    "取位的办法写“四舍五入”（默认）或“去尾”。",
  );
}
