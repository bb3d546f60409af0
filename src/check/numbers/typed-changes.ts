/** Changes typed by hand, held against the last issue's data or last year's: 环比增长4.5%, 较上周增加90起, 同比提高3.2个百分点. */

import { partOf } from "../../compute/tally/breakdown.ts";
import Fraction from "fraction.js";
import { ExpressionError } from "../../model/expression/expression.ts";
import { parseExpression } from "../../model/expression/parse.ts";
import { fixed, tellingDecimals } from "../../compute/phrase/number-format.ts";
import { evaluate, type Scope } from "../../compute/tally/evaluate.ts";
import type { Figure } from "../../compute/tally/figure.ts";
import { figureOf, type Value } from "../../compute/tally/value.ts";
import { dayNumber } from "../../base/text/moment.ts";
import { changeBefore, furtherChange, withoutChanges, type Base, type Change } from "./change-words.ts";
import { comparisonOf } from "./comparison.ts";
import { isQuoted, lastClause, plainWords, type ArticleReader } from "./article-reader.ts";
import type { Match } from "./match.ts";
import { mentionIn } from "./mentions.ts";
import { decimalsOf, lastStop, quantityEnd, sentenceOf, type NumberToken } from "./number-token.ts";
import { allows, quantityIn } from "./quantity.ts";

/** Asked of the tokens of one article, one after the other. */
export class ChangeMatcher {
  readonly #reader: ArticleReader;
  /** The change before, and of which figure it is one. */
  #last: { readonly token: NumberToken; readonly change: Change; readonly of: string | undefined } | undefined;

  /** The part of a breakdown that a number was known to be last. */
  #part: { readonly token: NumberToken; readonly name: string } | undefined;

  constructor(reader: ArticleReader) {
    this.#reader = reader;
  }

  /** `previous` is the token before in the same block, `known` the name of the figure that it is. */
  match(token: NumberToken, previous: NumberToken | undefined, known: string | undefined): Match | undefined {
    const last = this.#last !== undefined && this.#last.token === previous ? this.#last : undefined;
    if (previous !== undefined && known?.split(".").length === 3) this.#part = { token: previous, name: known };
    const { text } = token.block;
    const start = Math.max(sentenceOf(token).start, token.start - farthest);
    const change =
      (last === undefined ? undefined : furtherChange(text.slice(quantityEnd(last.token), token.start), last.change)) ??
      changeBefore(text.slice(start, token.start));
    if (change === undefined || token.value === undefined || isQuoted(token)) return undefined;
    const base = start + change.start;
    const isNear = previous !== undefined && previous.start >= start;
    const between = isNear ? text.slice(quantityEnd(previous), base) : undefined;
    const joins = between === undefined ? false : base < quantityEnd(previous ?? token) || joint.test(between);
    const of = placeWord.test(token.measureWord)
      ? this.#placed(token, base)
      : change.about !== ""
        ? this.#named(change.about)
        : joins
          ? (last?.of ?? known)
          : this.#named(text.slice(start, base));
    this.#last = { token, change, of };
    return token.computed !== undefined || of === undefined
      ? undefined
      : changeMatch(token, change, of, this.#reader.data.scope);
  }

  /** Whose place has changed: that of the unit whose number or place stands before, or of one named since. */
  #placed({ block, start }: NumberToken, base: number): string | undefined {
    const { token, name } = this.#part ?? {};
    if (token === undefined || name === undefined || token.block !== block || token.start < lastStop(block.text, start))
      return undefined;
    const between = block.text.slice(quantityEnd(token), base);
    const named = this.#reader.subjects.membersIn(between);
    const [measure = "", dimension = ""] = name.split(".");
    const [only] = named;
    if (only === undefined) return place.test(between) ? name : undefined;
    if (
      named.length > 1 ||
      only.dimension !== dimension ||
      !/(?:^|[，；。])$/.test(between.slice(0, between.lastIndexOf(only.name)))
    )
      return undefined;
    const breakdown = this.#reader.data.tallies.find(measure)?.breakdowns.get(dimension);
    return between.endsWith(only.name) ? partOf(breakdown, only.member)?.figure.name : undefined;
  }

