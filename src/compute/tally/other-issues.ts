/** Names that select other issues: 上期, 去年同期, 第14期, 截至11月1日, 第14批, 第2至14批. */

import { ExpressionError } from "../../model/expression/expression.ts";
import type { Segment } from "../../model/expression/expression.ts";
import { momentForms, readMoment } from "../../base/text/moment.ts";
import type { Moment } from "../../base/text/moment.ts";
import { readNumeral } from "../../base/text/numeral.ts";
import { absence } from "./absence.ts";
import { combine } from "./arithmetic.ts";
import { datedIssues } from "./by-date.ts";
import type { Dated } from "./by-date.ts";
import { gapBefore } from "./continuation.ts";
import type { Figure } from "./figure.ts";
import type { Scope } from "./scope.ts";
import { stepsInto } from "./tally-path.ts";
import type { Value } from "./value.ts";

const numeral = "[\\d零〇一二三四五六七八九十百千]+";
const issuePattern = new RegExp(`^(?:(\\d{4})年)?第(${numeral})期$`);
const datePattern = /^截至(?:(\d{4})年)?(\d{1,2})月(\d{1,2})日(.*)$/;
const batchPattern = new RegExp(`^第(${numeral})(?:批?(?:至|到)第?(${numeral}))?批$`);

/** The issues that a first segment selects, to be added up if there are several; `undefined` when it is another name. */
export function selectIssues(first: Segment, rest: readonly Segment[], scope: Scope): readonly Scope[] | undefined {
  const choose = chooser(first, rest, scope);
  if (choose === undefined) return undefined;
  const [measure] = rest;
  if (measure === undefined)
    throw new ExpressionError(
      "expression-syntax",
      `“${first.name}”后面要写统计项`,
      first,
      `如 {{${first.name}.${exampleOf(scope)}}}。`,
    );
  return choose(measure);
}

/** A measure of the vocabulary, for examples in hints. */
function exampleOf({ tallies: { vocabulary } }: Scope): string {
  return vocabulary.measures.keys().next().value ?? "指标";
}

function chooser(
  first: Segment,
  rest: readonly Segment[],
  scope: Scope,
): ((measure: Segment) => readonly Scope[]) | undefined {
  const dated = datedIssues(first, scope);
  if (dated !== undefined) return (measure) => dated(measure, tallied(measure, scope));
  if (first.name === "上期") return () => [previous(first, rest, scope)];
  const issue = issuePattern.exec(first.name);
  if (issue !== null) return () => [numbered(first, issue, scope)];
  const date = datePattern.exec(first.name);
  if (date !== null) return (measure) => [asOf(first, date, measure, scope)];
  const batch = batchPattern.exec(first.name);
  if (batch !== null) return (measure) => batches(first, batch, measure, scope);
  return undefined;
}

function previous(first: Segment, rest: readonly Segment[], scope: Scope): Scope {
  const found = scope.previous();
  if (found === undefined) throw absence(scope, "no-previous-issue", "这是第一期，没有上期", first, "请改写这句话。");
  const { name } = rest.find((segment) => scope.tallies.vocabulary.measures.has(segment.name)) ?? {};
  const [now, before] = [scope, found].map(({ tallies }) => (name === undefined ? undefined : tallies.get(name)));
  if (name === undefined || now === undefined || before === undefined) return found;
  const gap = gapBefore(before, now, scope.gap);
  if (gap === undefined) return found;
  // The change since some earlier issue must not be printed as the change since the last one.
  throw new ExpressionError(
    "previous-not-adjoining",
    `“${name}”不能与上期比：这里的前一期是${found.name}，${gap}`,
    first,
    `请补上缺的几期，不印发、只作数据的，在它的 issue.yaml 里写“仅数据: 是”；确实要与那一期比的，写明是哪一期，如 {{${name} - ${found.name}.${name} | 增减}}。`,
  );
}

function numbered(first: Segment, match: RegExpExecArray, scope: Scope): Scope {
  const number = readNumeral(match[2] ?? "");
  const found = scope.issue(match[1] === undefined ? undefined : Number(match[1]), number ?? 0);
  if (found !== undefined) return found;
  throw absence(scope, "unknown-issue", `没有${first.name}`, first, "请核对年份和期号；跨年的写“2020年第14期”。");
}

