import type Fraction from "fraction.js";

/** A sum with none, some and all of the others added to it, where they may be in it already. */
export function partialSums(sum: Fraction, others: readonly Fraction[]): Fraction[] {
  return others.reduce((sums, value) => [...sums, ...sums.map((one) => one.add(value))], [sum]);
}
