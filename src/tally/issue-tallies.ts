/** All tallies of one issue: those of its data and those that formulas make of them. */

import { parseExpression } from "../expression/parse.ts";
import { ExpressionError } from "../expression/expression.ts";
import type { Expression } from "../expression/expression.ts";
import type { CountSheet } from "../model/count-sheet.ts";
import type { MeasureDefinition, Vocabulary } from "../model/vocabulary.ts";
import { combine } from "./arithmetic.ts";
import { constantFigure, sumFigure } from "./figure.ts";
import type { Figure } from "./figure.ts";
import { tallyOf } from "./tally.ts";
import type { Breakdown, Tally } from "./tally.ts";
import { figureOf } from "./value.ts";
import type { Value } from "./value.ts";
import Fraction from "fraction.js";

export class IssueTallies {
  readonly vocabulary: Vocabulary;
  readonly sheet: CountSheet | undefined;
  readonly #cache = new Map<string, Tally | undefined>();

  constructor(sheet: CountSheet | undefined, vocabulary: Vocabulary) {
    this.sheet = sheet;
    this.vocabulary = vocabulary;
  }

  /** The tally of a measure; `undefined` when the issue has no data for it. Throws `ExpressionError` on a formula that cannot be computed. */
  get(name: string): Tally | undefined {
    if (!this.#cache.has(name)) this.#cache.set(name, this.#compute(name));
    return this.#cache.get(name);
  }

  /** Measures that this issue has figures for, in the order of the vocabulary. */
  available(): string[] {
    return [...this.vocabulary.measures.keys()].filter((name) => {
      try {
        return this.get(name) !== undefined;
      } catch (fault) {
        if (fault instanceof ExpressionError) return false;
        throw fault;
      }
    });
  }

  #compute(name: string): Tally | undefined {
    const definition = this.vocabulary.measures.get(name);
    if (definition === undefined) return undefined;
    const block = this.sheet?.blocks.get(name);
    if (block !== undefined) return tallyOf(block, definition, this.vocabulary);
    return definition.formula === undefined
      ? undefined
      : this.#fromFormula(definition, parseExpression(definition.formula.expression));
  }

  #fromFormula(definition: MeasureDefinition, expression: Expression): Tally | undefined {
    const operands = namesIn(expression).map((name) => this.get(name));
    const [first] = operands;
    if (operands.some((tally) => tally === undefined) || first === undefined) return undefined;
    const present = operands.filter((tally) => tally !== undefined);
    const run = (pick: (tally: Tally) => Value): Value => this.#evaluate(expression, definition.name, pick);
    const decorate = (figure: Figure, name = figure.name): Figure => ({
      ...figure,
      name,
      measureWord: definition.measureWord || figure.measureWord,
      percent: definition.percent,
    });
    const total = present.every((tally) => tally.total !== undefined)
      ? figureOf(run((tally) => ({ kind: "tally", tally, total: tally.total ?? tally.jointTotal })))
      : undefined;
    const breakdowns = new Map<string, Breakdown>();
    for (const [dimension] of first.breakdowns) {
      if (!present.every((tally) => tally.breakdowns.has(dimension))) continue;
      const value = run((tally) => {
        const breakdown = tally.breakdowns.get(dimension);
        if (breakdown === undefined)
          throw new ExpressionError("unknown-tally", `没有按${dimension}分的数据`, expression.span);
        return { kind: "breakdown", breakdown };
      });
      if (value.kind !== "breakdown") continue;
      const name = `${definition.name}.${dimension}`;
      const parts = value.breakdown.parts.map((part) => ({
        ...part,
        figure: decorate(part.figure, `${name}.${part.label}`),
      }));
      const sum = sumFigure(
        { name: `${name}.之和`, measureWord: definition.measureWord, asOf: total?.asOf },
        parts.map((part) => part.figure),
      );
      breakdowns.set(dimension, {
        ...value.breakdown,
        name,
        parts,
        sum,
        total: total === undefined ? undefined : decorate(total, definition.name),
      });
    }
    const hasJoint = present.some((tally) => tally.joint.length > 0) && definition.percent === undefined;
    const joint = hasJoint ? figureOf(run((tally) => ({ kind: "figure", figure: tally.jointTotal }))) : undefined;
    const jointTotal =
      joint ??
      constantFigure(
        { name: `${definition.name}.共有`, measureWord: definition.measureWord, asOf: total?.asOf },
        new Fraction(0),
      );
    return {
      definition,
      asOf: total?.asOf ?? first.asOf,
      since: first.since,
      batches: first.batches,
      total: total === undefined ? undefined : decorate(total, definition.name),
      breakdowns,
      joint: [],
      jointCounting: first.jointCounting,
      jointTotal: decorate(jointTotal, `${definition.name}.共有`),
    };
  }

  #evaluate(expression: Expression, name: string, pick: (tally: Tally) => Value): Value {
    switch (expression.kind) {
      case "number":
        return {
          kind: "figure",
          figure: constantFigure(
            { name: expression.text, measureWord: "", asOf: undefined },
            new Fraction(expression.text),
          ),
        };
      case "path": {
        const [segment] = expression.segments;
        const tally = segment === undefined ? undefined : this.get(segment.name);
        if (tally === undefined)
          throw new ExpressionError("unknown-tally", `没有“${segment?.name ?? ""}”的数据`, expression.span);
        return pick(tally);
      }
      case "binary":
        return combine(
          expression.operator,
          this.#evaluate(expression.left, name, pick),
          this.#evaluate(expression.right, name, pick),
          name,
          expression.span,
        );
    }
  }
}

function namesIn(expression: Expression): string[] {
  if (expression.kind === "binary") return [...namesIn(expression.left), ...namesIn(expression.right)];
  return expression.kind === "path" && expression.segments[0] !== undefined ? [expression.segments[0].name] : [];
}
