/** Issues found by the calendar, whatever their numbers; places and changes of place. */

import { expect, test } from "vitest";
import { countsOf, said, scopesOf, vocabularyOf } from "./handbook-issue.ts";

const vocabulary = vocabularyOf(`
分组: { 县: { 项目: [甲县, 乙县, 丙县] } }
指标: { 受理: , 满意: { 属于: 受理 }, 满意率: { 算式: 满意 / 受理, 百分比: 2 }, 水位: { 量词: 米, 小数: 2, 不合计: 是 }, 无期: }
`);
const issue = (number: number, date: string, text: string) => ({ number, date, counts: countsOf(text, vocabulary) });
const month = (year: number, at: number, last: number, counts: string): string =>
  `受理: { 起始: ${year}-${at}-1, 截至: ${year}-${at}-${last}, 县: ${counts} }\n`;
const scopes = scopesOf(vocabulary, [
  issue(
    7,
    "2020-03-02",
    `${month(2020, 2, 29, "{ 甲县: 10, 乙县: 30, 丙县: 20 }")}满意: { 截至: 2020-02-29, 合计: 50 }`,
  ),
  issue(40, "2021-01-05", month(2020, 12, 31, "{ 甲县: 1, 乙县: 2, 丙县: 3 }")),
  issue(1, "2021-02-03", month(2021, 1, 31, "{ 甲县: 40, 乙县: 30 }")),
  issue(
    2,
    "2021-03-02",
    `${month(2021, 2, 28, "{ 甲县: 50, 乙县: 25, 丙县: 25 }")}满意: { 截至: 2021-02-28, 合计: 90 }\n水位: { 截至: 2021-02-28, 县: { 甲县: 3.50 } }\n无期: 3`,
  ),
]);
const last = scopes.at(-1);
if (last === undefined) throw new Error("no scope");
const say = (expression: string): string => said(`{{${expression}}}`, last);

test.each([
  ["去年同期.受理", "60"],
  ["上年同期.受理.县.乙县", "30"],
  ["上月同期.受理", "70"],
  ["受理.同比 | 增减率: 1", "增长66.7%"],
  ["受理 - 去年同期.受理 | 增减", "增加40件"],
  ["受理.县.同比 | 原序 | 增减率: 0", "甲县增长400%、乙县下降17%、丙县增长25%"],
  ["满意率 - 去年同期.满意率 | 增减点: 2", "提高6.67个百分点"],
  ["上月.受理", "70"],
  ["去年2月.受理", "60"],
  ["去年同月.受理", "60"],
  ["2020年12月.受理", "6"],
  ["受理.县.名次.甲县", "1"],
  ["受理.县.名次 | 原序", "甲县1位、乙县2位、丙县2位"],
  ["受理.县 | 位次: 丙县", "并列第二位"],
  ["受理.县 | 升序 | 名次: 甲县", "3"],
  ["受理.县 | 升序 | 位次: 丙县", "并列第一位"],
  ["去年同期.受理.县.名次 - 受理.县.名次 | 原序 | 升降", "甲县上升2位、乙县下降1位、丙县持平"],
  ["受理.县.名次变化 | 原序 | 升降", "甲县持平、乙县持平"],
  ["受理.县.乙县.名次变化 | 升降", "持平"],
])("{{%s}} prints %s", (expression, result) => expect(say(expression)).toBe(result));

test.each([
  ["去年同期.水位.县.甲县", "没有2020年2月29日（去年同期）的“水位”"],
  ["前年同期.受理", "没有2019年2月28日（前年同期）的“受理”"],
  ["去年同期.无期", "没有写“截至”"],
  ["上季度.受理", "合不成上季度（2020年10月1日至2020年12月31日）"],
  ["受理.县.丙县.名次变化", "缺一边的数"],
  ["去年同期", "后面要写统计项"],
])("{{%s}} is refused: %s", (expression, message) => expect(() => say(expression)).toThrow(message));

test("the fault names the dates that there are", () => {
  expect(() => say("前年同期.受理")).toThrow(
    expect.objectContaining({ hint: expect.stringContaining("2020年2月1日至2020年2月29日（2020年第7期）") as string }),
  );
});

test("a year that starts elsewhere is no like for like", () => {
  const [, now] = scopesOf(vocabulary, [
    issue(1, "2020-03-02", "受理: { 起始: 2020-01-05, 截至: 2020-02-20, 合计: 9 }"),
    issue(1, "2021-03-02", "受理: { 起始: 2021-01-01, 截至: 2021-02-20, 合计: 9 }"),
  ]);
  if (now === undefined) throw new Error("no scope");
  expect(() => said("{{去年同期.受理}}", now)).toThrow("从2020年1月5日起算");
});
