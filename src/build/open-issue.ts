/**
 * One issue of a root, read and free of errors: the start of all commands about a single issue. Differences from the
 * published issue do not stop them, because corrections are approved on the drafts that they make.
 */

import type { Archive } from "../model/archive.ts";
import type { Issue } from "../model/issue.ts";
import { report, summary } from "../base/problem/report.ts";
import type { Problem } from "../base/problem/problem.ts";
import { changedCode } from "../record/judge.ts";
import type { BuiltIssue } from "../document/issue-view.ts";
import type { Scopes } from "../document/scope.ts";
import { existingIssue } from "../read/load/named-issue.ts";
import { prepare } from "./prepare.ts";
import type { Prepared } from "./prepare.ts";

export interface OpenIssue {
  /** Absolute. */
  readonly folder: string;
  readonly prepared: Prepared;
  readonly archive: Archive;
  readonly scopes: Scopes;
  readonly issue: Issue;
  readonly built: BuiltIssue;
}

/**
 * `id` as typed; by default the newest issue. `undefined` when the issue or shared data has
 * errors, which are reported with `outcome` at the end. @throws EnvironmentError there is no such issue
 */
export function openIssue(folder: string, id: string | undefined, outcome: string): OpenIssue | undefined {
  const prepared = withChangesAllowed(prepare(folder));
  const { archive, scopes } = prepared;
  const issue = archive === undefined ? undefined : existingIssue(archive, id);
  const errors = prepared.problems.filter(
    (problem) => problem.severity === "error" && (issue === undefined || concerns(problem, issue)),
  );
  const built = prepared.issues.find((other) => other.issue === issue);
  if (
    errors.length > 0 ||
    archive === undefined ||
    scopes === undefined ||
    issue === undefined ||
    built === undefined
  ) {
    process.stderr.write(report(errors, prepared.root.sources));
    process.stderr.write(`这一期有错：${summary(errors)}。${outcome}\n`);
    return undefined;
  }
  reportChanges(prepared, issue);
  return { folder, prepared, archive, scopes, issue, built };
}

/** Reports differences from the published issue as warnings. */
export function withChangesAllowed(prepared: Prepared): Prepared {
  const problems = prepared.problems.map((problem): Problem =>
    problem.code === changedCode ? { ...problem, severity: "warning" } : problem,
  );
  return { ...prepared, problems };
}

function reportChanges({ problems, root }: Prepared, issue: Issue): void {
  const changes = problems.filter((problem) => problem.code === changedCode && concerns(problem, issue));
  if (changes.length === 0) return;
  process.stderr.write(report(changes, root.sources));
  process.stderr.write(`这一期与已经发布的有 ${changes.length} 处不同，还没有写“更正”：稿子照做，发布以前要写。\n`);
}

/** The issue's own files, and the data shared by all issues. */
export function concerns({ place }: Problem, { folder }: Issue): boolean {
  return place.file.startsWith(`${folder}/`) || !place.file.startsWith("content/issues/");
}
