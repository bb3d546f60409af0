/** Moves 起始 and 截至 of a measure on to the next issue, at the same distance from the date of the issue as before. */

import { gapBetween, periodAround } from "../../model/frequency.ts";
import type { Frequency, Period } from "../../model/frequency.ts";
import type { Cycle } from "../../model/vocabulary.ts";
import { addDays, addMonths, dayNumber, isMonthEnd, isoMoment } from "../../base/text/moment.ts";
import type { Moment } from "../../base/text/moment.ts";

/** 起始 and 截至 of a measure in one issue. */
export interface Dates {
  readonly since: Moment | undefined;
  readonly asOf: Moment | undefined;
}

export interface Step {
  readonly last: Dates;
  /** The issue before the last. */
  readonly before: Dates;
  /** Dates of the last issue and of the new one. */
  readonly from: Moment;
  readonly to: Moment;
  readonly frequency: Frequency | undefined;
  /** 累计周期 of a measure that counts up. */
  readonly cycle: Cycle | undefined;
  /** Whether another measure accumulates this one (累计自), so that it covers one period and is no running total. */
  readonly isFresh: boolean;
}

export interface NextDates extends Dates {
  /** Whether the new period directly follows the last one; otherwise an editor has to check it. */
  readonly isSure: boolean;
  /** The same of 起始 alone. */
  readonly isSinceSure: boolean;
  /** Whether the measure covers one period and is no running total. */
  readonly isPeriod: boolean;
}

/** The new dates of all measures by name. Dates at the end of another measure's period move together with it. */
export function nextDatesOf(steps: ReadonlyMap<string, Step>): Map<string, NextDates> {
  const ends = new Map<string, NextDates>();
  for (const step of steps.values()) {
    const next = nextDates(step);
    if (next.isPeriod && step.last.asOf !== undefined) ends.set(isoMoment(step.last.asOf), next);
  }
  const endOf = ({ last: { asOf } }: Step): NextDates | undefined =>
    asOf === undefined ? undefined : ends.get(isoMoment(asOf));
  return new Map([...steps].map(([name, step]) => [name, nextDates(step, endOf(step))]));
}

/** The period that is `turns` periods later, or earlier if negative. */
type Turn = (turns: number) => Period;

const monthsApart = (a: Moment, b: Moment): number => (b.year - a.year) * 12 + b.month - a.month;
const isNewYear = (moment: Moment | undefined): boolean => moment?.month === 1 && moment.day === 1;
const sameDay = (a: Moment | undefined, b: Moment | undefined): boolean =>
  a !== undefined && b !== undefined && dayNumber(a) === dayNumber(b);

/** 起始 or 截至 is `undefined` if it cannot be derived. `period`: the new dates of a measure whose period ended on the same day. */
function nextDates(step: Step, period?: NextDates): NextDates {
  const { since, asOf } = step.last;
  const isSure = period?.isSure ?? true;
  const rest = { isSure, isSinceSure: isSure, isPeriod: false };
  if (asOf === undefined) return { ...rest, since: undefined, asOf: undefined };
  const end = period?.asOf ?? movedEnd(step, asOf);
  if (since === undefined) return { since, asOf: end, ...rest };
  if (step.cycle !== undefined || isTotal(step)) {
    const cycle = step.cycle ?? (isNewYear(since) ? "每年" : undefined);
    const begins = cycle === undefined ? (end.year === asOf.year ? since : undefined) : periodAround(cycle, end).since;
    return { ...rest, since: begins, asOf: end };
  }
  const moved = movedPeriod(step, { since, asOf });
  // After a first issue it is unknown whether its figures cover a period or are a running total.
  return isPeriod(step) ? moved : { ...rest, since: moved.since, asOf: end, isSinceSure: false };
}

/** Whether the measure is a running total, from the same day as before or from 1 January of each year. */
function isTotal({ last, before, isFresh }: Step): boolean {
  if (isFresh || before.since === undefined) return false;
  if (sameDay(before.since, last.since)) return true;
  const isYearly =
    before.asOf !== undefined && isMonthEnd(before.asOf) && before.asOf.month === 12 && last.asOf?.month === 12;
  return isNewYear(before.since) && isNewYear(last.since) && !isYearly;
}

