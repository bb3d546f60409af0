/** 至少, 不足 and their relatives: the limit is taken as people mean it, or refused with the way to write it. */

import { describe, expect, test } from "vitest";
import { ExpressionError } from "../../../../src/model/expression/expression.ts";
import { phrase } from "../../../../src/compute/phrase/phrase.ts";
import { countsOf, said, scopesOf, vocabularyOf } from "./handbook-issue.ts";

const vocabulary = vocabularyOf(`
分组: { 县: { 项目: [甲县, 乙县, 丙县, 丁县] } }
指标:
  交办:
  办结: { 属于: 交办 }
  办结率: { 算式: 办结 / 交办, 百分比: 1 }
  罚款: { 量词: 万元, 小数: 2 }
  满意率: { 量词: "%", 小数: 2, 不合计: 是 }
`);
const counts = countsOf(
  `
交办: { 县: { 甲县: 1000, 乙县: 12000, 丙县: 100, 丁县: 10000 } }
办结: { 县: { 甲县: 970, 乙县: 11999, 丙县: 100, 丁县: 9690 } }
罚款: { 县: { 甲县: 12000, 乙县: 9999.99, 丙县: 0.5, 丁县: 3 } }
满意率: { 县: { 甲县: 97.5, 乙县: 100, 丙县: 96.99, 丁县: 97 } }
`,
  vocabulary,
);
const [scope] = scopesOf(vocabulary, [{ number: 1, date: "2021-01-02", counts }]);
if (scope === undefined) throw new Error("no scope");
const names = (expression: string): string => said(`{{${expression} | 原序 | 名单 | 无则: 没有}}`, scope);

test.each([
  ["交办.县 | 至少: 10000", "乙县、丁县"],
  ["交办.县 | 至少: 1万", "乙县、丁县"],
  ["交办.县 | 至少: 1万件", "乙县、丁县"],
  ["交办.县 | 至少: １００００", "乙县、丁县"],
  ["交办.县 | 至少: 一万", "乙县、丁县"],
  ["交办.县 | 至少: 10,000", "乙县、丁县"],
  ["交办.县 | 至少: 1.2万", "乙县"],
  ["交办.县 | 超过: 1万", "乙县"],
  ["交办.县 | 不超过: 1000", "甲县、丙县"],
  ["交办.县 | 少于: 1000", "丙县"],
  ["办结率.县 | 至少: 97%", "甲县、乙县、丙县"],
  ["办结率.县 | 不足: 97%", "丁县"],
  ["办结率.县 | 不足: 97.0％", "丁县"],
  ["办结率.县 | 不足: 0.97", "丁县"],
  ["办结率.县 | 不足: 百分之九十七", "丁县"],
  ["办结率.县 | 高于: 97%", "乙县、丙县"],
  ["办结率.县 | 以上: 100%", "丙县"],
  ["办结.县 / 交办.县 | 低于: 97%", "丁县"],
  ["办结.县 / 交办.县 | 至少: 1倍", "丙县"],
  ["办结率.县 - 0.9 | 超过: 8个百分点", "乙县、丙县"],
  ["罚款.县 | 至少: 1亿元", "甲县"],
  ["罚款.县 | 不足: 0.5", "没有"],
  ["罚款.县 | 以下: 3万元", "丙县、丁县"],
  ["满意率.县 | 至少: 97%", "甲县、乙县、丁县"],
  ["满意率.县 | 不足: 97", "丙县"],
])("{{%s}} names %s", (expression, result) => expect(names(expression)).toBe(result));

describe("what is meant cannot be known, so that it is refused with the way to write it", () => {
  test.each([
    ["办结率.县 | 不足: 97", "是比率，不能与“97”相比", "请写成“不足: 97%”。"],
    ["办结率.县 | 至少: 1", "是比率", "“至少: 1%”"],
    ["办结率.县 | 至少: 1.2", "是比率", "“至少: 1.2%”"],
    ["办结率.县 | 至少: 90件", "不论“件”", "至少: 97%"],
    ["办结.县 / 交办.县 | 至少: 90", "是比率", "“至少: 90%”或“至少: 90倍”"],
    ["交办.县 | 至少: 90%", "论“件”，不是比率", "30"],
    ["交办.县 | 至少: 30人", "不论“人”", "30件"],
    ["罚款.县 | 至少: 1万", "“1万”说不清是多少万元", "1万元"],
    ["满意率.县 | 至少: 0.97", "说不清", "97%"],
    ["交办.县 | 至少: 很多", "“很多”不是一个数字", "30"],
    ["交办.县 | 至少", "后面要写一个数字", "30"],
  ])("{{%s}}", (expression, message, hint) => {
    let fault: unknown;
    try {
      phrase(expression, scope);
    } catch (thrown) {
      fault = thrown;
    }
    if (!(fault instanceof ExpressionError)) throw new Error(`{{${expression}}} is no error`);
    expect(fault.code).toBe("filter-argument");
    expect(fault.message).toContain(message);
    expect(fault.hint).toContain(hint);
  });
});
