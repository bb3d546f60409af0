/** A figure (数字): a value with its derivation. Nothing that prints a number handles a bare one. */

import Fraction from "fraction.js";
import type { CountLine } from "../../model/count-sheet.ts";
import type { Operator } from "../../model/expression/expression.ts";
import type { Moment } from "../../base/text/moment.ts";

/** How a figure comes about. */
export type Derivation =
  /** A line of the data. */
  | { readonly kind: "line"; readonly line: CountLine }
  /** A number written in the expression itself, or the zero of a unit that the data does not list. */
  | { readonly kind: "constant" }
  /** The sum of parts, in the order of the data. */
  | { readonly kind: "sum"; readonly parts: readonly Figure[] }
  /** Two figures and an operator. */
  | { readonly kind: "operation"; readonly operator: Operator; readonly left: Figure; readonly right: Figure }
  /** How many figures there are, whatever their values. */
  | { readonly kind: "count"; readonly of: readonly Figure[] }
  /** The place of `of` among figures in descending (or ascending) order, from 1; equal values share a place. */
  | { readonly kind: "rank"; readonly of: Figure; readonly among: readonly Figure[]; readonly ascending?: boolean };

export interface Figure {
  /** The name an editor would call it by, e.g. `交办.单位.冷水滩区`. */
  readonly name: string;
  /** Exact; rounding is a matter of printing. */
  readonly value: Fraction;
  /** 量词: 件, 个, 万元 …; empty for a ratio. */
  readonly measureWord: string;
  readonly asOf: Moment | undefined;
  /** Decimals of a percentage when that is the figure's customary form. */
  readonly percent?: number | undefined;
  /** 小数 of a computed measure: its customary form has exactly so many decimals. */
  readonly rounded?: number | undefined;
  /** 去尾: what `percent` or `rounded` leave out is cut off, not rounded. */
  readonly cut?: boolean | undefined;
  /** Decimals as the data gives them: 61.50 has 2. Written with no fewer; sums and differences have the most of their parts. */
  readonly decimals?: number | undefined;
  readonly derivation: Derivation;
}

/** What a figure is called, counted in, and how it is customarily written. */
export type Head = Pick<Figure, "name" | "measureWord" | "asOf" | "percent" | "rounded" | "cut">;

export function lineFigure(head: Head, line: CountLine): Figure {
  return { ...head, value: line.value, ...mostDecimals(line), derivation: { kind: "line", line } };
}

export function sumFigure(head: Head, parts: readonly Figure[]): Figure {
  return {
    ...head,
    value: parts.reduce((sum, part) => sum.add(part.value), new Fraction(0)),
    ...mostDecimals(...parts),
    derivation: { kind: "sum", parts },
  };
}

export function constantFigure(head: Head, value: Fraction): Figure {
  return { ...head, value, derivation: { kind: "constant" } };
}

export function operationFigure(head: Head, operator: Operator, left: Figure, right: Figure): Figure {
  return {
    ...head,
    value: calculate(operator, left.value, right.value),
    ...(operator === "+" || operator === "-" ? mostDecimals(left, right) : {}),
    derivation: { kind: "operation", operator, left, right },
  };
}

/** 61.50 and 3 make 64.50; a product has what digits it has. */
function mostDecimals(...of: readonly { readonly decimals?: number | undefined }[]): Pick<Figure, "decimals"> {
  const most = of.reduce((found, { decimals = 0 }) => Math.max(found, decimals), 0);
  return most === 0 ? {} : { decimals: most };
}

/** Division by zero is a `RangeError`; callers check first where they can say more. */
export function calculate(operator: Operator, left: Fraction, right: Fraction): Fraction {
  switch (operator) {
    case "+":
      return left.add(right);
    case "-":
      return left.sub(right);
    case "×":
      return left.mul(right);
    case "÷":
      if (right.equals(0)) throw new RangeError("division by zero");
      return left.div(right);
  }
}

/** Every data line a figure rests on, each once, in order of first use. */
export function inputsOf(figure: Figure): CountLine[] {
  const found = new Set<CountLine>();
  const visit = ({ derivation }: Figure): void => {
    switch (derivation.kind) {
      case "line":
        found.add(derivation.line);
        break;
      case "sum":
        derivation.parts.forEach(visit);
        break;
      case "operation":
        visit(derivation.left);
        visit(derivation.right);
        break;
      case "count":
        derivation.of.forEach(visit);
        break;
      case "rank":
        visit(derivation.of);
        derivation.among.forEach(visit);
        break;
      case "constant":
        break;
    }
  };
  visit(figure);
  return [...found];
}
