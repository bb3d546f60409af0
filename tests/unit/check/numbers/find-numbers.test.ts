import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { findNumbers } from "../../../../src/check/numbers/index.ts";
import { phrase, placeholders } from "../../../../src/compute/phrase/phrase.ts";
import { SourceText } from "../../../../src/base/problem/source-text.ts";
import { IssueTallies } from "../../../../src/compute/tally/issue-tallies.ts";
import type { Scope } from "../../../../src/compute/tally/evaluate.ts";
import { readTree } from "../../../../src/document/tree/read-tree.ts";
import { archiveOf } from "../rules/archive.ts";
import { seedCounts, seedVocabulary } from "../rules/yongzhou.ts";
import { articleOf, numbers } from "./reading.ts";

const root = path.resolve(import.meta.dirname, "../../../fixtures/example");

/** `text kind word`, a `~` behind round numbers. */
const read = (text: string): string[] =>
  numbers(text).map((token) =>
    [token.text, token.kind, `${token.measureWord}${token.approximate ? "~" : ""}`].filter(Boolean).join(" "),
  );

describe("the seed", () => {
  const text = readFileSync(path.join(root, "../issue-15.txt"), "utf8");
  const tokens = numbers(text);

  test("has each run of digits once, in reading order", () => {
    const digits = tokens.map((token) => token.text).filter((typed) => /\d/.test(typed));
    expect(digits).toEqual(text.match(/\d+(?:\.\d+)?/g));
    expect(digits).toHaveLength(116);
  });
  test("has the Chinese numerals that count something, and only those of other kinds beside", () => {
    const words = tokens.filter((token) => !/\d/.test(token.text));
    const counting = words.filter((token) => token.kind === "count");
    expect(counting.map((token) => `${token.text}${token.measureWord}`)).toEqual(["一件", "八大", "十五批"]);
    expect(new Set(words.filter((token) => token.kind !== "count").map((token) => token.whole.text))).toEqual(
      new Set(["第五", "一", "二", "三", "前三季度"]),
    );
  });
  test("gives every number its own place", () => {
    const lines = text.split("\n");
    for (const token of tokens) {
      const { line, column } = token.block.place(token.start);
      expect([...(lines[line - 1] ?? "")].slice(column - 1).join("")).toMatch(new RegExp(`^${token.text}`));
    }
  });
});

