/** A figure (数字): a value with its derivation. Whatever prints a number handles a figure, never a bare number. */

import Fraction from "fraction.js";
import type { CountLine } from "../../model/count-sheet.ts";
import type { Operator } from "../../model/expression/expression.ts";
import type { Moment } from "../../base/text/moment.ts";

/** How a figure was obtained. */
type Derivation =
  /** A line of the data. */
  | { readonly kind: "line"; readonly line: CountLine }
  /** A number in the expression itself, or the zero of a unit that is not listed. */
  | { readonly kind: "constant" }
  /** The sum of parts, in the order of the data. */
  | { readonly kind: "sum"; readonly parts: readonly Figure[] }
  /** Two figures and an operator. */
  | { readonly kind: "operation"; readonly operator: Operator; readonly left: Figure; readonly right: Figure }
  /** The number of figures, whatever their values. */
  | { readonly kind: "count"; readonly of: readonly Figure[] }
  /** The rank of `of` among figures in descending (or ascending) order, from 1; equal values share a rank. */
  | { readonly kind: "rank"; readonly of: Figure; readonly among: readonly Figure[]; readonly ascending?: boolean };

export interface Figure {
  /** The name in an expression, e.g. `交办.单位.冷水滩区`. */
  readonly name: string;
  /** Exact; rounding is left to printing. */
  readonly value: Fraction;
  /** 量词: 件, 个, 万元 …; empty for a ratio. */
  readonly measureWord: string;
  readonly asOf: Moment | undefined;
  /** Decimals of a percentage, if that is the default form of the figure. */
  readonly percent?: number | undefined;
  /** 小数 of a computed measure: the exact number of decimals of its default form. */
  readonly rounded?: number | undefined;
  /** 去尾: further decimals than `percent` or `rounded` are cut off instead of rounded. */
  readonly cut?: boolean | undefined;
  /** The least number of decimals, as typed: 61.50 has 2. Sums and differences have the largest number of their parts. */
  readonly decimals?: number | undefined;
  readonly derivation: Derivation;
}

/** The properties of a figure besides its value and derivation. */
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

/** A number typed in an expression. */
export function literalFigure(text: string): Figure {
  return constantFigure({ name: text, measureWord: "", asOf: undefined }, new Fraction(text));
}

export function operationFigure(head: Head, operator: Operator, left: Figure, right: Figure): Figure {
  return {
    ...head,
    value: calculate(operator, left.value, right.value),
    ...(operator === "+" || operator === "-" ? mostDecimals(left, right) : {}),
    derivation: { kind: "operation", operator, left, right },
  };
}

/** 61.50 + 3 is printed as 64.50. */
function mostDecimals(...of: readonly { readonly decimals?: number | undefined }[]): Pick<Figure, "decimals"> {
  const most = of.reduce((found, { decimals = 0 }) => Math.max(found, decimals), 0);
  return most === 0 ? {} : { decimals: most };
}

/** Throws `RangeError` on division by zero; callers check for it to give a better message. */
function calculate(operator: Operator, left: Fraction, right: Fraction): Fraction {
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

/** The data lines from which a figure is derived, each once, in order of first use. */
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
