/** Real notices and bulletins of other kinds: each number they print is explained once, each computed one can be computed again. */

import { readdirSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { prepare } from "../../src/build/prepare.ts";
import { RuleCoverage } from "../../src/check/rules/index.ts";
import { recordOf } from "../../src/check/trace/index.ts";
import { textBlocks } from "../support/html-text.ts";
import { traceIssue } from "../../src/check/issue-numbers.ts";
import { figureLinks } from "../../src/output/web/figure-links.ts";
import { written } from "../../src/base/text/markup.ts";
import { recomputed } from "../support/trace-evaluator.ts";

const fixtures = path.resolve(import.meta.dirname, "../fixtures/briefings");

describe.each(readdirSync(fixtures))("%s", (name) => {
  const { archive, scopes, issues, root } = prepare(path.join(fixtures, name));
  const built = issues.at(-1);
  if (archive === undefined || scopes === undefined || built === undefined) throw new Error(name);
  const numbers = traceIssue(built, archive, scopes, root.sources);
  const coverage = new RuleCoverage(archive, built.issue, (issue) => scopes.of(issue)?.tallies);
  const records = numbers.map((number) => recordOf(number, (line) => coverage.rulesOf(line)));
  const articles = built.view.sections.flatMap((section) => section.articles);

  test("every computed number is computed again", () => {
    const computed = records.filter(({ state }) => state === "computed");
    expect(computed.length).toBeGreaterThan(5);
    for (const record of computed) {
      if (record.format?.numerals === "word") expect(record.value).toBe(0);
      else expect(recomputed(record), `${record.phrase ?? ""} ${record.expression ?? ""}`).toBe(record.text);
    }
  });

  test("every run of digits of every article is there once", () => {
    for (const article of articles) {
      // What is drawn is said again in the table behind it.
      const html = article.html.replaceAll(/<svg[\s\S]*?<\/svg>/g, "");
      const printed = [article.titleLines.join(""), ...textBlocks(html)].flatMap((text) => text.match(/\d+/g) ?? []);
      const explained = numbers
        .filter(({ part }) => part.slug === article.slug)
        .flatMap(({ number }) => number.token.text.match(/\d+/g) ?? []);
      expect([...explained].sort()).toEqual([...printed].sort());
    }
  });

  test("every figure on the page leads to its entry", () => {
    for (const markup of built.markups.values()) {
      const html = written(markup(figureLinks(numbers, "figures/index.html")));
      expect(html.split('<a class="figure-link"')).toHaveLength(html.split('<data class="figure"').length);
    }
  });
});
