/** How people name an issue (期): 2020-16, 16, 第16期, 第十六期, 2020年第16期, full-width or not. */

import { fromWords } from "./numeral.ts";

export interface IssueReference {
  /** Absent where only the number was typed. */
  readonly year: number | undefined;
  readonly number: number;
}

/** `undefined` for anything that is not an issue reference. */
export function readIssueReference(typed: string): IssueReference | undefined {
  const text = typed
    .normalize("NFKC")
    .replace(/\s/g, "")
    .replace(/^(?:\.?\/)?(?:content\/issues\/)?|\/$/g, "");
  const match = /^(?:(\d{4})(?:年|[-—–‑−/]))?第?(\d{1,6}|[零〇一二三四五六七八九十百千]+)期?$/u.exec(text);
  if (match === null) return undefined;
  const [, year, number = ""] = match;
  const value = /^\d/.test(number) ? Number(number) : fromWords(number);
  if (value === undefined || value === 0) return undefined;
  return { year: year === undefined ? undefined : Number(year), number: value };
}

/** The one of `ids` (`2020-16`, oldest first) that is meant; without a year, the newest with that number. */
export function issueNamed(typed: string, ids: readonly string[]): string | undefined {
  if (ids.includes(typed)) return typed;
  const wanted = readIssueReference(typed);
  if (wanted === undefined) return undefined;
  return ids.findLast((id) => {
    const [, year, number] = /^(\d{4})-0*(\d+)$/.exec(id) ?? [];
    return Number(number) === wanted.number && (wanted.year === undefined || Number(year) === wanted.year);
  });
}
