/** Figures that compare one figure with the same at another time: 检查.环比, 追回 - 去年同期.追回. (比较) */

import type { Figure } from "../../compute/tally/figure.ts";

export interface Comparison {
  readonly now: Figure;
  readonly before: Figure;
}

/** `undefined` for any other figure. */
export function comparisonOf({ derivation }: Figure): Comparison | undefined {
  if (derivation.kind !== "operation") return undefined;
  const { operator, left, right } = derivation;
  // A ratio of change is the difference over what was before.
  if (operator === "÷") {
    const difference = comparisonOf(left);
    return difference?.before.name === right.name ? difference : undefined;
  }
  return operator === "-" && right.name.endsWith(`.${left.name}`) ? { now: left, before: right } : undefined;
}
