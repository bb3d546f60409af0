/** All numbers of an article: what state each is in, and what is wrong with them. */

import type { Vocabulary } from "../../model/vocabulary.ts";
import type { Problem } from "../../base/problem/problem.ts";
import { problemAt } from "../rule.ts";
import type { Figure } from "../../compute/tally/figure.ts";
import { comparisonOf } from "./comparison.ts";
import { checkComplements } from "./complements.ts";
import { namesWithNumerals, numbersIn } from "./find-numbers.ts";
import { isCount, sentenceOf } from "./number-token.ts";
import type { NumberToken } from "./number-token.ts";
import { checkOfWhich } from "./of-which.ts";
import { printedBlocks } from "./printed-text.ts";
import type { Block, NumberedArticle } from "./printed-text.ts";
import { checkHeadDates } from "./head-dates.ts";
import { checkParts } from "./known-parts.ts";
import { checkLengths } from "./list-lengths.ts";
import { matchAverage } from "./typed-averages.ts";
import { checkOrder } from "./typed-order.ts";
import { checkAll } from "./typed-all.ts";
import { checkRounding } from "./rounding.ts";
import type { NumberFinding } from "./rule.ts";
import { checkSums } from "./sentence-sums.ts";
import { checkShares } from "./shares.ts";
import { matchJoint } from "./joint-mentions.ts";
import { contradiction } from "./match.ts";
import type { DataContext, Match } from "./match.ts";
import { statusWords } from "./status-words.ts";
import { ClauseReader } from "./clause.ts";
import { CountMatcher } from "./typed-counts.ts";
import { ChangeMatcher } from "./typed-changes.ts";
import { otherPeriods } from "./typed-periods.ts";
import { matchRate } from "./typed-rates.ts";
import { matchRespective } from "./typed-respective.ts";
import { readLists } from "./typed-lists.ts";
import { PartMatcher } from "./typed-parts.ts";
import { readTables } from "./typed-tables.ts";
import { checkWords } from "./typed-words.ts";

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

/** `context` is `undefined` where the data could not be read; sentences are then held against themselves alone. */
export function checkNumbers(
  article: NumberedArticle & { readonly title?: string },
  vocabulary: Vocabulary,
  context: DataContext | undefined,
): NumberCheck {
  const blocks = printedBlocks(article);
  const names = namesWithNumerals(vocabulary);
  const states = statusWords(vocabulary.statuses);
  const tokens = blocks.flatMap((block) => numbersIn(block, names));
  const reader = context === undefined ? undefined : new ClauseReader(context, article.title ?? "");
  const matcher = context === undefined || reader === undefined ? undefined : new CountMatcher(context, reader);
  const changes = context === undefined || reader === undefined ? undefined : new ChangeMatcher(context, reader);
  const matches = new Map<NumberToken, Match>();
  const findings: NumberFinding[] = [];
  const tables = readTables(blocks, tokens, context);
  for (const match of tables.matches) matches.set(match.token, match);
  findings.push(...tables.findings);
  for (const block of byBlock(tokens)) {
    const lists = context === undefined ? undefined : readLists(block, context);
    for (const match of lists?.matches ?? []) matches.set(match.token, match);
    const parts = context === undefined ? undefined : new PartMatcher(context);
    for (const [at, token] of block.entries()) {
      const known = matches.get(token);
      const alone =
        known ??
        matcher?.match(token, block[at - 1]) ??
        (context === undefined || reader === undefined
          ? undefined
          : (matchRate(token, context, reader) ??
            matchAverage(token, block[at - 1], context, reader) ??
            matchJoint(token, context) ??
            changes?.match(token, block[at - 1], nameOf(block[at - 1], matches))));
      const behindTotal = parts?.match(token, alone);
      const match = alone ?? behindTotal;
      if (known !== undefined || match === undefined) continue;
      matches.set(token, match);
      findings.push(...contradiction(match));
    }
    findings.push(...(lists?.findings ?? []));
    if (context !== undefined && reader !== undefined) {
      for (const match of matchRespective(block, matches, context, reader)) {
        if (matches.has(match.token)) continue;
        matches.set(match.token, match);
        findings.push(...contradiction(match));
      }
      findings.push(...otherPeriods(block, matcher?.others ?? [], matches, context, reader));
      findings.push(...checkOrder(block, context, reader));
      findings.push(...checkParts(block, matches, context), ...checkAll(block, matches, context, reader, states));
    }
    // What the data already says of a number, its neighbours need not say again; nor one pair of them twice.
    const told = new Set(findings.map((finding) => finding.token));
    const accepted: NumberFinding[] = [];
    for (const finding of [
      ...checkComplements(block, states),
      ...checkSums(block, vocabulary, states),
      ...checkOfWhich(block),
      ...checkShares(block, states),
      ...checkLengths(block, vocabulary),
    ]) {
      const about = finding.about ?? [finding.token];
      const again = accepted.some((other) => about.filter((token) => other.about?.includes(token)).length > 1);
      if (!again && !about.some((token) => told.has(token))) accepted.push(finding);
    }
    findings.push(...accepted, ...checkRounding(block, vocabulary), ...checkWords(block), ...checkHeadDates(block));
  }
  const known = context === undefined ? new Map<string, Figure>() : tellingFigures(context);
  return {
    numbers: tokens.map((token) => ({ token, state: stateOf(token, matches.get(token), known) })),
    problems: distinct(findings.map(problemOf)),
  };
}

/** The numbers of a text that is no article (masthead, imprint), with their states. */
export function numbersOfBlock(block: Block): CheckedNumber[] {
  return numbersIn(block).map((token) => ({ token, state: stateOf(token, undefined, new Map()) }));
}

/** The name of the data's figure that a token is the number of, right or wrong; of a comparison, what it compares. */
function nameOf(token: NumberToken | undefined, matches: ReadonlyMap<NumberToken, Match>): string | undefined {
  const figure = token === undefined ? undefined : (token.computed?.figure ?? matches.get(token)?.figure);
  const name = figure === undefined ? undefined : (comparisonOf(figure)?.now ?? figure).name;
  // 受理 / 承办单位 is no name that a path could go on from.
  return name?.includes(" ") === true ? undefined : name;
}

/** The table behind a drawing says again what the drawing says. */
function distinct(problems: readonly Problem[]): Problem[] {
  const keyOf = ({ place, message }: Problem): string => `${place.line}:${place.column} ${message}`;
  return [...new Map(problems.map((problem) => [keyOf(problem), problem])).values()];
}

function byBlock(tokens: readonly NumberToken[]): NumberToken[][] {
  const blocks = new Map<Block, NumberToken[]>();
  for (const token of tokens) {
    const list = blocks.get(token.block);
    if (list === undefined) blocks.set(token.block, [token]);
    else list.push(token);
  }
  return [...blocks.values()];
}

function problemOf({ rule, token, message, hint }: NumberFinding): Problem {
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
