/** Which figures may be held against each other: those of the same batches and the same period. */

import type { CountBlock } from "../model/count-sheet.ts";
import type { MeasureDefinition, Vocabulary } from "../model/vocabulary.ts";
import type { Tally } from "../tally/tally.ts";
import { compareMoments } from "../text/moment.ts";

/**
 * Within one issue: not when the two say that they cover different batches or periods, or count different things. What
 * is not said is taken as the same.
 */
export function comparable(part: Tally, whole: Tally): boolean {
  if (part.definition.measureWord !== whole.definition.measureWord) return false;
  const [a, b] = [part.batches, whole.batches];
  if (a !== undefined && b !== undefined && (a.from !== b.from || a.to !== b.to)) return false;
  return part.since === undefined || whole.since === undefined || compareMoments(part.since, whole.since) === 0;
}

/** A measure whose figures only grow from issue to issue, unless batches or period say that they start afresh. */
export function isCumulative(definition: MeasureDefinition, vocabulary: Vocabulary): boolean {
  if (definition.percent !== undefined || !definition.additive) return false;
  if ([...vocabulary.measures.values()].some((other) => other.accumulates === definition.name)) return false;
  const seen = new Set<string>();
  let at: MeasureDefinition | undefined = definition;
  // A part of a stock that may fall may fall with it.
  while (at !== undefined && !seen.has(at.name)) {
    if (at.mayFall) return false;
    seen.add(at.name);
    at = at.within === undefined ? undefined : vocabulary.measures.get(at.within);
  }
  return true;
}

/** The later figure includes the earlier one: both count from the same beginning. */
export function continues(now: CountBlock, before: CountBlock): boolean {
  if ((now.since === undefined) !== (before.since === undefined)) return false;
  if (now.since !== undefined && before.since !== undefined) {
    if (compareMoments(now.since.moment, before.since.moment) !== 0) return false;
  }
  const [a, b] = [now.batches, before.batches];
  if (a !== undefined && b !== undefined) return a.from === b.from && a.to >= b.to;
  const only = a ?? b;
  return only === undefined || only.from === 1 || only.from < only.to;
}

/** The data says that time has passed: a later as-of moment or a later batch. */
export function hasMoved(now: CountBlock, before: CountBlock): boolean {
  if (now.asOf !== undefined && before.asOf !== undefined)
    return compareMoments(now.asOf.moment, before.asOf.moment) > 0;
  return now.batches !== undefined && before.batches !== undefined && now.batches.to > before.batches.to;
}

/** Joint cases are told in the same way, or one of the two has none to tell. */
export function sameCounting(a: Tally, b: Tally): boolean {
  return a.joint.length === 0 || b.joint.length === 0 || a.jointCounting === b.jointCounting;
}
