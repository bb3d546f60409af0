/** Which figures may be held against each other: those of the same batches and the same period. */

import { includesBatches } from "../../model/batches.ts";
import type { CountBlock } from "../../model/count-sheet.ts";
import type { MeasureDefinition, Vocabulary } from "../../model/vocabulary.ts";
import { beginsAnew, cycleOf, type Beginning, type Covered } from "../../compute/tally/continuation.ts";
import type { Tally } from "../../compute/tally/tally.ts";
import { compareMoments } from "../../base/text/moment.ts";
import { sumOf, type Counted, type Earlier, type Subject } from "./subject.ts";

/** Why a part cannot be held against its whole. */
export type Mismatch = "words" | "batches" | "period";

/**
 * Within one issue a part is held against its whole where its batches and its period lie inside those of the whole; what is not
 * said is taken as the same. Later as-of moments do not matter: what was received by Friday may be closed by Sunday.
 */
export function mismatch(part: Tally, whole: Tally): Mismatch | undefined {
  if (part.definition.measureWord !== whole.definition.measureWord) return "words";
  const [a, b] = [part.batches, whole.batches];
  if (a !== undefined && b !== undefined && !includesBatches(b, a)) return "batches";
  const [since, start] = [part.since, whole.since];
  return since !== undefined && start !== undefined && compareMoments(since, start) < 0 ? "period" : undefined;
}

export function comparable(part: Tally, whole: Tally): boolean {
  return mismatch(part, whole) === undefined;
}

/** Both cover the same batches and the same period. */
export function sameCover(a: Tally, b: Tally): boolean {
  return comparable(a, b) && comparable(b, a);
}

/** A measure whose figures only grow from issue to issue, unless batches or period say that they start afresh. */
export function isCumulative(definition: MeasureDefinition, vocabulary: Vocabulary): boolean {
  if (definition.percent !== undefined || !definition.additive) return false;
  if (sumOf(definition, vocabulary) !== undefined) return false;
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
export function continues(now: Counted, before: Earlier, subject: Subject): boolean {
  if (beginning(subject, now, before) !== undefined) return false;
  const [a, b] = [now.block.batches, before.block.batches];
  if (a !== undefined && b !== undefined) return a.from === b.from;
  const only = a ?? b;
  return only === undefined || only.from === 1 || only.from < only.to;
}

/** Where the figures of a measure begin anew with this issue; `undefined` where they go on from the earlier ones. */
export function beginning(
  subject: Subject,
  now: Pick<Counted, "definition" | "tally">,
  before: { readonly tally: Tally; readonly subject: Subject },
): Beginning | undefined {
  const { vocabulary } = subject.archive;
  const covered = (tally: Tally, { issue }: Subject): Covered => ({ ...tally, asOf: tally.asOf ?? issue.date.value });
  const restarts = now.tally.restarts || restartsWith(subject, now.definition);
  return beginsAnew(
    { ...covered(now.tally, subject), restarts },
    covered(before.tally, before.subject),
    cycleOf(now.definition, vocabulary),
  );
}

/** 重新累计 stands at a measure that this one is a part of, accumulates or is accumulated by. */
function restartsWith(subject: Subject, definition: MeasureDefinition): boolean {
  const { measures } = subject.archive.vocabulary;
  const near = new Set<string>();
  const visit = (name: string | undefined): void => {
    if (name === undefined || near.has(name)) return;
    near.add(name);
    visit(measures.get(name)?.within);
    visit(measures.get(name)?.accumulates);
    for (const other of measures.values()) if (other.accumulates === name) visit(other.name);
  };
  visit(definition.name);
  return [...near].some((name) => subject.tallies?.sheet?.blocks.get(name)?.restarts === true);
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
