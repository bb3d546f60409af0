/** Everything that is wrong with one issue by itself, whatever is set aside of it later. (一期的检查) */

import { checkFolder } from "../read/load/folder-checks.ts";
import { checkPicture, whatPicturesCarry } from "../read/load/pictures.ts";
import type { Root } from "../read/load/root.ts";
import type { Article } from "../model/issue.ts";
import type { Problem } from "../base/problem/problem.ts";
import type { BuiltIssue, Facts } from "../document/issue-view.ts";
import type { Scopes } from "../document/scope.ts";
import { personalItemsOf, textsOf, type AllowedItems } from "./allowances.ts";
import { issueRules } from "./catalogue.ts";
import { readNumbers } from "./issue-numbers.ts";
import type { NumberCheck } from "./numbers/index.ts";
import { proofread, proofreadCharacters } from "./proofread/index.ts";
import { problemsOf } from "./rule.ts";
import type { Subjects } from "./rules/index.ts";

export interface IssueFindings {
  /** Expressions, pictures, files of the folder. */
  readonly own: readonly Problem[];
  /** What the rules over its data and over the numbers that it prints find: an editor may waive these. */
  readonly waivable: readonly Problem[];
  /** Copy-editing and personal items. */
  readonly proof: readonly Problem[];
  /** Personal items that the issue allows. */
  readonly allowed: readonly AllowedItems[];
}

export interface CheckedIssue {
  readonly findings: IssueFindings;
  /** Every number of its articles. */
  readonly numbers: ReadonlyMap<Article, NumberCheck>;
}

/** What an issue is held against. */
export interface CheckBasis {
  readonly facts: Facts;
  readonly scopes: Scopes;
  readonly subjects: Subjects;
  readonly root: Root;
}

export function checkIssue(built: BuiltIssue, { facts, scopes, subjects, root }: CheckBasis): CheckedIssue {
  const { issue, bodies } = built;
  const { ruleLevels: levels, terms } = facts.bulletin;
  const numbers = readNumbers(built, facts, scopes);
  const texts = textsOf(issue, root);
  const { problems: personal, allowed } = personalItemsOf(issue, texts, facts, root);
  const findings: IssueFindings = {
    own: ownProblems(built, root),
    waivable: [
      ...problemsOf(issueRules, subjects.of(issue)),
      ...[...numbers.values()].flatMap(({ problems }) => problems),
    ],
    proof: [
      ...issue.articles.flatMap((article) =>
        proofread({ ...article, body: bodies.get(article) ?? [] }, { levels, terms }),
      ),
      ...texts.filter(({ file }) => file.endsWith(".yaml")).flatMap((data) => proofreadCharacters(data, levels)),
      // An internal issue is printed for those who may know; nothing of it reaches the public edition.
      ...personal.map((problem) => (issue.internal ? { ...problem, severity: "warning" as const } : problem)),
    ],
    allowed,
  };
  return { findings, numbers };
}

function ownProblems(built: BuiltIssue, root: Root): Problem[] {
  const { issue, pictures } = built;
  const before = root.problems.length;
  for (const picture of pictures) checkPicture(root, issue, picture.source, picture.place);
  const ofPictures = [...root.problems.splice(before), ...whatPicturesCarry(issue, pictures)];
  const shown = new Set(pictures.map((picture) => picture.source.split("/")[0] ?? ""));
  return [...withoutEchoes(built), ...ofPictures, ...checkFolder(root, issue, shown)];
}

/** An issue without counts cannot fill any expression; the first one says it for all. */
function withoutEchoes({ issue, problems }: BuiltIssue): readonly Problem[] {
  if (issue.counts !== undefined || issue.countsBroken) return problems;
  const isEcho = ({ code }: Problem): boolean => code === "unknown-tally";
  const first = problems.find(isEcho);
  return problems.filter((problem) => problem === first || !isEcho(problem));
}
