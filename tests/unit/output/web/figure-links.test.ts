import { describe, expect, test } from "vitest";
import { numbersOfBlock } from "../../../../src/check/numbers/index.ts";
import type { Computed } from "../../../../src/check/numbers/index.ts";
import { piecesHtml } from "../../../../src/compute/phrase/html.ts";
import { phrase } from "../../../../src/compute/phrase/phrase.ts";
import { traceNumbers } from "../../../../src/check/trace/index.ts";
import type { TracedNumber } from "../../../../src/check/trace/index.ts";
import { linkedFigures } from "../../../../src/output/web/figure-links.ts";
import { handbookScope } from "../../compute/phrase/handbook-issue.ts";

const scope = handbookScope();

function printed(...expressions: string[]): { html: string; numbers: TracedNumber[] } {
  const computed: Computed[] = [];
  let text = "";
  let html = "";
  for (const expression of expressions) {
    const pieces = phrase(expression, scope);
    html += `<p>${piecesHtml(pieces)}</p>`;
    for (const piece of pieces) {
      const figure = piece.kind === "figure" ? piece.figure : undefined;
      computed.push({ start: text.length, end: text.length + piece.text.length, expression, figure });
      text += piece.text;
    }
    text += "。";
  }
  const place = { file: "稿件.md", line: 1, column: 1 };
  const numbers = numbersOfBlock({ kind: "paragraph", text, computed, place: () => place });
  return { html, numbers: traceNumbers([{ title: "稿件", slug: "稿件", numbers }]) };
}

const hrefs = (html: string): string[] => [...html.matchAll(/href="([^"]*)"/g)].map(([, href = ""]) => href);

describe("figures on a page", () => {
  test("lead to their own entries, equal ones too", () => {
    const { html, numbers } = printed("交办", "交办.来源", "办结率", "交办.单位 | 位次: 零陵区", "交办");
    const linked = linkedFigures(html, numbers, "figures/index.html");
    expect(hrefs(linked)).toEqual([1, 2, 3, 4, 5, 6].map((at) => `figures/index.html#n-${at}`));
    expect(linked.replaceAll(/<\/?a[^>]*>/g, "")).toBe(html);
  });

  test("shown in another order than they are read find theirs", () => {
    const { html, numbers } = printed("交办", "办结");
    const turned = html.replace(/(<p>.*<\/p>)(<p>.*<\/p>)/, "$2$1");
    expect(hrefs(linkedFigures(turned, numbers, "f"))).toEqual(["f#n-2", "f#n-1"]);
  });

  test("within a link, or not among the numbers, stay as they are", () => {
    const { html, numbers } = printed("交办");
    const inLink = `<a href="x">${html}</a>`;
    expect(linkedFigures(inLink, numbers, "f")).toBe(inLink);
    expect(linkedFigures(html, [], "f")).toBe(html);
  });
});
