/** Captions, heads and remarks of computed tables and charts, and what rounding makes of their cells. */

import { describe, expect, test } from "vitest";
import { renderBody } from "../../../../src/document/markdown/render.ts";
import { checkNumbers } from "../../../../src/check/numbers/index.ts";
import { SourceText } from "../../../../src/base/problem/source-text.ts";
import type { Scope } from "../../../../src/compute/tally/scope.ts";
import { computedBlocks } from "../../../../src/document/computed-blocks.ts";
import { countsOf, handbookScope, scopesOf } from "../../compute/phrase/handbook-issue.ts";
import { seedVocabulary } from "../rules/yongzhou.ts";

/** Issue 15 as at 11月7日 (交办 215) and 11月8日 (办结 160). */
const seed = handbookScope();

/** Two units, so large that a single case is rounded away. */
const large = scopesOf(seedVocabulary, [
  {
    number: 15,
    date: "2020-11-08",
    counts: countsOf(
      "交办: { 截至: 2020-11-07, 单位: { 零陵区: 2500, 道县: 1 } }\n办结: { 截至: 2020-11-07, 单位: { 零陵区: 2499, 道县: 1 } }\n",
      seedVocabulary,
    ),
  },
])[0] as Scope;

function told(body: string, scope: Scope = seed): string[] {
  const source = new SourceText("a.md", body);
  const { blocks, problems } = renderBody(source, 0, scope, computedBlocks);
  expect(problems).toEqual([]);
  const { vocabulary } = scope.tallies;
  const article = { source, printedRanges: [], printed: [], body: blocks };
  const date = { value: { year: 2020, month: 11, day: 8 }, place: source.place(0) };
  const check = checkNumbers(article, vocabulary, {
    issue: { date },
    tallies: scope.tallies,
    office: "永州市工作简报",
  });
  return check.problems.map(({ place, message, hint }) => `${place.line}:${place.column} ${message}。${hint ?? ""}`);
}

const table = (...lines: string[]): string => `::: ${lines.join("\n")}\n:::\n`;

describe("what an editor types into the settings of a block is checked like the text", () => {
  test.each([
    [table("表格 来源 × 交办", "说明: 全市共转办信访件216件。"), "2:13 这里手写的是216件，数据里“交办”是215件"],
    [table("表格 来源 × 交办", "说明: 已办结{{办结}}件，办结率75.4%。"), "2:19 这里手写的是75.4%"],
    [table("表格 来源 × 交办", "标题: 督察组转办的215件信访件", "说明: 来电195件，来信21件。"), "3:14"],
    [table("表格 来源 × 交办", "标题: 全市累计接到转办件216件"), "2:14 这里手写的是216件"],
    [table("图表 柱状 来源 × 交办", "标题: 全市累计接到转办件216件"), "2:14 这里手写的是216件"],
    [table("图表 柱状 来源 × 交办", "说明: 全市累计接到转办件216件。"), "2:14 这里手写的是216件"],
    [
      table("表格 单位 × 交办", "只要: 道县、零陵区", "备注: 道县: 全市累计接到转办件216件；零陵区: 无"),
      "3:18 这里手写的是216件",
    ],
  ])("%s", (body, expected) => {
    const found = told(body);
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(expected);
  });
  test("and left alone when it is right", () =>
    expect(
      told(
        table(
          "表格 来源 × 交办",
          "标题: 全市215件转办件",
          "说明: 已办结160件，办结率74.4%；另有{{交办.共有}}件为几家共有。",
        ),
      ),
    ).toEqual([]));
  test("tells which numbers were typed", () => {
    const source = new SourceText("a.md", table("表格 来源 × 交办", "说明: 出动35人，转办{{交办}}件。"));
    const { blocks } = renderBody(source, 0, seed, computedBlocks);
    const article = { source, printedRanges: [], printed: [], body: blocks };
    const { numbers } = checkNumbers(article, seed.tallies.vocabulary, undefined);
    expect(numbers.slice(-2).map(({ token, state }) => `${token.text}${token.measureWord} ${state.kind}`)).toEqual([
      "35人 typed-unchecked",
      "215件 computed",
    ]);
  });
});