  /** The figure that words name right before 环比: 受理量, 东城区办结率. */
  #named(words: string): string | undefined {
    const lead = withoutChanges(plainWords(words)).replace(/[，,]$/, "");
    const mention = mentionIn(lead, this.#reader.patterns);
    const tally = mention === undefined ? undefined : this.#reader.data.tallies.find(mention.measure);
    if (mention === undefined || tally === undefined) return undefined;
    const whose = lastClause(lead.slice(0, lead.length - mention.length));
    if (!this.#reader.periods.isOf(tally, lead, lastClause(lead))) return undefined;
    const subject = this.#reader.subjectIn(lead, whose);
    if (subject.kind === "whole") return tally.definition.name;
    if (subject.kind !== "member") return undefined;
    return partOf(tally.breakdowns.get(subject.dimension), subject.member)?.figure.name;
  }
}

/** 上升2位 */
const placeWord = /^(?:位|名|名次)$/;
/** Between a unit's number and the change of its place: not that among others than the units of the data. */
const place =
  /^[，,、；;]?(?:(?:位?居|列|排名?|排在)(?:全[市州区县])?第[^，。；]{1,3}[位名]?)?[，,、]?(?:名次|排名|位次)?$/;

/** Characters before a number in which its change and what that is of are named. */
const farthest = 80;

/** Between a number and the words of its change. */
const joint =
  /^[ \t]*(?:以上)?(?:的)?(?:信访件|案件|诉求|工单|问题|事故)?[ \t]*[，,、（(；;]?[ \t]*(?:与[^，。；]{0,6}相比[，,]?)?[ \t]*$/;

/** `of` is the name of a figure of this issue; `undefined` where the data has nothing to compare it with. */
export function changeMatch(
  token: NumberToken,
  change: Change,
  of: string,
  scope: Scope | undefined,
): Match | undefined {
  if (scope === undefined || !isStep(change.base, of, scope)) return undefined;
  const now = figureAt(of, scope);
  if (now === undefined) return undefined;
  const { base } = change;
  const all = expressions(token, now, base).flatMap(([expression, filter]) => {
    const figure = figureAt(expression, scope);
    return figure === undefined ? [] : [{ expression, filter, figure }];
  });
  // Beside the number of another month than was typed, the month is wrong; else nothing is known of that month.
  const wanted = all.filter(
    ({ figure, filter }) =>
      base.kind !== "month" || isAgainst(figure, base) || isEqual(token, change, figure, filter, now),
  );
  const equal = wanted.find(({ figure, filter }) => isEqual(token, change, figure, filter, now));
  const chosen = equal ?? wanted[0];
  if (chosen === undefined || (equal === undefined && token.approximate)) return undefined;
  const { expression, filter, figure } = chosen;
  const decimals = decimalsOf(token);
  const right = shown(figure, filter, decimals);
  const argument = filter === "增减" || filter === "升降" ? "" : `: ${decimals}`;
  const written = token.block.text.slice(token.start, quantityEnd(token)).trim();
  return {
    token,
    expression,
    figure,
    expected: figure.value,
    agrees: equal !== undefined,
    told: {
      message: `这里手写的是“${change.word}${written}”，由数据“${expression}”算出来是${right}`,
      hint: `请核对；写成“{{${expression} | ${filter}${argument}}}”，以后不会再写错。`,
    },
  };
}

type Filter = "增减" | "增减率" | "增减点" | "升降";

/** What a number of its kind may be, the likeliest first, with the filter that prints it. */
function expressions(token: NumberToken, now: Figure, base: Base): (readonly [string, Filter])[] {
  const { name } = now;
  if (base.kind === "month")
    return [
      ...expressions(token, now, { kind: "previous", step: "" }),
      ...(base.year === undefined ? [] : expressions(token, now, { kind: "year" })),
    ];
  const isYear = base.kind === "year";
  if (placeWord.test(token.measureWord)) return isYear ? [] : [[`${name}.名次变化`, "升降"]];
  const difference = isYear
    ? [`${name} - 去年同期.${name}`, `${name} - 去年同周.${name}`]
    : [now.percent === undefined ? `${name}.新增` : `${name} - 上期.${name}`];
  const ratio = isYear ? [`${name}.同比`, `${name}.周同比`] : [`${name}.环比`];
  const all = (names: readonly string[], filter: Filter) => names.map((expression) => [expression, filter] as const);
  if (token.measureWord === "个百分点") return now.percent === undefined ? [] : all(difference, "增减点");
  // A rise of a rate by 3.2% may mean points.
  if (token.kind === "percentage")
    return [...(now.percent === undefined ? [] : all(difference, "增减点")), ...all(ratio, "增减率")];
  return now.percent === undefined && quantityIn(token, now.measureWord) !== undefined ? all(difference, "增减") : [];
}

/** A change against the month that was typed. */
export function isAgainst(figure: Figure, { month, year }: Extract<Base, { kind: "month" }>): boolean {
  const asOf = comparisonOf(figure)?.before.asOf;
  return asOf === undefined || (asOf.month === month && (year === undefined || asOf.year === year));
}

function isEqual(token: NumberToken, { falls }: Change, figure: Figure, filter: Filter, now: Figure): boolean {
  const value = falls ? figure.value.neg() : figure.value;
  if (filter === "升降") return token.value?.equals(value) === true;
  if (filter === "增减") {
    const quantity = quantityIn(token, now.measureWord);
    return quantity !== undefined && allows(quantity, value);
  }
  const decimals = decimalsOf(token);
  const percent = value.mul(100);
  const candidates = [fixed(percent, decimals), fixed(percent, tellingDecimals(percent, decimals))];
  if (filter === "增减点" && figure.derivation.kind === "operation") {
    // The difference of the rates as printed.
    const [a, b] = [figure.derivation.left, figure.derivation.right].map(
      (rate) => new Fraction(fixed(rate.value.mul(100), rate.percent ?? decimals)),
    );
    if (a !== undefined && b !== undefined) candidates.push(fixed(falls ? b.sub(a) : a.sub(b), decimals));
  }
  return candidates.some((text) => token.value?.equals(new Fraction(text)) === true);
}

function shown({ value, measureWord }: Figure, filter: Filter, decimals: number): string {
  if (value.equals(0)) return "持平";
  const [amount, falls] = [value.abs(), value.compare(0) < 0];
  if (filter === "升降") return `${falls ? "下降" : "上升"}${amount.toString()}${measureWord}`;
  if (filter === "增减") return `${falls ? "减少" : "增加"}${amount.toString()}${measureWord}`;
  const percent = amount.mul(100);
  const digits = fixed(percent, tellingDecimals(percent, decimals));
  return filter === "增减率" ? `${falls ? "下降" : "增长"}${digits}%` : `${falls ? "降低" : "提高"}${digits}个百分点`;
}

/** Days from one issue's data to the next, by what a sentence calls it. */
const steps: Readonly<Record<string, readonly [least: number, most: number]>> = {
  日: [1, 1],
  天: [1, 1],
  周: [7, 7],
  月: [28, 31],
  季度: [90, 92],
};

/** 较上周 is not held against an issue of a month ago. */
function isStep(base: Base, of: string, scope: Scope): boolean {
  if (base.kind !== "previous" || base.step === "" || base.step === "期") return true;
  const measure = of.split(".")[0] ?? "";
  const [now, before] = [valueAt(`${measure}.截至`, scope), valueAt(`上期.${measure}.截至`, scope)];
  const bounds = steps[base.step];
  if (now?.kind !== "moment" || before?.kind !== "moment" || bounds === undefined) return false;
  const days = dayNumber(now.moment) - dayNumber(before.moment);
  return days >= bounds[0] && days <= bounds[1];
}

export function figureAt(expression: string, scope: Scope): Figure | undefined {
  const value = valueAt(expression, scope);
  return value === undefined ? undefined : figureOf(value);
}

function valueAt(expression: string, scope: Scope): Value | undefined {
  try {
    return evaluate(parseExpression(expression), scope);
  } catch (fault) {
    if (fault instanceof ExpressionError) return undefined;
    throw fault;
  }
}
