/** Warns of unused files in an issue's folder, and of articles that are copies or have no clear order: all this would otherwise go unnoticed. */

import type { Issue } from "../../model/issue.ts";
import { usableFormats } from "../../base/picture/format.ts";
import { warning } from "../../base/problem/problem.ts";
import type { Problem } from "../../base/problem/problem.ts";
import type { Root } from "./root.ts";

/** `pictures`: the names shown by the articles. Nothing is reported if an article could not be read, as it may use any file. */
export function checkFolder(root: Root, issue: Issue, pictures: ReadonlySet<string>): Problem[] {
  if (issue.unreadParts) return [];
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
  return [...unused, ...twins(issue), ...order(issue)];
}

function advice(name: string): string {
  if (/\.(md\.txt|txt)$/i.test(name)) return "稿件的文件名要以 .md 结尾；记事本另存时，“保存类型”选“所有文件”。";
  if (/\.(docx?|wps)$/i.test(name)) return "Word 稿要先导入：npm run import -- 文件名。";
  if (usableFormats.some(({ ending }) => ending.test(name)))
    return "要用这张图片，在稿件里写 ![说明](文件名)；不用就删去。";
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

/** Articles are printed in the order of their file names, which is clear only with a number at the front. */
function order(issue: Issue): Problem[] {
  const seen = new Map<string, string>();
  const names = issue.articles.map(({ file }) => file.split("/").at(-1) ?? file);
  const numbered = names.filter((name) => /^\d/.test(name)).length;
  return issue.articles.flatMap(({ file }, at) => {
    const name = names[at] ?? file;
    const place = { file, line: 1, column: 1 };
    const number = /^(\d+)/.exec(name)?.[1];
    if (number === undefined) {
      if (numbered === 0) return [];
      const message = "文件名前面没有序号，排在有序号的后面";
      return [warning("article-order", place, message, "请在文件名前面加上序号，如 03-标题.md。")];
    }
    const other = seen.get(String(Number(number)));
    seen.set(String(Number(number)), other ?? name);
    if (other === undefined) return [];
    const message = `序号与 ${other} 相同，先后由后面的字决定`;
    return [warning("article-order", place, message, "请改正其中一个文件名前面的序号。")];
  });
}
