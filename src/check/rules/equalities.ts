/** Measures that must come to the same by two ways of counting. (应等于) */

import { partOf } from "../../compute/tally/breakdown.ts";
import { fromFormula } from "../../compute/tally/formula.ts";
import type { Figure } from "../../compute/tally/figure.ts";
import type { Tally } from "../../compute/tally/tally.ts";
import type { Finding, Rule } from "./rule.ts";
import { tallyOf } from "./subject.ts";
import { placeOf, quantity, surplus } from "./wording.ts";

export const statedEquality: Rule = {
  id: "stated-equality",
  name: "应当相等的数",
  level: "error",
  explanation: "data/tallies.yaml 里写了“应等于”的指标，合计和每一项都应当等于所写的算式。算式里没有的数不核对。",
  example: "转办写了“应等于: 受理 - 直接答复”：受理120件、直接答复30件，转办却填了99件。",
  find: (subject) =>
    [...subject.archive.vocabulary.measures.values()].flatMap((definition) => {
      const { equals } = definition;
      const own = equals === undefined ? undefined : tallyOf(subject, definition.name);
      if (equals === undefined || own === undefined || subject.tallies === undefined) return [];
      const other = fromFormula({ ...definition, formula: equals }, subject.tallies);
      return other === undefined
        ? []
        : pairsOf(own, other)
            .filter(([typed, due]) => !typed.value.equals(due.value))
            .map(([typed, due]): Finding => ({
              place: placeOf(typed, definition.place),
              message: `“${typed.name}”是${quantity(typed.value, typed.measureWord)}，“${equals.expression}”算出来是${quantity(due.value, typed.measureWord)}，${surplus(typed.value, due.value, typed.measureWord)}`,
              hint: `data/tallies.yaml 里“${definition.name}”写了“应等于: ${equals.expression}”，请核对用到的各个数。`,
            }));
    }),
};

/** Totals, and lines of the same members. */
function pairsOf(own: Tally, other: Tally): (readonly [Figure, Figure])[] {
  const totals = own.total === undefined || other.total === undefined ? [] : [[own.total, other.total] as const];
  const lines = [...own.breakdowns.values()].flatMap(({ dimension, parts }) =>
    parts.flatMap(({ member, figure }) => {
      const due = partOf(other.breakdowns.get(dimension.name), member);
      return due === undefined ? [] : [[figure, due.figure] as const];
    }),
  );
  return [...totals, ...lines];
}