describe("kinds of numbers", () => {
  test.each<[string, string[]]>([
    ["11月6至8日", ["11 date", "6 date", "8 date"]],
    ["2020年11月7日18时30分", ["2020 date", "11 date", "7 date", "18 date", "30 date"]],
    ["2020-11-07起", ["2020 date", "11 date", "07 date"]],
    ["1—9月，7月底前", ["1 date", "9 date", "7 date"]],
    ["二〇二〇年十一月七日", ["二〇二〇 date", "十一 date", "七 date"]],
    ["预计11月10出结果", ["11 date", "10 date"]],
    ["11月12家企业停产", ["11 date", "12 count 家"]],
    ["上午10时30分，8:30开会", ["10 date", "30 date", "8 date", "30 date"]],
    ["前三季度，2019—2020年", ["三 date", "2019 date", "2020 date"]],
    ["第15期、第二批至第十七批", ["15 ordinal", "二 ordinal", "十七 ordinal"]],
    ["1. 交办情况", ["1 list-number"]],
    ["（二）办理情况", ["二 list-number"]],
    ["要抓好落实。一是加强领导；二是压实责任。", ["一 list-number", "二 list-number"]],
    ["X3HB202406020025号件", ["3 case-number", "202406020025 case-number"]],
    ["永政办发〔2020〕16号文件", ["2020 document-number", "16 document-number"]],
    ["《环境空气质量标准》（GB 3095—2012）", ["3095 code", "2012 code"]],
    ["联系电话：（0746）8127713", ["0746 telephone", "8127713 telephone"]],
    ["拨打12369举报", ["12369 telephone"]],
    ["手机13812345678", ["13812345678 telephone"]],
    ["S216线、PM2.5浓度", ["216 code", "2.5 code"]],
    ["https://example.com/2020/1", ["2020 code", "1 code"]],
    ["办结率74.4%，提高3.2个百分点", ["74.4 percentage %", "3.2 measure 个百分点"]],
    ["百分之三十", ["三十 percentage"]],
    ["罚款60余万元，投入5.5亿元", ["60 money 万元~", "5.5 money 亿元"]],
    ["约21,500件，近300家", ["21,500 count 件~", "300 count 家~"]],
    ["林地200多亩，超标3倍，噪声65分贝", ["200 measure 亩~", "3 measure 倍", "65 measure 分贝"]],
    ["用时两个月，连续三天", ["两 measure 个月", "三 measure 天"]],
    ["出动执法人员900人次，检查企业三百余家", ["900 count 人次", "三百 count 家~"]],
    ["８件", ["８ count 件"]],
    ["共10", ["10 number"]],
  ])("%s", (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  test.each([
    "进一步强化，一定要统一思想，一律从严，万一有失",
    "党政同责、一岗双责，一江碧水，一级巡视员",
    "十分重视，千方百计，一体推进，一方面、另一方面",
    "三令五申，百姓满意，一线督导，四平八稳",
  ])("finds none in %s", (text) => {
    expect(read(text)).toEqual([]);
  });
});

describe("Markdown", () => {
  test("shows what is printed: no addresses, the numbers of lists and headings", () => {
    const body =
      "### 1. 情况\n\n1. 甲**215**件\n2. 乙[20](http://a.cn/3)件\n\n| 单位 | 件数 |\n| --- | --- |\n| 东安 | 25 |\n\n![图4](图5.jpg)\n";
    expect(numbers(body).map((token) => token.text)).toEqual(["1", "1", "215", "2", "20", "25", "4"]);
  });
});

describe("computed phrases", () => {
  const [issue] = archiveOf(seedVocabulary, { id: "2020-15", date: "2020-11-08", counts: seedCounts }).issues;
  const tallies = new IssueTallies(issue?.counts, seedVocabulary);
  const scope: Scope = {
    name: "2020年第15期",
    dataOnly: false,
    tallies,
    facts: new Map(),
    hasUnread: false,
    gap: undefined,
    previous: () => undefined,
    issue: () => undefined,
    issues: () => [],
  };
  const tokensOf = (body: string) => {
    return findNumbers(articleOf(body, scope));
  };

  test("stand in their sentence with their figures and the place of their expression", () => {
    const tokens = tokensOf("截至{{交办.截至}}，转办{{交办.批数 | 汉字}}批{{交办}}件：{{交办.来源}}，其中12件。");
    expect(
      tokens.map((token) => [token.text, token.kind, token.computed?.figure?.name ?? token.computed?.expression]),
    ).toEqual([
      ["2020", "date", "交办.截至"],
      ["11", "date", "交办.截至"],
      ["7", "date", "交办.截至"],
      ["十五", "count", "交办.批数"],
      ["215", "count", "交办"],
      ["195", "count", "交办.来源.来电"],
      ["20", "count", "交办.来源.来信"],
      ["12", "count", undefined],
    ]);
    expect(tokens.map((token) => token.block.place(token.start).column)).toEqual([3, 3, 3, 15, 30, 38, 38, 50]);
  });
  test("are found even where they print a word", () => {
    const tokens = tokensOf("比昨日{{交办 - 交办 | 增减}}。");
    expect(tokens.map((token) => [token.text, token.value])).toEqual([["持平", undefined]]);
  });
  test("are found in titles and in tables, whose cells never join", () => {
    const text = "---\n标题: 办结{{办结}}件，20家\n---\n前1次\n\n::: 表格 交办.单位\n列: 1\n:::\n\n后2次\n";
    const source = new SourceText("a.md", text);
    const printed = placeholders(text).found.map((placeholder) => ({
      placeholder,
      pieces: phrase(placeholder.text, scope),
    }));
    const passages = phrase("交办.来源 | 数列", scope).map((piece) => ({ pieces: [piece] }));
    const empty = { caption: [], unit: undefined, corner: "", columns: [], rows: [], totalFirst: false, note: [] };
    const table = new Map([["表格", () => ({ markup: () => [], table: empty, passages })]]);
    const range: [number, number] = [text.indexOf("办结"), text.indexOf("\n---\n前")];
    const body = readTree(source, text.indexOf("前"), scope, table);
    const tokens = findNumbers({ source, printedRanges: [range], printed, body });
    expect(tokens.map((token) => [token.text, token.block.kind, token.computed?.figure?.name])).toEqual([
      ["160", "title", "办结"],
      ["20", "title", undefined],
      ["1", "paragraph", undefined],
      ["195", "cell", "交办.来源.来电"],
      ["20", "cell", "交办.来源.来信"],
      ["2", "paragraph", undefined],
    ]);
  });
});
