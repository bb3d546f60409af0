/** The numbers that an issue prints, held against its data and against each other. */

import type { Archive } from "../model/archive.ts";
import type { Article } from "../model/issue.ts";
import { checkNumbers, numberRules } from "../numbers/index.ts";
import type { NumberCheck } from "../numbers/index.ts";
import type { FurtherRules } from "../rules/index.ts";
import type { BuiltIssue } from "../view/issue-view.ts";
import type { Scopes } from "../view/scope.ts";

/** Every number of every article of an issue, with its state and what is wrong with it. */
export function readNumbers(built: BuiltIssue, archive: Archive, scopes: Scopes): Map<Article, NumberCheck> {
  const { issue, phrases, printedBlocks } = built;
  const tallies = scopes.of(issue)?.tallies;
  const context = tallies === undefined ? undefined : { issue, tallies };
  return new Map(
    issue.articles.map((article) => {
      const { source, bodyStart, printedRanges } = article;
      const text = {
        source,
        bodyStart,
        printedRanges,
        printed: phrases.get(article) ?? [],
        blocks: printedBlocks.get(article) ?? [],
        title: article.title?.value ?? "",
      };
      return [article, checkNumbers(text, archive.vocabulary, context)];
    }),
  );
}

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
