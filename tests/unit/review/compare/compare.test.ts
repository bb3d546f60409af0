/** Issue 15 as it was and as it is: words, articles, figures, and the data lines that moved them. */

import { mkdirSync, renameSync, rmSync } from "node:fs";
import { afterAll, expect, test } from "vitest";
import { prepare } from "../../../../src/build/prepare.ts";
import { compareIssues, comparePage, correctionNotes, summaryOf } from "../../../../src/review/compare/index.ts";
import type { ComparedPart, Span, Version } from "../../../../src/review/compare/index.ts";
import { redline, wordChanges } from "../../../../src/review/compare/redline.ts";
import { traceIssue } from "../../../../src/check/issue-numbers.ts";
import { example, Sandbox } from "../../../support/cli.ts";

const sandbox = new Sandbox();
afterAll(() => sandbox.dispose());

function version(folder: string): Version {
  const { archive, scopes, issues, root } = prepare(folder);
  const built = issues.at(-1);
  if (archive === undefined || scopes === undefined || built === undefined) throw new Error(folder);
  return { built, numbers: traceIssue(built, archive, scopes, root.sources) };
}

const old = version(example);
const compared = (): ComparedPart[] => compareIssues(old, version(sandbox.root));
const folder = "content/issues/2020-15";

test("an issue that did not change says so", () => {
  const parts = compared();
  expect(parts.map(({ status }) => status)).toEqual(parts.map(() => "same"));
  expect(parts[0]?.title).toBe("报头");
  expect(parts.at(-1)?.title).toBe("版记");
  expect(summaryOf(parts)).toBe("没有变化。");
});

test("figures: old and new, and the line that moved them, also where they are totals of it", () => {
  sandbox.edit(`${folder}/counts.yaml`, "冷水滩区: 56", "冷水滩区: 57");
  sandbox.edit(`${folder}/counts.yaml`, "来电: 195", "来电: 196");
  const figures = compared().flatMap((part) => part.figures);
  sandbox.edit(`${folder}/counts.yaml`, "冷水滩区: 57", "冷水滩区: 56");
  sandbox.edit(`${folder}/counts.yaml`, "来电: 196", "来电: 195");
  expect(figures.map(({ name, old: before, new: after }) => [name, before, after])).toEqual([
    ["交办", "215件", "216件"],
    ["交办.单位.冷水滩区", "56件", "57件"],
    ["交办.来源.来电", "195件", "196件"],
    ["交办", "215件", "216件"],
    ["正在办理", "55件", "56件"],
  ]);
  for (const { name, causes } of figures) {
    const [cause] = causes;
    expect(causes).toHaveLength(1);
    expect(cause?.newPlace).toEqual(cause?.oldPlace);
    const line = sandbox.read(cause?.newPlace?.file ?? "").split("\n")[(cause?.newPlace?.line ?? 0) - 1];
    expect(line?.trim()).toBe(name === "交办.来源.来电" ? "来电: 195" : "冷水滩区: 56");
    expect([cause?.old, cause?.new]).toEqual(name === "交办.来源.来电" ? ["195", "196"] : ["56", "57"]);
  }
});

test("a list in another order: each figure is still its own", () => {
  sandbox.edit(`${folder}/counts.yaml`, "市城管局: 4", "市城管局: 9");
  sandbox.edit(`${folder}/counts.yaml`, "来电: 195", "来电: 200");
  const figures = compared().flatMap((part) => part.figures);
  sandbox.edit(`${folder}/counts.yaml`, "市城管局: 9", "市城管局: 4");
  sandbox.edit(`${folder}/counts.yaml`, "来电: 200", "来电: 195");
  expect(figures.every(({ old: before, new: after }) => before !== undefined && after !== undefined)).toBe(true);
  expect(figures.find(({ name }) => name === "交办.单位.市城管局")).toMatchObject({ old: "4件", new: "9件" });
});

test("words: put in and taken out, typed numbers among them, with their places", () => {
  const file = `${folder}/03-零陵污染防治攻坚.md`;
  sandbox.edit(file, "900余人次", "950余人次");
  const part = compared().find(({ status }) => status === "changed");
  sandbox.edit(file, "950余人次", "900余人次");
  expect(part?.title).toBe("零陵全力以赴打赢污染防治攻坚战");
  const changed = part?.paragraphs.filter(({ kind }) => kind === "changed") ?? [];
  expect(changed).toHaveLength(1);
  expect(changed[0]?.spans.filter(({ kind }) => kind !== "same")).toEqual([
    { kind: "deleted", text: "900" },
    { kind: "inserted", text: "950" },
  ]);
  expect(part?.figures).toMatchObject([{ name: undefined, old: "900余人次", new: "950余人次" }]);
  expect(part?.figures[0]?.causes[0]?.newPlace?.file).toBe(file);
});

