/** What is wrong with one issue by itself, in the three places of the report where it is told. */

import { numberRules } from "./numbers/index.ts";
import type { NumberCheck } from "./numbers/index.ts";
import type { Root } from "../read/load/root.ts";
import type { Article, Issue } from "../model/issue.ts";
import type { Problem } from "../base/problem/problem.ts";
import { ruleFindings } from "./rules/index.ts";
import type { FurtherRules, Subjects } from "./rules/index.ts";
import type { BuiltIssue, Facts } from "../document/issue-view.ts";
import { issueProblems } from "./issue-problems.ts";
import type { PrivacyWaiver } from "./read-privacy.ts";
import { proofOf } from "./read-proof.ts";

export interface IssueFindings {
  /** Expressions, pictures, leftovers. */
  readonly own: readonly Problem[];
  /** The numbers that it prints, held against its data and against each other; an editor may waive these. */
  readonly numbers: readonly Problem[];
  /** What the rules over data find; these can be waived as well. */
  readonly rules: readonly Problem[];
  /** Copy-editing and privacy. */
  readonly proof: readonly Problem[];
  /** Personal items that the issue allows. */
  readonly waivedPersonal: readonly PrivacyWaiver[];
}

export interface IssueBasis {
  readonly facts: Facts;
  /** `readNumbers` of the issue. */
  readonly numbers: ReadonlyMap<Article, NumberCheck>;
  readonly subjects: Subjects;
  readonly root: Root;
}

export function issueFindings(built: BuiltIssue, { facts, numbers, subjects, root }: IssueBasis): IssueFindings {
  const proof = proofOf(built, facts, root);
  return {
    own: issueProblems(built, root),
    numbers: [...numbers.values()].flatMap((check) => check.problems),
    rules: ruleFindings(subjects.of(built.issue)),
    proof: proof.problems,
    waivedPersonal: proof.waived,
  };
}

/** The rules over numbers, for the reconciliation to waive and report with its own. */
export function furtherRules(findings: ReadonlyMap<Issue, IssueFindings>): FurtherRules {
  return { rules: numberRules, findingsOf: (issue) => findings.get(issue)?.numbers ?? [] };
}
