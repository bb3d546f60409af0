/** The issue that somebody names on the command line. */

import type { Archive } from "../../model/archive.ts";
import type { Issue } from "../../model/issue.ts";
import { EnvironmentError } from "../../base/problem/environment-error.ts";
import { issueNamed } from "../../base/text/issue-reference.ts";
import { didYouMean } from "../../base/text/nearest.ts";

/** The issue wanted, or the newest printed one. @throws EnvironmentError there is none */
export function existingIssue(archive: Archive, wanted: string | undefined): Issue {
  const ids = archive.issues.map(({ id }) => id);
  const id = wanted === undefined ? undefined : issueNamed(wanted, ids);
  const issue =
    wanted === undefined
      ? archive.issues.findLast(({ dataOnly }) => !dataOnly)
      : archive.issues.find((other) => other.id === id);
  if (issue?.dataOnly === true)
    throw new EnvironmentError(
      `${issue.id} 只有数据，不印发`,
      `要印发的，删去 ${issue.folder}/issue.yaml 里的“仅数据”一行。`,
    );
  if (issue === undefined) {
    throw new EnvironmentError(
      wanted === undefined ? "还没有任何一期" : `没有“${wanted}”这一期`,
      wanted === undefined ? "请先运行 npm run new 新建一期。" : knownIssues(wanted, ids),
    );
  }
  return issue;
}

const listedIssues = 6;

/** 是不是想写“2020-16”？现有：2020-15、2020-16。 `known`: oldest first. */
export function knownIssues(wanted: string, known: readonly string[]): string {
  if (known.length === 0) return "还没有任何一期，请先运行 npm run new 新建一期。";
  const more = known.length > listedIssues ? `（共 ${known.length} 期，这是最近的）` : "";
  return `${didYouMean(wanted, byDistance(wanted, known))}现有：${known.slice(-listedIssues).join("、")}${more}。`;
}

/** Sorted by distance of the number, so that equally similar ones are suggested nearest first. */
function byDistance(wanted: string, known: readonly string[]): string[] {
  const numberOf = (id: string): number => Number(/(\d+)\D*$/.exec(id)?.[1] ?? Number.NaN);
  const away = (id: string): number => Math.abs(numberOf(id) - numberOf(wanted)) || 0;
  return [...known].reverse().sort((a, b) => away(a) - away(b));
}
