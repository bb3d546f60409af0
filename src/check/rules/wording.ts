import type Fraction from "fraction.js";
import type { Place } from "../../base/problem/problem.ts";
import { inputsOf, type Figure } from "../../compute/tally/figure.ts";

/** A value with its measure word: 215件. Data has few decimals, so that the digits always end. */
export function quantity(value: Fraction, measureWord: string): string {
  return `${value.toString()}${measureWord}`;
}

/** “多2件”, “少1件”: `value` against `reference`. */
export function surplus(value: Fraction, reference: Fraction, measureWord: string): string {
  return `${value.compare(reference) > 0 ? "多" : "少"}${quantity(value.sub(reference).abs(), measureWord)}`;
}

/** The data line to look at for a figure: the last of those it rests on, which is the one an operation takes off. */
export function placeOf(figure: Figure, fallback: Place): Place {
  return inputsOf(figure).at(-1)?.place ?? fallback;
}
