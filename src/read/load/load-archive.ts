import type { Archive } from "../../model/archive.ts";
import { issueKey } from "../../model/issue.ts";
import type { Issue } from "../../model/issue.ts";
import { unreadIssue } from "../../model/unread.ts";
import type { UnreadIssue } from "../../model/archive.ts";
import { error } from "../../base/problem/problem.ts";
import type { Problem } from "../../base/problem/problem.ts";
import { compareMoments } from "../../base/text/moment.ts";
import { loadData } from "./load-data.ts";
import { loadIssue } from "./load-issue.ts";
import { loadLedger } from "./load-ledger.ts";
import type { Root } from "./root.ts";

export const issuesFolder = "content/issues";

/** Loads one folder: `loadIssue` itself, or a variant that caches its results. */
export type LoadIssue = typeof loadIssue;

/**
 * Loads everything below a root. Problems are added to `root.problems`. Returns `undefined` if the bulletin's own data is unusable;
 * issues with an unusable head are listed in `unread`.
 */
export function loadArchive(
  root: Root,
  { bulletin, vocabulary } = loadData(root),
  load: LoadIssue = loadIssue,
): Archive | undefined {
  const countLedger = vocabulary === undefined ? undefined : loadLedger(root, vocabulary);
  const folders = root.list(issuesFolder).filter(({ isFolder }) => isFolder);
  if (folders.length === 0) {
    root.problems.push(
      error(
        "no-issue",
        { file: issuesFolder, line: 1, column: 1 },
        "这里一期也没有",
        "请运行 npm run new 建一期；每期是 content/issues 下的一个文件夹，如 2020-15。",
      ),
    );
  }
  const issues: Issue[] = [];
  const unread: UnreadIssue[] = [];
  for (const { name } of folders) {
    const folder = `${issuesFolder}/${name}`;
    if (!root.isInside(folder)) {
      root.problems.push(
        error(
          "outside-root",
          { file: folder, line: 1, column: 1 },
          "这个链接指到了根文件夹之外",
          "请把文件夹本身放进来，不要用链接。",
        ),
      );
      unread.push(unreadIssue(name));
      continue;
    }
    const issue = load(root, folder, vocabulary, countLedger);
    if (issue === undefined) unread.push(unreadIssue(name));
    else issues.push(issue);
  }
  root.problems.push(...twins(issues));
  if (bulletin === undefined || vocabulary === undefined) return undefined;
  return { bulletin, vocabulary, issues: inOrder(issues), unread };
}

/** In order of publication, oldest first. */
export function inOrder(issues: readonly Issue[]): Issue[] {
  return [...issues].sort((a, b) => compareMoments(a.date.value, b.date.value) || a.number.value - b.number.value);
}

/** Reports issues with the same year and number, which would overwrite each other. */
export function twins(issues: readonly Issue[]): Problem[] {
  const problems: Problem[] = [];
  const first = new Map<string, Issue>();
  for (const issue of issues) {
    const key = issueKey(issue);
    const twin = first.get(key);
    if (twin === undefined) first.set(key, issue);
    else {
      problems.push(
        error(
          "issue-number-twice",
          issue.number.place,
          `${issue.year} 年第 ${issue.number.value} 期有两份：${twin.folder} 和 ${issue.folder}`,
          "请改正其中一份的期号，或删去多余的一份。",
        ),
      );
    }
  }
  return problems;
}
