/** What `check` says of one issue, for a preview that has it before its eyes. */

import type { IssueChecks } from "../dev/live-archive.ts";
import { reconcile } from "../rules/index.ts";
import { issueProblems } from "./issue-problems.ts";
import { proofOf, proofOfData } from "./read-proof.ts";
import { furtherRules } from "./read-numbers.ts";

export const liveProblems: IssueChecks = ({ built, archive, scopes, root, data }) => {
  const { issue } = built;
  // The numbers of the other issues' articles are theirs to tell of.
  const further = furtherRules([built], archive, scopes);
  const rules = reconcile(archive, (other) => scopes.of(other)?.tallies, further).problems;
  return [
    ...issueProblems(built, archive, root),
    ...rules.filter((problem) => problem.place.file.startsWith(`${issue.folder}/`)),
    ...proofOf(issue, archive.bulletin, root),
    ...proofOfData(archive, data),
  ];
};
