/** What is longer than a page or a line, or has a long name: rows of tables, addresses, names of files. */

import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { cli, product } from "../../support/cli.ts";
import { readPdf } from "../../support/pdf-lines.ts";
import type { PdfPage } from "../../support/pdf-lines.ts";

const folder = mkdtempSync(path.join(tmpdir(), "jianbao-long-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const issue = path.join(folder, "content/issues/2020-3");
const pdf = path.join(folder, "site/issues/2020/3/2020-3.pdf");
const address = `https://www.example.gov.cn/jianbao/${"abcdefghijklmnopqrstuvwxyz".repeat(2)}/index.html`;
/** Each with its number, so that one that is lost or doubled is found. */
const sentences = Array.from({ length: 60 }, (_, at) => `第${at + 101}项经现场核查该企业已停产整改责令其完成料场覆盖`);
/** As one paragraph some 400 lines, whose heights the browser rounds one by one. */
const clauses = Array.from({ length: 450 }, (_, at) => `第${at + 2001}处经现场核查该企业已停产整改责令完成料场覆盖`);

let pages: PdfPage[];

function article(name: string, title: string, text: string): void {
  writeFileSync(path.join(issue, name), `---\n标题: ${title}\n栏目: 工作动态\n---\n\n${text}\n`);
}

/** Of this many columns beside the first, each with an amount or a share. */
function wideTable(columns: number): string {
  const row = (cell: (at: number) => string): string =>
    `| ${Array.from({ length: columns + 1 }, (_, at) => cell(at)).join(" | ")} |`;
  return [row((at) => `栏${at}`), row(() => "---"), row((at) => (at % 2 === 0 ? "100.0%" : `${31130 + at}.57`))].join(
    "\n",
  );
}

beforeAll(async () => {
  cpSync(path.join(product, "tests/fixtures/print/one-page"), folder, { recursive: true });
  const rows = [`| 1 | 扬尘扰民 | ${sentences.join("，")}。 | 办结 |`, "| 2 | 噪声扰民 | 已整改。 | 办结 |"];
  article(
    "02-冷水滩区重点信访件办理情况汇总表.md",
    "办理情况2020",
    ["办理情况如下。", ["| 序号 | 问题 | 办理情况 | 状态 |", "| --- | --- | --- | --- |", ...rows].join("\n")].join(
      "\n\n",
    ),
  );
  article("03-公开平台.md", "公开平台", `请登录${address}查询，执行标准HJ/T91.1-2019。`);
  article("04-宽表.md", "主要指标", wideTable(11));
  article("05-一段到底.md", "一段到底", `${clauses.join("，")}。`);
  const yaml = path.join(issue, "issue.yaml");
  writeFileSync(yaml, readFileSync(yaml, "utf8").replace(/^目录:.*$/m, "目录: 是"));
  const { code, stderr } = await cli("build", "--root", folder, "--output", path.join(folder, "site"));
  expect(code, stderr).toBe(0);
  pages = await readPdf(pdf);
});

test("a row higher than a page goes on below the repeated head, and nothing of it is lost", () => {
  const text = pages.map(({ lines }) => lines.map((line) => line.text).join("")).join("");
  const numbers = [...text.replace(/\s/g, "").matchAll(/1[0-6]\d(?=项)/g)].map(([number]) => Number(number));
  expect(numbers).toEqual(sentences.map((_, at) => at + 101));
  const heads = pages.filter(({ lines }) =>
    lines.some((line) => line.text.replace(/\s/g, "").includes("办理情况状态")),
  );
  expect(heads.length).toBeGreaterThan(1);
});

test("cells of thousands of lines side by side go on together: columns stay as wide, no line is counted wrong", async () => {
  const root = mkdtempSync(path.join(folder, "cells-"));
  cpSync(path.join(product, "tests/fixtures/print/one-page"), root, { recursive: true });
  const cell = (clauses: number): string => "经现场核查已停产整改测得氨氮合格，".repeat(clauses);
  writeFileSync(
    path.join(root, "content/issues/2020-3/02-两格.md"),
    `---\n标题: 两格\n栏目: 工作动态\n---\n\n| 问题 | 办理情况 |\n| --- | --- |\n| ${cell(1500)} | ${cell(2100)} |\n`,
  );
  const { code, stderr } = await cli("build", "--root", root, "--output", path.join(root, "site"));
  expect(code, stderr).toBe(0);
  const printed = await readPdf(path.join(root, "site/issues/2020/3/2020-3.pdf"));
  const text = printed.flatMap(({ lines }) => lines.map((line) => line.text)).join("");
  expect(text.split("氨")).toHaveLength(1500 + 2100 + 1);
});

test("no number of a table of many columns is broken", () => {
  const lines = pages.flatMap((page) => page.lines.map(({ text }) => text.replace(/\s/g, "")));
  const numbers = lines.flatMap((line) => line.match(/311[34]\d\.57|100\.0%/g) ?? []);
  expect(numbers).toHaveLength(12);
});

test("a table that no type is small enough for is named, with the way out", async () => {
  const root = mkdtempSync(path.join(folder, "wide-"));
  cpSync(path.join(product, "tests/fixtures/print/one-page"), root, { recursive: true });
  const file = path.join(root, "content/issues/2020-3/02-宽表.md");
  writeFileSync(file, `---\n标题: 主要指标\n栏目: 工作动态\n---\n\n表：各项数字\n\n${wideTable(30)}\n`);
  const { code, stderr } = await cli("build", "--root", root, "--output", path.join(root, "site"));
  expect(code).toBe(1);
  expect(stderr).toMatch(
    /^content\/issues\/2020-3\/02-宽表\.md:6:3 错误：表“各项数字 栏0 .*太宽，最小的字也放不下[^]*改法：请减少栏数/m,
  );
});

test("a paragraph of many pages is divided between its lines, and nothing of it is lost", () => {
  const text = pages.map(({ lines }) => lines.map((line) => line.text).join("")).join("");
  const numbers = [...text.replace(/\s|— ?\d+ ?—/g, "").matchAll(/2\d{3}(?=处)/g)].map(([number]) => Number(number));
  expect(numbers).toEqual(clauses.map((_, at) => at + 2001));
});

test("the file measures up: table, contents, lines beside an address, names of destinations", async () => {
  const { stdout, code } = await cli("verify", pdf);
  expect(stdout).not.toContain("不合格");
  expect(code).toBe(0);
});

test("what no page can hold is named", async () => {
  const root = mkdtempSync(path.join(folder, "headline-"));
  cpSync(path.join(product, "tests/fixtures/print/one-page"), root, { recursive: true });
  const file = path.join(root, "content/issues/2020-3/02-标题.md");
  const title = "关于进一步做好污染防治攻坚工作情况的通报".repeat(40);
  writeFileSync(file, `---\n标题: ${title}\n栏目: 工作动态\n---\n\n正文。\n`);
  const { code, stderr } = await cli("build", "--root", root, "--output", path.join(root, "site"));
  expect(code).toBe(1);
  expect(stderr).toContain(
    "content/issues/2020-3/02-标题.md:2:5 错误：“关于进一步做好污染防治攻坚工作情况的通报关于进一…”太高，一页放不下",
  );
  expect(stderr).toContain("请缩短，或者分成几处");
  expect(stderr).not.toContain("再运行一次");
});
