/** Rows of numbers behind 分别, each held against the data in its order: 受理、办结分别同比增长4.5%、3.2%. */

import type { Figure } from "../../compute/tally/figure.ts";
import type { Tally } from "../../compute/tally/tally.ts";
import { partOf, type Breakdown } from "../../compute/tally/breakdown.ts";
import { changeBefore } from "./change-words.ts";
import { lastClause, plainWords, type ArticleReader } from "./article-reader.ts";
import { partsOf, shareMatch, type KnownPart } from "./known-parts.ts";
import { rateMatch, wholeMatch, type DataContext, type Match } from "./match.ts";
import { mentionIn } from "./mentions.ts";
import type { NumberToken } from "./number-token.ts";
import type { NumberedBlock } from "./numbered-block.ts";
import type { RespectiveRow } from "./respective.ts";
import { changeMatch } from "./typed-changes.ts";

/** What a name of a row stands for. */
interface Meant {
  readonly figure: Figure;
  /** Absent for a whole. */
  readonly part?: KnownPart;
}

/** All matches of one block. */
export function matchRespective({ tokens, rows }: NumberedBlock, reader: ArticleReader): Match[] {
  const found: Match[] = [];
  for (const row of rows) {
    if (row.tokens.every((token) => token.computed !== undefined || reader.matches.has(token))) continue;
    const all = row.counts.length > 0 ? [ofCounts(row, tokens, reader)] : meanings(row, reader);
    const readings = all.map((meant) =>
      row.tokens.flatMap((token, at) => readingOf(token, meant[at], row, reader.data.scope) ?? []),
    );
    const equal = (matches: readonly Match[]): number => matches.filter(({ agrees }) => agrees).length;
    const best = readings.reduce<Match[]>((top, next) => (equal(next) > equal(top) ? next : top), readings[0] ?? []);
    // Where nothing names the measure, most of the row must be its.
    const isSure = all.length === 1 || (equal(best) > 1 && equal(best) * 2 > row.tokens.length);
    if (isSure) found.push(...best.filter(({ token }) => token.computed === undefined && !token.approximate));
  }
  return found;
}

function readingOf(
  token: NumberToken,
  meant: Meant | undefined,
  row: RespectiveRow,
  scope: DataContext["scope"],
): Match | undefined {
  if (meant === undefined) return undefined;
  const { figure, part } = meant;
  if (/^占/.test(row.predicate))
    return part === undefined || token.kind !== "percentage" ? undefined : shareMatch(token, part);
  const change = changeBefore(row.predicate);
  if (change !== undefined) return changeMatch(token, change, figure.name, scope);
  if (!/^(?:为|是|有|达到?|约|了)*$/.test(row.predicate)) return undefined;
  if (figure.percent === undefined)
    return token.kind === "percentage" ? undefined : wholeMatch(token, figure.name, figure);
  return token.kind === "percentage" ? rateMatch(token, figure) : undefined;
}

/** 武汉58件、黄石20件，分别占…: the parts that the counts before are. */
function ofCounts(
  { counts }: RespectiveRow,
  tokens: readonly NumberToken[],
  reader: ArticleReader,
): (Meant | undefined)[] {
  return counts.map((count) => {
    const [part, more] = partsOf(count, tokens[tokens.indexOf(count) - 1], reader);
    return part === undefined || more !== undefined ? undefined : { figure: part.part.figure, part };
  });
}

/** What the names may stand for, all of them; one reading for each measure where none is named. */
function meanings(row: RespectiveRow, reader: ArticleReader): (Meant | undefined)[][] {
  const { tallies } = reader.data;
  const { patterns } = reader;
  const names = row.names.map((name) => name.replace(/^(?:其中|全[市省州区县]|我[市省州区县]|本[月周期批])+/, ""));
  const lead = plainWords(row.lead);
  const now = (measure: string): Tally | undefined => {
    const tally = tallies.find(measure);
    return tally !== undefined && reader.periods.isOf(tally, lead, lastClause(lead)) ? tally : undefined;
  };
  const measures = names.map((name) => {
    const mention = mentionIn(name, patterns);
    return mention?.length === name.length ? mention.measure : undefined;
  });
  if (row.measure === "" && measures.every((measure) => measure !== undefined)) {
    if (reader.subjectIn(lead, "").kind !== "whole") return [];
    return [
      measures.map((measure) => {
        const total = now(measure ?? "")?.total;
        return total === undefined ? undefined : { figure: total };
      }),
    ];
  }
  const last = names.at(-1) ?? "";
  const mention = mentionIn(last, patterns);
  const units =
    mention === undefined ? names : names.with(-1, last.slice(0, last.length - mention.length).replace(/的$/, ""));
  if (reader.subjectIn(lead, "").kind === "unclear") return [];
  const named = row.measure === "" ? mention : mentionIn(row.measure, patterns);
  if (row.measure !== "" && named?.length !== row.measure.length) return [];
  const possible = named === undefined ? [...tallies.vocabulary.measures.keys()] : [named.measure];
  return possible.flatMap((measure) => {
    const tally = now(measure);
    return tally === undefined
      ? []
      : [...tally.breakdowns.values()].flatMap((breakdown) => partsNamed(units, breakdown, tally));
  });
}

function partsNamed(names: readonly string[], breakdown: Breakdown, tally: Tally): Meant[][] {
  const found = names.flatMap((name) => {
    const part = partOf(breakdown, breakdown.dimension.registry.find(name));
    return part === undefined ? [] : { figure: part.figure, part: { part, breakdown, tally } };
  });
  return found.length === names.length ? [found] : [];
}
