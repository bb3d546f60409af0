/** Measures that formulas make, and cumulative ones added up from issue to issue. */

import { describe, expect, test } from "vitest";
import { ExpressionError } from "../../../../src/model/expression/expression.ts";
import { IssueTallies } from "../../../../src/compute/tally/issue-tallies.ts";
import type { Breakdown } from "../../../../src/compute/tally/breakdown.ts";
import { countsOf, vocabularyOf } from "../phrase/handbook-issue.ts";

const vocabulary = vocabularyOf(`
分组:
  单位: { 项目: [甲县, 乙县, 丙县] }
  状态: { 项目: [已办结, 阶段性办结, 正在办理] }
指标:
  本批:
  累计: { 累计自: 本批 }
  交办:
  办结: { 属于: 交办 }
  正在办理: { 算式: 交办 - 办结 }
  办结率: { 算式: 办结 / 交办, 百分比: 1 }
  口径率: { 算式: (交办.状态.已办结 + 交办.状态.阶段性办结) / 交办, 百分比: 1, 口径: 阶段性办结计入办结 }
  双倍: { 算式: 交办 * 2 }
`);

const tallies = (text: string): IssueTallies => new IssueTallies(countsOf(text, vocabulary), vocabulary);
const parts = (breakdown: Breakdown | undefined): string[] =>
  (breakdown?.parts ?? []).map((part) => `${part.label} ${part.figure.value.toFraction()}`);

describe("a formula", () => {
  const issue = tallies(`
交办: { 截至: 2020-11-07, 单位: { 甲县: 4, 乙县: 2, 丙县: 0 }, 共有: [{ 单位: [甲县, 乙县] }] }
办结: { 截至: 2020-11-08, 单位: { 甲县: 1 }, 共有: [{ 单位: [甲县, 乙县], 已完成: [甲县] }] }
`);
  test("gives the total, and is known as of the later moment", () => {
    const open = issue.get("正在办理");
    expect(open?.total?.value.toString()).toBe("6");
    expect(open?.asOf).toEqual({ year: 2020, month: 11, day: 8 });
  });
  test("works member by member; one that is left out had none", () =>
    expect(parts(issue.get("正在办理")?.breakdowns.get("单位"))).toEqual(["甲县 3", "乙县 2", "丙县 0"]));
  test("keeps the joint cases apart", () => expect(issue.get("正在办理")?.jointTotal.value.toString()).toBe("1"));
  test("makes a rate for every member that has a denominator, and names those that have none", () => {
    const rates = issue.get("办结率")?.breakdowns.get("单位");
    expect(parts(rates)).toEqual(["甲县 1/4", "乙县 0"]);
    expect(rates?.blanks.map(({ label }) => label)).toEqual(["丙县"]);
  });
  test("makes rates that cannot be added", () => {
    expect(issue.get("办结率")?.breakdowns.get("单位")?.additive).toBe(false);
    expect(issue.get("正在办理")?.breakdowns.get("单位")?.additive).toBe(true);
    expect(issue.get("双倍")?.breakdowns.get("单位")?.additive).toBe(true);
  });
  test("is not known without one of its measures", () => expect(tallies("交办: 3").get("办结率")).toBeUndefined());
  test("cannot divide by zero", () => expect(() => tallies("交办: 0\n办结: 0").get("办结率")).toThrow(ExpressionError));
  test("that fails does not hide the measures that can be had", () =>
    expect(tallies("交办: 0\n办结: 0").available()).toEqual(["交办", "办结", "正在办理", "双倍"]));
});

describe("a rate with parts of a measure in it", () => {
  test("is a total where only totals are known", () => {
    const issue = tallies("交办: { 状态: { 已办结: 492, 阶段性办结: 291, 正在办理: 644 } }");
    expect(issue.get("口径率")?.total?.value.toFraction()).toBe("783/1427");
    expect(issue.get("口径率")?.breakdowns.size).toBe(0);
  });
  test("is broken down where the cross is known", () => {
    const issue = tallies("交办: { 单位×状态: { 甲县: { 已办结: 2, 正在办理: 2 }, 乙县: { 阶段性办结: 3 } } }");
    expect(issue.get("口径率")?.total?.value.toFraction()).toBe("5/7");
    expect(parts(issue.get("口径率")?.breakdowns.get("单位"))).toEqual(["甲县 1/2", "乙县 1"]);
  });
});

