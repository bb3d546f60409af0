import { Places } from "./article/places.ts";
import type { WordDocument } from "./read/model.ts";
import { actionOf, commentsOf, revisionsOf, shortened, signed, tableRevisionsOf } from "./revisions.ts";

/** All tracked changes and comments, preceded by counts per author; empty for a clean file. */
export function marksOf(document: WordDocument): string[] {
  const revisions = revisionsOf(document);
  const tables = tableRevisionsOf(document.blocks);
  const comments = commentsOf(document);
  if (revisions.length + tables.length + comments.length === 0) return [];
  const places = new Places(document.blocks);
  const counts = new Map<string, { changes: number; comments: number }>();
  const count = (author: string, kind: "changes" | "comments"): void => {
    const known = counts.get(author) ?? { changes: 0, comments: 0 };
    counts.set(author, { ...known, [kind]: known[kind] + 1 });
  };
  for (const { change } of [...revisions, ...tables]) count(change.author, "changes");
  for (const { comment } of comments) count(comment.author, "comments");
  const totals = [...counts].map(
    ([author, { changes, comments: notes }]) =>
      `${author === "" ? "没有署名的人" : author}：${[changes > 0 ? `修订 ${changes} 处` : "", notes > 0 ? `批注 ${notes} 条` : ""].filter(Boolean).join("，")}`,
  );
  return [
    ...totals,
    ...revisions.map((revision) => `${places.of(revision.paragraph)}：${signed(revision.change)}${actionOf(revision)}`),
    ...tables.map(
      ({ change, table, part, words }) =>
        `${places.of(table)}：${signed(change)}${actionOf({ change, text: words })}（整${part}）`,
    ),
    ...comments.map(
      ({ comment, paragraph, marked }) =>
        `${paragraph === undefined ? "找不到位置" : places.of(paragraph)}：${signed(comment)}批注${marked === "" ? "" : `“${shortened(marked, 20)}”`}：${shortened(comment.text, 100)}`,
    ),
  ];
}
