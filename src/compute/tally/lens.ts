/** Lenses select a part of a measure: its total, its parts by a dimension, its joint cases, or some members. */

import type { Segment } from "../../model/expression/expression.ts";
import type { Member } from "../../model/registry.ts";
import { columnOf, orientedCross } from "./cross.ts";
import { sumFigure } from "./figure.ts";
import type { Tally } from "./tally.ts";
import type { Breakdown } from "./breakdown.ts";
import { ranksOf } from "./ranks.ts";
import { tallyValue } from "./tally-path.ts";
import type { Value } from "./value.ts";

/** `deeper` is the path after the name of the measure: 状态.已办结 in 交办.状态.已办结. `undefined` when there is no such part. */
export type Lens = (tally: Tally, deeper: readonly Segment[]) => Value | undefined;

export const whole: Lens = (tally, deeper) => {
  if (deeper.length > 0) return tallyValue(tally, deeper);
  return tally.total === undefined ? undefined : { kind: "figure", figure: tally.total };
};

export const jointOnly: Lens = (tally, deeper) =>
  deeper.length > 0 ? undefined : { kind: "figure", figure: tally.jointTotal };

export function byDimension(dimension: string): Lens {
  return (tally, deeper) => {
    const last = deeper.at(-1);
    if (last?.name === "名次") {
      const own = deeper.filter(({ name }) => name !== dimension).slice(0, -1);
      const ranked = byDimension(dimension)(tally, own);
      return ranked?.kind === "breakdown" ? { kind: "breakdown", breakdown: ranksOf(ranked.breakdown) } : undefined;
    }
    const breakdown = deeper.length === 0 ? tally.breakdowns.get(dimension) : crossColumn(tally, dimension, deeper);
    return breakdown === undefined ? undefined : { kind: "breakdown", breakdown };
  };
}

/** The sum over some members of a dimension, with the given name. */
export function overMembers(dimension: string, members: ReadonlySet<Member>, name: string): Lens {
  const lens = byDimension(dimension);
  return (tally, deeper) => {
    const value = lens(tally, deeper);
    if (value?.kind !== "breakdown" || !value.breakdown.additive) return undefined;
    const { sum, parts } = value.breakdown;
    const chosen = parts.filter(({ member }) => member !== undefined && members.has(member));
    return {
      kind: "figure",
      figure: sumFigure(
        { name: `${value.breakdown.name}.${name}`, measureWord: sum.measureWord, asOf: sum.asOf },
        chosen.map((part) => part.figure),
      ),
    };
  };
}

/** 交办.状态.已办结 by unit, from the cross breakdown of units and states. */
function crossColumn(tally: Tally, dimension: string, deeper: readonly Segment[]): Breakdown | undefined {
  const [other, name, ...rest] = deeper;
  if (other === undefined || name === undefined || rest.length > 0) return undefined;
  const cross = orientedCross(tally.crosses, dimension, other.name);
  return cross === undefined ? undefined : columnOf(cross, name.name);
}
