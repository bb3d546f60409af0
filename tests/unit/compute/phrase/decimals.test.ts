/** Decimals stay as the data gives them; a measure may say how its own numbers are written, and that they may lie below zero. */

import { describe, expect, test } from "vitest";
import { readCounts } from "../../../../src/read/schema/read-counts.ts";
import { countsOf, said, scopesOf, vocabularyOf, yamlOf } from "./handbook-issue.ts";

const vocabulary = vocabularyOf(`
分组: { 水库: { 项目: [东湖, 西湖, 南湖] } }
指标:
  水位: { 量词: 米, 小数: 2, 不合计: 是 }
  汛限水位: { 量词: 米, 小数: 2, 不合计: 是 }
  超汛限: { 算式: 水位 - 汛限水位, 量词: 米, 不合计: 是, 可为负: 是 }
  雨量: { 量词: 毫米, 小数: 2 }
  受理:
  办结: { 属于: 受理 }
  办结率: { 算式: 办结 / 受理, 百分比: 1, 取位: 去尾 }
  人均: { 算式: 受理 / 办结, 小数: 2, 量词: 件 }
  气温: { 量词: 度, 小数: 1, 不合计: 是, 可为负: 是 }
  满意率: { 百分比: 2 }
`);
const counts = countsOf(
  `
水位: { 水库: { 东湖: 61.50, 西湖: 48.35, 南湖: 50.00 } }
汛限水位: { 水库: { 东湖: 61.85, 西湖: 48.10, 南湖: 50 } }
雨量: { 水库: { 东湖: 3, 西湖: 12.50, 南湖: 0.5 } }
受理: { 水库: { 东湖: 3, 西湖: 2500 } }
办结: { 水库: { 东湖: 2, 西湖: 2499 } }
气温: { 水库: { 东湖: -3.5 } }
满意率: { 合计: 97.5%, 水库: { 东湖: 98.25%, 西湖: 96% } }
`,
  vocabulary,
);
const [scope] = scopesOf(vocabulary, [{ number: 1, date: "2021-01-02", counts }]);
if (scope === undefined) throw new Error("no scope");
const say = (expression: string): string => said(`{{${expression}}}`, scope);

test.each([
  ["水位.水库 | 原序", "东湖61.50米、西湖48.35米、南湖50.00米"],
  ["水位.水库.南湖", "50.00"],
  ["雨量", "16.00"],
  ["雨量.水库 | 前: 2 | 合计", "15.50"],
  ["雨量.水库.南湖", "0.5"],
  ["水位.水库.西湖 - 汛限水位.水库.西湖", "0.25"],
  ["超汛限.水库 | 原序", "东湖-0.35米、西湖0.25米、南湖0.00米"],
  ["水位.水库.西湖 - 汛限水位.水库.西湖 | 增减", "增加0.25米"],
  ["雨量 * 2", "32"],
  ["雨量 | 换算: 厘米", "1.6厘米"],
  ["雨量 | 小数: 1", "16.0"],
  ["办结率", "99.9%"],
  ["办结率.水库", "西湖99.9%、东湖66.6%"],
  ["办结率 | 百分比: 0", "99%"],
  ["办结率 | 百分比: 0, 四舍五入", "100%"],
  ["人均.水库.东湖", "1.50"],
  ["人均.水库.西湖", "1.00"],
  ["气温.水库", "东湖-3.5度"],
  ["满意率", "97.50%"],
  ["满意率.水库", "东湖98.25%、西湖96.00%"],
  ["满意率.水库 | 至少: 97%", "东湖98.25%"],
])("{{%s}} prints %s", (expression, result) => expect(say(expression)).toBe(result));

describe("what the data may not say", () => {
  const faults = (text: string): string[] =>
    readCounts(yamlOf(text, "counts.yaml"), vocabulary).problems.map(
      ({ code, message, hint }) => `${code} ${message} ${hint ?? ""}`,
    );
  test.each([
    ["满意率: { 水库: { 东湖: 97 } }", "not-a-rate 这是比率，“97”要写成百分数 请写成“97%”，用半角的“%”。"],
    ["满意率: 0.97", "not-a-rate 这是比率，“0.97”要写成百分数 请写成“97%”；确实不到百分之一的，写“0.97%”。"],
    ["满意率: 97.5％", "not-a-rate 这是比率，“97.5％”要写成百分数 请写成“97.5%”，用半角的“%”。"],
    [
      "满意率: 97.505%",
      "fractional-number “满意率”最多 2 位小数，这里是 97.505% 请核对数字，或在 data/tallies.yaml 里改“百分比”。",
    ],
    [
      "受理: -3",
      "negative-number “受理”不能小于 0，这里是 -3 请核对原始数据；可以小于 0 的指标，在 data/tallies.yaml 里写“可为负: 是”。",
    ],
    [
      "气温: { 水库: { 东湖: -3.55 } }",
      "fractional-number “东湖”最多 1 位小数，这里是 -3.55 请核对数字，或在 data/tallies.yaml 里改“小数”。",
    ],
  ])("%s", (text, told) => expect(faults(text)).toEqual([told]));
});
