/** The numbers that an issue prints, held against its data and against each other. */

import type { Archive } from "../model/archive.ts";
import { numberRules } from "../numbers/index.ts";
import type { FurtherRules } from "../rules/index.ts";
import { readNumbers } from "../view/issue-numbers.ts";
import type { BuiltIssue } from "../view/issue-view.ts";
import type { Scopes } from "../view/scope.ts";

/** The rules over numbers, for the reconciliation to waive and report with its own. */
export function furtherRules(issues: readonly BuiltIssue[], archive: Archive, scopes: Scopes): FurtherRules {
  return {
    rules: numberRules,
    findingsOf: (issue) => {
      const built = issues.find((other) => other.issue === issue);
      if (built === undefined) return [];
      return [...readNumbers(built, archive, scopes).values()].flatMap((check) => check.problems);
    },
  };
}
