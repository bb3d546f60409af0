/** A cumulative measure that is not typed: the value of the last issue plus the new cases of this one. (逐期累加) */

import { ExpressionError } from "../../model/expression/expression.ts";
import type { CountBlock } from "../../model/count-sheet.ts";
import type { Cycle, MeasureDefinition } from "../../model/vocabulary.ts";
import { gapBetween, periodAround } from "../../model/frequency.ts";
import { dayNumber, momentForms } from "../../base/text/moment.ts";
import type { Moment } from "../../base/text/moment.ts";
import { combine } from "./arithmetic.ts";
import { beginsAnew, fitOf, gapBefore } from "./continuation.ts";
import type { Beginning, Covered } from "./continuation.ts";
import { operationFigure } from "./figure.ts";
import type { Figure } from "./figure.ts";
import type { Tally } from "./tally.ts";
import type { Breakdown } from "./breakdown.ts";

const nowhere = { start: 0, end: 0 };

/** Whether the block has counts besides its dates and batches. */
export function hasCounts({ total, groups, crosses, joint }: CountBlock): boolean {
  return total !== undefined || groups.length > 0 || (crosses?.length ?? 0) > 0 || joint.length > 0;
}

interface Frame {
  /** The block of the cumulative measure itself, which has no numbers, but may have 起始, 截至, 批次, 重新累计. */
  readonly stated: CountBlock | undefined;
  readonly cycle: Cycle | undefined;
  /** As `Scope.gap`. */
  readonly gap: string | undefined;
}

/** Whether the new cases are all cases so far, because counting restarts, so that no earlier issue is needed. */
export function isAllThereIs(fresh: Tally, { stated, cycle }: Omit<Frame, "gap">): boolean {
  const asOf = stated?.asOf?.moment ?? fresh.asOf;
  if (stated?.restarts === true || fresh.restarts) return fresh.since !== undefined || stated?.since === undefined;
  if (cycle === undefined || asOf === undefined || fresh.since === undefined) return false;
  return dayNumber(fresh.since) === dayNumber(periodAround(cycle, asOf).since);
}

/** Throws `ExpressionError` when the new cases do not directly follow the earlier figure, or the day on which counting restarts. */
export function accumulate(
  before: Tally | undefined,
  fresh: Tally,
  definition: MeasureDefinition,
  { stated, cycle, gap }: Frame,
): Tally {
  const now: Covered = {
    since: stated?.since?.moment,
    asOf: stated?.asOf?.moment ?? fresh.asOf,
    batches: stated?.batches,
    restarts: stated?.restarts === true || fresh.restarts,
  };
  const start = cycle === undefined || now.asOf === undefined ? undefined : periodAround(cycle, now.asOf).since;
  const anew = before === undefined ? { from: now.since ?? start } : beginsAnew(now, before, cycle);
  checkBeginning(before, fresh, definition, { anew, now, cycle, gap });
  if (before === undefined || anew !== undefined)
    return { ...renamed(fresh, definition), asOf: now.asOf, since: anew?.from ?? fresh.since, restarts: now.restarts };
  checkPeriods(before, fresh, definition, gap);
  checkBatches(before, fresh, definition);
  const { name } = definition;
  const add = (left: Figure, right: Figure, called: string): Figure =>
    operationFigure({ name: called, measureWord: definition.measureWord, asOf: fresh.asOf }, "+", left, right);
  const total =
    before.total === undefined || fresh.total === undefined ? undefined : add(before.total, fresh.total, name);
  const jointTotal = add(before.jointTotal, fresh.jointTotal, `${name}.共有`);
  const items = [...before.joint, ...fresh.joint];
  const breakdowns = new Map<string, Breakdown>();
  for (const [dimension, breakdown] of fresh.breakdowns) {
    const earlier = before.breakdowns.get(dimension);
    if (earlier === undefined) continue;
    const called = `${name}.${dimension}`;
    const value = combine(
      "+",
      { kind: "breakdown", breakdown: earlier },
      { kind: "breakdown", breakdown },
      called,
      nowhere,
    );
    const shared = breakdown.joint ?? earlier.joint;
    const joint = shared === undefined ? undefined : { counting: shared.counting, total: jointTotal, items };
    if (value.kind === "breakdown") breakdowns.set(dimension, { ...value.breakdown, total, joint });
  }
  return {
    definition,
    asOf: now.asOf,
    since: now.since ?? before.since,
    batches:
      before.batches === undefined || fresh.batches === undefined
        ? undefined
        : { ...fresh.batches, from: before.batches.from },
    restarts: false,
    total,
    breakdowns,
    crosses: [],
    joint: items,
    jointCounting: fresh.jointCounting,
    jointTotal,
  };
}

