/** Evaluates expressions. Names mean values of this issue, the previous one or any other. */

import Fraction from "fraction.js";
import { ExpressionError } from "../../model/expression/expression.ts";
import type { Expression, Segment } from "../../model/expression/expression.ts";
import { dayNumber } from "../../base/text/moment.ts";
import type { Moment } from "../../base/text/moment.ts";
import { didYouMean } from "../../base/text/nearest.ts";
import { combine } from "./arithmetic.ts";
import { changeOf } from "./change.ts";
import { constantFigure, literalFigure } from "./figure.ts";
import type { Lens } from "./lens.ts";
import type { Scope } from "./scope.ts";
import { selectIssues, sumOverIssues } from "./other-issues.ts";
import { stepsInto, tallyValue } from "./tally-path.ts";
import { figureOf } from "./value.ts";
import type { Value } from "./value.ts";
import { written } from "./written.ts";

export type { Scope } from "./scope.ts";
export { written } from "./written.ts";

/**
 * Throws `ExpressionError` for everything that does not exist: a figure is never silently empty. A lens is applied to every measure
 * in the expression, to break it down by a dimension or restrict it to some members.
 */
export function evaluate(expression: Expression, scope: Scope, lens?: Lens): Value {
  switch (expression.kind) {
    case "number":
      return { kind: "figure", figure: literalFigure(expression.text) };
    case "path":
      return resolve(expression.segments, scope, lens);
    case "part":
      return stepsInto(evaluate(expression.of, scope, lens), expression.segments);
    case "series":
      throw new ExpressionError("not-a-figure", "这里只能写一项，不能用顿号并列", expression.span);
    case "binary": {
      const left = evaluate(expression.left, scope, lens);
      const right = evaluate(expression.right, scope, lens);
      if (left.kind === "moment" && right.kind === "moment" && expression.operator === "-")
        return daysBetween(left.moment, right.moment, written(expression));
      if (expression.operator === "+" || expression.operator === "-") sameUnits(left, right, expression);
      return combine(expression.operator, left, right, written(expression), expression.span);
    }
  }
}

/** The number of days between two dates, in 天; hours are ignored. */
function daysBetween(to: Moment, from: Moment, name: string): Value {
  const value = new Fraction(dayNumber(to) - dayNumber(from));
  return { kind: "figure", figure: constantFigure({ name, measureWord: "天", asOf: to }, value) };
}

/** Refuses to add 件 and 个. A formula (算式) may do it, because its measure defines the 量词 of the result. */
function sameUnits(left: Value, right: Value, { span }: Expression): void {
  const [a, b] = [left, right].map((value) =>
    value.kind === "breakdown" ? value.breakdown.measureWord : figureOf(value)?.measureWord,
  );
  if (a === undefined || b === undefined || a === "" || b === "" || a === b) return;
  throw new ExpressionError(
    "mixed-units",
    `一个论“${a}”，一个论“${b}”，不能相加减`,
    span,
    "确实要算的，请在 data/tallies.yaml 里立一个带“算式”的指标，写明量词。",
  );
}

function resolve(segments: readonly Segment[], scope: Scope, lens: Lens | undefined): Value {
  const [first, ...rest] = segments;
  if (first === undefined) throw new ExpressionError("expression-empty", "没有写名称", { start: 0, end: 0 });
  const chosen = selectIssues(first, rest, scope);
  if (chosen !== undefined) {
    const at = lens === undefined ? 2 : rest.length;
    return sumOverIssues(first, rest, at, chosen, (path, other) => resolve(path, other, lens));
  }
  const last = rest.at(-1);
  if (last !== undefined && changes.has(last.name)) return change(last, segments.slice(0, -1), scope, lens);
  const facts = scope.facts.get(first.name);
  if (facts !== undefined) return fact(first, rest, facts);
  return ofTally(first, rest, scope, lens);
}

/** The names of changes, with the issue to compare with. */
const changes = new Map([
  ["新增", "上期"],
  ["环比", "上期"],
  ["名次变化", "上期"],
  ["同比", "去年同期"],
  ["周同比", "去年同周"],
]);

/** Compares whole breakdowns before taking a part, so that a unit missing in the last issue counts as 0. */
function change(word: Segment, segments: readonly Segment[], scope: Scope, lens: Lens | undefined): Value {
  const base = lens === undefined ? segments.slice(0, 2) : segments;
  const before: Segment = { name: changes.get(word.name) ?? "上期", start: word.start, end: word.end };
  const value = changeOf(word, resolve(base, scope, lens), resolve([before, ...base], scope, lens), before.name);
  return stepsInto(value, segments.slice(base.length));
}

function fact(first: Segment, rest: readonly Segment[], facts: ReadonlyMap<string, Value>): Value {
  const [key] = rest;
  const value = key === undefined ? undefined : facts.get(key.name);
  if (value === undefined || rest.length > 1) {
    throw new ExpressionError(
      "unknown-tally",
      `“${first.name}”里没有“${rest.map((segment) => segment.name).join(".")}”`,
      key ?? first,
      `可以写：${[...facts.keys()].map((name) => `${first.name}.${name}`).join("、")}。`,
    );
  }
  return value;
}

function ofTally(first: Segment, rest: readonly Segment[], scope: Scope, lens: Lens | undefined): Value {
  const { tallies } = scope;
  const tally = placed(first, () => tallies.get(first.name));
  if (tally !== undefined && lens !== undefined) {
    const seen = placed(first, () => (rest.length > 0 ? lens(tally, rest) : tallies.through(first.name, lens)));
    if (seen !== undefined) return seen;
    throw new ExpressionError(
      "no-such-part",
      `“${[first, ...rest].map(({ name }) => name).join(".")}”没有这样分的数据`,
      first,
      `“${first.name}”的分组有：${[...tally.breakdowns.keys()].join("、") || "（无）"}。`,
    );
  }
  if (tally !== undefined) return tallyValue(tally, rest, first);
  const known = tallies.vocabulary.measures.has(first.name);
  const available = tallies.available();
  const list =
    available.length > 0 ? `这一期有：${available.join("、")}。` : "这一期没有数据文件 counts.yaml，或者里面是空的。";
  throw new ExpressionError(
    "unknown-tally",
    known ? `这一期的数据里没有“${first.name}”` : `没有“${first.name}”这个统计项`,
    first,
    known ? `请在 counts.yaml 里填上它。${list}` : `${didYouMean(first.name, available)}${list}`,
  );
}

/** Places an error inside a formula at the name of the measure, because the text of the formula is in another file. */
function placed<T>(segment: Segment, compute: () => T): T {
  try {
    return compute();
  } catch (fault) {
    if (!(fault instanceof ExpressionError)) throw fault;
    throw new ExpressionError(fault.code, `“${segment.name}”算不出来：${fault.message}`, segment, fault.hint);
  }
}
