import { expect, test } from "vitest";
import { markNumbers } from "../../../src/desk/mark-numbers.ts";
import { numbersOfBlock } from "../../../src/check/numbers/index.ts";
import { traceNumbers } from "../../../src/check/trace/index.ts";
import type { TracedNumber } from "../../../src/check/trace/index.ts";

function typed(...paragraphs: string[]): TracedNumber[] {
  const place = { file: "稿件.md", line: 1, column: 1 };
  const numbers = paragraphs.flatMap((text) =>
    numbersOfBlock({ kind: "paragraph", text, computed: [], place: () => place }),
  );
  return traceNumbers([{ title: "稿件", slug: "稿件", numbers }]);
}

const page = (body: string): string => `<p>3件</p><article id="稿件">${body}</article><p>3件</p>`;
const marks = (html: string): string =>
  html.replaceAll(/<span class="checked-number" data-state="([^"]*)"[^>]*>/g, "[$1:").replaceAll("</span>", "]");

test("marks numbers where they stand in the text, over markup, white space and entities", () => {
  const numbers = typed("甲&乙3件，丙<丁>3件。", "又3件。");
  const { html, unmarked } = markNumbers(
    page("<p>甲&amp;乙\n<b>3</b>件，丙&lt;丁&gt;3件。</p><p>又3件。</p>"),
    numbers,
  );
  expect(marks(html)).toBe(
    page(
      "<p>甲&amp;乙\n<b>[typed-unchecked:3]</b>件，丙&lt;丁&gt;[typed-unchecked:3]件。</p><p>又[typed-unchecked:3]件。</p>",
    ),
  );
  expect(unmarked).toEqual([]);
});

test("leaves drawings whole and says which numbers it did not find", () => {
  const numbers = typed("共5件。", "共7件。");
  const body = "<svg><text>共5件。</text></svg><p>共7件。</p>";
  const { html, unmarked } = markNumbers(page(body), numbers);
  expect(marks(html)).toBe(page("<svg><text>共5件。</text></svg><p>共[typed-unchecked:7]件。</p>"));
  expect(unmarked.map(({ number }) => number.token.text)).toEqual(["5"]);
});

test("a page without the article marks nothing", () => {
  const numbers = typed("共5件。");
  expect(markNumbers("<p>共5件。</p>", numbers)).toEqual({ html: "<p>共5件。</p>", unmarked: numbers });
});
