/** Divides the full text of published issues into shards and builds the index that lists them. */

import type { Registry } from "../../model/registry.ts";
import type { PublishedArticle, PublishedIssue } from "../published-issue.ts";
import { imprintText } from "../../document/frame-text.ts";
import { issuePage } from "../../model/addresses.ts";
import type { ArticleRecord, IssueRecord, Shard } from "./shard.ts";

/** Size of a full shard in characters: about 180 KB, half of that when the server compresses. */
const charactersPerShard = 60_000;

export interface SearchContent {
  readonly columns: readonly string[];
  readonly units: readonly string[];
  /** Newest first. */
  readonly shards: readonly Shard[];
}

/** `issues`: newest first. `units`: the registry by which readers can filter. */
export function searchContent(issues: readonly PublishedIssue[], units: Registry | undefined): SearchContent {
  const columns = [...new Set(issues.flatMap(({ articles }) => articles.map(({ column }) => column)))];
  const unitPlaces = new Map((units?.members ?? []).map((unit, at) => [unit, at]));
  const columnPlaces = new Map(columns.map((column, at) => [column, at]));
  const record = (article: PublishedArticle): ArticleRecord => [
    article.view.slug,
    article.view.title,
    columnPlaces.get(article.column) ?? 0,
    [...article.units].flatMap((unit) => unitPlaces.get(unit) ?? []).sort((a, b) => a - b),
    article.blocks.join("\n"),
  ];
  const shards: Shard[] = [];
  let open: { year: number; part: number; size: number; imprints: string[]; issues: IssueRecord[] } | undefined;
  const close = (): void => {
    if (open === undefined) return;
    const { year, part, imprints } = open;
    shards.push({ name: `${year}-${part}`, year, imprints, issues: open.issues.reverse() });
  };
  for (const published of [...issues].reverse()) {
    const { year, number, isoDate } = published.view;
    if (open === undefined || open.year !== year || open.size >= charactersPerShard) {
      close();
      open = { year, part: open?.year === year ? open.part + 1 : 1, size: 0, imprints: [], issues: [] };
    }
    const articles = published.articles.map(record);
    const imprint = imprintText(published.view.imprint).join("\n");
    if (!open.imprints.includes(imprint)) open.imprints.push(imprint);
    const place = open.imprints.indexOf(imprint);
    open.issues.push([year, number, isoDate, issuePage(published.issue), headText(published), place, articles]);
    open.size += articles.reduce((size, [, , , , text]) => size + text.length, 0);
  }
  close();
  return { columns, units: (units?.members ?? []).map((unit) => unit.fullName), shards: shards.reverse() };
}

function headText({ view: { masthead } }: PublishedIssue): string {
  const { marking, copyNumber, scope, name, number, serial, issuer, date } = masthead;
  return [marking, copyNumber, (scope ?? "") + name, number + (serial ?? ""), issuer, date]
    .filter((line) => line !== undefined)
    .join("\n");
}
