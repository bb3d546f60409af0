/** Holds the numbers and dates of all issues against each other. (核对) */

import type { Archive } from "../model/archive.ts";
import type { Issue } from "../model/issue.ts";
import type { Problem } from "../problem/problem.ts";
import type { IssueTallies } from "../tally/issue-tallies.ts";
import { reconciliationRules } from "./catalogue.ts";
import type { RuleInfo } from "./rule.ts";
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
  const names = new Map([...reconciliationRules, ...(further?.rules ?? [])].map((rule) => [rule.id, rule.name]));
  const problems: Problem[] = [];
  const waived: WaivedFinding[] = [];
  let previous: Subject | undefined;
  for (const issue of archive.issues) {
    const subject: Subject = { archive, issue, tallies: talliesOf(issue), previous };
    previous = subject;
    const findings = reconciliationRules.flatMap((rule) =>
      rule.check(subject).map((finding): Problem => ({ code: rule.id, severity: rule.severity, ...finding })),
    );
    findings.push(...(further?.findingsOf(issue) ?? []));
    const sifted = sift(issue, findings, subject.tallies?.sheet?.waivers ?? [], names);
    problems.push(...sifted.problems);
    waived.push(...sifted.waived);
  }
  return { problems, waived };
}
