/** How issues are numbered (期号), and which of them are not here. */

import type { Archive } from "./archive.ts";
import { dayNumber } from "../base/text/moment.ts";
import type { Issue } from "./issue.ts";
import { isTurnMissing } from "./rhythm.ts";

/** 每年从第1期编起, or 跨年连续编号. */
export type Convention = "yearly" | "continuing";

/** Whether numbers start afresh each year (the rule) or run on, as the changes of year in the archive tell. */
export function conventionOf({ issues }: Pick<Archive, "issues">): Convention {
  const known = conventions.get(issues);
  if (known !== undefined) return known;
  const convention = inferConvention(issues);
  conventions.set(issues, convention);
  return convention;
}

/** Every issue asks for it. */
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

/** 第2至4期: what lies between two numbers; `undefined` when the second follows the first. */
export function numbersBetween(before: number, number: number): string | undefined {
  if (number <= before + 1) return undefined;
  return number === before + 2 ? `第${before + 1}期` : `第${before + 1}至${number - 1}期`;
}

/** The issues that are not here between one and the one before it, as their numbers tell; whatever they reported is missing, too. */
export function missingBetween(archive: Pick<Archive, "issues">, before: Issue, issue: Issue): string | undefined {
  const startsAnew = before.year !== issue.year && conventionOf(archive) === "yearly";
  const missing = numbersBetween(startsAnew ? 0 : before.number.value, issue.number.value);
  return missing === undefined || !startsAnew ? missing : `${issue.year}年${missing}`;
}

/**
 * Why an issue does not come right behind the one before it, by numbers and by what the bulletin says of its rhythm: 中间缺了第2至4期.
 * Issues behind it do not matter; of those that cannot be read nothing is said.
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
  const { rhythm } = bulletin;
  const [then, now] = [before.date.value, issue.date.value];
  if (rhythm === undefined || !isTurnMissing(rhythm, then, now)) return undefined;
  return `刊期是${rhythm}，两期却相隔${dayNumber(now) - dayNumber(then)}天`;
}
