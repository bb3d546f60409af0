/** What 起始 and 截至 of a measure become in the next issue: by the issue's own date, at the distance to it that they had before. */

import { gapBetween, periodAround } from "../../model/frequency.ts";
import type { Frequency, Period } from "../../model/frequency.ts";
import type { Cycle } from "../../model/vocabulary.ts";
import { addDays, addMonths, dayNumber, isMonthEnd, isoMoment } from "../../base/text/moment.ts";
import type { Moment } from "../../base/text/moment.ts";

/** As one issue gives them. */
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
  /** A measure that another accumulates: it is of one period, never a running total. */
  readonly isFresh: boolean;
}

export interface NextDates extends Dates {
  /** The new period lies right behind the last one; else somebody has to look. */
  readonly isSure: boolean;
  /** The same of 起始 alone. */
  readonly isSinceSure: boolean;
  /** It has a period of its own, and no running total. */
  readonly isPeriod: boolean;
}

/** What the measures of one issue are to be, by name: whatever stood at the end of a period goes with it. */
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

/** The period that lies `turns` behind one, or before it where that is less than 0. */
type Turn = (turns: number) => Period;

const monthsApart = (a: Moment, b: Moment): number => (b.year - a.year) * 12 + b.month - a.month;
const isNewYear = (moment: Moment | undefined): boolean => moment?.month === 1 && moment.day === 1;
const sameDay = (a: Moment | undefined, b: Moment | undefined): boolean =>
  a !== undefined && b !== undefined && dayNumber(a) === dayNumber(b);

/** `undefined` 起始 or 截至: nothing tells what it is to be. `period`: what became of one that ended with this. */
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
  // Of a first issue nobody can tell whether its figures are of a period or count up from there.
  return isPeriod(step) ? moved : { ...rest, since: moved.since, asOf: end, isSinceSure: false };
}

/** Counts on from the same day as before; over the turn of a year from each year's first. */
function isTotal({ last, before, isFresh }: Step): boolean {
  if (isFresh || before.since === undefined) return false;
  if (sameDay(before.since, last.since)) return true;
  const isYearly =
    before.asOf !== undefined && isMonthEnd(before.asOf) && before.asOf.month === 12 && last.asOf?.month === 12;
  return isNewYear(before.since) && isNewYear(last.since) && !isYearly;
}

/** The first figures of a year may be those of a month or of the year so far. */
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
  // The day, or hour, at which the next period begins.
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
  // A bulletin without a frequency reports up to the issue what has come since the last.
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

/** The one right behind, though its issue is rather late or early; else the one whose end lies before the issue as the last one's did. */
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

/** A month's end moves to a month's end, the 25th to the 25th, else by the days between the issues. */
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
