/** What the search script loads: the full text of some issues, as a classic script that works from a folder too. (分片) */

/** `[slug, headline, column, units, text]`; column and units are places in the index's lists, text is paragraphs by `\n`. */
export type ArticleRecord = readonly [
  slug: string,
  title: string,
  column: number,
  units: readonly number[],
  text: string,
];

/** `[year, number, date, page, masthead text, imprint, articles]`; imprint is a place in the shard's list. */
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
  /** `2020-1`: parts of a year count from its first issues, so that only the last one changes with a new issue. */
  readonly name: string;
  readonly year: number;
  /** Most issues close with the same lines; they are kept once. */
  readonly imprints: readonly string[];
  /** Newest first. */
  readonly issues: readonly IssueRecord[];
}

export interface ShardReference {
  readonly name: string;
  /** File beside the index, with the hash of its content as query, so that no cache serves an older one. */
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

/** JSON as older engines read it in a script: the two line separators would end a string there. */
function literal(value: unknown): string {
  return JSON.stringify(value).replaceAll("\u2028", "\\u2028").replaceAll("\u2029", "\\u2029");
}
