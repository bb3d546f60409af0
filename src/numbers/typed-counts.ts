/** Numbers typed by hand, held against the tallies they are the numbers of. */

import Fraction from "fraction.js";
import type { Issue } from "../model/issue.ts";
import { ExpressionError } from "../expression/expression.ts";
import { fixed, tellingDecimals } from "../phrase/number-format.ts";
import type { Figure } from "../tally/figure.ts";
import type { IssueTallies } from "../tally/issue-tallies.ts";
import type { Part, Tally } from "../tally/tally.ts";
import type { Moment } from "../text/moment.ts";
import {
  measurePatterns,
  memberNames,
  otherBatches,
  otherRange,
  subjectOf,
  wholeRegion,
  withoutBrackets,
} from "./mentions.ts";
import { quantityEnd, sentenceOf } from "./number-token.ts";
import type { NumberToken } from "./number-token.ts";
import { typedCount } from "./rule.ts";
import type { NumberFinding } from "./rule.ts";

/** What typed numbers of one issue are held against. */
export interface DataContext {
  readonly issue: Pick<Issue, "date">;
  readonly tallies: IssueTallies;
}

/** A typed number with the figure that it ought to be. */
export interface Match {
  readonly token: NumberToken;
  /** As an editor would write it between {{ and }}. */
  readonly expression: string;
  readonly figure: Figure | undefined;
  readonly expected: Fraction;
  readonly agrees: boolean;
}

export function tallyOrNone(tallies: IssueTallies, measure: string): Tally | undefined {
  try {
    return tallies.get(measure);
  } catch (fault) {
    if (fault instanceof ExpressionError) return undefined;
    throw fault;
  }
}

/** Recognizes single mentions in the tokens of one article. `title` is its headline. */
export class CountMatcher {
  readonly #context: DataContext;
  readonly #patterns: ReturnType<typeof measurePatterns>;
  readonly #names: ReturnType<typeof memberNames>;
  readonly #moments: readonly Moment[];

