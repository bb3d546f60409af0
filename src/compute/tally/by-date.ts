/** Names that select issues by the calendar: 去年同期, 上月同期, 上月, 2019年11月. */

import { ExpressionError } from "../../model/expression/expression.ts";
import type { Segment } from "../../model/expression/expression.ts";
import { shifts, periods } from "../../model/calendar.ts";
import type { Shift } from "../../model/calendar.ts";
import { periodAround } from "../../model/frequency.ts";
import type { Period } from "../../model/frequency.ts";
import { addDays, dayNumber, isMonthEnd, momentForms, momentKey } from "../../base/text/moment.ts";
import type { Moment } from "../../base/text/moment.ts";
import { absence } from "./absence.ts";
import type { Scope } from "./scope.ts";
import type { Tally } from "./tally.ts";

/** An issue with its tally of the measure in question. */
export interface Dated {
  readonly scope: Scope;
  readonly tally: Tally;
}

const monthPattern = /^(?:(\d{4})年|(去年|今年|上年))(\d{1,2})月$/;

/** `undefined` for another name; else a function that finds the issues, which are added up if there are several. */
export function datedIssues(
  first: Segment,
  scope: Scope,
): ((measure: Segment, dated: readonly Dated[]) => readonly Scope[]) | undefined {
  const shift = shifts.get(first.name);
  if (shift !== undefined) return (measure, dated) => [shifted(first, measure, shift, dated, scope)];
  const month = monthPattern.exec(first.name);
  const period =
    month === null
      ? periods.get(first.name)
      : ({ year }: Moment) =>
          periodAround("每月", {
            year: month[1] === undefined ? year - (month[2] === "今年" ? 0 : 1) : Number(month[1]),
            month: Number(month[3]),
            day: 1,
          });
  if (period === undefined) return undefined;
  return (measure, dated) => {
    const now = ownDate(first, measure, dated, scope);
    return within(first, measure, period(now), dated, scope);
  };
}

/** The as-of date of this issue's own figure, or the date of the issue if there is none. */
function ownDate(first: Segment, measure: Segment, dated: readonly Dated[], scope: Scope): Moment {
  const own = dated.find((other) => other.scope === scope)?.tally.asOf;
  const date = scope.facts.get("本期")?.get("日期");
  const moment = own ?? (date?.kind === "moment" ? date.moment : undefined);
  if (moment !== undefined) return moment;
  throw new ExpressionError("unknown-issue", `“${measure.name}”没有写“截至”，找不出“${first.name}”`, first);
}

/** The issue whose figure has the shifted as-of date and, if given, the shifted start. */
function shifted(first: Segment, measure: Segment, shift: Shift, dated: readonly Dated[], scope: Scope): Scope {
  const own = dated.find((other) => other.scope === scope)?.tally;
  if (own?.asOf === undefined) {
    throw new ExpressionError(
      "unknown-issue",
      `这一期的“${measure.name}”没有写“截至”，找不出“${first.name}”`,
      first,
      `请在 counts.yaml 的“${measure.name}”下面写上“截至”。${known(measure, dated)}`,
    );
  }
  const wanted = day(shift(day(own.asOf)));
  const since = own.since === undefined ? undefined : day(shift(day(own.since)));
  const found = dated
    .filter(({ tally }) => tally.asOf !== undefined && same(tally.asOf, { ...own.asOf, ...wanted }))
    .at(-1);
  if (found === undefined)
    throw absence(
      scope,
      "unknown-issue",
      `没有${momentForms.年月日(wanted)}（${first.name}）的“${measure.name}”`,
      first,
      nearby(measure, own.asOf, wanted, dated) ?? `${sameWeek(first, own.asOf, dated)}${known(measure, dated)}`,
    );
  const start = found.tally.since;
  const soFar = [own.since, start].every((moment) => moment?.month === 1 && moment.day === 1);
  // Figures of the year so far start on 1 January, also when weeks are compared.
  if (since !== undefined && start !== undefined && !same(day(start), since) && !soFar) {
    throw new ExpressionError(
      "unknown-issue",
      `${found.scope.name}的“${measure.name}”从${momentForms.年月日(start)}起算，${first.name}应当从${momentForms.年月日(since)}起算，不能比`,
      first,
      "两期统计的时段不同；请核对“起始”。",
    );
  }
  return found.scope;
}