/** The issue whose data is as of exactly that day. */
function asOf(first: Segment, match: RegExpExecArray, measure: Segment, scope: Scope): Scope {
  const [, typedYear, month = "", day = "", clock = ""] = match;
  const dated = tallied(measure, scope).flatMap(({ scope: other, tally }) =>
    tally.asOf === undefined ? [] : [{ other, moment: tally.asOf }],
  );
  const reading = readMoment(`${typedYear ?? "2000"}年${month}月${day}日${clock}`);
  if (!reading.ok)
    throw new ExpressionError("invalid-date", reading.reason, first, `如 {{截至11月1日.${exampleOf(scope)}}}。`);
  const wanted = reading.moment;
  const found = dated.filter(({ moment }) => sameDay(moment, wanted, typedYear !== undefined)).at(-1);
  if (found !== undefined) return found.other;
  const known = dated.slice(-5).map(({ other, moment }) => `${momentForms.年月日时(moment)}（${other.name}）`);
  throw absence(
    scope,
    "unknown-issue",
    `没有${first.name}的“${measure.name}”`,
    first,
    known.length > 0 ? `有数据的日期：${known.join("、")}。` : `各期数据都没有写“${measure.name}”的“截至”。`,
  );
}

function sameDay(a: Moment, b: Moment, withYear: boolean): boolean {
  if (withYear && a.year !== b.year) return false;
  if (a.month !== b.month || a.day !== b.day) return false;
  return b.hour === undefined || (a.hour === b.hour && (a.minute ?? 0) === (b.minute ?? 0));
}

/** The issues whose data together covers exactly these batches. */
function batches(first: Segment, match: RegExpExecArray, measure: Segment, scope: Scope): readonly Scope[] {
  const from = readNumeral(match[1] ?? "") ?? 0;
  const to = match[2] === undefined ? from : (readNumeral(match[2]) ?? 0);
  const ranges = tallied(measure, scope).flatMap(({ scope: other, tally }) =>
    tally.batches === undefined ? [] : [{ other, range: tally.batches }],
  );
  const whole = ranges.filter(({ range }) => range.from === from && range.to === to).at(-1);
  if (whole !== undefined) return [whole.other];
  const chosen: Scope[] = [];
  let next = from;
  for (const { other, range } of ranges) {
    if (range.from !== next || range.to > to) continue;
    chosen.push(other);
    next = range.to + 1;
  }
  if (chosen.length > 0 && next === to + 1) return chosen;
  const known = ranges.map(({ range }) => (range.from === range.to ? `${range.from}` : `${range.from}-${range.to}`));
  throw absence(
    scope,
    "unknown-batch",
    next > from && next <= to ? `缺第${next}批的“${measure.name}”` : `没有${first.name}的“${measure.name}”`,
    first,
    known.length > 0 ? `有数据的批次：${known.join("、")}。` : `各期数据都没有写“${measure.name}”的“批次”。`,
  );
}

function tallied(measure: Segment, scope: Scope): Dated[] {
  return scope.issues().flatMap((other) => {
    const tally = other.tallies.get(measure.name);
    return tally === undefined ? [] : [{ scope: other, tally }];
  });
}

/** The value of the path, added up over the issues: the first `depth` segments are resolved in each issue, the rest in the sum. */
export function sumOverIssues(
  first: Segment,
  rest: readonly Segment[],
  depth: number,
  scopes: readonly Scope[],
  resolve: (segments: readonly Segment[], scope: Scope) => Value,
): Value {
  const [only] = scopes;
  if (scopes.length === 1 && only !== undefined) return renamed(resolve(rest, only), first.name);
  // Whole breakdowns are added before taking a part, because a unit without cases is not listed in every issue.
  const values = scopes.map((scope) => renamed(resolve(rest.slice(0, depth), scope), scope.name));
  const sum = values.reduce((left, right) =>
    combine("+", left, right, `${first.name}.${rest.map((segment) => segment.name).join(".")}`, first),
  );
  return stepsInto(sum, rest.slice(depth));
}

/** Puts the name of the issue before the names of its figures, so that derivations do not confuse two issues. */
function renamed(value: Value, prefix: string): Value {
  const rename = (figure: Figure): Figure => ({ ...figure, name: `${prefix}.${figure.name}` });
  if (value.kind === "figure") return { kind: "figure", figure: rename(value.figure) };
  if (value.kind === "tally") return { ...value, total: rename(value.total) };
  if (value.kind === "joint") return { ...value, name: `${prefix}.${value.name}`, total: rename(value.total) };
  if (value.kind === "breakdown") {
    const { breakdown } = value;
    return {
      kind: "breakdown",
      breakdown: {
        ...breakdown,
        name: `${prefix}.${breakdown.name}`,
        parts: breakdown.parts.map((part) => ({ ...part, figure: rename(part.figure) })),
        sum: rename(breakdown.sum),
      },
    };
  }
  return value;
}
