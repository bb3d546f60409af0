/** What a cumulative figure must come to, by the figures that it is made of. */

import { batchCount } from "../../model/batches.ts";
import { issueGap } from "../../model/numbering.ts";
import { gapBetween } from "../../model/frequency.ts";
import { fitOf, gapBefore, type Covered } from "../../compute/tally/continuation.ts";
import type { Tally } from "../../compute/tally/tally.ts";
import { momentForms } from "../../base/text/moment.ts";
import { beginning } from "./period.ts";
import { called, lastTally, tallyOf, type Counted, type Subject } from "./subject.ts";

/** A figure that goes into the cumulative one. */
export interface Term {
  /** As it stands before a number: 第14期的, “本批”. */
  readonly name: string;
  readonly tally: Tally;
}

export interface Expectation {
  readonly relation: "是" | "不少于" | "不多于";
  /** To be added up. */
  readonly terms: readonly Term[];
  /** Stands before 应当: 从1月1日起重新累计，. */
  readonly because: string;
  /** Why the sum is only a bound: what lies in between is not here. */
  readonly gap?: string;
}

type Before = NonNullable<ReturnType<typeof lastTally>>;

export function expectationsOf(subject: Subject, now: Counted, fresh: Counted): Expectation[] {
  const added: Term = { name: `“${fresh.definition.name}”`, tally: fresh.tally };
  const before = lastTally(subject, now.definition.name);
  if (before === undefined) return [{ relation: isAll(now, fresh) ? "是" : "不少于", terms: [added], because: "" }];
  const anew = beginning(subject, now, before);
  if (anew === undefined) return goingOn(subject, now, added, before);
  const because = `${anew.from === undefined ? "" : `从${momentForms.年月日(anew.from)}起`}重新累计，`;
  const covered: Covered = { ...before.tally, asOf: before.tally.asOf ?? before.subject.issue.date.value };
  const fit = fitOf(fresh.tally, covered, anew);
  if (fit === "begins-before") return [{ relation: "不多于", terms: [added], because }];
  if (fit === "whole" && !isOnlySome(now, fresh)) return [{ relation: "是", terms: [added], because }];
  const last: Term = { name: `${called(before.subject.issue, subject.issue)}的`, tally: before.tally };
  const least: Expectation = { relation: "不少于", terms: [added], because };
  // What the earlier figure does not reach may lie between, such as the weeks of a year of which only the latest are here.
  const reaches = fit === "begins-after" && gapBetween(covered.asOf, fresh.tally.since) !== "gap";
  return reaches ? [least, { relation: "不多于", terms: [last, added], because }] : [least];
}

/** What is new is all that there has been. */
function isAll(now: Counted, fresh: Counted): boolean {
  if (now.tally.restarts) return !isOnlySome(now, fresh);
  const [batches, since] = [fresh.tally.batches, fresh.tally.since];
  if (batches !== undefined) return batches.from === (now.tally.batches?.from ?? 1) && !isOnlySome(now, fresh);
  return since !== undefined && now.tally.since !== undefined && gapBetween(now.tally.since, since) === "same";
}

function isOnlySome(now: Counted, fresh: Counted): boolean {
  const [all, some] = [now.tally.batches, fresh.tally.batches];
  return all !== undefined && some !== undefined && all.from < some.from;
}

/** The earlier figure plus the new one; the bounds of it where batches or days in between are missing. */
function goingOn(subject: Subject, now: Counted, added: Term, before: Before): Expectation[] {
  const last: Term = { name: `${called(before.subject.issue, subject.issue)}的`, tally: before.tally };
  const sum: Expectation = { relation: "是", terms: [last, added], because: "" };
  const fresh = added.tally;
  const gap = gapBefore(before.tally, fresh, gapSince(subject, before.subject));
  const least: Expectation = { ...sum, relation: "不少于", gap: gap ?? "中间缺了几批" };
  const covered = before.tally.batches?.to ?? tallyOf(before.subject, fresh.definition.name)?.batches?.to;
  if (fresh.batches === undefined || covered === undefined) return [gap === undefined ? sum : least];
  // Where its own batches have moved on by as many, the number of the new batch alone is mistyped.
  if (now.tally.batches?.to === covered + batchCount(fresh.batches)) return [sum];
  if (fresh.batches.from > covered + 1) return [least];
  const isRepeated = fresh.batches.to <= covered && !isSum(now, [last, added]);
  return isRepeated ? [{ relation: "是", terms: [last], because: "没有新的批次，" }] : [sum];
}

/** Of all issues behind an earlier one. */
function gapSince(subject: Subject, before: Subject): string | undefined {
  for (let at: Subject | undefined = subject; at !== undefined && at.issue !== before.issue; at = at.previous) {
    const gap = issueGap(at.archive, at.issue);
    if (gap !== undefined) return gap;
  }
  return undefined;
}

function isSum(now: Counted, terms: readonly Term[]): boolean {
  const [total, ...others] = [now.tally.total, ...terms.map(({ tally }) => tally.total)].map((figure) => figure?.value);
  if (total === undefined) return true;
  return others.reduce<typeof total>((left, value) => (value === undefined ? left : left.sub(value)), total).equals(0);
}
