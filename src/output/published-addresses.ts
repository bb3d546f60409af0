/**
 * The addresses that others may have kept: pages, articles, PDFs and data files. Once published they must stay. What has been
 * published is on record in `data/published-addresses.txt`, one a line, which `npm run publish` keeps.
 */

import type { Archive } from "../model/archive.ts";
import { issuePath } from "../model/issue.ts";
import type { Issue } from "../model/issue.ts";
import type { Vocabulary } from "../model/vocabulary.ts";
import type { Problem } from "../base/problem/problem.ts";
import { error } from "../base/problem/problem.ts";
import type { SourceText } from "../base/problem/source-text.ts";
import type { EditionHistory } from "../record/history.ts";
import { didYouMean } from "../base/text/nearest.ts";
import type { IssueView } from "../document/issue-view.ts";
import { yearPage } from "../model/addresses.ts";
import { formats } from "./formats.ts";

/** The same list of a built site, at its root. */
export const addressList = "addresses.txt";

interface ShownIssue {
  readonly issue: Issue;
  readonly view: IssueView;
}

/** Sorted; internal issues have none. */
export function publishedAddresses(
  issues: readonly ShownIssue[],
  vocabulary: Vocabulary,
  histories: ReadonlyMap<Issue, EditionHistory> = new Map(),
): string[] {
  const listed = issues.filter(({ view }) => !view.internal);
  const site = { vocabulary, issues: listed, histories };
  return [...new Set(formats.flatMap((format) => format.addresses?.(site) ?? []))].sort();
}

/**
 * Beginnings of the addresses of which nobody knows whether the site would have them: those of issues that cannot be read, and of
 * issues of which something else is wrong (`unsettled`).
 */
export function unknownAddresses({ unread }: Pick<Archive, "unread">, unsettled: readonly Issue[]): string[] {
  return [
    ...unread.flatMap(({ number }) => {
      if (number === undefined) return ["issues/"];
      const { year, value } = number;
      return [issuePath({ year, number: { value } }), yearPage(year)];
    }),
    ...unsettled.map(issuePath),
  ];
}

/** Addresses on record that the site would no longer have, but for those that begin with one of `unknown`. */
export function vanishedAddresses(
  record: SourceText,
  addresses: readonly string[],
  unknown: readonly string[] = [],
): Problem[] {
  const present = new Set(addresses);
  const problems: Problem[] = [];
  for (const [at, line] of record.text.split(/\r?\n/).entries()) {
    const address = line.trim();
    if (address === "" || address.startsWith("#") || present.has(address)) continue;
    if (unknown.some((beginning) => address.startsWith(beginning))) continue;
    problems.push(
      error(
        "address-vanished",
        { file: record.file, line: at + 1, column: 1 },
        `已经发布的地址“${address}”不见了`,
        `${didYouMean(
          address,
          addresses.filter((other) => sameIssue(other, address)),
        )}请恢复原来的文件名、期号或名称；确定要撤下的，删去这一行。`,
      ),
    );
  }
  return problems;
}

/** Only addresses of the same folder are worth suggesting. */
function sameIssue(a: string, b: string): boolean {
  return a.slice(0, a.lastIndexOf("/")) === b.slice(0, b.lastIndexOf("/"));
}
