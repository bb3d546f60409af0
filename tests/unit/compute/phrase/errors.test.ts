/** What an editor is told, and where: never an empty or a wrong figure. */

import { describe, expect, test } from "vitest";
import { ExpressionError } from "../../../../src/model/expression/expression.ts";
import { phrase } from "../../../../src/compute/phrase/phrase.ts";
import type { Scope } from "../../../../src/compute/tally/scope.ts";
import { countsOf, handbookScope, scopesOf, vocabularyOf } from "./handbook-issue.ts";

const scope = handbookScope();

function faultOf(expression: string, where: Scope = scope): ExpressionError {
  try {
    phrase(expression, where);
  } catch (fault) {
    if (fault instanceof ExpressionError) return fault;
    throw fault;
  }
  throw new Error(`{{${expression}}} is no error`);
}

/** The faulty piece of the expression, its code, and what the message and the hint contain. */
describe("each mistake has its place, its message and its mend", () => {
  test.each([
    ["交半", "交半", "unknown-tally", "没有“交半”这个统计项", "是不是想写“交办”？"],
    ["交办.单住", "单住", "unknown-tally", "“交办”里没有“单住”", "是不是想写“单位”？"],
    ["交办.单位.冷水难区", "冷水难区", "unknown-tally", "里没有“冷水难区”", "是不是想写“冷水滩区”？"],
    ["交办.单位.回龙圩", "回龙圩", "unknown-tally", "里没有“回龙圩”", "写“回龙圩: 0”"],
    ["交办.起始", "起始", "unknown-tally", "没有写“起始”", "加一行“起始: 2020-11-07”"],
    ["重点件.批数", "批数", "unknown-tally", "没有写“批次”", "批次: 1-15"],
    ["交办.截至.单位", "单位", "unknown-tally", "日期后面不能再写“单位”", ""],
    ["交办.共有.三", "三", "unknown-tally", "里没有“三”", "共有.单位"],
    ["办结 / 重点件.单位.道县 - 交办 / 0", "交办 / 0", "division-by-zero", "“0”是 0，不能作除数", "核对数据"],
    ["办结 / 交办", "办结 / 交办", "needs-decimals", "除不尽", "百分比: 1"],
    ["交办.单位 + 交办.来源", "交办.单位 + 交办.来源", "mixed-dimensions", "一个按单位分，一个按来源分", "同一种分组"],
    ["交办 - 交办.截至", "交办 - 交办.截至", "not-a-figure", "日期不能参加计算", ""],
    ["交办 + 交办.批数", "交办 + 交办.批数", "mixed-units", "一个论“件”，一个论“批”", "算式"],
    ["交办、交办.单位", "交办.单位", "not-a-figure", "“交办.单位”是分项", ""],
    ["办结率.单位.之和", "之和", "not-additive", "各项相加没有意义", "用总数来算"],
    ["办结率.单位 | 合计", "合计", "not-additive", "不能相加", ""],
    ["办结率.单位 | 占比", "占比", "not-additive", "算不出占比", ""],
    ["交办、交办.批数 | 合计", "合计", "not-additive", "不能相加", ""],
    ["交办.单位 | 至少: 100", "交办.单位", "empty-phrase", "什么也没有印出来", "无则"],
    ["交办.单位 | 前", "前", "filter-argument", "后面要写一个数字", "前: 3"],
    ["交办.单位 | 前: 0", "前: 0", "filter-argument", "要从 1 起", ""],
    ["交办.单位 | 前: 三", "前: 三", "filter-argument", "后面要写一个数字", "前: 3"],
    ["交办.单位 | 前: 3, 并例", "前: 3, 并例", "filter-argument", "不认识“并例”", "并列"],
    ["交办.单位 | 性质: 县", "性质: 县", "filter-argument", "没有“县”这种性质", ""],
    ["交办.单位 | 只要: 道", "只要: 道", "unknown-tally", "里没有“道”", "这里有"],
    ["办结 / 交办 | 百分比: 100", "百分比: 100", "filter-argument", "不认识“100”", "保留几位小数"],
    ["办结 / 交办 | 百分比: 一", "百分比: 一", "filter-argument", "不认识“一”", ""],
    ["办结 / 交办 - 1 | 增减率: 2: 上升, 下降", "增减率: 2: 上升, 下降", "filter-argument", "不认识“2: 上升”", "逗号"],
    ["办结 - 交办 | 增减: 增, 减, 平, 同", "增减: 增, 减, 平, 同", "filter-argument", "不认识“同”", "至多三个词"],
    ["办结 - 交办 | 增减: 上升2位", "增减: 上升2位", "filter-argument", "不认识“上升2位”", "词里没有数字"],
    ["交办 | 前: 3", "前: 3", "filter-input", "“前”只能用在分项", ""],
    ["交办.单位 | 绝对", "绝对", "unknown-filter", "没有“绝对”这种格式", "是不是想写“绝对值”？"],
    ["交办.截至 | 百分比: 1", "百分比: 1", "filter-input", "只能用在一个数字后面，前面是日期", ""],
    ["交办 | 月日", "月日", "filter-input", "只能用在日期后面", ""],
    ["交办.批数 | 起止", "起止", "filter-input", "只能用在批次后面", ""],
    ["交办 | 汉字: 俩", "汉字: 俩", "filter-argument", "“汉字”不认识“俩”", "只可以写“汉字: 两”，或者不写。"],
    ["办结 / 交办 | 汉字", "汉字", "filter-input", "不能写成汉字", ""],
    ["交办 | 换算: 万元", "换算: 万元", "filter-argument", "不能换算成“万元”", "万件"],
    ["办结率 | 百分比: 1 | 带量词", "带量词", "filter-input", "前面是已成文字的内容", "移到它前面"],
    ["上期.重点件", "重点件", "unknown-tally", "数据里没有“重点件”", "counts.yaml"],
    ["2019年第15期.上期.交办", "上期", "no-previous-issue", "没有上期", "改写"],
    [
      "上期.交办.环比",
      "环比",
      "previous-not-adjoining",
      "“交办”不能与上期比：这里的前一期是2019年第15期，中间缺了2020年第1至13期",
      "如 {{交办 - 2019年第15期.交办 | 增减}}",
    ],
    ["上期", "上期", "expression-syntax", "后面要写统计项", "上期.交办"],
    ["第3期.交办", "第3期", "unknown-issue", "没有第3期", "核对年份和期号"],
    ["截至11月6日.交办", "截至11月6日", "unknown-issue", "没有截至11月6日的“交办”", "2020年10月31日（2020年第14期）"],
    ["截至13月6日.交办", "截至13月6日", "invalid-date", "没有 13 月", ""],
    ["第9批.交办", "第9批", "unknown-batch", "没有第9批的“交办”", "1-8、1-15"],
    ["本期.期数", "期数", "unknown-tally", "“本期”里没有“期数”", "本期.期号"],
  ])("{{%s}}", (expression, piece, code, message, hint) => {
    const fault = faultOf(expression);
    expect(fault.code).toBe(code);
    expect(fault.message).toContain(message);
    expect(fault.hint ?? "").toContain(hint);
    expect(expression.slice(fault.span.start, fault.span.end)).toBe(piece);
  });
});

