/** Periods of an issue's measures that do not go together, or with how often the bulletin comes out. (时段不合) */

import { gapBetween, periodAround, type Frequency } from "../../model/frequency.ts";
import { dayNumber, momentForms, type Moment } from "../../base/text/moment.ts";
import { periodGap } from "./progress.ts";
import type { Finding, Rule } from "./rule.ts";
import { allCounted, earlierCounted, type Counted, type Subject } from "./subject.ts";

type Edge = "asOf" | "since";

/** Earlier issues that show how a measure is usually dated. */
const most = 3;

/**
 * Offices may count up to any day, and one measure longer than another. What is odd is a date that the measure's own earlier
 * issues, or all others of this one, do not bear out.
 */
export const periodOdd: Rule = {
  id: "period-odd",
  name: "时段与刊期或别的指标不合",
  level: "warning",
  explanation:
    "写了“刊期”的，起始、截至应当是一个月、一周……的头尾（一向不是的除外）；以前各期里与别的指标同一天的，这一期也应当是同一天。与众不同的，多半是日期写错了，或只有它没有改。起始是1月1日的累计数不在此列。",
  example: "刊期是每月，别的指标都截至1月31日，检查截至1月30日。",
  find: (subject) => (["since", "asOf"] as const).flatMap((edge) => findings(subject, edge)),
};

interface Dated {
  readonly measure: Counted;
  readonly moment: Moment;
}

function findings(subject: Subject, edge: Edge): Finding[] {
  const all = dated(subject, edge);
  const usual = mostCommon(all);
  const gaps = new Set(edge === "since" ? periodGap.find(subject).map(({ place }) => place.line) : []);
  const odd = all.filter(
    (one) =>
      // A sum begins with what it first summed up.
      !(edge === "since" && (isNewYear(one.moment) || one.measure.definition.accumulates !== undefined)) &&
      !gaps.has(one.measure.block[edge]?.place.line ?? 0) &&
      (isMisfit(subject, one, all, edge) || isLeftAlone(subject, one, usual, edge)),
  );
  // One wrong day is one finding, however many measures were given it.
  return odd.flatMap((first, at) => {
    const same = odd.filter((each) => isSame(each.moment, first.moment));
    const place = first.measure.block[edge]?.place;
    return place === undefined || odd.indexOf(same[0] ?? first) < at
      ? []
      : [
          {
            place,
            ...words(
              subject,
              same,
              isSame(first.moment, usual) ? [] : all.filter(({ moment }) => isSame(moment, usual)),
              edge,
            ),
          },
        ];
  });
}

/** No first or last day of the frequency's periods, although the measure's earlier days are, or, where there are none, those of the others. */
function isMisfit(subject: Subject, one: Dated, all: readonly Dated[], edge: Edge): boolean {
  const { frequency } = subject.archive.bulletin;
  if (frequency === undefined || fits(one.moment, edge, frequency)) return false;
  const earlier = precedents(subject, one.measure, edge);
  // Cut off by the office's own day, a period begins where the one before ended.
  if (edge === "since" && gapBetween(earlier[0]?.measure.block.asOf?.moment, one.moment) === "meets") return false;
  if (earlier.length > 0) return earlier.every(({ moment }) => fits(moment, edge, frequency));
  const { since } = one.measure.block;
  const isPartOfPeriod =
    edge === "asOf" && since !== undefined && isSame(since.moment, periodAround(frequency, one.moment).since);
  return isPartOfPeriod || all.filter(({ moment }) => fits(moment, edge, frequency)).length * 2 > all.length;
}

/** Another day than most others of the issue, although it was theirs in all issues before. */
function isLeftAlone(subject: Subject, { measure, moment }: Dated, usual: Moment | undefined, edge: Edge): boolean {
  if (usual === undefined || isSame(moment, usual)) return false;
  const earlier = precedents(subject, measure, edge).filter((one) => !(edge === "since" && isNewYear(one.moment)));
  // One issue shows no habit, but a day that is still that was not moved on with the others.
  const isShown = earlier.length > 1 || isSame(moment, earlier[0]?.moment);
  return isShown && earlier.every((one) => isSame(one.moment, mostCommon(dated(one.subject, edge))));
}

function words(
  subject: Subject,
  same: readonly Dated[],
  others: readonly Dated[],
  edge: Edge,
): Pick<Finding, "message" | "hint"> {
  const { frequency } = subject.archive.bulletin;
  const [verb, suffix] = edge === "asOf" ? ["截至", ""] : ["从", "起"];
  const moment = same[0]?.moment as Moment;
  const at = (day: Moment): string => `${verb}${momentForms.年月日时(day)}${suffix}`;
  const period = frequency === undefined || fits(moment, edge, frequency) ? undefined : periodAround(frequency, moment);
  const says = [
    ...(period === undefined
      ? []
      : [`刊期是${frequency ?? ""}，这一段是${momentForms.年月日(period.since)}至${momentForms.年月日(period.asOf)}`]),
    ...(others[0] === undefined ? [] : [`${names(others)}${at(others[0].moment)}`]),
  ];
  return {
    message: `${names(same)}${at(moment)}，${says.join("；")}`,
    hint: `请核对${edge === "asOf" ? "截至" : "起始"}；确实这样统计的不用改。`,
  };
}

function names(list: readonly Dated[]): string {
  const quoted = list
    .slice(0, 3)
    .map(({ measure }) => `“${measure.definition.name}”`)
    .join("、");
  return list.length > 3 ? `${quoted}等${list.length}个指标` : quoted;
}

function dated(subject: Subject, edge: Edge): Dated[] {
  return allCounted(subject).flatMap((measure) => {
    const moment = measure.block[edge]?.moment;
    return moment === undefined ? [] : [{ measure, moment }];
  });
}

/** The day of more than half of them. */
function mostCommon(all: readonly Dated[]): Moment | undefined {
  return all.find(({ moment }) => all.filter((other) => isSame(other.moment, moment)).length * 2 > all.length)?.moment;
}

/** The measure's dates in its last issues before this one. */
function precedents(
  subject: Subject,
  { definition: { name } }: Counted,
  edge: Edge,
): (Dated & { readonly subject: Subject })[] {
  const found: (Dated & { readonly subject: Subject })[] = [];
  for (const measure of earlierCounted(subject, name)) {
    const moment = measure.block[edge]?.moment;
    if (moment !== undefined) found.push({ measure, moment, subject: measure.subject });
    if (found.length === most) break;
  }
  return found;
}

function fits(moment: Moment, edge: Edge, frequency: Frequency): boolean {
  return isSame(moment, periodAround(frequency, moment)[edge]);
}

function isSame(a: Moment, b: Moment | undefined): boolean {
  return b !== undefined && dayNumber(a) === dayNumber(b);
}

function isNewYear({ month, day }: Moment): boolean {
  return month === 1 && day === 1;
}
