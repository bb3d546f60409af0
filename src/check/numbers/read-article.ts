/** The numbers of an article with what the data says of each, as the rules over numbers are given them. */

import type { Vocabulary } from "../../model/vocabulary.ts";
import { ArticleReader } from "./article-reader.ts";
import { comparisonOf } from "./comparison.ts";
import { namesWithNumerals, numbersIn } from "./find-numbers.ts";
import { itemRuns } from "./items.ts";
import { matchJoint } from "./joint-mentions.ts";
import type { DataContext, Match } from "./match.ts";
import type { NumberToken } from "./number-token.ts";
import type { NumberedBlock } from "./numbered-block.ts";
import { printedBlocks, type NumberedArticle } from "./printed-text.ts";
import { respectiveRows } from "./respective.ts";
import { statusWords } from "./status-words.ts";
import { matchAverage } from "./typed-averages.ts";
import { ChangeMatcher } from "./typed-changes.ts";
import { CountMatcher } from "./typed-counts.ts";
import { readLists, type ListReading } from "./typed-lists.ts";
import { PartMatcher } from "./typed-parts.ts";
import { matchRate } from "./typed-rates.ts";
import { matchRespective } from "./typed-respective.ts";
import { readTables, type TableReading } from "./typed-tables.ts";

export interface ReadBlock extends NumberedBlock {
  readonly lists: ListReading;
  /** Its numbers that are known to be some figure's, but for those of lists and tables typed by hand. */
  readonly typed: readonly Match[];
}

export interface ArticleReading {
  readonly tokens: readonly NumberToken[];
  readonly blocks: readonly ReadBlock[];
  readonly tables: readonly TableReading[];
  /** `undefined` where the data could not be read. */
  readonly reader: ArticleReader | undefined;
  readonly matches: ReadonlyMap<NumberToken, Match>;
}

export function readArticle(
  article: NumberedArticle & { readonly title?: string },
  vocabulary: Vocabulary,
  data: DataContext | undefined,
): ArticleReading {
  const names = namesWithNumerals(vocabulary);
  const states = statusWords(vocabulary.statuses);
  const all = printedBlocks(article).map((block) => ({ block, tokens: numbersIn(block, names) }));
  const reader = data === undefined ? undefined : new ArticleReader(data, article.title ?? "");
  const matches = reader?.matches ?? new Map<NumberToken, Match>();
  const tables = readTables(all, data);
  for (const match of tables.flatMap((table) => table.matches)) matches.set(match.token, match);
  const typed = reader === undefined ? undefined : new TypedNumbers(reader);
  const blocks = all.flatMap(({ tokens }): ReadBlock[] => {
    if (tokens.length === 0) return [];
    const rows = respectiveRows(tokens);
    const block = { tokens, rows, runs: itemRuns(tokens, rows), vocabulary, states };
    return [{ ...block, lists: { matches: [], findings: [] }, typed: [], ...typed?.read(block) }];
  });
  return { tokens: all.flatMap(({ tokens }) => tokens), blocks, tables, reader, matches };
}

/** Asked of the blocks of an article one after the other. */
class TypedNumbers {
  readonly #reader: ArticleReader;
  readonly #counts: CountMatcher;
  readonly #changes: ChangeMatcher;

  constructor(reader: ArticleReader) {
    this.#reader = reader;
    this.#counts = new CountMatcher(reader);
    this.#changes = new ChangeMatcher(reader);
  }

  read(block: NumberedBlock): Pick<ReadBlock, "lists" | "typed"> {
    const { matches, data } = this.#reader;
    const typed: Match[] = [];
    const add = (match: Match): void => {
      matches.set(match.token, match);
      typed.push(match);
    };
    const lists = readLists(block, data);
    for (const match of lists.matches) matches.set(match.token, match);
    const parts = new PartMatcher(data);
    for (const [at, token] of block.tokens.entries()) {
      const known = matches.get(token);
      const alone = known ?? this.#matchOf(token, block.tokens[at - 1]);
      const behindTotal = parts.match(token, alone);
      const match = alone ?? behindTotal;
      if (known === undefined && match !== undefined) add(match);
    }
    for (const match of matchRespective(block, this.#reader)) if (!matches.has(match.token)) add(match);
    return { lists, typed };
  }

  #matchOf(token: NumberToken, previous: NumberToken | undefined): Match | undefined {
    return (
      this.#counts.match(token, previous) ??
      matchRate(token, this.#reader) ??
      matchAverage(token, previous, this.#reader) ??
      matchJoint(token, this.#reader.data) ??
      this.#changes.match(token, previous, this.#nameOf(previous))
    );
  }

  /** The name of the data's figure that a token is the number of, right or wrong; of a comparison, what it compares. */
  #nameOf(token: NumberToken | undefined): string | undefined {
    const figure =
      token === undefined ? undefined : (token.computed?.figure ?? this.#reader.matches.get(token)?.figure);
    const name = figure === undefined ? undefined : (comparisonOf(figure)?.now ?? figure).name;
    // 受理 / 承办单位 is no name that a path could go on from.
    return name?.includes(" ") === true ? undefined : name;
  }
}
