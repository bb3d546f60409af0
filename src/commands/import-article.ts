/** A .docx → an article of an issue. */

import { issueKey } from "../model/issue.ts";
import path from "node:path";
import type { Root } from "../read/load/root.ts";
import type { Archive } from "../model/archive.ts";
import { recordFolder } from "../model/issue-record.ts";
import { EnvironmentError } from "../base/problem/environment-error.ts";
import { articleName, nextOrder } from "../intake/scaffold/next-issue.ts";
import { importArticle } from "../intake/word/article/article.ts";
import { Places } from "../intake/word/article/places.ts";
import type { WordDocument } from "../intake/word/read/model.ts";
import { actionOf, commentsOf, revisionsOf, shortened, signed, tableRevisionsOf } from "../intake/word/revisions.ts";
import type { WordOptions } from "./word-options.ts";
import { existingIssue } from "./options.ts";
import { writeNew } from "../read/load/write-new.ts";

/** Writes the article with its pictures, or nothing; returns the exit code. */
export async function writeArticle(
  document: WordDocument,
  typed: string,
  archive: Archive,
  root: Root,
  options: WordOptions,
): Promise<number> {
  const issue = existingIssue(archive, options.issue);
  const marks = marksOf(document);
  if (marks.length > 0 && options["accept-changes"] !== true) {
    console.error(`${typed} 里有修订或批注，没有导入：`);
    for (const line of marks) console.error(`  ${line}`);
    console.error(
      "改法：请在 Word 里逐条接受或拒绝修订、处理批注后另存；确认全部接受的，在命令后加 --accept-changes（批注不会带入）。",
    );
    return 1;
  }
  const names = root.list(issue.folder).map(({ name }) => name);
  const article = await importArticle(document, {
    column: options.column,
    columns: archive.bulletin.columns,
    fallbackTitle: path.basename(typed).replace(/\.[^.]*$/, ""),
    taken: names,
  });
  const twin = sameTitle(archive, article.title);
  if (twin !== undefined)
    throw new EnvironmentError(
      `标题是“${article.title}”的稿件已经有了：${twin}，没有再导入`,
      "要重新导入的，先删掉那个文件；确实是另一篇的，先在 Word 里换一个标题。",
    );
  const file = `${issue.folder}/${articleName(nextOrder(names), article.title)}`;
  writeNew(
    root,
    new Map<string, string | Uint8Array>([
      [file, article.text],
      ...article.pictures.map(({ name, bytes }) => [`${issue.folder}/${name}`, bytes] as const),
    ]),
  );
  console.log(`已导入：${file}（栏目：${article.column}）`);
  for (const { name } of article.pictures) console.log(`  ${issue.folder}/${name}`);
  const published = root.exists(`${recordFolder}/${issueKey(issue)}.yaml`);
  if (published)
    console.log(
      `注意：${issue.id} 这一期已经发布，加进去的稿件要再发布一版才有效。本来要放进别的一期的，请删掉刚才建的文件，用 --issue 写明是哪一期；下一期还没有的，先运行 npm run new。`,
    );
  if (marks.length > 0) {
    console.log("接受了这些修订（批注没有带入）：");
    for (const line of marks) console.log(`  ${line}`);
  }
  if (article.remarks.length > 0) {
    console.log("请核对：");
    for (const remark of article.remarks) console.log(`  ${remark}`);
  }
  console.log("下一步：打开上面的 .md 看一遍，件数、办结率换成 {{…}}，再运行 npm run check 检查。");
  return 0;
}

/** The article of any issue with this title, ignoring breaks and blanks, as made by an earlier import. */
export function sameTitle(archive: Archive, title: string): string | undefined {
  const plain = (text: string): string => text.replace(/[\s\u3000｜|]/gu, "");
  for (const issue of archive.issues)
    for (const article of issue.articles)
      if (article.title !== undefined && plain(article.title.value) === plain(title)) return article.source.file;
  return undefined;
}

/** All tracked changes and comments, preceded by counts per author; empty for a clean file. */
function marksOf(document: WordDocument): string[] {
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
