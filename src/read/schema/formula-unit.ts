/** Derives the 量词 of a computed measure from those of its operands: 库水位 - 汛限水位 is in 米, as both are. */

import { parseExpression } from "../../model/expression/parse.ts";
import type { Expression } from "../../model/expression/expression.ts";
import type { MeasureDefinition } from "../../model/vocabulary.ts";

/** Formulas must have been checked for syntax, unknown names and circles. `says`: whether a measure has a 量词 of its own. */
export function withFormulaUnits(
  measures: ReadonlyMap<string, MeasureDefinition>,
  says: (name: string) => boolean,
): Map<string, MeasureDefinition> {
  const wordOf = (name: string): string => {
    const measure = measures.get(name);
    if (measure === undefined) return "";
    if (measure.formula === undefined || measure.percent !== undefined || says(name)) return measure.measureWord;
    return inExpression(parseExpression(measure.formula.expression));
  };
  // The same rule as for figures in src/compute/tally/arithmetic.ts.
  const inExpression = (expression: Expression): string => {
    if (expression.kind === "path") return wordOf(expression.segments[0]?.name ?? "");
    if (expression.kind !== "binary") return "";
    const [left, right] = [inExpression(expression.left), inExpression(expression.right)];
    return expression.operator === "÷" && left === right ? "" : left || right;
  };
  return new Map([...measures].map(([name, measure]) => [name, { ...measure, measureWord: wordOf(name) }]));
}
