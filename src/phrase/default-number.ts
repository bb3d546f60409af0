import { ExpressionError } from "../expression/expression.ts";
import type { Figure } from "../tally/figure.ts";
import { percentage, plain } from "./number-format.ts";

/** A figure's digits when no form is asked for. Throws `ExpressionError` for a value whose decimals do not end. */
export function defaultNumber(figure: Figure): string {
  if (figure.percent !== undefined) return percentage(figure.value, figure.percent);
  const text = plain(figure.value);
  if (text !== undefined) return text;
  throw new ExpressionError(
    "needs-decimals",
    `“${figure.name}”除不尽，要说明怎样取位`,
    { start: 0, end: 0 },
    "请加“| 百分比: 1”（74.4%）或“| 小数: 2”（0.74）。",
  );
}
