import { expect, test } from "vitest";
import { markNumbers } from "../../../src/desk/mark-numbers.ts";
import { numbersOfBlock } from "../../../src/check/numbers/index.ts";
import { traceNumbers } from "../../../src/check/trace/index.ts";
import { readMarkup } from "../../support/read-markup.ts";
import type { TracedNumber } from "../../../src/check/trace/index.ts";

function typed(...paragraphs: string[]): TracedNumber[] {
  const place = { file: "稿件.md", line: 1, column: 1 };
  const numbers = paragraphs.flatMap((text) =>
    numbersOfBlock({ kind: "paragraph", text, computed: [], place: () => place }),
  );
  return traceNumbers([{ title: "稿件", slug: "稿件", numbers }]);
}

/** What a template prints as it is. */
interface Html {
  readonly val: string;
}

/** What the template is given for the body of one article. */
function marked(body: string, numbers: readonly TracedNumber[]): { body: string; unmarked: readonly TracedNumber[] } {
  const article = { slug: "稿件", titleLines: [], title: "", html: "", words: [] };
  const absent = {
    subtitle: undefined,
    credit: undefined,
    author: undefined,
    editorsNote: { label: "编者按：", text: "" },
  };
  const print = { titleLines: [], html: "", characters: {} };
  const masthead = { name: "简报", number: "第3期", issuer: "办公室", date: "2020年11月8日" };
  const none = { scope: undefined, serial: undefined, marking: undefined, copyNumber: undefined };
  const { view, unmarked } = markNumbers(
    {
      masthead: { ...masthead, ...none },
      sections: [{ heading: "", name: "", articles: [{ ...article, ...absent, print }] }],
      imprint: { recipients: [], contacts: [{ label: "电话", value: "3件" }], copies: undefined },
    },
    [readMarkup(body)],
    numbers,
  );
  const {
    masthead: head,
    imprint,
    sections,
  } = view as {
    masthead: { number: Html };
    imprint: { contacts: { value: Html }[] };
    sections: { articles: { html: Html; subtitle: unknown; editorsNote: object }[] }[];
  };
  // What stands around the article has numbers of its own.
  expect([head.number.val, imprint.contacts[0]?.value.val]).toEqual(["第3期", "3件"]);
  // A template prints nothing for what is empty, and asks whether there is what may be absent.
  const [shown] = sections[0]?.articles ?? [];
  expect([shown?.subtitle, shown?.editorsNote]).toMatchObject([undefined, { text: "" }]);
  return { body: marks(shown?.html.val ?? ""), unmarked };
}

const marks = (html: string): string =>
  html.replaceAll(/<span class="checked-number" data-state="([^"]*)"[^>]*>/g, "[$1:").replaceAll("</span>", "]");

test("marks numbers where they stand in the text, over markup, white space and entities", () => {
  const numbers = typed("甲&乙3件，丙<丁>3件。", "又3件。");
  expect(marked("<p>甲&amp;乙\n<b>3</b>件，丙&lt;丁&gt;3件。</p><p>又3件。</p>", numbers)).toEqual({
    body: "<p>甲&amp;乙\n<b>[typed-unchecked:3]</b>件，丙&lt;丁&gt;[typed-unchecked:3]件。</p><p>又[typed-unchecked:3]件。</p>",
    unmarked: [],
  });
});

test("leaves drawings whole and says which numbers it did not find", () => {
  const numbers = typed("共5件。", "共7件。");
  const { body, unmarked } = marked("<svg><text>共5件。</text></svg><p>共7件。</p>", numbers);
  expect(body).toBe("<svg><text>共5件。</text></svg><p>共[typed-unchecked:7]件。</p>");
  expect(unmarked.map(({ number }) => number.token.text)).toEqual(["5"]);
});

test("marks numbers that touch each in a span of its own, whichever was found first", () => {
  const numbers = typed("5%", "甲3");
  expect(marked("<p>甲35%</p>", numbers).body).toBe("<p>甲[typed-unchecked:3][typed-unchecked:5]%</p>");
});

test("an empty article marks nothing", () => {
  const numbers = typed("共5件。");
  expect(marked("", numbers)).toEqual({ body: "", unmarked: numbers });
});