/** Whether the measure covers one period. In January that cannot be distinguished from a total of the year. */
function isPeriod({ last, before, isFresh, frequency }: Step): boolean {
  if (isFresh) return true;
  const gap = gapBetween(before.asOf, last.since);
  if (gap === "same" || gap === "meets") return true;
  if (frequency === undefined || isNewYear(last.since) || last.since === undefined) return false;
  const period = periodAround(frequency, last.since);
  return sameDay(period.since, last.since) && sameDay(period.asOf, last.asOf);
}

function movedPeriod(step: Step, last: Period): NextDates {
  const { before, from, to, frequency } = step;
  const days = dayNumber(to) - dayNumber(from);
  // The next period begins on this day or at this hour.
  const next = addDays(last.asOf, last.asOf.hour === undefined ? 1 : 0);
  const length = dayNumber(next) - dayNumber(last.since);
  const months = next.day === last.since.day ? monthsApart(last.since, next) : 0;
  const lengthBefore =
    before.since === undefined || before.asOf === undefined
      ? undefined
      : dayNumber(before.asOf) - dayNumber(before.since) + (last.asOf.hour === undefined ? 1 : 0);
  const part = (["每旬", "每半月"] as const).find((name) => {
    const period = periodAround(name, last.since);
    return sameDay(period.since, last.since) && sameDay(period.asOf, last.asOf);
  });
  let turn: Turn | undefined;
  if (months > 0)
    turn = (turns) => ({
      since: addMonths(last.since, turns * months),
      asOf: addDays(addMonths(next, turns * months), last.asOf.hour === undefined ? -1 : 0),
    });
  else if (part !== undefined) turn = (turns) => partsOn(part, last, turns);
  else if (length === 1 || length === 7 || length === lengthBefore || frequency === "每日" || frequency === "每周")
    turn = (turns) => ({ since: addDays(last.since, turns * length), asOf: addDays(last.asOf, turns * length) });
  // Without a frequency the period extends from the last issue to this one.
  if (turn === undefined) return sure({ since: next, asOf: addDays(last.asOf, days) }, days > 0 && days <= 2 * length);
  const turns = nearestTurn(turn, step, last.asOf, length);
  return sure(turn(turns), turns === 1);
}

const sure = (period: Period, isSure: boolean): NextDates => ({
  ...period,
  isSure,
  isSinceSure: isSure,
  isPeriod: true,
});

function partsOn(frequency: Frequency, last: Period, turns: number): Period {
  let at = last;
  for (let left = Math.abs(turns); left > 0; left--)
    at = periodAround(frequency, turns > 0 ? addDays(at.asOf, 1) : addDays(at.since, -1));
  return at;
}

/** The number of periods to move on: one if the issue is about on time, else the one whose end precedes the issue as far as before. */
function nearestTurn(turn: Turn, { from, to }: Step, asOf: Moment, length: number): number {
  const lag = dayNumber(from) - dayNumber(asOf);
  const off = (turns: number): number => {
    const now = dayNumber(to) - dayNumber(turn(turns).asOf);
    return now < 0 ? Number.POSITIVE_INFINITY : Math.abs(now - lag);
  };
  if (off(1) < 0.75 * length) return 1;
  const about = Math.round((dayNumber(to) - dayNumber(from)) / length);
  return [about - 2, about - 1, about, about + 1].reduce((best, turns) => (off(turns) < off(best) ? turns : best));
}

/** The end of a month moves to the end of a month, the 25th to the 25th, other dates by the days between the issues. */
function movedEnd(step: Step, asOf: Moment): Moment {
  const { before, from, to } = step;
  const days = dayNumber(to) - dayNumber(from);
  const isEnd = isMonthEnd(asOf) && (before.asOf === undefined || isMonthEnd(before.asOf));
  const months = before.asOf === undefined ? 1 : monthsApart(before.asOf, asOf);
  const isMonthly = isEnd || before.asOf?.day === asOf.day;
  if (!isMonthly || months < 1) return addDays(asOf, days);
  const next = addDays(asOf, isEnd ? 1 : 0);
  const turn: Turn = (turns) => ({ since: asOf, asOf: addDays(addMonths(next, turns), isEnd ? -1 : 0) });
  const turns = nearestTurn(turn, step, asOf, 30.4);
  return turns > 0 ? turn(turns).asOf : addDays(asOf, days);
}