test("articles: put in, taken out, their files renamed", () => {
  const [first, second] = [`${folder}/01-感谢信.md`, `${folder}/02-刘卫华深入蓝山.md`];
  renameSync(sandbox.path(first), sandbox.path(`${folder}/025-感谢信.md`));
  const text = sandbox.read(second);
  rmSync(sandbox.path(second));
  mkdirSync(sandbox.path(folder), { recursive: true });
  sandbox.write(`${folder}/06-简讯.md`, "---\n标题: 简讯\n栏目: 信访件情况\n---\n\n天气晴好，河水清清。\n");
  const parts = compared();
  renameSync(sandbox.path(`${folder}/025-感谢信.md`), sandbox.path(first));
  sandbox.write(second, text);
  rmSync(sandbox.path(`${folder}/06-简讯.md`));
  const told = parts.map(({ title, status, moved }) => [title.slice(0, 4), status, moved]);
  expect(told).toContainEqual(["刘卫华深", "removed", false]);
  expect(told).toContainEqual(["简讯", "added", false]);
  expect(told).toContainEqual(["来自省第", "same", false]);
  expect(summaryOf(parts)).toMatch(/^新增的 1 处，删去的 1 处；变动的数字 \d+ 个。$/);
});

test("an article that changes places with another is told as moved", () => {
  const [first, third] = [`${folder}/01-感谢信.md`, `${folder}/03-零陵污染防治攻坚.md`];
  renameSync(sandbox.path(first), sandbox.path(`${folder}/035-感谢信.md`));
  const moved = compared().filter((part) => part.moved);
  renameSync(sandbox.path(`${folder}/035-感谢信.md`), sandbox.path(first));
  expect(sandbox.read(third)).not.toBe("");
  expect(moved.map(({ title }) => title)).toEqual(["来自省第五生态环境保护督察组的感谢信"]);
});

const side = (spans: readonly Span[], without: Span["kind"]): string =>
  spans.flatMap(({ kind, text }) => (kind === without ? [] : [text])).join("");

test.each([
  ["省督察组共向我市转办了十五批215件", "省督察组共向永州市转办了十六批216件"],
  ["", "全新的一段"],
  ["投入5.5亿元，占98.9%。", "投入6.25亿元，占9.89%！"],
  ["一 二　三", "一二 三"],
  ["😀甲", "甲😀"],
])("the spans give back both texts: %s", (before, after) => {
  const spans = wordChanges(before, after);
  expect(side(spans, "inserted")).toBe(before);
  expect(side(spans, "deleted")).toBe(after);
});

test("numbers are words: 5.5 becomes 6.25, not 5 becomes 6.2", () => {
  expect(wordChanges("投入5.5亿元", "投入6.25亿元").filter(({ kind }) => kind !== "same")).toEqual([
    { kind: "deleted", text: "5.5" },
    { kind: "inserted", text: "6.25" },
  ]);
});

test("a paragraph that has nothing in common is another one", () => {
  const paragraphs = redline(["天气晴好，河水清清。", "第二段不变。"], ["各单位要落实责任。", "第二段不变。"]);
  expect(paragraphs.map(({ kind }) => kind).sort()).toEqual(["deleted", "inserted", "same"]);
});

test("the page escapes what it shows, needs nothing from outside and says whose it is", () => {
  const spans = [{ kind: "inserted", text: "<script>alert(1)</script>" }] as const;
  const part = {
    title: "<b>",
    oldTitle: "<i>",
    status: "changed",
    moved: true,
    paragraphs: [{ kind: "inserted", spans }],
    figures: [],
  } as const;
  const html = comparePage({ title: "第1期", since: "abc", parts: [part], notes: ["<u>"] }, "");
  expect(html).not.toMatch(/<script|<b>|<i>|<u>|https?:|src=|href=/);
  expect(html).toContain("<ins>&lt;script&gt;alert(1)&lt;/script&gt;</ins>");
  expect(html).toContain("内部使用");
  expect(html).toContain("移动了位置");
});

test("a correction written since is told with its line, one taken out as well", () => {
  const before = old.built.issue;
  sandbox.write(
    `${folder}/issue.yaml`,
    `${sandbox.read(`${folder}/issue.yaml`)}更正:\n  - 日期: 2020-11-10\n    内容: 应为57件。\n    原因: 漏计。\n`,
  );
  const after = version(sandbox.root).built.issue;
  expect(correctionNotes(before, after)).toEqual([
    expect.stringMatching(/^issue\.yaml（第 \d+ 行）新写了更正：2020-11-10，应为57件。原因：漏计。$/),
  ]);
  expect(correctionNotes(after, before)).toEqual(["issue.yaml 里原有的更正不见了：2020-11-10，应为57件。原因：漏计。"]);
  expect(correctionNotes(after, after)).toEqual([]);
});
