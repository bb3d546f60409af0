/** Whether a cumulative figure continues an earlier one or restarts. (接着累计, 重新累计) */

import type { Batches } from "../../model/batches.ts";
import type { Cycle, MeasureDefinition, Vocabulary } from "../../model/vocabulary.ts";
import { gapBetween, periodAround } from "../../model/frequency.ts";
import { compareMoments, dayNumber, momentForms } from "../../base/text/moment.ts";
import type { Moment } from "../../base/text/moment.ts";

/** The dates and batches that a figure covers, as far as the data states them. */
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

/** The day from which counting restarts, if known. */
export interface Beginning {
  readonly from: Moment | undefined;
}

/**
 * `undefined` when the figure continues `before`; a start that is not stated counts as the same. It restarts when the data says so
 * (重新累计), when it states a later start (起始), and with each year, quarter or month of its cycle (累计周期).
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

/** The cycle of a measure, or of the one it is a part of (属于): closed cases restart together with received ones. */
export function cycleOf(definition: MeasureDefinition, { measures }: Pick<Vocabulary, "measures">): Cycle | undefined {
  const seen = new Set<string>();
  let at: MeasureDefinition | undefined = definition;
  while (at !== undefined && at.cycle === undefined && !seen.has(at.name)) {
    seen.add(at.name);
    at = at.within === undefined ? undefined : measures.get(at.within);
  }
  return at?.cycle;
}

/** How the period of the new cases relates to the day on which counting restarts. */
export type Fit = "whole" | "begins-before" | "begins-after";

/** New cases without a stated start follow the earlier figure. Unknown dates count as fitting. */
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
 * Why figures do not directly follow those of the previous issue; `undefined` if they do, or if it is unknown. Adjoining periods or
 * batches are proof; without them the gap of the issues (`Scope.gap`, given as `issues`) decides.
 */
export function gapBefore(before: Covered, now: Covered, issues: string | undefined): string | undefined {
  const gap = gapBetween(before.asOf, now.since);
  if (gap === "gap" && before.asOf !== undefined && now.since !== undefined)
    return `它到${momentForms.年月日时(before.asOf)}为止，这一期从${momentForms.年月日时(now.since)}起，中间有空缺`;
  const follows = now.batches !== undefined && now.batches.from === (before.batches?.to ?? Number.NaN) + 1;
  return gap === "same" || gap === "meets" || follows ? undefined : issues;
}
