/** Figures of other issues: the last one, one by number, by date, by batches, and crosses within one. */

import { expect, test } from "vitest";
import { inputsOf } from "../../../../src/compute/tally/figure.ts";
import { phrase } from "../../../../src/compute/phrase/phrase.ts";
import { countsOf, said, scopesOf, vocabularyOf } from "./handbook-issue.ts";

const vocabulary = vocabularyOf(`
分组:
  单位: { 项目: [甲县, 乙县, 丙县] }
  状态: { 项目: [已办结, 正在办理] }
指标:
  本批:
  累计: { 累计自: 本批 }
`);
const counts = [
  "本批: { 截至: 2020-12-30, 批次: 1, 单位: { 甲县: 4, 乙县: 2 } }",
  "本批: { 截至: 2020-12-31, 批次: 2-3, 单位: { 甲县: 1, 丙县: 4 } }",
  "本批: { 截至: 2021-01-01 18时, 批次: 4, 单位×状态: { 甲县: { 已办结: 2, 正在办理: 1 }, 丙县: { 正在办理: 3 } } }",
];
const dates = ["2020-12-31", "2021-01-01", "2021-01-02"];
const scopes = scopesOf(
  vocabulary,
  counts.map((text, at) => ({ number: at === 0 ? 20 : at, date: dates[at] ?? "", counts: countsOf(text, vocabulary) })),
);
const last = scopes[2];
if (last === undefined) throw new Error("no scope");
const say = (expression: string): string => said(`{{${expression}}}`, last);

test.each([
  ["上期.本批", "5"],
  ["上期.上期.本批", "6"],
  ["本批.新增 | 增减", "增加1件"],
  ["本批.环比 | 增减率: 0", "增长20%"],
  ["本批.单位.新增 | 非零 | 增减", "甲县增加2件、丙县减少1件"],
  ["上期.本批.新增 | 增减", "减少1件"],
  ["第1期.本批", "5"],
  ["第一期.本批", "5"],
  ["2020年第20期.本批", "6"],
  ["截至12月31日.本批", "5"],
  ["截至2020年12月30日.本批", "6"],
  ["截至1月1日.本批", "6"],
  ["截至1月1日18时.本批", "6"],
  ["第4批.本批", "6"],
  ["第2至3批.本批", "5"],
  ["第一批至第四批.本批", "17"],
  ["第1至4批.本批.单位", "甲县8件、丙县7件、乙县2件"],
  ["第1至4批.本批.单位.乙县", "2"],
  ["累计", "17"],
  ["累计.单位", "甲县8件、丙县7件、乙县2件"],
  ["累计.批次", "第1批至第4批"],
  ["累计 - 上期.累计", "6"],
  ["上期.累计.单位.丙县", "4"],
  ["本批.单位.甲县.状态", "已办结2件、正在办理1件"],
  ["本批.状态.正在办理.单位", "丙县3件、甲县1件"],
  ["本批.单位.甲县.状态.已办结", "2"],
  ["本批.单位.甲县.状态 | 占合计: 0", "已办结67%、正在办理33%"],
])("{{%s}} prints %s", (expression, result) => expect(say(expression)).toBe(result));

test("a sum over issues leads back to the lines of all of them", () => {
  const [piece] = phrase("第1至4批.本批.单位.甲县", last);
  if (piece?.kind !== "figure") throw new Error("no figure");
  expect(inputsOf(piece.figure).map((line) => line.value.toString())).toEqual(["4", "1", "2", "1"]);
});

test.each([
  ["第3至4批.本批", "没有第3至4批"],
  ["第1至5批.本批", "缺第5批"],
  ["截至1月1日17时.本批", "没有截至1月1日17时"],
  ["第2期.累计.类别", "没有“类别”"],
])("{{%s}} is refused: %s", (expression, message) => expect(() => say(expression)).toThrow(message));
