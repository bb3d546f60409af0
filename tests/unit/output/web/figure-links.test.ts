import { describe, expect, test } from "vitest";
import { checkNumbers } from "../../../../src/check/numbers/index.ts";
import { SourceText } from "../../../../src/base/problem/source-text.ts";
import { written } from "../../../../src/base/text/markup.ts";
import { traceNumbers } from "../../../../src/check/trace/index.ts";
import { computedBlocks } from "../../../../src/document/computed-blocks.ts";
import { renderBody } from "../../../../src/document/markdown/render.ts";
import { figureLinks } from "../../../../src/output/web/figure-links.ts";
import { handbookScope } from "../../compute/phrase/handbook-issue.ts";

const scope = handbookScope();

/** The page of a body, and where its figures lead. */
function linked(markdown: string): { html: string; plain: string; hrefs: string[] } {
  const source = new SourceText("稿件.md", markdown);
  const { markup, blocks } = renderBody(source, 0, scope, computedBlocks);
  const article = { source, printedRanges: [], printed: [], body: blocks };
  const { numbers } = checkNumbers(article, scope.tallies.vocabulary, undefined);
  const link = figureLinks(traceNumbers([{ title: "稿件", slug: "稿件", numbers }]), "f");
  const html = written(markup(link));
  return {
    html,
    plain: written(markup()),
    hrefs: [...html.matchAll(/href="f#([^"]*)"/g)].map(([, href = ""]) => href),
  };
}

describe("figures on a page", () => {
  test("lead to their own entries, equal ones too, whatever is typed between them", () => {
    const { html, plain, hrefs } = linked("{{交办}}件，215件，{{交办.来源}}。\n\n占{{办结率}}，又{{交办}}件。");
    expect(hrefs).toEqual(["n-1", "n-3", "n-4", "n-5", "n-6"]);
    expect(html.replaceAll(/<\/?a[^>]*>/g, "")).toBe(plain);
  });

  test("of a table too", () => {
    expect(linked("::: 表格 来源 × 交办\n:::\n\n{{交办}}件").hrefs).toEqual(["n-1", "n-2", "n-3", "n-4"]);
  });

  test("of the table behind a drawing lead to what the drawing shows, in whatever order", () => {
    expect(linked("::: 图表 柱状 来源 × 交办\n次序: 升序\n:::\n").hrefs).toEqual(["n-1", "n-2", "n-5"]);
  });

  test("within a link, or not among the numbers, stay as they are", () => {
    const { html, hrefs } = linked("[共{{交办}}件](https://a.cn)，{{办结}}件");
    expect(hrefs).toEqual(["n-2"]);
    expect(html).toContain('<a href="https://a.cn">共<data class="figure" value="215">215</data>件</a>');
    const body = renderBody(new SourceText("a.md", "{{交办}}"), 0, scope);
    expect(body.markup(figureLinks([], "f"))).toEqual(body.markup());
  });
});