/** Advice when a figure of the same month ends on its last day: then probably the date of this issue is wrong. */
function nearby(measure: Segment, own: Moment, wanted: Moment, dated: readonly Dated[]): string | undefined {
  const found = dated
    .flatMap(({ tally: { asOf } }) => asOf ?? [])
    .find(({ year, month }) => year === wanted.year && month === wanted.month);
  if (found === undefined || !isMonthEnd(found) || isMonthEnd(own)) return undefined;
  return `那个月的数截至${momentForms.年月日(found)}；请先核对这一期“${measure.name}”的“截至”（${momentForms.年月日(own)}）是不是写错了。`;
}

/** Advice for weekly reports, whose week of last year ends on another date. */
function sameWeek(first: Segment, asOf: Moment, dated: readonly Dated[]): string {
  const sunday = addDays(day(asOf), -52 * 7);
  const isThere = dated.some(({ tally }) => tally.asOf !== undefined && same(day(tally.asOf), sunday));
  return isThere && first.name.endsWith("年同期") ? "与去年同一周比的，写“去年同周”，同比写“周同比”。" : "";
}

function day({ year, month, day: number }: Moment): Moment {
  return { year, month, day: number };
}

/** Whether two dates are the same day and, if both have one, the same hour. */
function same(a: Moment, b: Moment): boolean {
  if (dayNumber(a) !== dayNumber(b)) return false;
  return a.hour === undefined || b.hour === undefined || (a.hour === b.hour && (a.minute ?? 0) === (b.minute ?? 0));
}

const dayMinutes = 24 * 60;

/** The issues whose periods together are exactly the wanted one. */
function within(
  first: Segment,
  measure: Segment,
  { since: from, asOf: to }: Period,
  dated: readonly Dated[],
  scope: Scope,
): readonly Scope[] {
  const start = dayNumber(from) * dayMinutes;
  const end = (dayNumber(to) + 1) * dayMinutes;
  const spans = dated.flatMap(({ scope: other, tally: { since, asOf } }) => {
    if (since === undefined || asOf === undefined) return [];
    // A start without an hour is the beginning of its day.
    const begins = since.hour === undefined ? dayNumber(since) * dayMinutes : momentKey(since);
    return [{ scope: other, begins, ends: momentKey(asOf) }];
  });
  const whole = spans.filter(({ begins, ends }) => begins === start && ends === end).at(-1);
  if (whole !== undefined) return [whole.scope];
  const chosen: Scope[] = [];
  let next = start;
  for (const { scope: other, begins, ends } of spans) {
    if (begins !== next || ends > end) continue;
    chosen.push(other);
    next = ends;
  }
  if (chosen.length > 0 && next === end) return chosen;
  const written = `${momentForms.年月日(from)}至${momentForms.年月日(to)}`;
  throw absence(
    scope,
    "unknown-issue",
    `各期数据合不成${first.name}（${written}）的“${measure.name}”`,
    first,
    known(measure, dated),
  );
}

/** Lists the last few dates that have data. */
function known(measure: Segment, dated: readonly Dated[]): string {
  const list = dated.flatMap(({ scope, tally: { since, asOf } }) => {
    if (asOf === undefined) return [];
    const span = since === undefined ? "" : `${momentForms.年月日(since)}至`;
    return [{ asOf, text: `${span}${momentForms.年月日时(asOf)}（${scope.name}）` }];
  });
  const last = list.at(-1);
  if (last === undefined) return `各期数据都没有写“${measure.name}”的“截至”。`;
  const dates = list.slice(-6).map(({ text }) => text);
  return `有数据的日期：${dates.join("、")}。要按时段找的，各期要写“起始”；指明日子的，写“截至${momentForms.年月日(last.asOf)}.${measure.name}”。以前的数可以补录，那一期的 issue.yaml 里写“仅数据: 是”。`;
}
