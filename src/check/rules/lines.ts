/** The lines of a tally, so that the same line can be found in another one. */

import type Fraction from "fraction.js";
import type { Member } from "../../model/registry.ts";
import { listsSome, type Breakdown } from "../../compute/tally/breakdown.ts";
import type { Figure } from "../../compute/tally/figure.ts";
import type { Tally } from "../../compute/tally/tally.ts";

/** One list of lines: a breakdown, or a row of a cross breakdown. */
export interface LineGroup {
  /** Equal for the same list in another tally. */
  readonly key: string;
  /** Of the row, where it is one: 道县的. */
  readonly prefix: string;
  readonly breakdown: Breakdown;
}

export function groupsOf(tally: Tally): LineGroup[] {
  return [...tally.breakdowns.values()].map((breakdown) => ({ key: breakdown.dimension.name, prefix: "", breakdown }));
}

export function crossRowsOf(tally: Tally): LineGroup[] {
  return tally.crosses.flatMap(({ rows, columns, lines }) =>
    lines.map(({ label, member, breakdown }) => ({
      key: `${rows.name}×${columns.name}/${member?.fullName ?? label}`,
      prefix: `“${label}”的`,
      breakdown,
    })),
  );
}

export interface Line {
  readonly label: string;
  readonly member: Member | undefined;
}

/** What a list says of a line; `undefined` where it says nothing: it is left out of a list that need not be complete. */
export function valueIn({ breakdown }: LineGroup, { label, member }: Line): Fraction | undefined {
  const found = figureIn(breakdown, { label, member })?.value;
  if (found !== undefined) return found;
  const { value } = breakdown.sum;
  return listsSome(breakdown) ? undefined : value.sub(value);
}

export function figureIn({ parts }: Breakdown, { label, member }: Line): Figure | undefined {
  return parts.find((part) => (member === undefined ? part.label === label : part.member === member))?.figure;
}

/** Every line that one of the lists has, each once. */
export function linesOf(groups: readonly LineGroup[]): Line[] {
  const found = new Map<unknown, Line>();
  for (const { breakdown } of groups)
    for (const { label, member } of breakdown.parts)
      if (!found.has(member ?? label)) found.set(member ?? label, { label, member });
  return [...found.values()];
}
