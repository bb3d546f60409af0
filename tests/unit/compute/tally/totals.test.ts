/** Totals: stated, from parts, with joint cases in both conventions, with overlapping or partial parts. */

import { describe, expect, test } from "vitest";
import { inputsOf } from "../../../../src/compute/tally/figure.ts";
import { IssueTallies } from "../../../../src/compute/tally/issue-tallies.ts";
import type { Tally } from "../../../../src/compute/tally/tally.ts";
import { countsOf, vocabularyOf } from "../phrase/handbook-issue.ts";

const vocabulary = vocabularyOf(`
分组:
  单位: { 项目: [甲县, 乙县, 丙县] }
  类别: { 项目: [大气, 水, 噪声], 可重复: 是, 量词: 个 }
  来源: { 项目: [来电, 来信], 可不全: 是 }
  状态: { 项目: [已办结, 阶段性办结, 正在办理] }
指标:
  交办:
  办结: { 属于: 交办 }
  去重: { 互斥: [类别] }
  雨量: { 量词: 毫米, 小数: 1, 不合计: 是 }
`);

function tally(text: string, name = "交办"): Tally {
  const found = new IssueTallies(countsOf(text, vocabulary), vocabulary).get(name);
  if (found === undefined) throw new Error("no tally");
  return found;
}
const total = (text: string, name = "交办"): string | undefined => tally(text, name).total?.value.toString();

describe("the total", () => {
  test("is the sum of parts that exclude one another", () =>
    expect(total("交办: { 单位: { 甲县: 3, 乙县: 4 } }")).toBe("7"));
  test("is the stated one where it is stated", () =>
    expect(total("交办: { 合计: 9, 单位: { 甲县: 3, 乙县: 4 } }")).toBe("9"));
  test("may be all there is", () => expect(total("交办: 12")).toBe("12"));
  test("is not known from overlapping parts alone", () =>
    expect(total("交办: { 类别: { 大气: 3, 水: 4 } }")).toBeUndefined());
  test("is known from them where the measure counts each case once", () =>
    expect(total("去重: { 类别: { 大气: 3, 水: 4 } }", "去重")).toBe("7"));
  test("is not known from parts that may be left out", () =>
    expect(total("交办: { 来源: { 来电: 3 } }")).toBeUndefined());
  test("does not exist for things that do not add up", () => {
    expect(total("雨量: { 单位: { 甲县: 30.5, 乙县: 12.0 } }", "雨量")).toBeUndefined();
    expect(tally("雨量: { 单位: { 甲县: 30.5 } }", "雨量").breakdowns.get("单位")?.additive).toBe(false);
  });
});

describe("joint cases", () => {
  test("counted apart are added once", () =>
    expect(total("交办: { 单位: { 甲县: 3, 乙县: 4 }, 共有: [{ 单位: [甲县, 乙县], 件数: 2 }] }")).toBe("9"));
  test("counted in every unit are taken off where they repeat", () =>
    expect(
      total(
        "交办: { 单位: { 甲县: 5, 乙县: 6, 丙县: 2 }, 共有计法: 各计, 共有: [{ 单位: [甲县, 乙县, 丙县], 件数: 2 }] }",
      ),
    ).toBe("9"));
  test("need not name their units", () =>
    expect(total("交办: { 单位: { 甲县: 5, 乙县: 6 }, 共有计法: 各计, 共有: [{ 单位数: 2, 件数: 3 }] }")).toBe("8"));
  test("are one case where no count is given", () =>
    expect(total("交办: { 单位: { 甲县: 5 }, 共有: [{ 单位: [甲县, 乙县] }] }")).toBe("6"));
  test("done for some units only are not done", () => {
    const open = "办结: { 单位: { 甲县: 3 }, 共有: [{ 单位: [甲县, 乙县], 已完成: [甲县] }] }";
    expect(total(open, "办结")).toBe("3");
    expect(tally(open, "办结").jointTotal.value.toString()).toBe("0");
    expect(total(open.replace("已完成: [甲县]", "已完成: [甲县, 乙县]"), "办结")).toBe("4");
  });
  test("done for some units only, counted in every unit, stand in the lists of these and not in the total", () =>
    expect(
      total(
        "办结: { 单位: { 甲县: 3, 乙县: 1 }, 共有计法: 各计, 共有: [{ 单位: [甲县, 乙县], 已完成: [甲县] }] }",
        "办结",
      ),
    ).toBe("3"));
  test("count for units that have no case of their own", () =>
    expect(total("交办: { 单位: { 丙县: 3 }, 共有: [{ 单位: [甲县, 乙县] }] }")).toBe("4"));
  test("are among the parts of every other breakdown already", () =>
    expect(total("交办: { 状态: { 已办结: 3, 正在办理: 4 }, 共有: [{ 单位: [甲县, 乙县] }] }")).toBe("7"));
  test("belong to the breakdown of their units, wherever that stands", () => {
    const found = tally("交办: { 来源: { 来电: 7 }, 单位: { 甲县: 3, 乙县: 3 }, 共有: [{ 单位: [甲县, 乙县] }] }");
    expect(found.total?.value.toString()).toBe("7");
    expect(found.breakdowns.get("单位")?.joint?.total.value.toString()).toBe("1");
    expect(found.breakdowns.get("来源")?.joint).toBeUndefined();
  });
});

describe("crosses", () => {
  const text = `
交办:
  单位×状态:
    甲县: { 已办结: 2, 正在办理: 1 }
    乙县: { 阶段性办结: 3, 正在办理: 1 }
`;
  test("give the breakdowns that nobody typed", () => {
    const found = tally(text);
    expect(found.total?.value.toString()).toBe("7");
    expect(found.breakdowns.get("单位")?.parts.map((part) => `${part.label}${part.figure.value.toString()}`)).toEqual([
      "甲县3",
      "乙县4",
    ]);
    expect(found.breakdowns.get("状态")?.parts.map((part) => `${part.label}${part.figure.value.toString()}`)).toEqual([
      "已办结2",
      "正在办理2",
      "阶段性办结3",
    ]);
  });
  test("by overlapping columns give no counts by row", () =>
    expect(tally("交办: { 单位×类别: { 甲县: { 大气: 2, 水: 1 } } }").breakdowns.has("单位")).toBe(false));
  test("do not replace what is typed", () => expect(total(`${text}  单位: { 甲县: 3, 乙县: 5 }`)).toBe("8"));
});

test("a total leads back to every line that it rests on", () => {
  const found = tally("交办: { 单位: { 甲县: 3, 乙县: 4 }, 共有: [{ 单位: [甲县, 乙县] }] }");
  expect(found.total === undefined ? [] : inputsOf(found.total).map(({ label }) => label)).toEqual([
    "甲县",
    "乙县",
    "甲县、乙县",
  ]);
});
