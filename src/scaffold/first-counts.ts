import type { Dimension, MeasureDefinition, Vocabulary } from "../model/vocabulary.ts";
import { isoDate } from "../text/moment.ts";
import type { Moment } from "../text/moment.ts";

/** A counts file for a bulletin that has none yet: every measure that is filled in, and how each can be broken down. */
export function firstCounts(vocabulary: Vocabulary, date: Moment): string {
  const measures = [...vocabulary.measures.values()].filter(({ formula }) => formula === undefined);
  return [
    [
      "# 本期数据：每行“名称: 数字”。冒号用英文的，后面空一格；数字用半角，不带量词。",
      "# 要按单位等分开的，去掉那一行行首的“# ”，把 0 换成数字；用不着的行、用不着的指标删去。",
      "# 各项加起来就是合计的，“合计”那一行可以删去；留着，就替您核对。",
      "",
    ].join("\n"),
    ...measures.map((measure) => measureLines(measure, vocabulary, date, exampleFor(measure, measures))),
  ].join("\n");
}

/** The measure that shows how to write the groups: the first of its kind, so that a long file does not say it all again. */
function exampleFor(measure: MeasureDefinition, measures: readonly MeasureDefinition[]): MeasureDefinition {
  const isRate = measure.percent !== undefined;
  return measures.find(({ percent }) => (percent !== undefined) === isRate) ?? measure;
}

function measureLines(
  measure: MeasureDefinition,
  { dimensions, measures }: Vocabulary,
  date: Moment,
  example: MeasureDefinition,
): string {
  const { name, accumulates, percent, additive } = measure;
  const isFresh = [...measures.values()].some((other) => other.accumulates === name);
  const names = [...dimensions.keys()];
  const groups =
    measure === example
      ? [...dimensions.values()].flatMap((dimension) => groupLines(dimension, percent !== undefined))
      : names.length === 0
        ? []
        : [`  # 要按${names.join("、")}分的，写法同“${example.name}”`];
  const lines = [
    `${name}:    # ${wording(measure)}`,
    ...(isFresh || accumulates !== undefined ? [`  起始:    # 从哪天算起，如 ${isoDate({ ...date, day: 1 })}`] : []),
    `  截至: ${isoDate(date)}`,
    ...(additive || percent !== undefined ? ["  合计:"] : []),
    ...groups,
    "",
  ];
  if (accumulates === undefined) return lines.join("\n");
  return [
    `# “${name}”由“${accumulates}”逐期累加，以后各期不用填。以前已经有累计数的，这一期去掉下面行首的“# ”，填到这一期为止的数：`,
    ...lines.map((line) => (line === "" ? "" : `# ${line}`)),
  ].join("\n");
}

function wording({ measureWord, percent, decimals }: MeasureDefinition): string {
  if (percent !== undefined) return "百分数，如 97.35%";
  return `${measureWord}${decimals > 0 ? `，最多 ${decimals} 位小数` : ""}`;
}

/** In one line where names and numbers can be told apart in it. */
function groupLines({ name, registry }: Dimension, isRate: boolean): string[] {
  const names = registry.members.map(({ fullName }) => fullName);
  if (!isRate && names.every((label) => !/[\d\s、，,；;。：:＝=]/.test(label)))
    return [`  # ${name}: ${names.map((label) => `${label}0`).join("、")}`];
  return [`  # ${name}:`, ...names.map((label) => `  #   ${label}: 0${isRate ? "%" : ""}`)];
}
