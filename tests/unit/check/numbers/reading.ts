/** Reads a body of text as an article of issue 15, with the example's own data or other. */

import { SourceText } from "../../../../src/base/problem/source-text.ts";
import { checkNumbers, findNumbers } from "../../../../src/check/numbers/index.ts";
import type { NumberCheck, NumberToken } from "../../../../src/check/numbers/index.ts";
import { phrase, placeholders } from "../../../../src/compute/phrase/phrase.ts";
import { IssueTallies } from "../../../../src/compute/tally/issue-tallies.ts";
import type { Scope } from "../../../../src/compute/tally/scope.ts";
import { computedBlocks } from "../../../../src/document/computed-blocks.ts";
import { readTree } from "../../../../src/document/tree/read-tree.ts";
import { archiveOf } from "../rules/archive.ts";
import { seedCounts, seedVocabulary } from "../rules/yongzhou.ts";

/** Without `scope` its expressions print nothing. */
export function articleOf(body: string, scope?: Scope) {
  const source = new SourceText("a.md", body);
  return { source, printedRanges: [], printed: [], body: readTree(source, 0, scope, computedBlocks) };
}

/** A text as the headline of an article without other words. */
export function titleOf(text: string, scope: Scope) {
  const printed = placeholders(text).found.map((placeholder) => ({
    placeholder,
    pieces: phrase(placeholder.text, scope),
  }));
  return {
    ...articleOf(""),
    source: new SourceText("a.md", text),
    printedRanges: [[0, text.length] as const],
    printed,
    title: text,
  };
}

export function numbers(body: string): NumberToken[] {
  return findNumbers(articleOf(body));
}

/** `counts` of the example unless others are given; `""` is an issue without data. */
export function check(body: string, counts = seedCounts, title = ""): NumberCheck {
  const [issue] = archiveOf(seedVocabulary, { id: "2020-15", date: "2020-11-08", counts }).issues;
  if (issue === undefined) throw new Error("no issue");
  const tallies = new IssueTallies(issue.counts, seedVocabulary);
  return checkNumbers({ ...articleOf(body), title }, seedVocabulary, { issue, tallies, office: "永州市工作简报" });
}

/** Each finding as `rule number`, with the number as typed. */
export function found(body: string, counts?: string, title?: string): string[] {
  const lines = body.split("\n");
  return check(body, counts, title).problems.map(({ code, place }) => {
    const rest = lines[place.line - 1]?.slice(place.column - 1) ?? "";
    return `${code} ${/^[\d.]+|^[一-龥]/.exec(rest)?.[0] ?? rest.slice(0, 4)}`;
  });
}
