/** 新增, 环比 and 名次变化 compare with the previous issue, 同比 and 周同比 with the same date or week of last year. */

import { ExpressionError } from "../../model/expression/expression.ts";
import type { Segment } from "../../model/expression/expression.ts";
import { combine } from "./arithmetic.ts";
import { ranksOf } from "./ranks.ts";
import type { Value } from "./value.ts";

/** `交办.新增` is 交办 - 上期.交办; `交办.环比` is that divided by 上期.交办; `交办.同比` uses 去年同期. All apply to breakdowns: `交办.单位.新增`. */
export function changeOf(word: Segment, now: Value, before: Value, than: string): Value {
  const base = nameOf(now);
  if (base === undefined)
    throw new ExpressionError(
      "not-a-figure",
      `“${word.name}”前面要是数字或分项`,
      word,
      `写作“指标.${word.name}”或“指标.分组.${word.name}”。`,
    );
  if (word.name === "名次变化") return rises(word, now, before, base);
  // In explanations only the difference from the previous issue is called 新增.
  const added = combine("-", now, before, than === "上期" ? `${base}.新增` : `${base}比${than}`, word);
  return word.name === "新增" ? added : combine("÷", added, before, `${base}.${word.name}`, word);
}

/** The ranks gained since the previous issue: from fifth to third is 2. */
function rises(word: Segment, now: Value, before: Value, base: string): Value {
  if (now.kind !== "breakdown" || before.kind !== "breakdown")
    throw new ExpressionError(
      "not-a-figure",
      `“${word.name}”前面要是分项`,
      word,
      "写作“指标.分组.名次变化”，只要一项的写“指标.分组.那一项.名次变化”。",
    );
  const [a, b] = [before, now].map(({ breakdown }): Value => ({ kind: "breakdown", breakdown: ranksOf(breakdown) }));
  return a === undefined || b === undefined ? now : combine("-", a, b, `${base}.名次变化`, word);
}

function nameOf(value: Value): string | undefined {
  if (value.kind === "breakdown") return value.breakdown.name;
  if (value.kind === "figure") return value.figure.name;
  return value.kind === "tally" || value.kind === "joint" ? value.total.name : undefined;
}
