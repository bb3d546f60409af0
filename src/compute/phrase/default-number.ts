import { ExpressionError } from "../../model/expression/expression.ts";
import type { Figure } from "../tally/figure.ts";
import { fixed, percentage, plain } from "./number-format.ts";

/** The digits in the form of the measure if it has one, else with all decimals; `undefined` if these do not end. */
export function customaryNumber({ value, percent, rounded, cut = false, decimals = 0 }: Figure): string | undefined {
  if (percent !== undefined) return percentage(value, { decimals: percent, cut, trimmed: false });
  if (rounded !== undefined) return fixed(value, { decimals: rounded, cut, trimmed: false });
  const text = plain(value);
  const shown = text?.split(".")[1]?.length ?? 0;
  return text !== undefined && shown < decimals ? fixed(value, decimals) : text;
}

/** The digits of a figure without a filter. Throws `ExpressionError` for a value whose decimals do not end. */
export function defaultNumber(figure: Figure): string {
  const text = customaryNumber(figure);
  if (text !== undefined) return text;
  throw new ExpressionError(
    "needs-decimals",
    `“${figure.name}”除不尽，要说明怎样取位`,
    { start: 0, end: 0 },
    "请加“| 百分比: 1”（74.4%）或“| 小数: 2”（0.74）；每期都要的，在 data/tallies.yaml 里给指标写上“百分比”或“小数”。",
  );
}
