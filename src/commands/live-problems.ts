/** What `check` says of one issue, for a preview that has it before its eyes. */

import type { IssueChecks } from "../dev/live-archive.ts";
import { reconcile } from "../rules/index.ts";
import { furtherRules, issueFindings } from "./issue-findings.ts";
import { strangeColumns } from "./issue-problems.ts";
import { proofOfData } from "./read-proof.ts";

export const liveProblems: IssueChecks = ({ built, archive, scopes, root, data }) => {
  const { issue } = built;
  const findings = issueFindings(built, archive, scopes, root);
  // The numbers of the other issues' articles are theirs to tell of.
  const further = furtherRules(new Map([[issue, findings]]));
  const rules = reconcile(archive, (other) => scopes.of(other)?.tallies, further).problems;
  return [
    ...findings.own,
    ...[...strangeColumns(archive), ...rules].filter(({ place }) => place.file.startsWith(`${issue.folder}/`)),
    ...findings.proof,
    ...proofOfData(archive, data),
  ];
};
