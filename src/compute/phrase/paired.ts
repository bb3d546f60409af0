/** Selects one of several numbers of a member. (并列的分项) */

import type Fraction from "fraction.js";
import { ExpressionError } from "../../model/expression/expression.ts";
import type { FilterCall } from "../../model/expression/expression.ts";
import { figureAt } from "../tally/breakdown.ts";
import type { Figure } from "../tally/figure.ts";
import type { Part } from "../tally/breakdown.ts";
import { didYouMean } from "../../base/text/nearest.ts";
import type { ShownList } from "./list.ts";

/** Selects the figures with the name in the argument at `at`, or the first ones without such an argument. Throws `ExpressionError`. */
export function figureBy(list: ShownList, call: FilterCall, at: number): (part: Part) => Figure | undefined {
  const name = call.args[at];
  if (name === undefined || name === "") return (part) => part.figure;
  const beside = list.beside ?? [];
  const found = beside.find((other) => other.name === name);
  if (found !== undefined) return (part) => figureAt(found.breakdown, part);
  const lead = list.style.lead || (list.breakdown.name.split(".")[0] ?? "");
  if (name === lead) return (part) => part.figure;
  const known = [lead, ...beside.map((other) => other.name)];
  throw new ExpressionError(
    "filter-argument",
    `“${call.name}”不认识“${name}”`,
    call.span,
    didYouMean(name, known) || `这里的几个数是：${known.join("、")}。`,
  );
}

/** Selects the values with the name in the first argument. */
export function valueBy(list: ShownList, call: FilterCall): (part: Part) => Fraction | undefined {
  const figureOf = figureBy(list, call, 0);
  return (part) => figureOf(part)?.value;
}

/** Whether all numbers of the member are 0. */
export function isZero(part: Part, { beside = [] }: ShownList): boolean {
  return (
    part.figure.value.equals(0) && beside.every(({ breakdown }) => figureAt(breakdown, part)?.value.equals(0) !== false)
  );
}
