/**
 * A figure as a formula that a machine can compute again from data lines alone. The grammar:
 *
 *     sum     = product { ("+" | "−") product }          product = factor { ("×" | "÷") factor }
 *     factor  = "#" n | number | "(" sum ")" | count | rank
 *     count   = "count(" sum { ", " sum } ")"            how many there are, whatever their values
 *     rank    = "rank(" sum "; " sum { ", " sum } ")"    1 + how many of the list exceed the first
 *
 * `#n` is the value of the n-th input, from 1. A number is decimal digits with at most one point. All arithmetic is exact,
 * of equal operators the left one is computed first.
 */

import type Fraction from "fraction.js";
import type { CountLine } from "../../model/count-sheet.ts";
import { plain } from "../../compute/phrase/number-format.ts";
import type { Figure } from "../../compute/tally/figure.ts";

/** A data line with the name under which the formula uses it: 交办.单位.冷水滩区. */
export interface Input {
  readonly name: string;
  readonly line: CountLine;
}

export interface Formula {
  readonly expression: string;
  readonly inputs: readonly Input[];
}

export function formulaOf(figure: Figure): Formula {
  const numbers = new Map<CountLine, number>();
  const inputs: Input[] = [];
  const reference = (name: string, line: CountLine): string => {
    const known = numbers.get(line) ?? inputs.push({ name, line });
    numbers.set(line, known);
    return `#${known}`;
  };
  return { expression: write(figure, reference, "sum"), inputs };
}

/** What may stand there without brackets: a sum, a product, or neither. */
type Position = "sum" | "product" | "factor";

function write(figure: Figure, reference: (name: string, line: CountLine) => string, position: Position): string {
  const { derivation } = figure;
  const list = (figures: readonly Figure[]): string => figures.map((part) => write(part, reference, "sum")).join(", ");
  switch (derivation.kind) {
    case "line":
      return reference(figure.name, derivation.line);
    case "constant":
      return constant(figure.value, position);
    case "sum": {
      const { parts } = derivation;
      const [only] = parts;
      if (only === undefined) return "0";
      if (parts.length === 1) return write(only, reference, position);
      const text = parts.map((part) => write(part, reference, "product")).join(" + ");
      return position === "sum" ? text : `(${text})`;
    }
    case "operation": {
      const { operator, left, right } = derivation;
      const additive = operator === "+" || operator === "-";
      const sides = [
        write(left, reference, additive ? "sum" : "product"),
        write(right, reference, additive ? "product" : "factor"),
      ];
      const text = sides.join(` ${operator === "-" ? "−" : operator} `);
      const fits = additive ? position === "sum" : position !== "factor";
      return fits ? text : `(${text})`;
    }
    case "count":
      return `count(${list(derivation.of)})`;
    case "rank":
      // From the smallest up is from the largest down of what is opposite in sign.
      if (derivation.ascending === true) {
        const opposite = (figure: Figure): string => `0 − ${write(figure, reference, "product")}`;
        return `rank(${opposite(derivation.of)}; ${derivation.among.map(opposite).join(", ")})`;
      }
      return `rank(${write(derivation.of, reference, "sum")}; ${list(derivation.among)})`;
  }
}

/** A constant that is no plain decimal is written as the operation that gives it. */
function constant(value: Fraction, position: Position): string {
  const text = plain(value.abs()) ?? `(${value.n} ÷ ${value.d})`;
  if (value.s >= 0n) return text;
  return position === "sum" ? `0 − ${text}` : `(0 − ${text})`;
}
