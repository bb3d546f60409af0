import { describe, expect, it } from "vitest";
import { archiveOf, run, told } from "./archive.ts";
import { small } from "./yongzhou.ts";

const two = (first: string, second: string) =>
  run(
    archiveOf(
      small,
      { id: "2020-1", date: "2020-11-07", counts: first },
      { id: "2020-2", date: "2020-11-08", counts: second },
    ),
  ).problems.map(told);

describe("cumulative-falls", () => {
  it("reports totals and lines that fall", () => {
    expect(two("交办: { 单位: { 东: 4, 西: 5 } }\n", "交办: { 单位: { 东: 7, 西: 1 } }\n")).toEqual([
      "cumulative-falls 1:1 “交办”合计8件，比第1期的9件少了",
      "cumulative-falls 1:22 “交办”里“西”是1件，比第1期的5件少了",
    ]);
  });
  it("looks past an issue without the measure", () => {
    const issues = [
      { id: "2020-1", date: "2020-11-06", counts: "交办: 9\n" },
      { id: "2020-2", date: "2020-11-07", counts: "办结: 1\n" },
      { id: "2020-3", date: "2020-11-08", counts: "交办: 8\n" },
    ];
    expect(run(archiveOf(small, ...issues)).problems.map(told)).toEqual([
      "cumulative-falls 1:5 “交办”合计8件，比第1期的9件少了",
    ]);
  });
  it("leaves stocks, single batches and periods alone", () => {
    expect(two("在办: 9\n", "在办: 8\n")).toEqual([]);
    expect(two("交办: { 合计: 9, 批次: 14 }\n", "交办: { 合计: 8, 批次: 15 }\n")).toEqual([]);
    expect(two("本批: 9\n", "本批: 8\n")).toEqual([]);
    expect(two("交办: { 合计: 9, 起始: 2020-11-01 }\n", "交办: { 合计: 8, 起始: 2020-11-08 }\n")).toEqual([]);
  });
  it("lets a unit's own case become a joint one", () => {
    expect(
      two("交办: { 单位: { 东: 4, 西: 5 } }\n", "交办: { 单位: { 东: 3, 西: 5 }, 共有: [{ 单位: [东, 南县] }] }\n"),
    ).toEqual([]);
  });
});

describe("cumulative-step", () => {
  const first = "本批: { 批次: 1, 单位: { 东: 4, 西: 5 } }\n累计: { 单位: { 东: 4, 西: 5 } }\n";
  it("wants the last cumulative figure plus the new one, in all and line by line", () => {
    expect(
      two(first, "本批: { 批次: 2, 单位: { 东: 1, 南县: 1 } }\n累计: { 单位: { 东: 5, 西: 5, 南县: 1 } }\n"),
    ).toEqual([]);
    expect(
      two(first, "本批: { 批次: 2, 单位: { 东: 1, 南县: 1 } }\n累计: { 单位: { 东: 5, 西: 6, 南县: 1 } }\n"),
    ).toEqual([
      "cumulative-step 2:1 “累计”应当是第1期的9件加“本批”2件，共11件，这里是12件",
      "cumulative-step 2:22 “累计”里“西”应当是第1期的5件加“本批”0件，共5件，这里是6件",
    ]);
  });
  it("cannot say so across a batch that is missing, but then says that", () => {
    expect(two(first, "本批: { 批次: 3, 单位: { 东: 1 } }\n累计: { 单位: { 东: 9, 西: 9 } }\n")).toEqual([
      "batch-gap 1:11 “本批”从第3批算起，第1期到第1批，中间少了第2批",
    ]);
  });
  it("wants at least the new figure where there is nothing to add to", () => {
    expect(two("", "本批: 9\n累计: 8\n")).toEqual(["cumulative-step 2:5 “累计”累计8件，比“本批”的9件还少"]);
  });
});

describe("what stays and what goes", () => {
  it("doubts a unit that is gone from a cumulative list", () => {
    expect(two("交办: { 单位: { 东: 4, 西: 5 } }\n", "交办: { 单位: { 东: 9 } }\n")).toEqual([
      "member-gone 1:7 第1期的“交办”里有“西”5件，这一期没有列出",
    ]);
  });
  it("doubts figures left standing under a new date", () => {
    const block = (asOf: string, west: number, air = 3) =>
      `交办: { 截至: ${asOf}, 单位: { 东: 4, 西: ${west} }, 类别: { 大气: ${air}, 水: 6 } }\n`;
    expect(two(block("2020-11-06", 5), block("2020-11-07", 5))).toEqual([
      "figures-standing 1:1 “交办”的各项都与第1期相同",
    ]);
    expect(two(block("2020-11-06", 5), block("2020-11-07", 5, 4))).toEqual([]);
    expect(two(block("2020-11-06", 4), block("2020-11-07", 5))).toEqual([
      "figures-standing 1:43 “交办”按类别分的各项都与第1期相同，合计却变了",
    ]);
    expect(two(block("2020-11-06", 5), block("2020-11-06", 5))).toEqual([]);
  });
});

describe("progress", () => {
  it("doubts as-of moments and batches that go back", () => {
    expect(
      two("交办: { 合计: 9, 截至: 2020-11-07, 批次: 1-15 }\n", "交办: { 合计: 9, 截至: 2020-11-06, 批次: 1-14 }\n"),
    ).toEqual([
      "as-of-backward 1:18 “交办”截至2020年11月6日，比第1期的截至2020年11月7日还早",
      "batch-backward 1:34 “交办”到第14批，第1期已经到第15批",
    ]);
  });
});
