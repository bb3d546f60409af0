/** Ranks of the members in descending order: 交办.单位.名次. Equal values share a rank. (名次) */

import Fraction from "fraction.js";
import type { Segment } from "../../model/expression/expression.ts";
import { sumFigure } from "./figure.ts";
import type { Figure } from "./figure.ts";
import type { Breakdown, Part } from "./breakdown.ts";

export function rankFigure(name: string, of: Figure, among: readonly Figure[], ascending = false): Figure {
  const wanted = ascending ? -1 : 1;
  const ahead = among.filter((other) => Math.sign(other.value.compare(of.value)) === wanted).length;
  return {
    name,
    value: new Fraction(ahead + 1),
    measureWord: "位",
    asOf: of.asOf,
    derivation: { kind: "rank", of, among, ascending },
  };
}

/** The ranks of all listed members. Ranks have no sum. */
export function ranksOf(breakdown: Breakdown, name = `${breakdown.name}.名次`): Breakdown {
  const among = breakdown.parts.map(({ figure }) => figure);
  const parts = breakdown.parts.map((part): Part => ({
    ...part,
    figure: rankFigure(`${name}.${part.label}`, part.figure, among),
  }));
  const sum = sumFigure(
    { name: `${name}.之和`, measureWord: "位", asOf: breakdown.sum.asOf },
    parts.map(({ figure }) => figure),
  );
  return { ...breakdown, name, measureWord: "位", parts, sum, additive: false, total: undefined, joint: undefined };
}

/** 交办.单位.名次.县区: the ranks among the members of one kind (性质); `undefined` for another segment. */
export function ranksWithin(ranks: Breakdown, segment: Segment): Breakdown | undefined {
  const parts = ranks.parts.flatMap((part): Part[] => {
    const { derivation } = part.figure;
    return derivation.kind === "rank" && part.member?.kind === segment.name ? [{ ...part, figure: derivation.of }] : [];
  });
  return parts.length === 0 ? undefined : ranksOf({ ...ranks, parts }, `${ranks.name}.${segment.name}`);
}
