/** Arithmetic on figures and, member by member, on breakdowns. */

import { ExpressionError } from "../../model/expression/expression.ts";
import type { Operator, Span } from "../../model/expression/expression.ts";
import { compareMoments } from "../../base/text/moment.ts";
import type { Moment } from "../../base/text/moment.ts";
import { figureAt } from "./breakdown.ts";
import { operationFigure, sumFigure } from "./figure.ts";
import type { Figure } from "./figure.ts";
import type { Breakdown, Named, Part } from "./breakdown.ts";
import { figureOf, valueNames } from "./value.ts";
import type { Value } from "./value.ts";

/** Applies an operator; two breakdowns of one dimension are combined member by member. Throws `ExpressionError`. */
export function combine(operator: Operator, left: Value, right: Value, name: string, span: Span): Value {
  if (left.kind === "breakdown" || right.kind === "breakdown")
    return { kind: "breakdown", breakdown: combineBreakdowns(operator, left, right, name, span) };
  const a = figureOf(left);
  const b = figureOf(right);
  if (a === undefined || b === undefined) {
    const wrong = a === undefined ? left : right;
    throw new ExpressionError("not-a-figure", `${valueNames[wrong.kind]}不能参加计算`, span, "只有数字可以加减乘除。");
  }
  return { kind: "figure", figure: operate(operator, a, b, name, span) };
}

function operate(operator: Operator, left: Figure, right: Figure, name: string, span: Span): Figure {
  if (operator === "÷" && right.value.equals(0)) {
    throw new ExpressionError(
      "division-by-zero",
      `“${right.name}”是 0，不能作除数`,
      span,
      "请改写这句话，或核对数据。",
    );
  }
  // A ratio of figures with the same 量词 has none; otherwise that of the left one is used.
  const measureWord =
    operator === "÷" && left.measureWord === right.measureWord ? "" : left.measureWord || right.measureWord;
  return operationFigure({ name, measureWord, asOf: later(left.asOf, right.asOf) }, operator, left, right);
}

/** A figure from two others has the later of their as-of dates. */
function later(a: Moment | undefined, b: Moment | undefined): Moment | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return compareMoments(a, b) >= 0 ? a : b;
}

function combineBreakdowns(operator: Operator, left: Value, right: Value, name: string, span: Span): Breakdown {
  const base = left.kind === "breakdown" ? left.breakdown : right.kind === "breakdown" ? right.breakdown : undefined;
  if (base === undefined) throw new ExpressionError("not-a-figure", "这里要用分项", span);
  if (
    left.kind === "breakdown" &&
    right.kind === "breakdown" &&
    left.breakdown.dimension.name !== right.breakdown.dimension.name
  ) {
    throw new ExpressionError(
      "mixed-dimensions",
      `一个按${left.breakdown.dimension.name}分，一个按${right.breakdown.dimension.name}分，不能逐项计算`,
      span,
      "请用同一种分组。",
    );
  }
  // Brackets show that (交办 - 办结).零陵区 is a part of the difference, not of its last term.
  const whole = / [-+×÷] /.test(name) ? `(${name})` : name;
  const blanks: { label: string; member: NonNullable<Part["member"]> }[] = [];
  const parts: Part[] = [];
  for (const { label, member } of membersOf(left, right)) {
    const a = partFigure(left, { label, member }, span);
    const b = partFigure(right, { label, member }, span);
    if (a === undefined || b === undefined || (operator === "÷" && b.value.equals(0))) {
      if (member !== undefined) blanks.push({ label, member });
    } else parts.push({ label, member, figure: operate(operator, a, b, `${whole}.${label}`, span) });
  }
  const measureWord = parts[0]?.figure.measureWord ?? base.measureWord;
  const sum = sumFigure(
    { name: `${whole}.之和`, measureWord, asOf: base.sum.asOf },
    parts.map((part) => part.figure),
  );
  const sides = [left, right].flatMap((side) => (side.kind === "breakdown" ? [side.breakdown] : []));
  // Multiplying every part multiplies the sum; adding a figure to every part, or dividing parts by parts, makes the sum meaningless.
  const scaled = sides.length === 1 && (operator === "×" || (operator === "÷" && right.kind !== "breakdown"));
  return {
    name,
    dimension: base.dimension,
    overlapping: sides.some((side) => side.overlapping),
    measureWord,
    parts,
    sum,
    additive: sides.every((side) => side.additive) && (scaled || (sides.length === 2 && "+-".includes(operator))),
    blanks: [...blanks, ...sides.flatMap((side) => side.blanks)],
    total: undefined,
    joint: undefined,
  };
}

/** The members of both sides, in the order of the left side. */
function membersOf(left: Value, right: Value): Named[] {
  const found = new Map<unknown, Named>();
  for (const side of [left, right]) {
    if (side.kind !== "breakdown") continue;
    for (const { label, member } of side.breakdown.parts)
      if (!found.has(member ?? label)) found.set(member ?? label, { label, member });
  }
  for (const side of [left, right])
    if (side.kind === "breakdown") side.breakdown.blanks.forEach(({ member }) => found.delete(member));
  return [...found.values()];
}

/** `undefined` when the member has no figure, and is not 0 either. */
function partFigure(value: Value, line: Named, span: Span): Figure | undefined {
  if (value.kind === "breakdown") return figureAt(value.breakdown, line);
  const figure = figureOf(value);
  if (figure === undefined)
    throw new ExpressionError("not-a-figure", `${valueNames[value.kind]}不能参加计算`, span, "只有数字可以加减乘除。");
  return figure;
}
