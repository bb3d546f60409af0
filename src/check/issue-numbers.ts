/** Every number that an issue prints, from masthead to imprint, with its state. */

import type { Article } from "../model/issue.ts";
import { frameNumbers } from "./frame-numbers.ts";
import { checkNumbers, numberedArticle, type NumberCheck } from "./numbers/index.ts";
import type { SourceText } from "../base/problem/source-text.ts";
import { traceNumbers, type NumberedPart, type TracedNumber } from "./trace/index.ts";
import type { BuiltIssue, Facts } from "../document/issue-view.ts";
import type { Scopes } from "../document/scope.ts";

/** Every number of every article of an issue, with its state and what is wrong with it. */
export function readNumbers(built: BuiltIssue, archive: Facts, scopes: Scopes): Map<Article, NumberCheck> {
  const { issue } = built;
  const own = scopes.of(issue);
  const { scope, name, issuer } = built.view.masthead;
  const context =
    own === undefined
      ? undefined
      : { issue, tallies: own.tallies, office: `${scope ?? ""} ${name} ${issuer ?? ""}`, scope: own };
  return new Map(
    issue.articles.map((article) => {
      const text = { ...numberedArticle(built, article), title: article.title?.value ?? "" };
      return [article, checkNumbers(text, archive.vocabulary, context)];
    }),
  );
}

/**
 * `sources` are the files as read; the places of masthead and imprint are looked up there. `checks`: `readNumbers` of the issue, where
 * they are at hand.
 */
export function traceIssue(
  built: BuiltIssue,
  archive: Facts,
  scopes: Scopes,
  sources: ReadonlyMap<string, SourceText>,
  checks: ReadonlyMap<Article, NumberCheck> = readNumbers(built, archive, scopes),
): TracedNumber[] {
  const { issue, view } = built;
  const frame = frameNumbers(built, scopes, sources);
  const articles = view.sections.flatMap((section) => {
    const own = issue.articles.filter((article) => article.column.value === section.name);
    return own.map((article, at): NumberedPart => {
      const title = section.articles[at]?.title ?? section.name;
      return { title, slug: article.slug, numbers: checks.get(article)?.numbers ?? [] };
    });
  });
  return traceNumbers([frame.masthead, ...articles, frame.imprint]);
}
