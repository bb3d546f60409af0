/** The draft for signature: every number found in print, in every kind of issue; what the command says and refuses. */

import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { numbersInPrint } from "../../src/review/proof/make-proof.ts";
import { openIssue } from "../../src/build/open-issue.ts";
import { prepare } from "../../src/build/prepare.ts";
import { locateNumbers } from "../../src/review/proof/locate-numbers.ts";
import type { Located } from "../../src/review/proof/locate-numbers.ts";
import { printedSegments } from "../../src/review/proof/printed-segments.ts";
import type { Segment } from "../../src/review/proof/printed-segments.ts";
import { readPdf } from "../../src/verify/index.ts";
import { traceIssue } from "../../src/check/issue-numbers.ts";
import { product, Sandbox } from "../support/cli.ts";
import { pdfPages, withoutSpace } from "../support/text.ts";

const sandbox = new Sandbox();
const charts = `
::: 图表 柱状 单位 × 交办、办结
标题: 各单位交办、办结件数（截至11月8日）
:::

::: 图表 占比 类别 × 交办
数据表: 印出
:::

::: 图表 趋势 交办、办结、正在办理
:::

::: 表格 单位 × 交办、办结、办结率
:::
`;
const article = "content/issues/2020-15/05-信访件情况.md";
const fixtures = ["briefings", "print"].flatMap((kind) =>
  readdirSync(path.join(product, "tests/fixtures", kind)).map((name) =>
    path.join(product, "tests/fixtures", kind, name),
  ),
);

beforeAll(() => {
  sandbox.write(article, `${sandbox.read(article)}${charts}`);
  const script = ["--import", "tsx", "tests/support/print-issues.ts"];
  execFileSync(process.execPath, [...script, sandbox.folder, sandbox.root, ...fixtures], { cwd: product });
});
afterAll(() => sandbox.dispose());

/** The newest issue of a root as printed, its numbers looked up in it. */
async function located(folder: string): Promise<{ found: Located; segments: readonly Segment[] }> {
  const { archive, scopes, issues, root } = prepare(folder);
  const built = issues.at(-1);
  if (archive === undefined || scopes === undefined || built === undefined) throw new Error(folder);
  const segments = printedSegments(
    await readPdf(readFileSync(path.join(sandbox.folder, `${path.basename(folder)}.pdf`))),
  );
  const numbers = traceIssue(built, archive, scopes, root.sources);
  const found = locateNumbers(numbers, segments);
  expect(found.missing.map(({ number }) => number.token.block.text)).toEqual([]);
  for (const { traced, characters } of found.found)
    expect(characters.map(({ text }) => text).join("")).toBe(withoutSpace(traced.number.token.text));
  // No character of the print stands for two numbers.
  const used = found.found.flatMap(({ characters }) => characters);
  expect(new Set(used).size).toBe(used.length);
  return { found, segments };
}

test.each(fixtures.map((folder) => [path.basename(folder), folder]))(
  "%s: each number is found once, no digit is left",
  async (_, folder) => {
    const { found, segments } = await located(folder);
    expect(found.found.length).toBeGreaterThan(8);
    expect(found.stray).toEqual([]);
    const digits = segments.filter(({ kind }) => kind !== "contents").flatMap(({ text }) => text.match(/\d/g) ?? []);
    const told = found.found.flatMap(({ characters }) => characters).filter(({ text }) => /\d/.test(text));
    expect(told).toHaveLength(digits.length);
  },
);

test("tables and charts: the label of each bar beside its own name, scales apart", async () => {
  const { found, segments } = await located(sandbox.root);
  const bars = found.found.filter(
    ({ segment, traced }) => segment.kind === "drawing" && /^(?:交办|办结)\.单位\./.test(traced.figure?.name ?? ""),
  );
  expect(bars.length).toBeGreaterThan(25);
  for (const { traced, segment } of bars) {
    const [measure = "", , unit = ""] = (traced.figure?.name ?? "").split(".");
    expect(segment.text.startsWith(measure)).toBe(true);
    // Two bars stand on either side of the name of their place.
    const baseline = segment.characters[0]?.glyph.baseline ?? 0;
    const beside = segments.filter(
      (other) =>
        other.group === segment.group &&
        other.characters[0]?.page === segment.characters[0]?.page &&
        Math.abs((other.characters[0]?.glyph.baseline ?? 0) - baseline) < 4,
    );
    expect(
      beside.some(({ text }) => text !== "" && (unit.startsWith(text) || text.startsWith(unit))),
      `${unit} ${segment.text}`,
    ).toBe(true);
  }
  expect(found.stray.length).toBeGreaterThan(3);
  expect(found.stray.every(({ segment }) => segment.kind === "drawing")).toBe(true);
  expect(found.stray.map(({ text }) => text)).toContain("250");
});

