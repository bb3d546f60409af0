/** The checks of one issue for the preview. */

import type { IssueChecks, LiveIssue } from "./live-archive.ts";
import { Root } from "../read/load/root.ts";
import { issueKey } from "../model/issue.ts";
import type { Issue } from "../model/issue.ts";
import { isIncomplete, restsOnUnread } from "../model/unread.ts";
import { hasErrors } from "../base/problem/problem.ts";
import type { Problem } from "../base/problem/problem.ts";
import { Subjects } from "../check/rules/index.ts";
import { buildIssue } from "../document/issue-view.ts";
import { asPrinted } from "../check/published/printed-facts.ts";
import { publishedText } from "../check/published/published-text.ts";
import { hiddenFolders } from "../output/web/site-view.ts";
import { checkArchive } from "../check/check-archive.ts";
import { checkIssue } from "../check/check-issue.ts";
import { judgeIssue, loadRecord, recordFile } from "../check/published/published-records.ts";

export const liveChecks: IssueChecks = {
  problems: problemsOf,
  history: (live) => judged(live)?.history,
};

function problemsOf(live: LiveIssue): readonly Problem[] {
  const { built, archive, scopes, root, data } = live;
  const { issue } = built;
  const subjects = new Subjects(archive, (other) => scopes.of(other)?.tallies);
  const { findings } = checkIssue(built, { facts: archive, scopes, subjects, root });
  const isPublished = (other: Issue): boolean => root.exists(recordFile(issueKey(other)));
  const around = checkArchive(archive, new Map([[issue, findings]]), subjects, data, isPublished);
  return [
    ...findings.own,
    ...around.issues.filter(({ place }) => place.file.startsWith(`${issue.folder}/`)),
    ...findings.proof,
    ...around.data,
    ...(judged(live)?.problems ?? []),
  ];
}

/** Compares the issue with its published state; `undefined` where it was not published. */
function judged({ built: { issue }, archive, scopes, root }: LiveIssue): ReturnType<typeof judgeIssue> | undefined {
  // Read again each time, since publishing may change it while the preview runs.
  const record = loadRecord(new Root(root.folder), issueKey(issue));
  if (record === undefined) return undefined;
  const built = buildIssue(issue, asPrinted(archive, record.facts), scopes);
  const text = publishedText(built, scopes.of(issue)?.tallies, hiddenFolders(archive));
  const isUnsettled = hasErrors(built.problems) || isIncomplete(issue) || restsOnUnread(archive, issue);
  const isOnRecord = record.says(text) || (isUnsettled ? undefined : false);
  return judgeIssue(issue, record, { isOnRecord, text: () => text }, scopes, () => built);
}
