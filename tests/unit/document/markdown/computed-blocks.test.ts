/** Tables and charts within an article: the handbook's examples, captions with expressions, faults at their places, tracing. */

import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { renderBody } from "../../../../src/document/markdown/render.ts";
import { plainText } from "../../../../src/compute/phrase/piece.ts";
import { leaves } from "../../../../src/document/tree/tree.ts";
import type { Block } from "../../../../src/document/tree/tree.ts";
import { SourceText } from "../../../../src/base/problem/source-text.ts";
import { written } from "../../../../src/base/text/markup.ts";
import { computedBlocks } from "../../../../src/document/computed-blocks.ts";
import { handbookScope } from "../../compute/phrase/handbook-issue.ts";

const scope = handbookScope();
const passagesOf = (blocks: readonly Block[]) =>
  blocks.flatMap((block) => (block.kind === "computed" ? (block.result?.passages ?? []) : []));
const computedPieces = (blocks: readonly Block[]) => passagesOf(blocks).flatMap(({ pieces }) => pieces);
const render = (text: string) => {
  const body = renderBody(new SourceText("a.md", text), 0, scope, computedBlocks);
  return { ...body, html: written(body.markup()) };
};

describe("docs/tables.md", () => {
  const page = readFileSync(path.resolve(import.meta.dirname, "../../../../docs/tables.md"), "utf8");
  const examples = [...page.matchAll(/```text\n([\s\S]*?)```/g)].map((match) => match[1] ?? "");
  test("has an example of each kind", () => expect(examples.length).toBeGreaterThanOrEqual(7));
  test.each(examples)("%s", (example) => {
    const { html, problems } = render(example);
    expect(problems).toEqual([]);
    expect(html).toMatch(/<figure class="(table|chart)/);
  });
});

test("an expression in a caption prints its figure", () => {
  const { html } = render("::: 表格 来源 × 交办\n标题: 截至{{交办.截至 | 月日}}，共{{交办}}件\n:::\n");
  expect(html).toContain(
    '<span class="table-title">截至11月7日，共<data class="figure" value="215">215</data>件</span>',
  );
});

test("everything printed leads back to figures, in reading order", () => {
  const text = "共{{交办}}件。\n\n::: 表格 来源 × 交办\n:::\n\n办结{{办结}}件。\n";
  const { blocks } = render(text);
  const order = blocks.map((block) =>
    block.kind === "text"
      ? leaves(block.content).flatMap((inline) => (inline.kind === "phrase" ? inline.pieces : []))
      : computedPieces([block]),
  );
  expect(order.map(plainText)).toEqual(["215", "件来源交办来电195来信20合计215", "160"]);
  const [start] = blocks.flatMap((block) => (block.kind === "computed" ? [block.start] : []));
  expect(text.slice(start).startsWith(":::")).toBe(true);
});

describe("what an expression prints in the settings of a table leads back to its figure", () => {
  const printed = (text: string) =>
    passagesOf(render(text).blocks)
      .flatMap(({ pieces }) => (pieces.some(({ kind }) => kind === "figure") ? [pieces] : []))
      .map((pieces) =>
        pieces.map((piece) => (piece.kind === "figure" ? `[${piece.figure.name}=${piece.text}]` : piece.text)).join(""),
      );
  test.each([
    ["heads", "来源 × 第{{交办.批数 | 汉字}}批=交办", "", "第[交办.批数=十五]批"],
    ["row heads of measures", "指标 × 前{{交办.批数}}批=交办", "", "前[交办.批数=15]批"],
    ["the unit line", "来源 × 交办", "单位: {{交办.批数}}批件", "[交办.批数=15]批件"],
    ["remarks", "来源 × 交办", "备注: 来电: 含重点件{{重点件}}件", "含重点件[重点件=41]件"],
    ["what stands below", "来源 × 交办", "说明: 重点件{{重点件}}件", "重点件[重点件=41]件"],
    ["the number of other rows", "单位 × 交办", "前: 3", "其余[交办.单位.项数=12]个单位"],
  ])("%s", (_, argument, line, wanted) => expect(printed(`::: 表格 ${argument}\n${line}\n:::\n`)).toContain(wanted));
  test("what is typed there has its place in the article", () => {
    const text = "::: 表格 来源 × 第3批=交办\n备注: 来信: 2件{{交办}}；来电: 9件\n:::\n";
    const pieces = computedPieces(render(text).blocks);
    for (const typed of ["第3批", "2件", "9件"])
      expect(pieces).toContainEqual({ kind: "text", text: typed, typedAt: text.indexOf(typed) });
  });
});

describe("faults have line and column", () => {
  test.each([
    ["正文。\n\n::: 表格 单位 × 交半\n:::\n", 3, 13, "unknown-tally"],
    ["::: 表格 单位 × 交办\n次序: 倒序\n:::\n", 2, 1, "block-option"],
    ["::: 表格 单立 × 交办\n:::\n", 1, 8, "unknown-dimension"],
    ["::: 图表 饼状 单位 × 交办\n:::\n", 1, 8, "block-argument"],
    ["::: 表格 来源 × 第{{交办.批数}}批=交办、办洁\n:::\n", 1, 28, "unknown-tally"],
    ["::: 图表 柱状 单位 × 交办、办结率\n:::\n", 1, 8, "mixed-units"],
    ["::: 图表 柱状 单位 × 交半\n:::\n", 1, 16, "unknown-tally"],
  ])("%s", (text, line, column, code) => {
    const [problem] = render(text).problems;
    expect(problem).toMatchObject({ code, place: { file: "a.md", line, column } });
  });
});

test("without counts nothing is printed and nothing is wrong", () => {
  const { markup, problems } = renderBody(
    new SourceText("a.md", "::: 表格 单位 × 交办\n:::\n"),
    0,
    undefined,
    computedBlocks,
  );
  expect([markup(), problems]).toEqual([[], []]);
});
