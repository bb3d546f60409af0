/** The addresses that have been published, one a line: `data/published-addresses.txt`, which `npm run publish` keeps. */

import type { SourceText } from "../base/problem/source-text.ts";
import { issuePage } from "../model/addresses.ts";

/** Below the root. */
export const addressRecord = "data/published-addresses.txt";

/** `2025-2` of each issue whose page is on record. */
export function listedIssues(record: SourceText): string[] {
  return [...record.text.matchAll(/^issues\/(\d{4})\/(\d+)\/index\.html\r?$/gm)].map(
    ([, year = "", number = ""]) => `${year}-${number}`,
  );
}

/** Is the issue's page among them? */
export function listsIssue(record: SourceText | undefined, issue: Parameters<typeof issuePage>[0]): boolean {
  const page = issuePage(issue);
  return record?.text.split(/\r?\n/).some((line) => line.trim() === page) === true;
}
