/** Sentences carried on into a new issue, without the slips that the last one printed. */

import type { Bulletin } from "../model/bulletin.ts";
import { SourceText } from "../problem/source-text.ts";
import { applyFixes } from "../proofread/index.ts";
import { readArticle } from "../schema/read-article.ts";
import { proofOfArticle } from "./read-proof.ts";

export interface CarriedText {
  readonly files: Map<string, string>;
  /** What was mended, line by line, in Chinese. */
  readonly changes: readonly string[];
}

/** The new files, safe mends made. Nothing has been written yet, so nobody's text changes. */
export function mendCarried(files: ReadonlyMap<string, string>, bulletin: Bulletin): CarriedText {
  const mended = new Map(files);
  const changes: string[] = [];
  for (const [file, text] of files) {
    if (!file.endsWith(".md")) continue;
    const { value: article } = readArticle(new SourceText(file, text));
    if (article === undefined) continue;
    const result = applyFixes(article.source, proofOfArticle(article, bulletin));
    mended.set(file, result.text);
    for (const { line, before, after, codes } of result.changes)
      changes.push(`${file}:${line}（${codes.join("、")}）`, `    - ${before}`, `    + ${after}`);
  }
  return { files: mended, changes };
}
