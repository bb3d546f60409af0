/** A cumulative measure that nobody typed: the last issue's plus what this batch adds. (逐期累加) */

import { ExpressionError } from "../expression/expression.ts";
import type { MeasureDefinition } from "../model/vocabulary.ts";
import { combine } from "./arithmetic.ts";
import { operationFigure } from "./figure.ts";
import type { Figure } from "./figure.ts";
import type { Breakdown, Tally } from "./tally.ts";

const nowhere = { start: 0, end: 0 };

/** Throws `ExpressionError` when batches are missing or counted twice between the two. */
export function accumulate(before: Tally | undefined, fresh: Tally, definition: MeasureDefinition): Tally {
  if (before === undefined) return { ...renamed(fresh, definition), definition };
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
    asOf: fresh.asOf,
    since: before.since,
    batches:
      before.batches === undefined || fresh.batches === undefined
        ? undefined
        : { ...fresh.batches, from: before.batches.from },
    total,
    breakdowns,
    crosses: [],
    joint: items,
    jointCounting: fresh.jointCounting,
    jointTotal,
  };
}

/** The first issue's cumulative figures are its batch's own. */
function renamed(tally: Tally, definition: MeasureDefinition): Tally {
  const total = tally.total === undefined ? undefined : { ...tally.total, name: definition.name };
  const breakdowns = [...tally.breakdowns].map(([dimension, breakdown]): [string, Breakdown] => [
    dimension,
    { ...breakdown, name: `${definition.name}.${dimension}`, total },
  ]);
  return { ...tally, total, breakdowns: new Map(breakdowns) };
}

function checkBatches(before: Tally, fresh: Tally, definition: MeasureDefinition): void {
  if (before.jointCounting !== fresh.jointCounting && before.joint.length + fresh.joint.length > 0) {
    throw new ExpressionError(
      "accumulation",
      `“${definition.name}”不能逐期累加：共有件的计法前后不同`,
      nowhere,
      `请在 counts.yaml 里直接写“${definition.name}”。`,
    );
  }
  if (before.batches === undefined || fresh.batches === undefined) return;
  if (fresh.batches.from === before.batches.to + 1) return;
  throw new ExpressionError(
    "accumulation",
    `“${definition.name}”不能逐期累加：上次到第${before.batches.to}批，这一期从第${fresh.batches.from}批起`,
    nowhere,
    `请核对批次，或在 counts.yaml 里直接写“${definition.name}”。`,
  );
}
