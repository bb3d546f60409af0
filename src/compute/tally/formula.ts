/** Measures computed from other measures: 正在办理 = 交办 - 办结. (算式) */

import Fraction from "fraction.js";
import { parseExpression } from "../../model/expression/parse.ts";
import type { Expression } from "../../model/expression/expression.ts";
import type { MeasureDefinition, Vocabulary } from "../../model/vocabulary.ts";
import { combine } from "./arithmetic.ts";
import { constantFigure, literalFigure } from "./figure.ts";
import type { Figure } from "./figure.ts";
import { byDimension, jointOnly, whole } from "./lens.ts";
import type { Lens } from "./lens.ts";
import type { Tally } from "./tally.ts";
import type { Breakdown } from "./breakdown.ts";
import { figureOf } from "./value.ts";
import type { Value } from "./value.ts";
import { written } from "./written.ts";

/** The measures of one issue that a formula can use. */
export interface Measures {
  readonly vocabulary: Vocabulary;
  /** `undefined` when the issue has no data for it. */
  get(name: string): Tally | undefined;
  through(name: string, lens: Lens): Value | undefined;
}

/** The value of a formula with a lens applied to every measure; `undefined` when the lens gives nothing for one of them. */
function evaluateFormula(expression: Expression, name: string, tallies: Measures, lens: Lens): Value | undefined {
  switch (expression.kind) {
    case "number":
      return { kind: "figure", figure: literalFigure(expression.text) };
    case "path": {
      const [first, ...deeper] = expression.segments;
      if (first === undefined) return undefined;
      if (deeper.length === 0) return tallies.through(first.name, lens);
      const tally = tallies.get(first.name);
      return tally === undefined ? undefined : lens(tally, deeper);
    }
    case "binary": {
      const inner = (side: Expression): Value | undefined => evaluateFormula(side, written(side), tallies, lens);
      const [left, right] = [inner(expression.left), inner(expression.right)];
      if (left === undefined || right === undefined) return undefined;
      return combine(expression.operator, left, right, name, expression.span);
    }
    // The schema refuses both in a formula.
    case "part":
    case "series":
      return undefined;
  }
}

/** The value of a formula as a figure or breakdown with the name, 量词 and form of the measure. */
export function formulaValue(definition: MeasureDefinition, tallies: Measures, lens: Lens): Value | undefined {
  const { formula, name } = definition;
  if (formula === undefined) return undefined;
  const expression = parseExpression(formula.expression);
  const value = evaluateFormula(expression, name, tallies, lens);
  const decorate = (figure: Figure, called: string): Figure => ({
    ...figure,
    name: called,
    measureWord: definition.measureWord || figure.measureWord,
    percent: definition.percent,
    rounded: definition.rounded,
    cut: definition.cut,
  });
  if (value?.kind === "breakdown") {
    const { breakdown } = value;
    const called = `${name}.${breakdown.dimension.name}`;
    return {
      kind: "breakdown",
      breakdown: {
        ...breakdown,
        name: called,
        measureWord: definition.measureWord || breakdown.measureWord,
        parts: breakdown.parts.map((part) => ({ ...part, figure: decorate(part.figure, `${called}.${part.label}`) })),
        sum: decorate(breakdown.sum, `${called}.之和`),
        additive: breakdown.additive && isLinear(expression) && definition.percent === undefined && definition.additive,
      },
    };
  }
  const figure = value === undefined ? undefined : figureOf(value);
  return figure === undefined ? undefined : { kind: "figure", figure: decorate(figure, name) };
}

/** The tally of a computed measure; `undefined` when a measure it needs has no data. */
export function fromFormula(definition: MeasureDefinition, tallies: Measures): Tally | undefined {
  if (definition.formula === undefined) return undefined;
  const expression = parseExpression(definition.formula.expression);
  const operands = measuresIn(expression).map((name) => tallies.get(name));
  const present = operands.filter((tally) => tally !== undefined);
  const [first] = present;
  if (first === undefined || present.length < operands.length) return undefined;
  const see = (lens: Lens): Value | undefined => formulaValue(definition, tallies, lens);
  const figure = (lens: Lens): Figure | undefined => {
    const value = see(lens);
    return value === undefined ? undefined : figureOf(value);
  };
  const total = figure(whole);
  const linear = isLinear(expression) && definition.percent === undefined;
  const head = { name: `${definition.name}.共有`, measureWord: definition.measureWord, asOf: total?.asOf };
  const joint = linear ? figure(jointOnly) : undefined;
  const jointTotal = joint === undefined ? constantFigure(head, new Fraction(0)) : { ...joint, name: head.name };
  const breakdowns = new Map<string, Breakdown>();
  for (const dimension of tallies.vocabulary.dimensions.keys()) {
    const seen = see(byDimension(dimension));
    if (seen?.kind !== "breakdown") continue;
    const shared = present
      .map((tally) => tally.breakdowns.get(dimension)?.joint)
      .find((candidate) => candidate !== undefined);
    breakdowns.set(dimension, {
      ...seen.breakdown,
      total,
      joint: linear && shared !== undefined ? { counting: shared.counting, total: jointTotal, items: [] } : undefined,
    });
  }
  return {
    definition,
    asOf: total?.asOf ?? first.asOf,
    since: first.since,
    batches: first.batches,
    restarts: first.restarts,
    total,
    breakdowns,
    crosses: [],
    joint: [],
    jointCounting: first.jointCounting,
    jointTotal,
  };
}

/** Whether a formula consists of sums, differences and multiples, so that the values of the parts add up to that of the whole. */
function isLinear(expression: Expression): boolean {
  if (expression.kind === "path") return true;
  if (expression.kind !== "binary") return false;
  const { operator, left, right } = expression;
  if (operator === "+" || operator === "-") return isLinear(left) && isLinear(right);
  if (operator === "÷") return isLinear(left) && right.kind === "number";
  return (isLinear(left) && right.kind === "number") || (left.kind === "number" && isLinear(right));
}

function measuresIn(expression: Expression): string[] {
  if (expression.kind === "binary") return [...measuresIn(expression.left), ...measuresIn(expression.right)];
  return expression.kind === "path" && expression.segments[0] !== undefined ? [expression.segments[0].name] : [];
}
