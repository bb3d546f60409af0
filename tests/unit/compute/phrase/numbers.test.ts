/** Number formats, exactly. */

import Fraction from "fraction.js";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fixed, grouped, percentage, plain } from "../../../../src/compute/phrase/number-format.ts";
import { countsOf, said, scopesOf, vocabularyOf } from "./handbook-issue.ts";

const vocabulary = vocabularyOf(`
分组:
  单位: { 项目: [甲县, 乙县, 丙县] }
指标:
  交办:
  办结:
  受灾人口: { 量词: 人 }
  受灾面积: { 量词: 公顷, 小数: 2 }
  损失: { 量词: 万元, 小数: 3 }
  罚款: { 量词: 元 }
  办结率: { 算式: 办结 / 交办, 百分比: 1 }
`);
const counts = countsOf(
  `
交办: { 单位: { 甲县: 800, 乙县: 200, 丙县: 7 } }
办结: { 单位: { 甲县: 399, 乙县: 200 } }
受灾人口: 1234567
受灾面积: 300.5
损失: 1547.256
罚款: 1360000
`,
  vocabulary,
);
const [scope] = scopesOf(vocabulary, [{ number: 1, date: "2020-11-08", counts }]);
const say = (expression: string): string => (scope === undefined ? "" : said(`{{${expression}}}`, scope));

test.each([
  ["损失", "1547.256"],
  ["损失 | 带量词", "1547.256万元"],
  ["损失 | 小数: 2", "1547.26"],
  ["损失 | 小数: 2, 去尾", "1547.25"],
  ["损失 | 换算: 元", "15472560元"],
  ["损失 | 换算: 亿元, 2", "0.15亿元"],
  ["罚款 | 换算: 万元", "136万元"],
  ["罚款 | 换算: 万元, 2", "136.00万元"],
  ["罚款 | 换算: 万元, 2, 去零", "136万元"],
  ["罚款 | 千分位", "1,360,000"],
  ["罚款 | 万: 0", "136万"],
  ["受灾人口 | 换算: 万人, 2", "123.46万人"],
  ["受灾人口 | 余: 10000", "123万余"],
  ["受灾面积 | 换算: 亩", "4507.5亩"],
  ["受灾面积 | 换算: 万亩, 2", "0.45万亩"],
  ["受灾面积 | 换算: 平方公里", "3.005平方公里"],
  ["交办 | 汉字", "一千零七"],
  ["交办 - 交办 + 2 | 汉字: 两", "两"],
  ["交办 - 交办 + 2 | 汉字", "二"],
  ["交办 | 汉字: 两", "一千零七"],
  ["交办 | 余: 1000", "1000余"],
  ["交办.单位.甲县 | 余: 100", "800"],
  ["办结率", "59.5%"],
  ["办结率 | 百分比: 0", "59%"],
  ["办结率 | 百分比: 2, 去尾", "59.48%"],
  ["办结 / 交办 | 小数: 3", "0.595"],
  ["交办.单位.甲县 / 交办.单位.乙县 | 倍: 1, 去零", "4倍"],
  ["办结 - 交办", "-408"],
  ["办结 - 交办 | 绝对值", "408"],
  ["办结 - 交办 | 增减: 上升, 回落, 不变", "回落408件"],
  ["办结.单位.乙县 - 交办.单位.乙县 | 增减: 上升, 回落, 不变", "不变"],
  ["(办结 - 交办) / 交办 | 增减率: 2, 上升, 下滑", "下滑40.52%"],
  ["办结率 - 办结率 | 增减点", "持平"],
  ["办结率.单位 | 百分比: 2", "乙县100.00%、甲县49.88%、丙县0.00%"],
  ["办结率.单位 | 最多 | 数列", "100.0%"],
  ["交办.单位 | 千分位 | 分隔: ；", "甲县800件；乙县200件；丙县7件"],
  ["交办.单位 | 平均 | 小数: 1 ", "335.7"],
  ["罚款、损失、办结率", "罚款1360000元、损失1547.256万元、办结率59.5%"],
])("{{%s}} prints %s", (expression, result) => expect(say(expression)).toBe(result));

describe("rounding", () => {
  test.each([
    ["0.5", 0, "1"],
    ["1.5", 0, "2"],
    ["2.5", 0, "3"],
    ["-2.5", 0, "-3"],
    ["-0.04", 1, "0.0"],
    ["0.995", 2, "1.00"],
    ["1.005", 2, "1.01"],
    ["0.0449999999999999999999", 2, "0.04"],
  ])("%s to %i decimals is %s: half away from zero, on the exact value", (value, decimals, result) =>
    expect(fixed(new Fraction(value), decimals)).toBe(result),
  );

  test("is never further off than half a unit of the last place", () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 1, max: 1e6 }), fc.nat(6), (n, d, decimals) => {
        const value = new Fraction(n, d);
        const off = new Fraction(fixed(value, decimals)).sub(value).abs();
        expect(off.compare(new Fraction(1, 2).div(10 ** decimals))).toBeLessThanOrEqual(0);
      }),
    );
  });

  test("cutting never goes beyond the value", () => {
    fc.assert(
      fc.property(fc.nat(), fc.integer({ min: 1, max: 1e6 }), (n, d) => {
        const value = new Fraction(n, d);
        expect(
          new Fraction(fixed(value, { decimals: 2, cut: true, trimmed: false })).compare(value),
        ).toBeLessThanOrEqual(0);
      }),
    );
  });
});

test("all digits of a value that ends, none of one that does not", () => {
  expect(plain(new Fraction("1547.256"))).toBe("1547.256");
  expect(plain(new Fraction("1200"))).toBe("1200");
  expect(plain(new Fraction(1, 3))).toBeUndefined();
});

test("groups of three", () => {
  expect(grouped("1234567.891")).toBe("1,234,567.891");
  expect(grouped("123")).toBe("123");
});

test("percentages", () => expect(percentage(new Fraction(100, 1427), 2)).toBe("7.01%"));