describe("a cumulative measure that nobody typed", () => {
  const first = tallies("本批: { 截至: 2020-11-01, 批次: 1, 单位: { 甲县: 3 }, 共有: [{ 单位: [甲县, 乙县] }] }");
  const second = (text: string): IssueTallies => new IssueTallies(countsOf(text, vocabulary), vocabulary, () => first);

  test("is the last issue's plus the new batch, part by part", () => {
    const now = second("本批: { 截至: 2020-11-02, 批次: 2, 单位: { 乙县: 5, 甲县: 1 } }").get("累计");
    expect(now?.total?.value.toString()).toBe("10");
    expect(parts(now?.breakdowns.get("单位"))).toEqual(["甲县 4", "乙县 5"]);
    expect(now?.jointTotal.value.toString()).toBe("1");
    expect([now?.batches?.from, now?.batches?.to]).toEqual([1, 2]);
    expect(now?.asOf).toEqual({ year: 2020, month: 11, day: 2 });
  });
  test("is the batch's own in the first issue", () => {
    const now = first.get("累计");
    expect(now?.total?.value.toString()).toBe("4");
    expect(now?.total?.name).toBe("累计");
  });
  test("goes on from what was typed", () => {
    const typed = new IssueTallies(countsOf("累计: { 合计: 1937 }", vocabulary), vocabulary);
    const next = new IssueTallies(countsOf("本批: { 合计: 111 }", vocabulary), vocabulary, () => typed);
    expect(next.get("累计")?.total?.value.toString()).toBe("2048");
  });
  test("skips issues without counts", () => {
    const empty = new IssueTallies(undefined, vocabulary, () => first);
    const third = new IssueTallies(countsOf("本批: { 批次: 2, 合计: 6 }", vocabulary), vocabulary, () => empty);
    expect(third.get("累计")?.total?.value.toString()).toBe("10");
  });
  test("is had of the newest issue of a long archive, and again after it was let go", () => {
    const own = countsOf("本批: { 合计: 2 }", vocabulary);
    let newest = new IssueTallies(countsOf("累计: { 合计: 1 }", vocabulary), vocabulary);
    for (let issue = 0; issue < 20_000; issue++) {
      const before = newest;
      newest = new IssueTallies(own, vocabulary, () => before);
    }
    expect(newest.get("累计")?.total?.value.toString()).toBe("40001");
    newest.forget();
    expect(newest.get("累计")?.total?.value.toString()).toBe("40001");
  });
  test("refuses a batch that is missing or comes twice", () => {
    expect(() => second("本批: { 批次: 3, 合计: 6 }").get("累计")).toThrow("上次到第1批，这一期从第3批起");
    expect(() => second("本批: { 批次: 1, 合计: 6 }").get("累计")).toThrow("从第1批起");
  });
});

describe("the unit word of a formula that names none", () => {
  const { measures } = vocabularyOf(`
分组: {}
指标:
  水位: { 量词: 米, 小数: 2 }
  汛限: { 量词: 米, 小数: 2 }
  距汛限: { 算式: 水位 - 汛限, 小数: 2, 可为负: 是 }
  两倍: { 算式: 距汛限 * 2 }
  比值: { 算式: 水位 / 汛限, 小数: 2 }
  户数: { 量词: 户 }
  罚款: { 量词: 万元 }
  户均: { 算式: 罚款 / 户数, 小数: 2 }
  户均元: { 算式: 罚款 * 10000 / 户数, 量词: 元 }
  比率: { 算式: 罚款 / 户数, 百分比: 1 }
`);
  test.each([
    ["距汛限", "米"],
    ["两倍", "米"],
    ["比值", ""],
    ["户均", "万元"],
    ["户均元", "元"],
    ["比率", ""],
  ])("%s counts in “%s”", (name, word) => expect(measures.get(name)?.measureWord).toBe(word));
});
