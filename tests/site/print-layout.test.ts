/** The official print edition as the fixtures come out of it, measured in their PDFs (GB/T 9704-2012). */

import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { cli, example, product } from "../support/cli.ts";
import { readPdf } from "../support/pdf-lines.ts";
import type { PdfPage, Rectangle, TextLine } from "../support/pdf-lines.ts";

const folder = mkdtempSync(path.join(tmpdir(), "jianbao-layout-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const cases = {
  "issue-15": ["2020/15/2020-15.pdf", 8],
  "one-page": ["2020/3/2020-3.pdf", 1],
  "full-page": ["2020/7/2020-7.pdf", 3],
  "imprint-over": ["2020/8/2020-8.pdf", 4],
  "twelve-pages": ["2020/12/2020-12.pdf", 12],
} as const;
type Case = keyof typeof cases;

const root = (name: Case): string => (name === "issue-15" ? example : path.join(product, "tests/fixtures/print", name));

/** Builds a case, its bulletin.yaml with these lines added, some of its files left out. */
async function build(
  name: Case,
  settings = "",
  without: readonly string[] = [],
): Promise<{ pages: PdfPage[]; site: string }> {
  const site = mkdtempSync(path.join(folder, "site-"));
  const copy = mkdtempSync(path.join(folder, "root-"));
  for (const part of ["content", "data"])
    cpSync(path.join(root(name), part), path.join(copy, part), { recursive: true });
  for (const file of without) rmSync(path.join(copy, file));
  const bulletin = path.join(copy, "data/bulletin.yaml");
  writeFileSync(bulletin, readFileSync(bulletin, "utf8") + settings);
  const outcome = await cli("build", "--root", copy, "--output", site);
  expect(outcome.code, outcome.stderr).toBe(0);
  return { pages: await readPdf(path.join(site, "issues", cases[name][0])), site };
}

const isPageNumber = ({ text }: TextLine): boolean => /^— \d+ —$/.test(text);
const body = (page: PdfPage): TextLine[] => page.lines.filter((line) => Math.abs(line.size - 16) < 0.1);
/** Rules as wide as the type area, from the top. */
const rules = (page: PdfPage): Rectangle[] =>
  page.rectangles
    .filter(({ left, right, top, bottom }) => right - left > 155 && bottom - top < 1)
    .sort((a, b) => a.top - b.top);
const thickness = ({ top, bottom }: Rectangle): number => bottom - top;

function expectImprint(page: PdfPage | undefined, left = 28): void {
  const found = page === undefined ? [] : rules(page).filter(({ top }) => top > 150);
  expect(found.map(thickness)).toEqual([0.35, 0.25, 0.35].map((each) => expect.closeTo(each, 2) as number));
  for (const rule of found) {
    expect(Math.abs(rule.left - left)).toBeLessThan(0.15);
    expect(rule.right - rule.left).toBeCloseTo(156, 1);
  }
  expect(found.at(-1)?.bottom).toBeCloseTo(262, 1);
}

describe.each(Object.keys(cases) as Case[])("%s", (name) => {
  let pages: PdfPage[];
  beforeAll(async () => {
    ({ pages } = await build(name));
  });

  test("has its pages, numbered outside, one character in", () => {
    expect(pages).toHaveLength(cases[name][1]);
    for (const [at, page] of pages.entries()) {
      const numbers = page.lines.filter(isPageNumber);
      expect(numbers.map(({ text }) => text)).toEqual([`— ${at + 1} —`]);
      const [line] = numbers;
      if (line === undefined) continue;
      expect(line.size).toBeCloseTo(14, 1);
      if (at % 2 === 0) expect(Math.abs(line.right - 179.06)).toBeLessThan(0.5);
      else expect(Math.abs(line.left - 32.94)).toBeLessThan(0.5);
      expect(line.baseline).toBeGreaterThan(268);
      expect(line.baseline).toBeLessThan(272);
    }
  });

  test("ends with the imprint on the lower edge of the type area, with text on its page", () => {
    const last = pages.at(-1);
    expectImprint(last);
    const first = rules(last ?? { lines: [], rectangles: [] }).filter(({ top }) => top > 150)[0]?.top ?? 0;
    expect(last?.lines.filter(({ baseline }) => baseline < first).length).toBeGreaterThanOrEqual(2);
    const hanging = last?.lines.filter(({ baseline, size }) => baseline > first && Math.abs(size - 14) < 0.1) ?? [];
    expect(Math.min(...hanging.map(({ left }) => left))).toBeCloseTo(32.98, 1);
  });

  test("keeps to the grid and the type area on every page", () => {
    for (const page of pages) {
      // The masthead ends on the grid, its own lines stand as it wants.
      const head = rules(page).find(({ top, bottom }) => bottom - top > 0.6)?.bottom ?? 0;
      for (const { baseline, left, right } of body(page).filter((line) => line.baseline > head)) {
        const line = (baseline - 41.97) / 10.4463;
        expect(Math.abs(line - Math.round(line)) * 10.4463).toBeLessThan(0.4);
        expect(baseline).toBeLessThan(262);
        expect(left).toBeGreaterThan(27.9);
        expect(right).toBeLessThan(184.7);
      }
    }
  });

  test("shows three lines of text on page 1", () => {
    const start = rules(pages[0] ?? { lines: [], rectangles: [] })[0]?.bottom ?? 0;
    const first = pages[0]?.lines ?? [];
    const headline = first.findLast(({ size }) => size > 17)?.baseline ?? Math.max(start, 0);
    expect(
      body(pages[0] ?? { lines: [], rectangles: [] }).filter(({ baseline }) => baseline > headline).length,
    ).toBeGreaterThanOrEqual(3);
  });

  test("starts no line with a closing mark and ends none with an opening one", () => {
    for (const { text } of pages.flatMap((page) => page.lines)) {
      expect(text).not.toMatch(/^[。，、；：？！”’）〕】》〉]/);
      expect(text.trimEnd()).not.toMatch(/[“‘（〔【《〈]$/);
    }
  });
});

describe("the grid", () => {
  test("is 22 lines of 28 characters", async () => {
    const { pages } = await build("issue-15");
    const lines = pages.map((page) => body(page));
    expect(Math.max(...lines.map((page) => page.length))).toBe(22);
    const full = lines.flat().filter(({ text, left }) => left < 29 && /^\p{Script=Han}+$/u.test(text));
    expect(Math.max(...full.map(({ text }) => text.length))).toBe(28);
  });
});

describe("the masthead of issue 15", () => {
  let page: PdfPage;
  beforeAll(async () => {
    const [first] = (await build("issue-15")).pages;
    if (first !== undefined) page = first;
  });

  test("scope, name, rows and red rule stand where the algorithm puts them", () => {
    const line = (text: string): TextLine | undefined => page.lines.find((each) => each.text.includes(text));
    expect(line("工作简报")?.size).toBeCloseTo(48, 1);
    expect(line("永州市配合")?.size).toBeCloseTo(23, 1);
    for (const each of [line("工作简报"), line("第15期")])
      expect(((each?.left ?? 0) + (each?.right ?? 0)) / 2).toBeCloseTo(106, 0);
    const row = line("协调联络领导小组2020年11月8日");
    expect(row?.left).toBeCloseTo(33.6, 1);
    expect(Math.abs((row?.right ?? 0) - 178.4)).toBeLessThan(0.3);
    const rule = rules(page)[0];
    expect(rule && thickness(rule)).toBeCloseTo(0.8, 2);
    // 4 mm below the characters, whose lower edge lies 0.12 em below the baseline.
    expect(Math.abs((rule?.top ?? 0) - (row?.baseline ?? 0) - 0.12 * 5.644 - 4)).toBeLessThan(0.5);
  });
});

describe("choices of the print edition", () => {
  test("版式 word: 22 lines in 225 mm, the imprint in its place", async () => {
    const { pages } = await build("full-page", "\n印刷:\n  版式: word\n");
    expectImprint(pages.at(-1));
    const lines = body(pages[1] ?? { lines: [], rectangles: [] });
    const pitch = ((lines.at(-1)?.baseline ?? 0) - (lines[0]?.baseline ?? 0)) / 21;
    expect(pitch).toBeCloseTo(10.23, 1);
  });

  test("镜像页边距: the binding edge inside on even pages too", async () => {
    const { pages } = await build("imprint-over", "\n印刷:\n  镜像页边距: 是\n");
    expect(Math.min(...body(pages[1] ?? { lines: [], rectangles: [] }).map(({ left }) => left))).toBeCloseTo(26, 0);
    expectImprint(pages[3], 26);
  });

  test("紧凑报头: the red rule higher up", async () => {
    const [compact, usual] = [await build("full-page", "\n印刷:\n  紧凑报头: 是\n"), await build("full-page")];
    const rule = ({ pages }: { pages: PdfPage[] }): number =>
      rules(pages[0] ?? { lines: [], rectangles: [] })[0]?.top ?? 0;
    expect(rule(usual) - rule(compact)).toBeGreaterThan(17);
  });

  test("版记在偶数页: on the next page, numbered, after an odd number of pages", async () => {
    const { pages } = await build("full-page", "\n印刷:\n  版记在偶数页: 是\n");
    expect(pages).toHaveLength(4);
    expectImprint(pages[3]);
    expect(pages[3]?.lines.some(isPageNumber)).toBe(true);
  });

  test("版记在偶数页: past a blank page after an even number, both without a page number", async () => {
    const { pages } = await build("imprint-over", "\n印刷:\n  版记在偶数页: 是\n", [
      "content/issues/2020-8/02-东湖.md",
    ]);
    expect(pages).toHaveLength(4);
    expect(pages[2]?.lines).toEqual([]);
    expectImprint(pages[3]);
    expect(pages[3]?.lines.some(isPageNumber)).toBe(false);
  });
});

describe("twelve pages of everything", () => {
  let pages: PdfPage[];
  let site: string;
  beforeAll(async () => {
    ({ pages, site } = await build("twelve-pages"));
  });

  test("the contents give the page on which each article begins", () => {
    for (const [title, start] of [
      ["云台县多措并举", "云台县多措并举打好污染防治攻坚战"],
      ["群众来信选登", "群众来信选登"],
      ["东湖片区黑臭水体治理成效明显", "东湖片区黑臭水体治理成效明显"],
    ] as const) {
      const entry = pages[0]?.lines.find(({ text }) => text.startsWith(title) && /\d$/.test(text));
      const page = pages.findIndex(({ lines }) => lines.some(({ text, size }) => text === start && size > 17));
      expect(Number(/\d+$/.exec(entry?.text ?? "")?.[0])).toBe(page + 1);
    }
  });

  test("a table that runs over repeats its head inside the type area", () => {
    const heads = pages.filter(({ lines }) => lines.some(({ text }) => text.startsWith("序号责任单位")));
    expect(heads.length).toBeGreaterThanOrEqual(3);
    for (const { lines } of heads)
      expect(lines.find(({ text }) => text.startsWith("序号责任单位"))?.baseline).toBeGreaterThan(40);
  });

  test("the preview shows as many sheets, without script", () => {
    const html = readFileSync(path.join(site, "issues/2020/12/print.html"), "utf8");
    expect(html.match(/<div class="sheet">/g)).toHaveLength(12);
    expect(html).not.toContain("<script");
    expect(html).toContain("--pages: 12;");
  });
});
