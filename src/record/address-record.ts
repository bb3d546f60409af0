/** The published addresses, one per line: `data/published-addresses.txt`, written by `npm run publish`. */

import type { SourceText } from "../base/problem/source-text.ts";
import { issuePage } from "../model/addresses.ts";

/** Path below the root. */
export const addressRecord = "data/published-addresses.txt";

/** Issues (`2025-2`) whose page is on record. */
export function listedIssues(record: SourceText): string[] {
  return [...record.text.matchAll(/^issues\/(\d{4})\/(\d+)\/index\.html\r?$/gm)].map(
    ([, year = "", number = ""]) => `${year}-${number}`,
  );
}

/** Whether the issue's page is on record. */
export function listsIssue(record: SourceText | undefined, issue: Parameters<typeof issuePage>[0]): boolean {
  const page = issuePage(issue);
  return record?.text.split(/\r?\n/).some((line) => line.trim() === page) === true;
}
