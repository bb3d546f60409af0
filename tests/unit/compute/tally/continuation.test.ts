/** Cumulative measures that nobody types: where they go on from the last issue and where they begin anew. */

import { expect, test } from "vitest";
import { IssueTallies } from "../../../../src/compute/tally/issue-tallies.ts";
import { archiveOf, vocabularyOf } from "../../check/rules/archive.ts";

const vocabulary = vocabularyOf(
  "分组: {}\n指标:\n  本周:\n  本年: { 累计自: 本周, 累计周期: 每年 }\n  本批:\n  累计: { 累计自: 本批 }\n",
);

/** What a measure comes to in the last of the issues. */
function last(measure: string, ...counts: readonly string[]): number | undefined {
  const { issues } = archiveOf(
    vocabulary,
    ...counts.map((text, at) => ({ id: `2020-${at + 1}`, date: `2020-12-0${at + 1}`, counts: text })),
  );
  let before: IssueTallies | undefined;
  for (const issue of issues) {
    const previous = before;
    before = new IssueTallies(issue.counts, vocabulary, () => previous);
  }
  return before?.get(measure)?.total?.value.valueOf();
}

const week = (since: string, asOf: string, count: number) =>
  `本周: { 起始: ${since}, 截至: ${asOf}, 合计: ${count} }\n`;

test("begins anew with the year, and says so where a week belongs to two", () => {
  const old = `${week("2020-12-25", "2020-12-31", 9)}本年: { 截至: 2020-12-31, 合计: 455 }\n`;
  expect(last("本年", old, week("2021-01-01", "2021-01-07", 17))).toBe(17);
  const before = old.replaceAll("2020-12-31", "2020-12-27").replace("2020-12-25", "2020-12-21");
  expect(last("本年", before, week("2020-12-28", "2020-12-31", 17))).toBe(472);
  expect(() => last("本年", before, week("2020-12-28", "2021-01-03", 17))).toThrow("从2021年1月1日起重新累计");
});

test("begins anew where the data says so, with or without a number", () => {
  const old = "本批: { 批次: 21, 合计: 9 }\n累计: { 批次: 1-21, 合计: 455 }\n";
  expect(last("累计", old, "本批: { 批次: 22, 合计: 5 }\n")).toBe(460);
  expect(last("累计", old, "本批: { 批次: 1, 合计: 5 }\n累计: { 重新累计: 是 }\n")).toBe(5);
  expect(() => last("累计", old, "本批: { 批次: 1, 合计: 5 }\n")).toThrow("上次到第21批，这一期从第1批起");
});

test("is not the new batch alone where the batches before are not known", () => {
  expect(last("累计", "本批: { 批次: 1-3, 合计: 5 }\n")).toBe(5);
  expect(() => last("累计", "本批: { 批次: 24, 合计: 111 }\n")).toThrow("前面各批的数这里没有");
});

test("is not added up over days that nothing here reports, nor over days counted twice", () => {
  const first = `${week("2020-11-02", "2020-11-08", 9)}本年: { 截至: 2020-11-08, 合计: 400 }\n`;
  expect(last("本年", first, week("2020-11-09", "2020-11-15", 5))).toBe(405);
  expect(() => last("本年", first, week("2020-11-16", "2020-11-22", 5))).toThrow("中间有空缺");
  expect(() => last("本年", first, week("2020-11-08", "2020-11-14", 5))).not.toThrow();
  expect(() => last("本年", first, week("2020-11-07", "2020-11-14", 5))).toThrow("有重叠");
});
