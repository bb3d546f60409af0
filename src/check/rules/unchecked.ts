/** What no rule holds against anything, although it looks as if it could be: said once, so that nobody relies on it. (没有核对) */

import type { Place } from "../../base/problem/problem.ts";
import { isExclusive } from "../../compute/tally/breakdown.ts";
import type { Tally } from "../../compute/tally/tally.ts";
import { loneBreakdown } from "./claims.ts";
import { expectationsOf } from "./expectation.ts";
import { mismatch } from "./period.ts";
import { allCounted, counted, groupPlace, isSummedUp, wholeOf, type Counted, type Subject } from "./subject.ts";

export interface Unchecked {
  readonly place: Place;
  /** What is not checked, and how it could be; without a full stop. */
  readonly message: string;
}

export function uncheckedOf(subject: Subject): Unchecked[] {
  return allCounted(subject).flatMap((measure) => [
    ...looseGroups(measure),
    ...loneGroup(subject, measure),
    ...unlikeWhole(subject, measure),
    ...looseSum(subject, measure),
  ]);
}

/** One line each, for the reports of the commands. */
export function uncheckedLine({ place, message }: Unchecked): string {
  return `没有核对：${message}（${place.file} 第 ${place.line} 行）`;
}

/** 个 within 件: without a word on how the two go together, a sum says nothing. */
function looseGroups(measure: Counted): Unchecked[] {
  const { definition } = measure;
  const { total, breakdowns } = measure.tally;
  if (total === undefined || !definition.additive) return [];
  return [...breakdowns.values()].flatMap((breakdown) => {
    const { dimension, measureWord } = breakdown;
    if (dimension.overlapping || isExclusive(dimension, definition)) return [];
    return {
      place: groupPlace(measure, breakdown),
      message: `“${definition.name}”合计论${definition.measureWord}，按${dimension.name}分的各项论${measureWord}，各项之和没有与合计核对；一${definition.measureWord}只算一项的，在 data/tallies.yaml 的“${dimension.name}”下写“可重复: 否”，可以算几项的写“可重复: 是”；${measureWord}数另有总数的，单立一个论${measureWord}的指标`,
    };
  });
}

/** No total, no other way of counting, and no other measure that it is held against. */
function loneGroup(subject: Subject, measure: Counted): Unchecked[] {
  const { definition } = measure;
  const breakdown = loneBreakdown(measure);
  if (breakdown === undefined || breakdown.parts.length < 2) return [];
  const { within, equals, accumulates } = definition;
  if ([within, equals, accumulates].some((other) => other !== undefined) || isSummedUp(subject, definition)) return [];
  return [
    {
      place: groupPlace(measure, breakdown),
      message: `“${definition.name}”没有写合计，只有${breakdown.dimension.name}一种分法，漏了一项看不出来；有总数的，请写上“合计”`,
    },
  ];
}

function unlikeWhole(subject: Subject, { definition, block, tally }: Counted): Unchecked[] {
  const whole = wholeOf(subject, definition);
  const why = whole === undefined ? undefined : mismatch(tally, whole);
  if (whole === undefined || why === undefined) return [];
  const [part, all] = [`“${definition.name}”`, `“${whole.definition.name}”`];
  const reasons = {
    words: `${part}论${definition.measureWord}，${all}论${whole.definition.measureWord}`,
    batches: `${part}的批次不都在${all}的批次里`,
    period: `${part}的起始早于${all}的起始`,
  } as const;
  return [{ place: placeFor(why, block, tally), message: `${reasons[why]}，没有核对${part}是不是多于${all}` }];
}

/** Over what is not here nothing adds up exactly. */
function looseSum(subject: Subject, now: Counted): Unchecked[] {
  const { accumulates, name } = now.definition;
  const fresh = accumulates === undefined ? undefined : counted(subject, accumulates);
  if (fresh === undefined) return [];
  return expectationsOf(subject, now, fresh).flatMap(({ gap, terms }) => {
    if (gap === undefined) return [];
    const sum = terms.map(({ name: of }) => (of.endsWith("的") ? `${of}数` : of)).join("加");
    return [{ place: now.block.place, message: `“${name}”是不是正好等于${sum}（${gap}），只核对了不少于它们的和` }];
  });
}

function placeFor(why: "words" | "batches" | "period", block: Counted["block"], { batches }: Tally): Place {
  if (why === "batches") return batches?.place ?? block.place;
  return (why === "period" ? block.since?.place : undefined) ?? block.place;
}
