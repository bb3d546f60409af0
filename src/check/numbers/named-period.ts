/** Stretches of time that a text names: 5月份, 1至7月, 第三季度, 6月3日至9日, 过去24小时. */

import { compareMoments, momentForms, momentKey, type Moment } from "../../base/text/moment.ts";

export interface NamedPeriod {
  /** As typed. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** 2025年 or 上月 leads a sentence; a headline may well look back on it. */
  readonly leadsOnly: boolean;
  /** Whether data from `since` to `asOf` is of this time, as far as its words go. */
  readonly isOf: (since: Moment, asOf: Moment) => boolean;
}

const year = String.raw`(?:(?<year>(?:19|20)\d{2})年)?`;
const to = "[至到—–－～~-]{1,2}";
/** 5月底 is a day, 5月以来 goes on, 比5月份 is another time. */
const before = String.raw`(?<![较比与同自从到至月—–－～~\d-]|去年|上年|截至|截止)`;
const behind = "(?!份|底|初|末|中旬|上旬|下旬|以来|起|后|前|之|龄|度(?!受))";
const pattern = new RegExp(
  [
    String.raw`${before}${year}(?<fromMonth>\d{1,2})月(?<fromDay>\d{1,2})[日号]?(?:\d{1,2}[时点])?${to}(?:(?<toMonth>\d{1,2})月)?(?<toDay>\d{1,2})[日号]`,
    String.raw`${before}${year.replace("year", "monthsYear")}(?<first>\d{1,2})月?${to}(?<last>\d{1,2})月份?(?!\d)${behind}`,
    String.raw`${before}${year.replace("year", "monthYear")}(?<month>\d{1,2})月份?(?![\d至到—–－～~-])${behind}`,
    String.raw`${before}${year.replace("year", "quarterYear")}第?(?<quarter>[一二三四1-4])季度${behind}`,
    String.raw`${before}(?<wholeYear>(?:19|20)\d{2})年(?:全年|度)?(?=[，,]|全[市省州区县])`,
    String.raw`${before}(?<past>上个?月|上个?季度|上周|去年|上年)(?=[，,]|全[市省州区县])`,
    String.raw`(?<=过去|最近|近|前|[，。；：（(]|^)(?<hours>\d{1,3})个?小时(?!热线|值|不|内|以)`,
  ].join("|"),
  "g",
);

/** In the order of their places. */
export function periodsIn(text: string): NamedPeriod[] {
  return [...text.matchAll(pattern)].flatMap((match) => {
    const { groups = {}, 0: words, index: start } = match;
    const isOf = fits(groups);
    const leadsOnly = groups["wholeYear"] !== undefined || groups["past"] !== undefined;
    return isOf === undefined ? [] : [{ text: words, start, end: start + words.length, leadsOnly, isOf }];
  });
}

function fits(named: Readonly<Record<string, string | undefined>>): NamedPeriod["isOf"] | undefined {
  const of = (key: string): number | undefined => (named[key] === undefined ? undefined : Number(named[key]));
  const typedYear = of("year") ?? of("monthsYear") ?? of("monthYear") ?? of("quarterYear");
  const inYear = (...moments: readonly Moment[]): boolean =>
    typedYear === undefined || moments.some((moment) => moment.year === typedYear);
  if (named["past"] !== undefined) return () => false;
  const wholeYear = of("wholeYear");
  if (wholeYear !== undefined) return (since, asOf) => since.year === wholeYear && asOf.year === wholeYear;
  const [fromMonth, fromDay, toDay] = [of("fromMonth"), of("fromDay"), of("toDay")];
  if (fromMonth !== undefined)
    return (since, asOf) =>
      inYear(since, asOf) &&
      since.month === fromMonth &&
      since.day === fromDay &&
      asOf.month === (of("toMonth") ?? fromMonth) &&
      // Midnight belongs to either day.
      (asOf.day === toDay || (asOf.hour === 0 && asOf.day - 1 === toDay));
  const [first, last] = [of("first"), of("last")];
  if (first !== undefined) return (since, asOf) => inYear(asOf) && since.month === first && asOf.month === last;
  const month = of("month");
  if (month !== undefined)
    return (since, asOf) => inYear(since, asOf) && [since, asOf].some((moment) => moment.month === month);
  const { quarter } = named;
  if (quarter !== undefined) {
    const at = "一二三四".indexOf(quarter) < 0 ? Number(quarter) : "一二三四".indexOf(quarter) + 1;
    return (since, asOf) => inYear(asOf) && [since, asOf].every(({ month: own }) => Math.ceil(own / 3) === at);
  }
  const hours = of("hours");
  return hours === undefined
    ? undefined
    : (since, asOf) =>
        since.hour === undefined || asOf.hour === undefined || momentKey(asOf) - momentKey(since) === hours * 60;
}

/** 6月1日至6月30日 */
export function periodWords(since: Moment, asOf: Moment): string {
  const form = since.year === asOf.year ? "月日时" : "年月日时";
  return compareMoments(since, asOf) === 0
    ? momentForms[form](asOf)
    : `${momentForms[form](since)}至${momentForms[form](asOf)}`;
}
