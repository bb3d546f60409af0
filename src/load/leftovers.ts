/** Files in an issue's folder that nothing uses, and articles that look like copies: told, because they vanish or print twice in silence. */

import type { Issue } from "../model/issue.ts";
import { warning } from "../problem/problem.ts";
import type { Problem } from "../problem/problem.ts";
import type { Root } from "./root.ts";

/** `pictures`: what the issue's articles show. */
export function leftovers(root: Root, issue: Issue, pictures: ReadonlySet<string>): Problem[] {
  const used = new Set([
    ...issue.articles.map((article) => article.file.split("/").at(-1) ?? ""),
    "issue.yaml",
    "counts.yaml",
    ...pictures,
  ]);
  const unused = root
    .list(issue.folder)
    .filter(({ name, isFolder }) => !isFolder && !used.has(name) && !/\.(md|markdown)$/i.test(name))
    .map(({ name }) =>
      warning("unused-file", { file: `${issue.folder}/${name}`, line: 1, column: 1 }, "这个文件没有用到", advice(name)),
    );
  return [...unused, ...twins(issue)];
}

function advice(name: string): string {
  if (/\.(md\.txt|txt)$/i.test(name)) return "稿件的文件名要以 .md 结尾；记事本另存时，“保存类型”选“所有文件”。";
  if (/\.(docx?|wps)$/i.test(name)) return "Word 稿要先导入：npm run import -- 文件名。";
  if (/\.(png|jpe?g|gif|webp|svg)$/i.test(name)) return "要用这张图片，在稿件里写 ![说明](文件名)；不用就删去。";
  return "稿件以 .md 结尾；不用的文件请删去。";
}

function twins(issue: Issue): Problem[] {
  const first = new Map<string, string>();
  return issue.articles.flatMap((article) => {
    const title = article.title?.value;
    if (title === undefined) return [];
    const other = first.get(title);
    if (other === undefined) {
      first.set(title, article.file);
      return [];
    }
    const place = article.title?.place ?? { file: article.file, line: 1, column: 1 };
    return [
      warning(
        "title-twice",
        place,
        `标题与 ${other.split("/").at(-1) ?? other} 相同`,
        "是同一篇的，请删去一个文件，不然会印两遍。",
      ),
    ];
  });
}
