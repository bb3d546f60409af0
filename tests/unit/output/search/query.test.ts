/** What a query means, and what it finds in a shard. */

import { describe, expect, test } from "vitest";
import { searchScript } from "../../../support/search-script.ts";

const { terms, searchShard, ranked, pieces, excerpt } = searchScript();

describe("terms", () => {
  test.each([
    ["石期河", ["石期河"]],
    ["零陵区　石期河", ["零陵区", "石期河"]],
    ["“整改 到位”", ["整改到位"]],
    ['"责令改正" 采石', ["责令改正", "采石"]],
    ["第 777 期", ["第777期"]],
    ["第７７７期", ["第777期"]],
    ["2020 年 11 月 8 日", ["2020年11月8日"]],
    ["零陵 2020", ["零陵", "2020"]],
    ["d1yz202000131", ["d1yz202000131"]],
    ["D1YZ202000131", ["d1yz202000131"]],
    ["９８．９％", ["98．9%"]],
    ["整改 整改", ["整改"]],
    ["  ", []],
    ["“”", []],
  ])("%s", (query, wanted) => {
    expect([...terms(query)]).toEqual(wanted);
  });
});

const shard: JianbaoShard = {
  imprints: ["联系电话：（0746）8127713"],
  issues: [
    [
      2021,
      2,
      "2021-01-05",
      "issues/2021/2/index.html",
      "工作简报\n第2期",
      0,
      [
        ["01-a", "零陵治河", 0, [0], "零陵治河\n石期河已经治理。\n采石场关停"],
        ["02-b", "信访件情况", 1, [1], "信访件 12 件"],
      ],
    ],
    [
      2021,
      1,
      "2021-01-04",
      "issues/2021/1/index.html",
      "工作简报\n第1期",
      0,
      [["01-c", "石期河一期工程", 0, [], "石期河一期工程\n开工"]],
    ],
  ],
};
const none: JianbaoFilters = { year: undefined, column: undefined, unit: undefined };
const numbers = (query: string, filters = none): number[] =>
  ranked(searchShard(shard, ["立行立改动态", "信访件情况"], terms(query), filters)).map((hit) => hit.number);

describe("searchShard", () => {
  test.each([
    ["期河", [1, 2], "parts of words, the headline hit first although it is older"],
    ["石期河 关停", [2], "all words, anywhere on the page"],
    ["关停 12件", [2], "words of two articles of one issue"],
    ["第 2 期", [2], "the masthead"],
    ["8127713", [2, 1], "the imprint, newest first"],
    ["治理采石", [], "the full stop between them is part of the text"],
    ["治理。采石", [2], "over the end of a paragraph"],
    ["关停【信访件情况】", [2], "headings of columns, in their place"],
    ["关停【信访件情况】信访件12件联系", [2], "the page from end to end"],
    ["蓝山", [], "nothing"],
  ])("%s → %j: %s", (query, expected) => {
    expect(numbers(query)).toEqual(expected);
  });

  test("filters: the words have to stand in the articles that pass", () => {
    expect(numbers("石期河", { ...none, unit: 0 })).toEqual([2]);
    expect(numbers("石期河", { ...none, column: 1 })).toEqual([]);
    expect(numbers("", { ...none, column: 1 })).toEqual([2]);
    expect(numbers("石期河", { ...none, year: 2020 })).toEqual([]);
  });
});

test("pieces mark every occurrence, overlapping ones and spaced ones too", () => {
  const shown = (text: string, query: string): string =>
    pieces(text, terms(query))
      .map((piece) => (piece.marked ? `[${piece.text}]` : piece.text))
      .join("");
  expect(shown("治水治水治水", "治水治")).toBe("[治水治水治]水");
  expect(shown("第 15 期，第15期", "第15期")).toBe("[第 15 期]，[第15期]");
  expect(shown("ＡＢ", "ab")).toBe("[ＡＢ]");
});

test("an excerpt shows the first hit with words before it, and says what it leaves out", () => {
  const text = `${"前".repeat(100)}石期河${"后".repeat(200)}`;
  const shown = excerpt(text, ["石期河"]);
  expect(shown.filter((piece) => piece.marked).map((piece) => piece.text)).toEqual(["石期河"]);
  expect(shown.at(0)?.text).toBe("……");
  expect(shown.at(-1)?.text).toBe("……");
  expect(shown.map((piece) => piece.text).join("").length).toBeLessThan(120);
  expect(
    excerpt("短文", ["别的"])
      .map((piece) => piece.text)
      .join(""),
  ).toBe("短文");
});
