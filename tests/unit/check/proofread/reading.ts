import type { Scope } from "../../../../src/compute/tally/scope.ts";
import { computedBlocks } from "../../../../src/document/computed-blocks.ts";
import { readTree } from "../../../../src/document/tree/read-tree.ts";
import { SourceText } from "../../../../src/base/problem/source-text.ts";
import { checkPrivacyText, type PrivacyOptions } from "../../../../src/check/privacy/check.ts";
import { proofread, type Article, type ProofreadOptions } from "../../../../src/check/proofread/index.ts";

/** A text as an article: from `bodyStart` on its body, before that what is printed of its head. */
export function articleOf(
  text: string,
  bodyStart = 0,
  printedRanges: Article["printedRanges"] = [],
  scope?: Scope,
): Article {
  const source = new SourceText("a.md", text);
  return { source, bodyStart, printedRanges, body: readTree(source, bodyStart, scope, computedBlocks) };
}

/** The findings of a body without front matter, as `line:column code`. `scope`: what its tables and charts are computed from. */
export function read(body: string, options: ProofreadOptions = {}, scope?: Scope): string[] {
  return proofread(articleOf(body, 0, [], scope), options).map(
    ({ place, code }) => `${place.line}:${place.column} ${code}`,
  );
}

/** The privacy findings of a text of one line or more, as `column code`. */
export function personal(text: string, options: PrivacyOptions = {}): string[] {
  return checkPrivacyText(new SourceText("a.md", text), 0, text.length, options).map(
    ({ code, place }) => `${place.column} ${code}`,
  );
}
