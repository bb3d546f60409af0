/** A classic script with the full text of some issues, which the search loads, also from a local folder. (分片) */

/** `[slug, headline, column, units, text]`; column and units index the lists of the index; `\n` ends a paragraph. */
export type ArticleRecord = readonly [
  slug: string,
  title: string,
  column: number,
  units: readonly number[],
  text: string,
];

/** `[year, number, date, page, masthead text, imprint, articles]`; imprint is an index into the shard's list. */
export type IssueRecord = readonly [
  year: number,
  number: number,
  date: string,
  page: string,
  head: string,
  imprint: number,
  articles: readonly ArticleRecord[],
];

export interface Shard {
  /** `2020-1`: the parts of a year start at its first issue, so that a new issue changes only the last part. */
  readonly name: string;
  readonly year: number;
  /** Most issues end with the same imprint, so each is stored once. */
  readonly imprints: readonly string[];
  /** Newest first. */
  readonly issues: readonly IssueRecord[];
}

export interface ShardReference {
  readonly name: string;
  /** File beside the index, with a hash of its content as query, so that no browser cache serves an older one. */
  readonly file: string;
  readonly year: number;
  readonly issues: number;
}

export interface SearchIndex {
  readonly columns: readonly string[];
  readonly units: readonly string[];
  /** Newest first. */
  readonly shards: readonly ShardReference[];
}

export const searchFolder = "search/";

export function shardScript({ name, imprints, issues }: Shard): string {
  return `self.jianbaoShards[${literal(name)}]=${literal({ imprints, issues })};\n`;
}

export function indexScript(index: SearchIndex): string {
  return `self.jianbaoShards={};self.jianbaoIndex=${literal(index)};\n`;
}

/** Escapes the two line separators, which end a string in the scripts of older engines. */
function literal(value: unknown): string {
  return JSON.stringify(value).replaceAll("\u2028", "\\u2028").replaceAll("\u2029", "\\u2029");
}