  constructor(context: DataContext) {
    this.#context = context;
    const { vocabulary } = context.tallies;
    this.#patterns = measurePatterns(vocabulary);
    this.#names = memberNames(vocabulary);
    this.#moments = [
      context.issue.date.value,
      ...[...vocabulary.measures.keys()].flatMap((name) => tallyOrNone(context.tallies, name)?.asOf ?? []),
    ];
  }

  /** `previous` is the token before in the same block. */
  match(token: NumberToken, previous: NumberToken | undefined, title: string): Match | undefined {
    if (token.computed !== undefined || token.kind !== "count" || token.approximate || token.value === undefined)
      return undefined;
    const sentence = sentenceOf(token);
    const { text } = token.block;
    const skip = previous !== undefined && /^批/.test(previous.measureWord);
    const from = Math.max(sentence.start, token.start - 40, previous === undefined || skip ? 0 : quantityEnd(previous));
    const near = text.slice(from, token.start).replaceAll(/[ \t]/g, "");
    const found = this.#patterns.find(({ pattern }) => pattern.test(near));
    if (found === undefined) return undefined;
    const lead = withoutBrackets(text.slice(sentence.start, token.start)).replaceAll(/[ \t]/g, "");
    if (otherRange.test(lead) || !this.#isNow(lead)) return undefined;
    const tally = tallyOrNone(this.#context.tallies, found.measure);
    if (tally === undefined || otherBatches(lead, tally.batches)) return undefined;
    if (/^批(?:次)?$/.test(token.measureWord)) return batchMatch(token, tally);
    const subject = subjectOf(lead, this.#names);
    if (subject.kind === "unclear") return undefined;
    if (subject.kind === "member") {
      const breakdown = tally.breakdowns.get(subject.dimension);
      const part = breakdown?.parts.find((line) => line.member === subject.member);
      return part === undefined ? undefined : partMatch(token, part, tally.joint);
    }
    if (tally.total?.measureWord !== token.measureWord) return undefined;
    if (subjectOf(`${title}的`, this.#names).kind !== "none" && !wholeRegion.test(lead)) return undefined;
    return {
      token,
      expression: found.measure,
      figure: tally.total,
      expected: tally.total.value,
      agrees: token.value.equals(tally.total.value),
    };
  }

  /** 全市办结率74.4%, 零陵区办结率为84.4%. */
  matchRate(token: NumberToken, title: string): Match | undefined {
    if (token.computed !== undefined || token.kind !== "percentage" || token.measureWord === "‰") return undefined;
    if (token.approximate || token.value === undefined) return undefined;
    const lead = withoutBrackets(token.block.text.slice(sentenceOf(token).start, token.start)).replaceAll(/[ \t]/g, "");
    const clause = lead.slice(Math.max(...["，", "；", "：", ","].map((mark) => lead.lastIndexOf(mark))) + 1);
    const { vocabulary } = this.#context.tallies;
    const named = [...vocabulary.measures.values()].flatMap((definition) => {
      const match = definition.percent === undefined ? null : rateBefore(definition.name).exec(clause);
      return match === null ? [] : [{ definition, whose: clause.slice(0, match.index) }];
    });
    const found = named.find(({ whose }) => wholeRate.test(whose) || this.#names.some(({ name }) => name === whose));
    if (found === undefined || otherRange.test(lead) || !this.#isNow(lead)) return undefined;
    const tally = tallyOrNone(this.#context.tallies, found.definition.name);
    if (tally === undefined || otherBatches(lead, tally.batches)) return undefined;
    const member = this.#names.find(({ name }) => name === found.whose);
    if (member === undefined) {
      if (subjectOf(`${title}的`, this.#names).kind !== "none" && !wholeRegion.test(lead)) return undefined;
      if (subjectOf(lead, this.#names).kind !== "none") return undefined;
      return tally.total === undefined ? undefined : rateMatch(token, tally.total);
    }
    const part = tally.breakdowns.get(member.dimension)?.parts.find((line) => line.member === member.member);
    return part === undefined ? undefined : rateMatch(token, part.figure);
  }

  /** Any date in the sentence is one that the data is as of, or the issue's own. */
  #isNow(lead: string): boolean {
    // 11月1日至7日: the end of a range is a date of its month as well; without 累计 such a range may be a week within the data.
    const text = /累计/.test(lead)
      ? lead.replace(/(\d{1,2})月(\d{1,2})[日号]?([至到—－～-]{1,2})(?=\d{1,2}[日号])/g, "$1月$2日$3$1月")
      : lead;
    const dates = [...text.matchAll(/(\d{1,2})月(\d{1,2})(?=日|号)/g)];
    return (
      dates.length === 0 ||
      dates.some(([, month, day]) =>
        this.#moments.some((moment) => moment.month === Number(month) && moment.day === Number(day)),
      )
    );
  }
}

const rateBefore = (name: string): RegExp => new RegExp(`${name}(?:已)?(?:为|达到|达|是|：|:)?$`);
/** What may stand in front of a rate that is the whole's. */
const wholeRate = /^(?:目前|其中|全[市省州区县]的?|我[市省州]的?|累计|总体|综合|总|平均|信访件|交办件|转办件|案件)*$/;

/** A rate is held against the data at the decimals it is typed with. */
export function rateMatch(token: NumberToken, figure: Figure): Match {
  const percent = figure.value.mul(100);
  // 2499 of 2500 are no 100%.
  const decimals = tellingDecimals(percent, token.text.split(/[.．]/)[1]?.length ?? 0);
  return {
    token,
    expression: figure.name,
    figure,
    expected: new Fraction(fixed(percent, Math.max(decimals, figure.percent ?? 0))),
    agrees: token.value?.equals(new Fraction(fixed(percent, decimals))) === true,
  };
}

function batchMatch(token: NumberToken, tally: Tally): Match | undefined {
  const range = tally.batches;
  if (range === undefined || token.value === undefined) return undefined;
  const expected = token.value.sub(token.value).add(range.to - range.from + 1);
  return {
    token,
    expression: `${tally.definition.name}.批数`,
    figure: undefined,
    expected,
    agrees: token.value.equals(expected),
  };
}

/** A unit's number, with or without the joint cases that it has a part in. */
export function partMatch(token: NumberToken, { member, figure }: Part, joint: Tally["joint"]): Match | undefined {
  if (token.value === undefined || figure.measureWord !== token.measureWord) return undefined;
  const all = joint
    .filter((item) => item.units.some((unit) => unit.member === member))
    .reduce((sum, item) => sum.add(item.figure.value), figure.value);
  const agrees = token.value.equals(figure.value) || token.value.equals(all);
  return { token, expression: figure.name, figure, expected: figure.value, agrees };
}

/** The finding of a match that does not agree. */
export function contradiction({ token, expression, expected, agrees }: Match): NumberFinding[] {
  if (agrees) return [];
  const behind = token.kind === "percentage" ? "" : token.measureWord;
  return [
    {
      rule: typedCount,
      token,
      message: `这里手写的是${token.text}${token.measureWord}，数据里“${expression}”是${expected.toString()}${token.measureWord}`,
      hint: `请核对；是同一个数的，写成“{{${expression}}}${behind}”，以后不会再写错。`,
    },
  ];
}
