/** One issue as the rules see it: its data and figures, and the way back to the issues before. */

import type { Archive } from "../../model/archive.ts";
import type { CountBlock } from "../../model/count-sheet.ts";
import type { Issue } from "../../model/issue.ts";
import type { Member } from "../../model/registry.ts";
import type { MeasureDefinition, Vocabulary } from "../../model/vocabulary.ts";
import type { Place } from "../../base/problem/problem.ts";
import type { Breakdown } from "../../compute/tally/breakdown.ts";
import type { IssueTallies } from "../../compute/tally/issue-tallies.ts";
import type { Tally } from "../../compute/tally/tally.ts";

/** A measure with the data it was computed from. */
export interface Counted {
  readonly definition: MeasureDefinition;
  readonly block: CountBlock;
  readonly tally: Tally;
}

export interface Subject {
  readonly archive: Archive;
  readonly issue: Issue;
  /** `undefined` when the issue has no data, or data that could not be read. */
  readonly tallies: IssueTallies | undefined;
  /** The issue before, in order of publication. */
  readonly previous: Subject | undefined;
}

/** The tally of a measure, typed or computed; `undefined` when it cannot be had (its expression reports why). */
export function tallyOf(subject: Subject, measure: string): Tally | undefined {
  return subject.tallies?.find(measure);
}

/** A measure that the issue has data for. */
export function counted(subject: Subject, measure: string): Counted | undefined {
  const block = subject.tallies?.sheet?.blocks.get(measure);
  const definition = subject.archive.vocabulary.measures.get(measure);
  const tally = block === undefined ? undefined : tallyOf(subject, measure);
  return block === undefined || definition === undefined || tally === undefined
    ? undefined
    : { definition, block, tally };
}

/** Every measure that the issue has data for, in the order of the data. */
export function allCounted(subject: Subject): Counted[] {
  return [...(subject.tallies?.sheet?.blocks.keys() ?? [])].flatMap((measure) => counted(subject, measure) ?? []);
}

/** Where a measure's lines of one dimension begin. */
export function groupPlace({ block }: Pick<Counted, "block">, { dimension }: Pick<Breakdown, "dimension">): Place {
  return block.groups.find((group) => group.dimension === dimension.name)?.place ?? block.place;
}

/** The measure that sums up this one from issue to issue. */
export function sumOf({ name }: MeasureDefinition, { measures }: Vocabulary): MeasureDefinition | undefined {
  return [...measures.values()].find(({ accumulates }) => accumulates === name);
}

/** The issue has data for a measure that sums up this one, so that the two are held against each other. */
export function isSummedUp({ tallies, archive }: Subject, { name }: MeasureDefinition): boolean {
  return [...archive.vocabulary.measures.values()].some(
    (sum) => sum.accumulates === name && tallies?.sheet?.blocks.has(sum.name) === true,
  );
}

/** A measure in the data of an earlier issue. */
export interface Earlier extends Counted {
  readonly subject: Subject;
}

/** The earlier issues with data for the measure, the last one first. */
export function* earlierCounted(subject: Subject, measure: string): Generator<Earlier, undefined> {
  for (let before = subject.previous; before !== undefined; before = before.previous) {
    const found = counted(before, measure);
    if (found !== undefined) yield { ...found, subject: before };
  }
}

export function lastCounted(subject: Subject, measure: string): Earlier | undefined {
  return earlierCounted(subject, measure).next().value;
}

/** Every measure that the issue has data for, with the last earlier data. */
export function withEarlier(subject: Subject): { readonly now: Counted; readonly before: Earlier }[] {
  return allCounted(subject).flatMap((now) => {
    const before = lastCounted(subject, now.definition.name);
    return before === undefined ? [] : { now, before };
  });
}

/** The last earlier issue that has figures for the measure, typed or computed. */
export function lastTally(
  subject: Subject,
  measure: string,
): { readonly tally: Tally; readonly subject: Subject } | undefined {
  for (let before = subject.previous; before !== undefined; before = before.previous) {
    const tally = tallyOf(before, measure);
    if (tally !== undefined) return { tally, subject: before };
  }
  return undefined;
}

/** The nearest measure above (属于) that the issue has a tally for. */
export function wholeOf(subject: Subject, definition: MeasureDefinition): Tally | undefined {
  const { measures } = subject.archive.vocabulary;
  const seen = new Set([definition.name]);
  for (let name = definition.within; name !== undefined && !seen.has(name); name = measures.get(name)?.within) {
    seen.add(name);
    const tally = tallyOf(subject, name);
    if (tally !== undefined) return tally;
  }
  return undefined;
}

/** 第14期, or 2019年第80期 when the year differs. */
export function called(issue: Issue, from: Issue): string {
  return `${issue.year === from.year ? "" : `${issue.year}年`}第${issue.number.value}期`;
}

/** How many joint cases of a tally may stand under a member; cases whose units are not named may stand under any. */
export function jointOf(tally: Tally, member: Member, completeOnly: boolean): number {
  return tally.joint
    .filter((item) => item.isComplete || !completeOnly)
    .filter((item) => item.units.length === 0 || item.units.some((unit) => unit.member === member))
    .reduce((sum, item) => sum + item.figure.value.valueOf(), 0);
}