/** In the first issue the cumulative figures equal those of its own cases. */
function renamed(tally: Tally, definition: MeasureDefinition): Tally {
  const total = tally.total === undefined ? undefined : { ...tally.total, name: definition.name };
  const breakdowns = [...tally.breakdowns].map(([dimension, breakdown]): [string, Breakdown] => [
    dimension,
    { ...breakdown, name: `${definition.name}.${dimension}`, total },
  ]);
  return { ...tally, definition, total, breakdowns: new Map(breakdowns) };
}

/** Where counting restarts, the new cases must begin on that day. */
function checkBeginning(
  before: Tally | undefined,
  fresh: Tally,
  definition: MeasureDefinition,
  {
    anew,
    now,
    cycle,
    gap,
  }: Pick<Frame, "cycle" | "gap"> & { readonly anew: Beginning | undefined; readonly now: Covered },
): void {
  const { name } = fresh.definition;
  if (
    before !== undefined &&
    cycle !== undefined &&
    !now.restarts &&
    (now.asOf === undefined || before.asOf === undefined)
  )
    throw cannot(definition, `它${cycle}重新累计，要知道日期，可是“${name}”没有写“截至”`);
  const first = fresh.batches?.from ?? 1;
  const isKnown = now.restarts || (anew?.from !== undefined && fresh.since !== undefined);
  if (before === undefined && first > 1 && !isKnown)
    throw cannot(definition, `“${name}”从第${first}批起，前面各批的数这里没有`);
  if (before === undefined && gap !== undefined && fresh.batches === undefined && !isKnown)
    throw cannot(definition, gap);
  if (anew?.from === undefined) return;
  const fits = before === undefined ? startsAt(fresh.since, anew.from) : fitOf(fresh, before, anew) === "whole";
  if (!fits) throw cannot(definition, `它从${momentForms.年月日时(anew.from)}起重新累计，“${name}”不是从这时起的`);
}

function startsAt(since: Moment | undefined, from: Moment): boolean {
  return since === undefined || dayNumber(since) === dayNumber(from);
}

/** Days or issues in between would be missing in the sum, and overlapping days would be counted twice. */
function checkPeriods(before: Tally, fresh: Tally, definition: MeasureDefinition, issues: string | undefined): void {
  const gap = gapBetween(before.asOf, fresh.since);
  if (before.asOf !== undefined && fresh.since !== undefined && (gap === "gap" || gap === "overlap")) {
    const dates = `上次到${momentForms.年月日时(before.asOf)}，“${fresh.definition.name}”从${momentForms.年月日时(fresh.since)}起`;
    throw cannot(definition, `${dates}，${gap === "gap" ? "中间有空缺" : "有重叠"}`);
  }
  // Batches are checked by their own numbers.
  const missing =
    before.batches !== undefined && fresh.batches !== undefined ? undefined : gapBefore(before, fresh, issues);
  if (missing !== undefined) throw cannot(definition, missing);
}

function checkBatches(before: Tally, fresh: Tally, definition: MeasureDefinition): void {
  if (before.jointCounting !== fresh.jointCounting && before.joint.length + fresh.joint.length > 0)
    throw cannot(definition, "共有件的计法前后不同");
  const [last, next] = [before.batches, fresh.batches];
  if (last !== undefined && next !== undefined && next.from !== last.to + 1)
    throw cannot(definition, `上次到第${last.to}批，这一期从第${next.from}批起`);
}

function cannot({ name }: MeasureDefinition, why: string): ExpressionError {
  const hint = `请核对批次和日期；前面几期确实不在这里的，在 counts.yaml 里直接写“${name}”。`;
  return new ExpressionError("accumulation", `“${name}”不能逐期累加：${why}`, nowhere, hint);
}
