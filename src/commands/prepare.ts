/** From a root folder to views: the part that `build`, `check` and `dev` share. */

import { loadArchive } from "../load/load-archive.ts";
import { Root } from "../load/root.ts";
import type { Archive } from "../model/archive.ts";
import type { Issue } from "../model/issue.ts";
import { hasErrors } from "../problem/problem.ts";
import type { Problem } from "../problem/problem.ts";
import { editionName } from "../record/history.ts";
import type { EditionHistory } from "../record/history.ts";
import { settlePublication } from "../publish/journal.ts";
import { buildIssue } from "../view/issue-view.ts";
import type { BuiltIssue } from "../view/issue-view.ts";
import { asPrinted } from "../view/printed-facts.ts";
import { Scopes } from "../view/scope.ts";
import { addressRecord, publishedAddresses, vanishedAddresses } from "../view/site/published-addresses.ts";
import { reconcile } from "../rules/index.ts";
import type { WaivedFinding } from "../rules/index.ts";
import { furtherRules } from "./read-numbers.ts";
import { issueProblems } from "./issue-problems.ts";
import { issueKey, judgeIssues, loadRecords } from "./published-records.ts";
import { readProof } from "./read-proof.ts";

export interface Prepared {
  readonly root: Root;
  /** `undefined` when the bulletin's own data is unusable. */
  readonly archive: Archive | undefined;
  /** Oldest first. */
  readonly issues: readonly BuiltIssue[];
  /** What each issue's expressions see; its tallies among them. */
  readonly scopes: Scopes | undefined;
  /** The editions of each issue that is not internal. */
  readonly histories: ReadonlyMap<Issue, EditionHistory>;
  readonly problems: readonly Problem[];
  /** 免检: what was set aside, and why. */
  readonly waived: readonly WaivedFinding[];
  readonly ok: boolean;
}

export function prepare(folder: string): Prepared {
  settlePublication(folder);
  const root = new Root(folder);
  const archive = loadArchive(root);
  const issues: BuiltIssue[] = [];
  const waived: WaivedFinding[] = [];
  let histories: ReadonlyMap<Issue, EditionHistory> = new Map();
  const scopes = archive === undefined ? undefined : new Scopes(archive);
  if (archive !== undefined && scopes !== undefined) {
    const before = root.problems.length;
    const records = loadRecords(root);
    const recordsAreSound = root.problems.length === before;
    for (const issue of archive.issues) {
      const built = buildIssue(issue, asPrinted(archive, records.get(issueKey(issue))?.facts), scopes);
      root.problems.push(...issueProblems(built, archive, root));
      issues.push(built);
    }
    const further = furtherRules(issues, archive, scopes);
    const reconciliation = reconcile(archive, (issue) => scopes.of(issue)?.tallies, further);
    root.problems.push(...reconciliation.problems, ...readProof(archive, root));
    waived.push(...reconciliation.waived);
    const judgement = judgeIssues(issues, archive, scopes, records);
    histories = judgement.histories;
    for (const [at, built] of issues.entries()) issues[at] = withEdition(built, histories.get(built.issue));
    root.problems.push(...judgement.problems);
    // A record that cannot be read hides the addresses of earlier editions.
    if (recordsAreSound && root.exists(addressRecord)) {
      const record = root.read(addressRecord);
      const addresses = publishedAddresses(issues, archive.vocabulary, histories);
      if (record !== undefined) root.problems.push(...vanishedAddresses(record, addresses));
    }
  }
  const ok = archive !== undefined && !hasErrors(root.problems);
  return { root, archive, issues, scopes, histories, problems: root.problems, waived, ok };
}

/** A corrected edition says so in its PDF's properties. */
function withEdition(built: BuiltIssue, history: EditionHistory | undefined): BuiltIssue {
  const edition = history === undefined ? undefined : editionName(history);
  return edition === undefined ? built : { ...built, view: { ...built.view, edition } };
}
