import { describe, expect, test } from "vitest";
import { archiveOf, run, told, vocabularyOf } from "./archive.ts";
import type { TypedIssue } from "./archive.ts";

const vocabulary = vocabularyOf(`
分组:
  县区: { 项目: [东城区, 西城区] }
  类别: { 项目: [大气, 水], 可重复: 是 }
指标:
  约谈: { 量词: 人, 可减少: 是 }
  检查: { 量词: 家, 可减少: 是 }
  累计约谈: { 量词: 人 }
`);

/** Weeks that end on the days 7, 14, … of the year. */
function weeks(...counts: readonly string[]): string[] {
  const issues = counts.map((text, at): TypedIssue => {
    const day = (days: number): string => new Date(Date.UTC(2024, 0, days)).toISOString().slice(0, 10);
    const period = `起始: ${day(at * 7 + 2)}, 截至: ${day(at * 7 + 8)}`;
    return { id: `2024-${at + 1}`, date: day(at * 7 + 9), counts: text.replaceAll("周", period) };
  });
  return run(archiveOf(vocabulary, ...issues))
    .problems.map(told)
    .filter((problem) => problem.startsWith("sudden-leap"));
}

const talks = (...values: readonly number[]): string[] =>
  weeks(...values.map((value) => `约谈: { 周, 合计: ${value} }\n`));

describe("a steady figure that nothing else holds", () => {
  test("leaps when a digit is too many or too few", () => {
    expect(talks(41, 38, 35, 44, 48, 410)).toEqual(["sudden-leap 1:43 “约谈”是410人，前面5期都在35人到48人之间"]);
    expect(talks(410, 380, 350, 440, 480, 41)).toEqual(["sudden-leap 1:43 “约谈”是41人，前面5期都在350人到480人之间"]);
  });
  test("is looked at line by line where the only breakdown makes the total", () => {
    const units = (east: number): string => `检查: { 周, 县区: { 东城区: ${east}, 西城区: 30 } }\n`;
    expect(weeks(...[41, 38, 35, 44, 48, 410].map(units))).toEqual([
      "sudden-leap 1:50 “检查.县区.东城区”是410家，前面5期都在35家到48家之间",
    ]);
  });
  test("is the total where the parts may overlap", () => {
    const kinds = (total: number): string => `检查: { 周, 合计: ${total}, 类别: { 大气: 20, 水: 30 } }\n`;
    expect(weeks(...[41, 38, 35, 44, 48, 410].map(kinds))).toHaveLength(1);
  });
});

describe("no leap is", () => {
  test("a rise that a busy week brings", () => expect(talks(41, 38, 35, 44, 48, 150)).toEqual([]));
  test("the first issues, of which nobody knows what is usual", () => expect(talks(41, 38, 35, 44, 410)).toEqual([]));
  test("a figure that has never been steady", () => expect(talks(12, 160, 35, 90, 48, 1200)).toEqual([]));
  test("a small one", () => expect(talks(1, 2, 3, 2, 1, 30)).toEqual([]));
  test("nothing at all for once", () => expect(talks(41, 38, 35, 44, 48, 0)).toEqual([]));
  test("a total that its parts add up to", () => {
    const units = (east: number): string => `检查: { 周, 合计: ${east + 30}, 县区: { 东城区: ${east}, 西城区: 30 } }\n`;
    expect(weeks(...[41, 38, 35, 44, 48, 410].map(units))).toEqual([]);
  });
  test("what is counted since long ago", () => {
    expect(weeks(...[41, 48, 55, 64, 78, 410].map((value) => `累计约谈: ${value}\n`))).toEqual([]);
  });
  test("a longer stretch of time", () => {
    const first = [41, 38, 35, 44, 48].map((value) => `约谈: { 周, 合计: ${value} }\n`);
    expect(weeks(...first, "约谈: { 起始: 2024-01-02, 截至: 2024-02-29, 合计: 410 }\n")).toEqual([]);
  });
});
