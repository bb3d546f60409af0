import { describe, expect, it } from "vitest";
import { archiveOf, run, told } from "./archive.ts";
import { small } from "./yongzhou.ts";

const only = (counts: string) => run(archiveOf(small, { id: "2020-1", date: "2020-11-08", counts })).problems.map(told);
const received = "交办:\n  单位: { 东: 4, 西: 5 }\n";
const shared = "  共有: [{ 单位: [东, 西] }]\n";

describe("a part and its whole", () => {
  it("is never the larger, in all", () => {
    expect(only("交办: 9\n办结: 10\n")).toEqual(["part-exceeds-whole 2:5 “办结”10件，比“交办”9件还多"]);
  });
  it("is never the larger for any unit, under whatever name", () => {
    expect(only(`${received}办结:\n  单位: { 东区: 5, 西区: 1 }\n`)).toEqual([
      "member-exceeds-whole 4:13 “东区”的办结是5件，比它的交办4件还多",
    ]);
  });
  it("may have joint cases among its units' own where it lists none apart", () => {
    expect(only(`${received}${shared}重点件:\n  单位: { 东区: 5 }\n`)).toEqual([]);
    expect(only(`${received}${shared}重点件:\n  单位: { 东区: 5 }\n${shared}`)).toEqual([
      "member-exceeds-whole 5:13 “东区”的重点件是5件，比它的交办4件还多",
    ]);
  });
  it("has no unit that the whole has not", () => {
    expect(only(`${received}办结:\n  单位: { 南县: 1, 北县: 0 }\n`)).toEqual([
      "member-without-whole 4:13 “办结”里有“南县”1件，“交办”里没有这一项",
    ]);
  });
  it("is not held against a whole of other batches or another period", () => {
    expect(only("交办: { 合计: 9, 批次: 15 }\n办结: { 合计: 10, 批次: 1-15 }\n")).toEqual([]);
    expect(only("交办: { 合计: 9, 起始: 2020-11-07 }\n办结: { 合计: 10, 起始: 2020-11-01 }\n")).toEqual([]);
  });
});

describe("open-and-closed", () => {
  it("adds up to what was received", () => {
    expect(only("交办: 9\n办结: 5\n在办: 4\n")).toEqual([]);
    expect(only("交办: 9\n办结: 5\n在办: 3\n")).toEqual(["open-and-closed 3:5 “办结”5件加“在办”3件是8件，“交办”是9件"]);
  });
  it("counts 阶段性办结 with either", () => {
    expect(only("交办: 9\n办结: 5\n在办: 2\n阶段性办结: 2\n")).toEqual([]);
    expect(only("交办: 9\n办结: 5\n在办: 4\n阶段性办结: 2\n")).toEqual([]);
  });
});

describe("negative-result", () => {
  it("reports a computed count below zero, in all and line by line", () => {
    expect(only("立案: { 单位: { 东: 3, 西: 5 } }\n销号: { 单位: { 东: 4, 西: 1 } }\n")).toEqual([
      "negative-result 2:16 “未销号.单位.东”算出来是-1件，不能小于 0",
    ]);
    expect(only("立案: 3\n销号: 5\n")).toEqual(["negative-result 2:5 “未销号”算出来是-2件，不能小于 0"]);
  });
});

describe("joint cases", () => {
  it("are the same in the part and in the whole", () => {
    expect(only(`${received}${shared}办结:\n  单位: { 东: 1 }\n  共有: [{ 单位: [西区, 东区] }]\n`)).toEqual([]);
    expect(only(`${received}${shared}办结:\n  单位: { 东: 1 }\n  共有: [{ 单位: [东, 南县] }]\n`)).toEqual([
      "joint-unmatched 6:8 “办结”里东、南县共有1件，“交办”里没有这样的共有件",
    ]);
    expect(only(`${received}${shared}办结:\n  单位: { 东: 1 }\n  共有: [{ 单位: [东, 西], 件数: 2 }]\n`)).toEqual([
      "joint-unmatched 6:8 “办结”里东、西共有2件，“交办”里只有1件",
    ]);
  });
  it("are listed once", () => {
    expect(only(`${received}  共有: [{ 单位: [东, 西] }, { 单位: [西, 东] }]\n`)).toEqual([
      "joint-twice 3:24 “交办”里西、东共有的件列了两次",
    ]);
  });
  it("are within their units' counts where each counts them", () => {
    const each = "  共有计法: 各计\n";
    expect(only(`${received}  共有: [{ 单位: [东, 西], 件数: 4 }]\n${each}`)).toEqual([]);
    expect(only(`${received}  共有: [{ 单位: [东, 西], 件数: 5 }]\n${each}`)).toEqual([
      "joint-in-unit 2:12 “交办”里“东”只有4件，可它有共有件5件",
    ]);
  });
});
