import { describe, expect, test } from "vitest";
import { ExpressionError } from "../../../../src/model/expression/expression.ts";
import { parseColumns, parseExpression, parsePipeline } from "../../../../src/model/expression/parse.ts";
import { written } from "../../../../src/compute/tally/written.ts";

const shape = (text: string): string => written(parsePipeline(text).expression);
const calls = (text: string) => parsePipeline(text).filters.map(({ name, args }) => [name, ...args]);

describe("expressions", () => {
  test.each([
    ["交办", "交办"],
    [" 交办 . 单位 . 零陵区 ", "交办.单位.零陵区"],
    ["交办．单位。零陵区", "交办.单位.零陵区"],
    ["交办 - 办结", "交办 - 办结"],
    ["交办－办结", "交办 - 办结"],
    ["办结/交办", "办结 ÷ 交办"],
    ["办结／交办＊100", "(办结 ÷ 交办) × 100"],
    ["甲 - 乙 - 丙", "(甲 - 乙) - 丙"],
    ["甲 + 乙 × 丙", "甲 + (乙 × 丙)"],
    ["（甲 + 乙）× 丙", "(甲 + 乙) × 丙"],
    ["(交办.单位 - 上期.交办.单位).零陵区", "(交办.单位 - 上期.交办.单位).零陵区"],
    ["第１５期.交办", "第15期.交办"],
    ['交办.单位."县区/市直"', "交办.单位.县区/市直"],
    ["交办.共有.1.单位", "交办.共有.1.单位"],
    ["责令整改、罚款", "责令整改、罚款"],
    ["新增=交办 - 上期.交办、交办", "新增、交办"],
  ])("%s", (typed, read) => expect(shape(typed)).toBe(read));

  test("a series of one is the expression itself, unless it has a name of its own", () => {
    expect(parsePipeline("交办").expression.kind).toBe("path");
    expect(parsePipeline("收到=交办").expression.kind).toBe("series");
  });

  test("the columns of a table are a series even when there is one", () => {
    expect(parseColumns("交办").map(({ label }) => label)).toEqual([undefined]);
    expect(parseColumns("交办，新增=交办 - 上期.交办").map(({ label }) => label)).toEqual([undefined, "新增"]);
  });
});

describe("filters", () => {
  test.each<[string, string[][]]>([
    ["交办", []],
    ["交办.单位 | 前: 3", [["前", "3"]]],
    ["交办.单位｜前：3，并列", [["前", "3，并列"]]],
    ["交办.单位 | 只要: 道县, 零陵 | 简称", [["只要", "道县", "零陵"], ["简称"]]],
    ["交办.来源 | 分隔: ，", [["分隔", "，"]]],
    ['交办.来源 | 分隔: ", "', [["分隔", ", "]]],
    ["交办.来源 | 分隔: “|”", [["分隔", "|"]]],
    ["甲 | 有则: （含, ）", [["有则", "（含", "）"]]],
  ])("%s", (typed, read) => expect(calls(typed)).toEqual(read));
});

describe("mistakes are told with their place", () => {
  test.each([
    ["", "expression-empty", 0],
    ["   | 前: 3", "expression-empty", 0],
    ["交办 -", "expression-syntax", 4],
    ["交办 办结", "expression-syntax", 3],
    ["(交办", "expression-syntax", 3],
    ["交办)", "expression-syntax", 2],
    ["交办 ? 办结", "expression-syntax", 3],
    ["交办..单位", "expression-syntax", 3],
    ["交办、", "expression-syntax", 3],
    ["交办 | ", "filter-syntax", 5],
    ["交办 | 前 3", "filter-syntax", 5],
    ["交办 | 前: 3 || 简称", "filter-syntax", 11],
    ["交办.单位[0]", "expression-syntax", 5],
  ])("{{%s}}: %s at %i", (typed, code, start) => {
    let fault: unknown;
    try {
      parsePipeline(typed);
    } catch (thrown) {
      fault = thrown;
    }
    expect(fault).toBeInstanceOf(ExpressionError);
    const { code: found, span } = fault as ExpressionError;
    expect(found).toBe(code);
    expect(span.start).toBe(start);
  });

  test("brackets without end do not exhaust the stack", () => {
    expect(() => parseExpression("(".repeat(1000) + "交办")).toThrow(ExpressionError);
  });
});
