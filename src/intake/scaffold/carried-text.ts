/** Corrects errors in texts that are copied from the last issue. */

import type { Bulletin } from "../../model/bulletin.ts";
import type { Fix } from "../../base/problem/problem.ts";
import { SourceText } from "../../base/problem/source-text.ts";
import { copyRules } from "../../check/catalogue.ts";
import { applyFixes, proofread } from "../../check/proofread/index.ts";
import { computedBlocks } from "../../document/computed-blocks.ts";
import { readTree } from "../../document/tree/read-tree.ts";
import { readArticle } from "../../read/schema/read-article.ts";

export interface CarriedText {
  readonly files: Map<string, string>;
  /** The corrections in Chinese, one short line for the same correction in a file. */
  readonly changes: readonly string[];
}

/** Applies safe fixes to the new files, which have not been written yet, so that no editor's text is changed. */
export function mendCarried(files: ReadonlyMap<string, string>, bulletin: Bulletin): CarriedText {
  const mended = new Map(files);
  const changes: string[] = [];
  for (const [file, text] of files) {
    if (!file.endsWith(".md")) continue;
    const { value: article } = readArticle(new SourceText(file, text));
    if (article === undefined) continue;
    const body = readTree(article.source, article.bodyStart, undefined, computedBlocks);
    const problems = proofread({ ...article, body }, { levels: bulletin.ruleLevels, terms: bulletin.terms });
    const result = applyFixes(article.source, problems);
    mended.set(file, result.text);
    const counts = new Map<string, number>();
    for (const problem of problems) {
      if (problem.fix === undefined || result.skipped.includes(problem)) continue;
      const change = shortly(problem.code, problem.fix, text);
      counts.set(change, (counts.get(change) ?? 0) + 1);
    }
    for (const [change, count] of counts)
      changes.push(`${file.split("/").at(-1) ?? file}：${change}${count > 1 ? `，${count} 处` : ""}`);
  }
  return { files: mended, changes };
}

/** Longest quotation in characters; the fix of a pair of brackets includes everything between them. */
const longest = 8;

/** “截止”改为“截至”, or the name of the rule if that is clearer. */
function shortly(code: string, { start, end, replacement }: Fix, text: string): string {
  const typed = text.slice(start, end);
  const quotable = [typed, replacement].every((words) => words.trim() !== "" && words.length <= longest);
  return quotable ? `“${typed}”改为“${replacement}”` : `改了${copyRules.find(({ id }) => id === code)?.name ?? "标点"}`;
}