describe("figures that cannot be had", () => {
  const vocabulary = vocabularyOf(`
分组: { 单位: { 项目: [甲县, 乙县] }, 类别: { 项目: [大气, 水], 可重复: 是 } }
指标: { 交办: , 办结: , 办结率: { 算式: 办结 / 交办, 百分比: 1 } }
`);
  const scopeOf = (counts: string): Scope => {
    const [made] = scopesOf(vocabulary, [{ number: 1, date: "2020-01-02", counts: countsOf(counts, vocabulary) }]);
    if (made === undefined) throw new Error("no scope");
    return made;
  };

  test("a total of overlapping parts", () => {
    const fault = faultOf("交办", scopeOf("交办: { 类别: { 大气: 3 } }"));
    expect([fault.code, fault.hint]).toEqual(["no-total", "数据里只有可重复的分项时，请另写一行“合计: …”。"]);
    expect(faultOf("交办.类别 | 占合计", scopeOf("交办: { 类别: { 大气: 3 } }")).code).toBe("no-total");
  });
  test("a rate of nothing, told where the editor named it", () => {
    const fault = faultOf("甲县 | 前: 1", scopeOf("交办: 0\n办结: 0"));
    expect(fault.code).toBe("unknown-tally");
    const rate = faultOf("  办结率", scopeOf("交办: 0\n办结: 0"));
    expect([rate.code, rate.span.start]).toEqual(["division-by-zero", 2]);
    expect(rate.message).toContain("“办结率”算不出来");
  });
  test("the rate of a unit that received nothing; those of the others stay", () => {
    const counts = scopeOf("交办: { 单位: { 甲县: 2, 乙县: 0 } }\n办结: { 单位: { 甲县: 1, 乙县: 0 } }");
    expect(faultOf("办结率.单位.乙县", counts).message).toContain("“乙县”的除数是 0");
    expect(
      phrase("办结率.单位", counts)
        .map(({ text }) => text)
        .join(""),
    ).toBe("甲县50.0%");
  });
  test("a share of nothing", () =>
    expect(faultOf("交办.单位 | 占比", scopeOf("交办: { 单位: { 甲县: 0 } }")).code).toBe("division-by-zero"));
  test("a share of a list that leaves some out", () => {
    const some = vocabularyOf("分组: { 来源: { 项目: [来电, 来信], 可不全: 是 } }\n指标: { 交办: }");
    const [made] = scopesOf(some, [
      { number: 1, date: "2020-01-02", counts: countsOf("交办: { 合计: 9, 来源: { 来电: 6 } }", some) },
    ]);
    if (made === undefined) throw new Error("no scope");
    expect(faultOf("交办.来源 | 占比", made).hint).toBe("请改用“占合计”“附占合计”。");
    expect(
      phrase("交办.来源 | 占合计: 0", made)
        .map(({ text }) => text)
        .join(""),
    ).toBe("来电67%");
  });
  test("the units of joint cases when there are several lines, or none", () => {
    const several = scopeOf("交办: { 单位: { 甲县: 1 }, 共有: [{ 单位: [甲县, 乙县] }, { 单位: [甲县, 乙县] }] }");
    expect(faultOf("交办.共有.单位", several).code).toBe("ambiguous-joint");
    expect(faultOf("交办.共有.单位", scopeOf("交办: { 单位: { 甲县: 1 } }")).hint).toBe(
      "这一期的数据里没有共有件。漏填了的，请在数据里补上“共有”；确实没有的，删去这里说共有件的话；时有时无的，写成“{{交办.共有 | 列出 | 有则: ，还有}}”，没有就不印。",
    );
  });
  test("anything of an issue without data", () =>
    expect(faultOf("交办", scopeOf("办结: 1")).hint).toContain("这一期有：办结"));
});
