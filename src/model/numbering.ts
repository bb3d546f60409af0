/** How issues are numbered (期号), and which of them are missing from the archive. */

import type { Archive } from "./archive.ts";
import { dayNumber } from "../base/text/moment.ts";
import type { Issue } from "./issue.ts";
import { isIssueMissing } from "./frequency.ts";

/** 每年从第1期编起, or 跨年连续编号. */
export type Convention = "yearly" | "continuing";

/** Whether numbers restart each year (the default) or continue, inferred from the changes of year in the archive. */
export function conventionOf({ issues }: Pick<Archive, "issues">): Convention {
  const known = conventions.get(issues);
  if (known !== undefined) return known;
  const convention = inferConvention(issues);
  conventions.set(issues, convention);
  return convention;
}

/** The convention of an archive is needed for every issue and costs a pass over all of them. */
const conventions = new WeakMap<readonly Issue[], Convention>();

function inferConvention(issues: readonly Issue[]): Convention {
  let votes = 0;
  for (const [year, numbers] of byYear(issues)) {
    const before = byYear(issues).get(year - 1);
    if (before === undefined) continue;
    const [first, last] = [Math.min(...numbers), Math.max(...before)];
    if (first === 1) votes--;
    else if (first === last + 1) votes++;
  }
  return votes > 0 ? "continuing" : "yearly";
}

function byYear(issues: readonly Issue[]): Map<number, number[]> {
  const years = new Map<number, number[]>();
  for (const issue of issues) {
    const numbers = years.get(issue.year) ?? [];
    numbers.push(issue.number.value);
    years.set(issue.year, numbers);
  }
  return years;
}

/** 第2至4期: the numbers between two others; `undefined` when the second follows the first. */
export function numbersBetween(before: number, number: number): string | undefined {
  if (number <= before + 1) return undefined;
  return number === before + 2 ? `第${before + 1}期` : `第${before + 1}至${number - 1}期`;
}

/** The issues missing between one issue and the one before it, by their numbers. */
export function missingBetween(archive: Pick<Archive, "issues">, before: Issue, issue: Issue): string | undefined {
  const startsAnew = before.year !== issue.year && conventionOf(archive) === "yearly";
  const missing = numbersBetween(startsAnew ? 0 : before.number.value, issue.number.value);
  return missing === undefined || !startsAnew ? missing : `${issue.year}年${missing}`;
}

/**
 * Why an issue does not directly follow the one before it, judged by the numbers and by 刊期: 中间缺了第2至4期. `undefined` if it does,
 * and when an issue cannot be read, because that may be the missing one.
 */
export function issueGap({ issues, bulletin, unread }: Omit<Archive, "vocabulary">, issue: Issue): string | undefined {
  if (unread.length > 0) return undefined;
  const before = issues[issues.indexOf(issue) - 1];
  if (before === undefined) {
    const missing = numbersBetween(0, issue.number.value);
    return missing === undefined ? undefined : `前面的${missing}不在这里`;
  }
  const missing = missingBetween({ issues }, before, issue);
  if (missing !== undefined) return `中间缺了${missing}`;
  const { frequency } = bulletin;
  const [then, now] = [before.date.value, issue.date.value];
  if (frequency === undefined || !isIssueMissing(frequency, then, now)) return undefined;
  return `刊期是${frequency}，两期却相隔${dayNumber(now) - dayNumber(then)}天`;
}
