/** The first counts file of a bulletin. */

import { periodAround, periodBefore } from "../../model/frequency.ts";
import type { Frequency, Period } from "../../model/frequency.ts";
import type { Dimension, MeasureDefinition, Vocabulary } from "../../model/vocabulary.ts";
import { isoDate } from "../../base/text/moment.ts";
import type { Moment } from "../../base/text/moment.ts";

/** The date of an issue, and the period on which it reports: the last whole one, if the bulletin has a 刊期. */
export interface Reported {
  readonly date: Moment;
  readonly period: Period | undefined;
}

/** Lists every typed measure with its possible breakdowns. */
export function firstCounts(vocabulary: Vocabulary, date: Moment, frequency: Frequency | undefined): string {
  const measures = [...vocabulary.measures.values()].filter(({ formula }) => formula === undefined);
  const reported = { date, period: frequency === undefined ? undefined : periodBefore(frequency, date) };
  return [
    [
      "# 本期数据：每行“名称: 数字”。冒号用英文的，后面空一格；数字用半角，不带量词。",
      "# 要按单位等分开的，去掉那一行行首的“# ”，把 0 换成数字；用不着的行、用不着的指标删去。",
      "# 各项加起来就是合计的，“合计”那一行可以删去；留着，就替您核对。",
      frequency === undefined
        ? `# 按周、按月等时段统计的，在“截至”上面再写一行“起始: ${isoDate({ ...date, day: 1 })}”，两个日期都要写对。`
        : `# 起始、截至照“刊期: ${frequency}”排好，请核对。到某一天为止的数（在办件、水位、一直累计的），删去“起始”一行。`,
      "",
    ].join("\n"),
    ...measures.map((measure) => measureLines(measure, vocabulary, reported, exampleFor(measure, measures))),
  ].join("\n");
}

/** The measure with an example of a breakdown: the first of its kind, so that it is not repeated in a long file. */
function exampleFor(measure: MeasureDefinition, measures: readonly MeasureDefinition[]): MeasureDefinition {
  const isRate = measure.percent !== undefined;
  return measures.find(({ percent }) => (percent !== undefined) === isRate) ?? measure;
}

function measureLines(
  measure: MeasureDefinition,
  { dimensions }: Vocabulary,
  { date, period }: Reported,
  example: MeasureDefinition,
): string {
  const { name, accumulates, cycle, percent, additive } = measure;
  const names = [...dimensions.keys()];
  const groups =
    measure === example
      ? [...dimensions.values()].flatMap((dimension) => groupLines(dimension, percent !== undefined))
      : names.length === 0
        ? []
        : [`  # 要按${names.join("、")}分的，写法同“${example.name}”`];
  const asOf = period?.asOf ?? date;
  const since =
    cycle !== undefined ? periodAround(cycle, asOf).since : accumulates === undefined ? period?.since : undefined;
  const lines = [
    `${name}:    # ${wording(measure)}`,
    ...(since === undefined ? [] : [`  起始: ${isoDate(since)}`]),
    `  截至: ${isoDate(asOf)}`,
    ...(additive || percent !== undefined ? ["  合计:"] : []),
    ...groups,
    "",
  ];
  if (accumulates === undefined) return lines.join("\n");
  return commented(
    `“${name}”由“${accumulates}”逐期累加，以后各期不用填。以前已经有累计数的，这一期去掉下面行首的“# ”，填到这一期为止的数：`,
    lines,
  );
}

/** Measures without figures in earlier issues, each as a comment with the dates of this issue. */
export function unusedMeasures(vocabulary: Vocabulary, names: ReadonlySet<string>, reported: Reported): string[] {
  const measures = [...vocabulary.measures.values()].filter(({ formula }) => formula === undefined);
  return measures
    .filter(({ name }) => names.has(name))
    .map((measure) => {
      const lines = measureLines(measure, vocabulary, reported, exampleFor(measure, measures));
      return measure.accumulates === undefined
        ? commented(`“${measure.name}”以前各期都没有填过。这一期要填的，去掉下面行首的“# ”：`, lines.split("\n"))
        : lines;
    });
}

/** The first line of comments made by `unusedMeasures` and `brokenTotal`, which must not be copied into the next issue. */
export const ofOneIssue = /^# “(.+)”(?:由“.+”逐期累加|以前各期都没有填过)/;

/** The comment for a running total (累计) that cannot be continued from an earlier issue. */
export function brokenTotal({ name, accumulates, cycle }: MeasureDefinition, asOf: Moment): string {
  return commented(
    `“${name}”由“${accumulates ?? ""}”逐期累加，可是中间缺了几期，接不上。这一期要用的，去掉下面行首的“# ”，填到这一期为止的数，日期请核对：`,
    [
      `${name}:`,
      ...(cycle === undefined ? [] : [`  起始: ${isoDate(periodAround(cycle, asOf).since)}`]),
      `  截至: ${isoDate(asOf)}`,
      "  合计:",
      "",
    ],
  );
}

function commented(remark: string, lines: readonly string[]): string {
  return [`# ${remark}`, ...lines.map((line) => (line === "" ? "" : `# ${line}`))].join("\n");
}

function wording({ measureWord, percent, decimals }: MeasureDefinition): string {
  if (percent !== undefined) return "百分数，如 97.35%";
  return `${measureWord}${decimals > 0 ? `，最多 ${decimals} 位小数` : ""}`;
}

/** The breakdown in one line, unless digits in names would run together with the numbers. */
function groupLines({ name, registry }: Dimension, isRate: boolean): string[] {
  const names = registry.members.map(({ fullName }) => fullName);
  if (!isRate && names.every((label) => !/[\d\s、，,；;。：:＝=]/.test(label)))
    return [`  # ${name}: ${names.map((label) => `${label}0`).join("、")}`];
  return [`  # ${name}:`, ...names.map((label) => `  #   ${label}: 0${isRate ? "%" : ""}`)];
}
