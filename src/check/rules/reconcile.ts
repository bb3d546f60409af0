/** Holds the numbers and dates of all issues against each other. (核对) */

import type { Archive } from "../../model/archive.ts";
import type { Issue } from "../../model/issue.ts";
import { isIncomplete, restsOnUnread } from "../../model/unread.ts";
import type { Problem } from "../../base/problem/problem.ts";
import type { IssueTallies } from "../../compute/tally/issue-tallies.ts";
import { reconciliationRules } from "./catalogue.ts";
import type { Rule, RuleInfo } from "./rule.ts";
import { Subjects } from "./subjects.ts";
import type { Subject } from "./subject.ts";
import { sift } from "./waivers.ts";
import type { WaivedFinding } from "./waivers.ts";

export interface Reconciliation {
  readonly problems: readonly Problem[];
  readonly waived: readonly WaivedFinding[];
}

/** Rules of a later stage whose findings an editor can waive in the same way. */
export interface FurtherRules {
  readonly rules: readonly RuleInfo[];
  readonly findingsOf: (issue: Issue) => readonly Problem[];
}

/** `talliesOf` gives `undefined` for an issue whose data could not be read; what rests on data is then left out. */
export function reconcile(
  archive: Archive,
  talliesOf: (issue: Issue) => IssueTallies | undefined,
  further?: FurtherRules,
): Reconciliation {
  const subjects = new Subjects(archive, talliesOf);
  return withWaivers(
    archive,
    (issue) => [...ruleFindings(subjects.of(issue)), ...archiveFindings(subjects.inArchive(issue))],
    further,
  );
}

/** What the rules say of one issue that look at it and the ones before it, whatever is waived. */
export function ruleFindings(subject: Subject): Problem[] {
  return findings(
    reconciliationRules.filter(({ over }) => over === undefined),
    subject,
  );
}

/** What the rules say of one issue that look at the heads of all. */
export function archiveFindings(subject: Subject): Problem[] {
  return findings(
    reconciliationRules.filter(({ over }) => over === "archive"),
    subject,
  );
}

function findings(rules: readonly Rule[], subject: Subject): Problem[] {
  return rules.flatMap((rule) =>
    rule.check(subject).map((finding): Problem => ({ code: rule.id, severity: rule.severity, ...finding })),
  );
}

/** The findings of all `issues`, which are of the archive, without what each has waived. */
export function withWaivers(
  archive: Archive,
  findingsOf: (issue: Issue) => readonly Problem[],
  further?: FurtherRules,
  issues: readonly Issue[] = archive.issues,
): Reconciliation {
  const names = new Map([...reconciliationRules, ...(further?.rules ?? [])].map((rule) => [rule.id, rule.name]));
  const problems: Problem[] = [];
  const waived: WaivedFinding[] = [];
  for (const issue of issues) {
    const found = [...findingsOf(issue), ...(further?.findingsOf(issue) ?? [])];
    const isWhole = !isIncomplete(issue) && !restsOnUnread(archive, issue);
    const sifted = sift(issue, found, issue.counts?.waivers ?? [], names, isWhole);
    problems.push(...sifted.problems);
    waived.push(...sifted.waived);
  }
  return { problems, waived };
}
