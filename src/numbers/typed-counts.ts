/** Numbers typed by hand, held against the tallies they are the numbers of. */

import type Fraction from "fraction.js";
import type { Issue } from "../model/issue.ts";
import { ExpressionError } from "../expression/expression.ts";
import type { Figure } from "../tally/figure.ts";
import type { IssueTallies } from "../tally/issue-tallies.ts";
import type { Tally } from "../tally/tally.ts";
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
      if (part === undefined || part.figure.measureWord !== token.measureWord) return undefined;
      const joint = tally.joint
        .filter((item) => item.units.some((unit) => unit.member === subject.member))
        .reduce((sum, item) => sum.add(item.figure.value), part.figure.value);
      const agrees = token.value.equals(part.figure.value) || token.value.equals(joint);
      return { token, expression: part.figure.name, figure: part.figure, expected: part.figure.value, agrees };
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

  /** Any date in the sentence is one that the data is as of, or the issue's own. */
  #isNow(lead: string): boolean {
    const dates = [...lead.matchAll(/(\d{1,2})月(\d{1,2})(?=日|号)/g)];
    return (
      dates.length === 0 ||
      dates.some(([, month, day]) =>
        this.#moments.some((moment) => moment.month === Number(month) && moment.day === Number(day)),
      )
    );
  }
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

/** The finding of a match that does not agree. */
export function contradiction({ token, expression, expected, agrees }: Match): NumberFinding[] {
  if (agrees) return [];
  return [
    {
      rule: typedCount,
      token,
      message: `这里手写的是${token.text}${token.measureWord}，数据里“${expression}”是${expected.toString()}${token.measureWord}`,
      hint: `请核对；是同一个数的，写成“{{${expression}}}${token.measureWord}”，以后不会再写错。`,
    },
  ];
}