describe("the date of a caption or head is the date of what stands below it", () => {
  test.each([
    [
      table("表格 单位 × 交办", "标题: 各单位交办情况（截至11月6日）"),
      "2:15 这里写的是截至11月6日，表里的数截至11月7日",
    ],
    [table("表格 单位 × 截至11月6日=交办、办结"), "1:15 这里写的是截至11月6日，表里的数截至11月7日"],
    [table("表格 单位 × 截至{{交办.截至 | 月日}}=办结"), "1:15 这里写的是截至11月7日，表里的数截至11月8日"],
    [table("表格 单位 × 交办", "标题: 截至2019年11月7日各单位交办"), "截至2020年11月7日"],
    [table("图表 柱状 单位 × 办结", "标题: 各单位办结件数（截至11月7日）"), "截至11月8日"],
    [
      "| 单位 | 截至11月6日交办 | 办结 |\n| --- | --- | --- |\n| 零陵区 | 32 | 27 |\n| 道县 | 18 | 13 |\n",
      "1:10 这里写的是截至11月6日，“交办”截至11月7日",
    ],
  ])("%s", (body, expected) => {
    const found = told(body);
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(expected);
  });
  test.each([
    table("表格 单位 × 截至11月7日=交办、截至11月8日=办结", "标题: 各单位办理情况（截至11月8日）"),
    table("表格 单位 × 交办、办结率", "标题: 截至2020年11月7日18时各单位交办情况（截止{{办结.截至 | 月日}}）"),
    table("表格 单位 × 交办", "标题: 11月6日会议以来各单位交办情况"),
    "| 单位 | 截至11月7日交办 | 截至11月8日办结 |\n| --- | --- | --- |\n| 零陵区 | 32 | 27 |\n| 道县 | 18 | 13 |\n",
  ])("%s", (body) => expect(told(body)).toEqual([]));
});

describe("a batch or date typed beside a figure that is computed", () => {
  test.each([
    ["第1-14批共转办信访件{{交办}}件。\n", "1:1 这里手写的是第1-14批，数据里“交办”是第1-15批"],
    ["截至11月5日，督察组共转办信访件{{交办}}件。\n", "1:3 这里手写的是截至11月5日，数据里“交办”截至11月7日"],
    ["截至11月5日，零陵区转办信访件{{交办.单位.零陵区}}件。\n", "“交办”截至11月7日"],
  ])("%s", (body, expected) => {
    const found = told(body);
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(expected);
  });
  test.each(["第1-15批共转办信访件{{交办}}件。\n", "截至11月7日，零陵区转办信访件{{交办.单位.零陵区}}件。\n"])(
    "and is left alone when it is right: %s",
    (body) => expect(told(body)).toEqual([]),
  );
});

describe("a figure rounded away in a table or chart", () => {
  const inTable = table("表格 单位 × 交办、办结、办结率");
  test("is told with both ways out", () => {
    const found = told(inTable, large);
    // 零陵区's and the total's.
    expect(found).toHaveLength(2);
    expect(found[0]).toBe(
      "1:1 “办结率.单位.零陵区”取位以后印成了100.0%，其实是99.96%（2500件里还差1件）。请在“×”后面“办结率”这一栏多取几位，写“| 百分比: 2”；或者去尾，写“| 百分比: 1, 去尾”；每期都要的，把 data/tallies.yaml 里“办结率”的“百分比”改成 2，或者加上“取位: 去尾”。",
    );
  });
  test.each([
    table("表格 单位 × 交办、办结、办结率 | 百分比: 2"),
    table("表格 单位 × 交办、办结、办结率 | 百分比: 1, 去尾"),
    table("图表 柱状 单位 × 办结率 | 百分比: 2"),
    table("图表 柱状 单位 × 办结率 | 百分比: 1, 去尾"),
    table("表格 单位 × 交办、占比 | 占比: 2"),
    table("图表 占比 单位 × 交办、占比 | 占比: 2", "数据表: 印出"),
  ])("is not, the way out taken: %s", (body) => expect(told(body, large)).toEqual([]));
  test("as a share is told with the format of its column", () => {
    const found = told(table("表格 单位 × 交办、占比"), large);
    expect(found).toHaveLength(2);
    expect(found[0]).toMatch(/写“\| 占比: 2”；或者去尾，写“\| 占比: 1, 去尾”。$/);
  });
  test("as a share that a chart adds by itself is told how to write its column", () => {
    const found = told(table("图表 占比 单位 × 交办"), large);
    // Once each, though the table behind the drawing says it again.
    expect(found).toHaveLength(2);
    expect(found[0]).toMatch(/请多取几位，在“×”后面的指标后面写“、占比 \| 占比: 2”。$/);
  });
  test("as a bar of a chart", () => {
    const found = told(table("图表 柱状 单位 × 办结率"), large);
    expect(found[0]).toContain("“办结率”这一栏多取几位，写“| 百分比: 2”");
  });
  test("in a remark is told where to write it", () => {
    const found = told(table("表格 单位 × 交办", "说明: 办结率{{办结率}}。"), large);
    expect(found).toEqual([expect.stringContaining("请在这句话的 {{…}} 里多取几位，如“| 百分比: 2”。")]);
  });
});
