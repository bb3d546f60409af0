import { describe, expect, test } from "vitest";
import { archiveOf, run, told } from "./archive.ts";
import { small } from "./yongzhou.ts";

const only = (counts: string) => run(archiveOf(small, { id: "2020-1", date: "2020-11-08", counts })).problems.map(told);
const received = "交办:\n  单位: { 东: 4, 西: 5 }\n";
const shared = "  共有: [{ 单位: [东, 西] }]\n";

describe("a part and its whole", () => {
  test("is never the larger, in all", () => {
    expect(only("交办: 9\n办结: 10\n")).toEqual(["part-exceeds-whole 2:5 “办结”10件，比“交办”9件还多"]);
  });
  test("is never the larger for any unit, under whatever name", () => {
    expect(only(`${received}办结:\n  单位: { 东区: 5, 西区: 1 }\n`)).toEqual([
      "member-exceeds-whole 4:13 “东区”的办结是5件，比它的交办4件还多",
    ]);
  });
  test("may have joint cases among its units' own where it lists none apart", () => {
    expect(only(`${received}${shared}重点件:\n  单位: { 东区: 5 }\n`)).toEqual([]);
    expect(only(`${received}${shared}重点件:\n  单位: { 东区: 5 }\n${shared}`)).toEqual([
      "member-exceeds-whole 5:13 “东区”的重点件是5件，比它的交办4件还多",
    ]);
  });
  test("has no unit that the whole has not", () => {
    expect(only(`${received}办结:\n  单位: { 南县: 1, 北县: 0 }\n`)).toEqual([
      "member-without-whole 4:13 “办结”里有“南县”1件，“交办”里没有这一项",
    ]);
  });
  test("is never the larger in a cell of a cross", () => {
    const cells = (closed: number): string =>
      `交办:\n  单位×类别:\n    东: { 大气: 3, 水: 1 }\n    西: { 大气: 2, 水: 3 }\n办结:\n  单位×类别:\n    东: { 大气: ${closed}, 水: 1 }\n`;
    expect(only(cells(3))).toEqual([]);
    expect(only(cells(4))).toContain("member-exceeds-whole 7:14 “东的大气”的办结是4件，比它的交办3件还多");
  });
  test("leaves no more of a category than it leaves in all", () => {
    const kinds = (closed: number): string =>
      `交办:\n  合计: 10\n  类别: { 大气: 8, 水: 6 }\n办结:\n  合计: 7\n  类别: { 大气: ${closed}, 水: 5 }\n`;
    expect(only(kinds(5))).toEqual([]);
    expect(only(kinds(4))).toEqual([
      "overlap-rest 6:13 “大气”的交办8件、办结4件，相差4件，比全部交办与办结的差3件还多",
    ]);
  });
  test("is not held against a whole of other batches or another period", () => {
    expect(only("交办: { 合计: 9, 批次: 15 }\n办结: { 合计: 10, 批次: 1-15 }\n")).toEqual([]);
    expect(only("交办: { 合计: 9, 起始: 2020-11-07 }\n办结: { 合计: 10, 起始: 2020-11-01 }\n")).toEqual([]);
  });
});

describe("open-and-closed", () => {
  test("adds up to what was received", () => {
    expect(only("交办: 9\n办结: 5\n在办: 4\n")).toEqual([]);
    expect(only("交办: 9\n办结: 5\n在办: 3\n")).toEqual(["open-and-closed 3:5 “办结”5件加“在办”3件是8件，“交办”是9件"]);
  });
  test("adds up for every unit", () => {
    const units = (open: string): string => `${received}办结:\n  单位: { 东: 2, 西: 4 }\n在办:\n  单位: ${open}\n`;
    expect(only(units("{ 东: 2, 西: 1 }"))).toEqual([]);
    expect(only(units("{ 东: 1, 西: 2 }"))).toEqual([
      "open-and-closed 6:12 “办结.单位.东”2件加“在办.单位.东”1件是3件，“交办.单位.东”是4件",
      "open-and-closed 6:18 “办结.单位.西”4件加“在办.单位.西”2件是6件，“交办.单位.西”是5件",
    ]);
  });
  test("counts 阶段性办结 with either", () => {
    expect(only("交办: 9\n办结: 5\n在办: 2\n阶段性办结: 2\n")).toEqual([]);
    expect(only("交办: 9\n办结: 5\n在办: 4\n阶段性办结: 2\n")).toEqual([]);
  });
});

describe("negative-result", () => {
  test("reports a computed count below zero, in all and line by line", () => {
    expect(only("立案: { 单位: { 东: 3, 西: 5 } }\n销号: { 单位: { 东: 4, 西: 1 } }\n")).toEqual([
      "negative-result 2:16 “未销号.单位.东”算出来是-1件，不能小于 0",
    ]);
    expect(only("立案: 3\n销号: 5\n")).toEqual(["negative-result 2:5 “未销号”算出来是-2件，不能小于 0"]);
  });
});

describe("joint cases", () => {
  test("are the same in the part and in the whole", () => {
    expect(only(`${received}${shared}办结:\n  单位: { 东: 1 }\n  共有: [{ 单位: [西区, 东区] }]\n`)).toEqual([]);
    expect(only(`${received}${shared}办结:\n  单位: { 东: 1 }\n  共有: [{ 单位: [东, 南县] }]\n`)).toEqual([
      "joint-unmatched 6:8 “办结”里东、南县共有1件，“交办”里没有这样的共有件",
    ]);
    expect(only(`${received}${shared}办结:\n  单位: { 东: 1 }\n  共有: [{ 单位: [东, 西], 件数: 2 }]\n`)).toEqual([
      "joint-unmatched 6:8 “办结”里东、西共有2件，“交办”里只有1件",
    ]);
  });
  test("are listed once", () => {
    expect(only(`${received}  共有: [{ 单位: [东, 西] }, { 单位: [西, 东] }]\n`)).toEqual([
      "joint-twice 3:24 “交办”里西、东共有的件列了两次",
    ]);
  });
  test("are within their units' counts where each counts them", () => {
    const each = "  共有计法: 各计\n";
    expect(only(`${received}  共有: [{ 单位: [东, 西], 件数: 4 }]\n${each}`)).toEqual([]);
    expect(only(`${received}  共有: [{ 单位: [东, 西], 件数: 5 }]\n${each}`)).toEqual([
      "joint-in-unit 2:12 “交办”里“东”只有4件，可它有共有件5件",
    ]);
  });
});
