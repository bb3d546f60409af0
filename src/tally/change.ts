/** 新增 and 环比: against the previous issue. */

import { ExpressionError } from "../expression/expression.ts";
import type { Segment } from "../expression/expression.ts";
import { combine } from "./arithmetic.ts";
import type { Value } from "./value.ts";

/** `交办.新增` is 交办 - 上期.交办; `交办.环比` is that difference over 上期.交办. Both work by parts: `交办.单位.新增`. */
export function changeOf(word: Segment, now: Value, before: Value): Value {
  const base = nameOf(now);
  if (base === undefined)
    throw new ExpressionError("not-a-figure", `“${word.name}”前面要是数字或分项`, word, "如 {{交办.新增}}。");
  const added = combine("-", now, before, `${base}.新增`, word);
  return word.name === "新增" ? added : combine("÷", added, before, `${base}.环比`, word);
}

function nameOf(value: Value): string | undefined {
  if (value.kind === "breakdown") return value.breakdown.name;
  if (value.kind === "figure") return value.figure.name;
  return value.kind === "tally" || value.kind === "joint" ? value.total.name : undefined;
}
