/** All numbers of an article: what state each is in, and what is wrong with them. */

import type { Vocabulary } from "../../model/vocabulary.ts";
import type { Problem } from "../../base/problem/problem.ts";
import type { Figure } from "../../compute/tally/figure.ts";
import { problemAt } from "../rule.ts";
import { numbersIn } from "./find-numbers.ts";
import type { DataContext, Match } from "./match.ts";
import { isCount, sentenceOf, type NumberToken, type Stretch } from "./number-token.ts";
import type { Block, NumberedArticle } from "./printed-text.ts";
import { readArticle } from "./read-article.ts";
import {
  measureWordUnlike,
  roundedAway,
  sentenceShare,
  sentenceSum,
  typedCount,
  typedList,
  type NumberRule,
} from "./rules.ts";
import type { NumberFinding } from "./finding.ts";

export type NumberState =
  /** Printed by an expression. */
  | { readonly kind: "computed"; readonly expression: string; readonly figure: Figure | undefined }
  /** Typed by hand, equal to a tally. */
  | { readonly kind: "typed-agrees"; readonly expression: string; readonly figure: Figure | undefined }
  /** Typed by hand; no data can say. */
  | { readonly kind: "typed-unchecked" }
  | { readonly kind: "not-a-count" };

export interface CheckedNumber {
  readonly token: NumberToken;
  readonly state: NumberState;
}

export interface NumberCheck {
  readonly numbers: readonly CheckedNumber[];
  readonly problems: readonly Problem[];
}

interface Found {
  readonly rule: NumberRule;
  readonly finding: NumberFinding;
}

/** `data` is `undefined` where the data could not be read; sentences are then held against themselves alone. */
export function checkNumbers(
  article: NumberedArticle & { readonly title?: string },
  vocabulary: Vocabulary,
  data: DataContext | undefined,
): NumberCheck {
  const reading = readArticle(article, vocabulary, data);
  const found = (...rules: readonly NumberRule[]): Found[] =>
    rules.flatMap((rule) => rule.find(reading).map((finding) => ({ rule, finding })));
  const byData = found(typedCount, typedList);
  const bySentence = unsaid(found(sentenceSum, sentenceShare), byData);
  const all = [...byData, ...bySentence, ...found(roundedAway, measureWordUnlike)];
  const telling = data === undefined ? new Map<string, Figure>() : tellingFigures(data);
  return {
    numbers: reading.tokens.map((token) => ({ token, state: stateOf(token, reading.matches.get(token), telling) })),
    problems: distinct(all.map(problemOf)),
  };
}

/** What the data already says of a number, its neighbours need not say again; nor one pair of them twice. */
function unsaid(found: readonly Found[], byData: readonly Found[]): Found[] {
  const said = new Set<Stretch>(byData.map(({ finding }) => finding.token));
  const accepted = new Map<Block, NumberFinding[]>();
  return found.filter(({ finding }) => {
    const { token } = finding;
    const about: readonly Stretch[] = finding.about ?? [token];
    const others = accepted.get(token.block) ?? [];
    const isAgain = others.some((other) => (other.about ?? []).filter((one) => about.includes(one)).length > 1);
    if (isAgain || about.some((one) => said.has(one))) return false;
    accepted.set(token.block, [...others, finding]);
    return true;
  });
}

/** The numbers of a text that is no article (masthead, imprint), with their states. */
export function numbersOfBlock(block: Block): CheckedNumber[] {
  return numbersIn(block).map((token) => ({ token, state: stateOf(token, undefined, new Map()) }));
}

/** The table behind a drawing says again what the drawing says. */
function distinct(problems: readonly Problem[]): Problem[] {
  const keyOf = ({ place, message }: Problem): string => `${place.line}:${place.column} ${message}`;
  return [...new Map(problems.map((problem) => [keyOf(problem), problem])).values()];
}

function problemOf({ rule, finding: { token, message, hint } }: Found): Problem {
  const { text, start } = sentenceOf(token);
  const quote = { sentence: text, start: token.start - start, end: token.end - start };
  return problemAt(rule, {
    place: token.block.place(token.start),
    message,
    ...(hint === undefined ? {} : { hint }),
    quote,
  });
}

function stateOf(token: NumberToken, match: Match | undefined, known: ReadonlyMap<string, Figure>): NumberState {
  if (token.computed !== undefined && (token.computed.figure !== undefined || isCount(token.kind)))
    return { kind: "computed", expression: token.computed.expression, figure: token.computed.figure };
  if (!isCount(token.kind)) return { kind: "not-a-count" };
  if (match?.agrees === true) return { kind: "typed-agrees", expression: match.expression, figure: match.figure };
  const figure =
    match === undefined && !token.approximate
      ? known.get(`${token.value?.toString() ?? ""}${token.measureWord}`)
      : undefined;
  return figure === undefined ? { kind: "typed-unchecked" } : { kind: "typed-agrees", expression: figure.name, figure };
}

/** Small numbers are equal by chance. */
const least = 10;

/** Values that only one figure of the issue has, and that are large enough to mean it. */
function tellingFigures({ tallies }: DataContext): Map<string, Figure> {
  const found = new Map<string, Figure | undefined>();
  for (const measure of tallies.vocabulary.measures.keys()) {
    const tally = tallies.find(measure);
    const parts = [...(tally?.breakdowns.values() ?? [])].flatMap((breakdown) =>
      breakdown.parts.map((part) => part.figure),
    );
    for (const figure of [...(tally?.total === undefined ? [] : [tally.total]), ...parts]) {
      if (figure.measureWord === "" || figure.value.compare(least) < 0) continue;
      const key = `${figure.value.toString()}${figure.measureWord}`;
      found.set(key, found.has(key) ? undefined : figure);
    }
  }
  return new Map([...found].flatMap(([key, figure]) => (figure === undefined ? [] : [[key, figure] as const])));
}
