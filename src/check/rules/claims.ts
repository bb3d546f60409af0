/** What the data says a measure comes to: the stated total, and what each breakdown adds up to. */

import type Fraction from "fraction.js";
import type { CountLine } from "../../model/count-sheet.ts";
import type { Place } from "../../base/problem/problem.ts";
import { isExclusive, listsSome, type Breakdown } from "../../compute/tally/breakdown.ts";
import { isJointIn, withJoint } from "../../compute/tally/tally.ts";
import { groupPlace, type Counted } from "./subject.ts";

export interface Claim {
  /** As a message calls it: 合计, 按单位分各项之和. */
  readonly name: string;
  readonly value: Fraction;
  readonly measureWord: string;
  readonly place: Place;
  readonly breakdown: Breakdown | undefined;
  /** The joint cases were taken into account. */
  readonly withJoint: boolean;
  /** Not all members are listed, as they need not be (可不全), so that this is the least that the total can be. */
  readonly partial: boolean;
}

/** Every statement of the total that can be held against the others: overlapping parts and parts in another unit cannot. */
export function claimsOf(measure: Counted): Claim[] {
  const { block, tally, definition } = measure;
  const claims: Claim[] = block.total === undefined ? [] : [stated(block.total, definition.measureWord)];
  if (!definition.additive) return claims;
  for (const breakdown of tally.breakdowns.values()) {
    if (!isExclusive(breakdown.dimension, definition)) continue;
    const joint = carriesJoint(measure, breakdown);
    const head = { name: breakdown.name, measureWord: breakdown.measureWord, asOf: tally.asOf };
    const parts = breakdown.parts.map((part) => part.figure);
    const sum = joint ? withJoint(head, parts, tally.joint, tally.jointCounting, tally.jointTotal) : breakdown.sum;
    claims.push({
      name: `按${breakdown.dimension.name}分各项之和${joint ? jointRemark(tally.jointCounting) : ""}`,
      value: sum.value,
      measureWord: breakdown.measureWord,
      place: groupPlace(measure, breakdown),
      breakdown,
      withJoint: joint,
      partial: listsSome(breakdown),
    });
  }
  const [first] = block.joint;
  // Joint cases alone, without a breakdown that they belong to, are still among the cases.
  if (first !== undefined && !claims.some((claim) => claim.withJoint)) {
    claims.push({
      name: "共有件",
      value: tally.jointTotal.value,
      measureWord: definition.measureWord,
      place: first.place,
      breakdown: undefined,
      withJoint: true,
      partial: true,
    });
  }
  return claims;
}

/** The one breakdown of a measure of which nothing else says what it comes to: a line too few shows nowhere. */
export function loneBreakdown(measure: Counted): Breakdown | undefined {
  const [only, ...more] = claimsOf(measure);
  return more.length === 0 ? only?.breakdown : undefined;
}

function stated({ value, place }: CountLine, measureWord: string): Claim {
  return { name: "合计", value, measureWord, place, breakdown: undefined, withJoint: false, partial: false };
}

function jointRemark(counting: "apart" | "each"): string {
  return counting === "apart" ? "（加上共有的）" : "（共有的只计一次）";
}

/** Whether joint cases come on top of a breakdown's parts. */
export function carriesJoint({ block, tally }: Pick<Counted, "block" | "tally">, breakdown: Breakdown): boolean {
  return isJointIn(breakdown.dimension, tally.joint, block.groups[0]?.dimension);
}

/** Two statements of one total that differ. */
export interface Discord {
  readonly claim: Claim;
  /** What most of the statements come to. */
  readonly reference: Claim;
}

export function discordsOf(measure: Counted): Discord[] {
  const claims = claimsOf(measure);
  const reference = likeliest(claims.filter((claim) => !claim.partial));
  if (reference === undefined) return [];
  return claims
    .filter(({ value, partial }) => (partial ? value.compare(reference.value) > 0 : !value.equals(reference.value)))
    .map((claim) => ({ claim, reference }));
}

/** The value that most statements agree on; among equals the first, which is the stated total where there is one. */
function likeliest(claims: readonly Claim[]): Claim | undefined {
  const support = (value: Fraction): number => claims.filter((claim) => claim.value.equals(value)).length;
  let best: Claim | undefined;
  for (const claim of claims) if (best === undefined || support(claim.value) > support(best.value)) best = claim;
  return best;
}