test("a number that is not in print stops the draft, and is told with its place", async () => {
  const open = openIssue(sandbox.root, "2020-15", "");
  if (open === undefined) throw new Error("issue 15 has errors");
  const other = readFileSync(path.join(sandbox.folder, "one-page.pdf"));
  await expect(numbersInPrint({ ...open, sources: open.prepared.root.sources }, other)).rejects.toThrow(
    /找不到 \d+ 个数字[\s\S]*05-信访件情况\.md:\d+:\d+ 信访件情况：“[^”]*215件/,
  );
});

describe("npm run proof", () => {
  const office = new Sandbox();
  const file = path.join(office.folder, "送审.pdf");
  let pages: string[] = [];
  beforeAll(async () => {
    office.edit(
      "data/bulletin.yaml",
      "# 常设栏目，",
      "审签:\n  标题: 发文稿纸\n  项目: { 拟稿单位: 协调联络办公室, 缓急: }\n  签字: [拟稿, 部门负责人, 分管领导]\n\n# 常设栏目，",
    );
    office.edit("content/issues/2020-15/issue.yaml", "期号: 15", "期号: 15\n内部: 是");
    office.edit("content/issues/2020-15/counts.yaml", "冷水滩区: 56", "冷水滩区: 57");
    const outcome = await office.run("proof", "2020-15", "--output", file);
    expect(outcome.code).toBe(1);
    expect(outcome.stderr).toContain("[breakdown-sum]");
    expect(outcome.stderr).toContain("没有做送审稿。");
    expect(existsSync(file)).toBe(false);
    office.edit("content/issues/2020-15/counts.yaml", "冷水滩区: 57", "冷水滩区: 56");
    office.edit(article, "累计接到转办件{{交办}}件", "其中900件已核实，累计接到转办件{{交办}}件");
    const made = await office.run("proof", "2020-15", "--output", file);
    expect(made.stderr).toBe("");
    expect(made.stdout).toMatch(/^共 \d+ 处：由数据算出 58；/);
    pages = (await pdfPages(file)).map(withoutSpace);
  });
  afterAll(() => office.dispose());

  test("begins with the slip, its fields from the office's data", () => {
    for (const words of [
      "发文稿纸",
      "拟稿单位协调联络办公室",
      "缓急",
      "部门负责人",
      "分管领导",
      "2020年第15期",
      "内部资料",
    ])
      expect(pages[0]).toContain(words);
  });

  test("then the bulletin as printed, an internal one with its marking, marked 送审稿 on each page", () => {
    const bulletin = pages.filter((page) => page.includes("送审稿"));
    expect(bulletin.length).toBeGreaterThanOrEqual(8);
    expect(bulletin[0]).toContain("内部资料");
    for (const page of bulletin) expect(page).toContain("12345678910111213141516171819202122");
    expect(pages.indexOf(bulletin[0] ?? "")).toBe(1);
  });

  test("then the table with a box for what no data vouches for, then reminders", () => {
    const table = pages
      .slice(
        pages.findIndex((page) => page.includes("数字核对表永州市")),
        -1,
      )
      .join("");
    expect(table).toMatch(/8页2行[^行]*其中900件已核实[^行]*手写的数，没有数据可以核对/);
    expect(table).toContain("手写的数，没有数据可以核对，请看原始材料。");
    expect(pages.at(-1)).toContain("提醒与免检");
    expect(pages.at(-1)).toContain("没有免检");
  });

  test("never writes into a site", async () => {
    mkdirSync(path.join(office.folder, "web/a"), { recursive: true });
    office.write("../web/.jianbao", "");
    const outcome = await office.run("proof", "--output", path.join(office.folder, "web/a/x.pdf"));
    expect(outcome.code).toBe(2);
    expect(outcome.stderr).toContain("不能上网站");
    expect(readdirSync(path.join(office.folder, "web/a"))).toEqual([]);
  });
});
