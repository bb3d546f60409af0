/** Whether a cumulative figure goes on from an earlier one or begins anew. (接着累计, 重新累计) */

import type { Batches } from "../../model/batches.ts";
import type { Cycle, MeasureDefinition, Vocabulary } from "../../model/vocabulary.ts";
import { gapBetween, periodAround } from "../../model/frequency.ts";
import { compareMoments, dayNumber, momentForms } from "../../base/text/moment.ts";
import type { Moment } from "../../base/text/moment.ts";

/** What a figure covers, as far as the data says. */
export interface Covered {
  /** 起始 */
  readonly since: Moment | undefined;
  /** 截至 */
  readonly asOf: Moment | undefined;
  /** 批次 */
  readonly batches: Batches | undefined;
  /** 重新累计 */
  readonly restarts: boolean;
}

/** The day it counts from, where that is known. */
export interface Beginning {
  readonly from: Moment | undefined;
}

/**
 * `undefined` where the figure goes on from `before`: a start that is not said is taken as the same. It begins anew where the data
 * says so (重新累计), where it gives a later start (起始), and with each new year, quarter or month of its cycle (累计周期).
 */
export function beginsAnew(now: Covered, before: Covered, cycle: Cycle | undefined): Beginning | undefined {
  if (now.restarts) return { from: now.since };
  const { since } = now;
  const known = before.since ?? before.asOf;
  if (since !== undefined && known !== undefined && compareMoments(since, known) > 0) return { from: since };
  if (cycle === undefined || now.asOf === undefined || before.asOf === undefined) return undefined;
  const first = periodAround(cycle, now.asOf).since;
  return dayNumber(before.asOf) < dayNumber(first) ? { from: since ?? first } : undefined;
}

/** The measure's own cycle, or that of the one it is a part of: closed cases begin anew when those received do. */
export function cycleOf(definition: MeasureDefinition, { measures }: Pick<Vocabulary, "measures">): Cycle | undefined {
  const seen = new Set<string>();
  let at: MeasureDefinition | undefined = definition;
  while (at !== undefined && at.cycle === undefined && !seen.has(at.name)) {
    seen.add(at.name);
    at = at.within === undefined ? undefined : measures.get(at.within);
  }
  return at?.cycle;
}

/** How what is new lies to the day from which a figure counts anew. */
export type Fit = "whole" | "begins-before" | "begins-after";

/** Where the start of what is new is not said, it begins where the earlier figure ends. Unknown days are taken to fit. */
export function fitOf(fresh: Covered, before: Covered, { from }: Beginning): Fit {
  if (from === undefined) return "whole";
  const start = fresh.since === undefined ? undefined : dayNumber(fresh.since);
  const begin = start ?? (before.asOf === undefined ? undefined : dayNumber(before.asOf) + 1);
  if (begin === undefined) return "whole";
  const first = dayNumber(from);
  if (begin < first) return "begins-before";
  return start !== undefined && start > first ? "begins-after" : "whole";
}

/**
 * Why figures do not follow right behind those of the issue before; `undefined` where they do, or where nothing tells. Periods and
 * batches that adjoin prove it whatever the numbers of the issues say; without them it is the issues' own gap (`Scope.gap`).
 */
export function gapBefore(before: Covered, now: Covered, issues: string | undefined): string | undefined {
  const gap = gapBetween(before.asOf, now.since);
  if (gap === "gap" && before.asOf !== undefined && now.since !== undefined)
    return `它到${momentForms.年月日时(before.asOf)}为止，这一期从${momentForms.年月日时(now.since)}起，中间有空缺`;
  const follows = now.batches !== undefined && now.batches.from === (before.batches?.to ?? Number.NaN) + 1;
  return gap === "same" || gap === "meets" || follows ? undefined : issues;
}
