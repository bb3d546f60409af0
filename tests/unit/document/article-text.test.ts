/** The words of an article as readers meet them, for search, the record and whoever reads without pictures. */

import { expect, test } from "vitest";
import { SourceText } from "../../../src/base/problem/source-text.ts";
import { bodyText } from "../../../src/document/article-text.ts";
import { computedBlocks } from "../../../src/document/computed-blocks.ts";
import { readTree } from "../../../src/document/tree/read-tree.ts";
import { handbookScope } from "../compute/phrase/handbook-issue.ts";

const text = (markdown: string, medium: "screen" | "paper" = "screen"): string[] =>
  bodyText(readTree(new SourceText("a.md", markdown), 0, handbookScope(), computedBlocks), medium);

test("a paragraph, heading, item, caption or line an entry, as it prints", () => {
  expect(
    text(
      "### 一、情况\n\n办结{{办结}}件，**全部**\n公开 &amp; &lt;好&gt;。\n\n1. 甲\n2. 乙\n\n上行\\\n下行\n\n![图一](a.png)\n\n::: 落款\n督察组\n11月6日\n:::\n",
    ),
  ).toEqual([
    "一、情况",
    "办结160件，全部公开 & <好>。",
    "1. 甲",
    "2. 乙",
    "上行",
    "下行",
    "图一",
    "督察组",
    "11月6日",
  ]);
});

test("of a table typed by hand each cell", () => {
  expect(text("表：办理\n单位：件\n\n| 甲 | 乙 |\n|---|---|\n| 1 | |\n")).toEqual(["办理单位：件", "甲", "乙", "1"]);
});

test("of a computed one each row", () => {
  expect(text("::: 表格 来源 × 交办\n标题: 来源\n说明: 不含重复件\n:::\n")).toEqual([
    ...["来源单位：件", "来源 交办", "来电 195", "来信 20", "合计 215", "注：不含重复件"],
  ]);
});

test("of a chart its caption on paper; on a screen also what it shows, in words and as table", () => {
  const chart = "::: 图表 柱状 来源 × 交办\n标题: 来源\n:::\n";
  const table = ["单位：件", "来源 交办", "来电 195", "来信 20", "合计 215"];
  expect(text(chart, "paper")).toEqual(["来源"]);
  expect(text(chart)).toEqual(["柱状图。来电195、来信20。", "来源", ...table]);
  expect(text(chart.replace("\n:::", "\n数据表: 印出\n:::"), "paper")).toEqual(["来源", ...table]);
});
