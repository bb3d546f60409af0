import { describe, expect, test } from "vitest";
import { Subjects, uncheckedLine, uncheckedOf } from "../../../../src/check/rules/index.ts";
import { IssueTallies } from "../../../../src/compute/tally/issue-tallies.ts";
import { archiveOf, run, told, vocabularyOf } from "./archive.ts";
import { seedCounts, seedVocabulary, small } from "./yongzhou.ts";

const only = (counts: string) => run(archiveOf(small, { id: "2020-1", date: "2020-11-08", counts })).problems.map(told);

test("finds nothing in the seed", () => {
  const seed = { id: "2020-15", date: "2020-11-08", counts: seedCounts };
  expect(run(archiveOf(seedVocabulary, seed))).toEqual({ problems: [], waived: [] });
});

describe("breakdown-sum", () => {
  test("holds parts against the stated total", () => {
    expect(only("交办:\n  合计: 10\n  单位: { 东区: 4, 西: 5 }\n")).toEqual([
      "breakdown-sum 3:3 “交办”按单位分各项之和是9件，合计是10件，少1件",
    ]);
  });
  test("blames the total when all the breakdowns agree against it", () => {
    expect(only("交办:\n  合计: 10\n  单位: { 东区: 4, 西: 5 }\n  来源: { 来电: 9 }\n")).toEqual([
      "breakdown-sum 2:7 “交办”合计是10件，按单位分各项之和是9件，多1件",
    ]);
  });
  test("holds two breakdowns against each other without a total, in units with decimals too", () => {
    expect(only("罚款:\n  单位: { 东: 1.25, 西: 2.5 }\n  来源: { 来电: 3.7 }\n")).toEqual([
      "breakdown-sum 3:3 “罚款”按来源分各项之和是3.7万元，按单位分各项之和是3.75万元，少0.05万元",
    ]);
  });
  test("adds joint cases that stand apart and takes off those counted in each unit", () => {
    const joint = "  共有: [{ 单位: [东, 西], 件数: 2 }]\n";
    expect(only(`交办:\n  合计: 11\n  单位: { 东: 4, 西: 5 }\n${joint}`)).toEqual([]);
    expect(only(`交办:\n  合计: 7\n  单位: { 东: 4, 西: 5 }\n${joint}  共有计法: 各计\n`)).toEqual([]);
    expect(only(`交办:\n  合计: 9\n  单位: { 东: 4, 西: 5 }\n${joint}`)).toEqual([
      "breakdown-sum 3:3 “交办”按单位分各项之和（加上共有的）是11件，合计是9件，多2件",
    ]);
  });
  test("does not add joint cases to a breakdown by source", () => {
    expect(
      only("交办:\n  单位: { 东: 4, 西: 5 }\n  共有: [{ 单位: [东, 西] }]\n  来源: { 来电: 8, 来信: 2 }\n"),
    ).toEqual([]);
  });
  test("does not add up what is counted in other units", () => {
    expect(only("交办:\n  合计: 3\n  问题: { 扬尘: 4, 油烟: 1 }\n")).toEqual([]);
  });
});

describe("the hint of breakdown-sum", () => {
  const hint = (counts: string, last = "") =>
    run(
      archiveOf(
        small,
        { id: "2020-1", date: "2020-11-08", counts: last },
        { id: "2020-2", date: "2020-11-09", counts },
      ),
    ).problems.find((problem) => problem.code === "breakdown-sum")?.hint;

  test("doubts the stated total before the way joint cases are counted", () => {
    const joint = "  共有: [{ 单位: [东, 西], 件数: 2 }]\n";
    const told = hint(`交办:\n  合计: 13\n  单位: { 东: 4, 西: 5 }\n${joint}`);
    expect(told).toMatch(/^“合计”（第 2 行）可能写错了，按单位分各项之和（加上共有的）是11件；差额正好是共有的件数/);
    expect(hint("交办:\n  合计: 10\n  单位: { 东: 9 }\n")).not.toContain("可能写错了");
  });

  test("names a unit that is gone", () => {
    expect(hint("交办:\n  合计: 10\n  单位: { 东: 9 }\n", "交办:\n  单位: { 东: 8, 南县: 1 }\n")).toContain(
      "上期有“南县”1件，这一期没有列出，正好是差额",
    );
  });
  test("names the lines that can be it, and clears those that another issue vouches for", () => {
    expect(hint("交办:\n  合计: 12\n  单位: { 东: 9, 西: 4 }\n", "交办:\n  单位: { 东: 8, 西: 4 }\n")).toBe(
      "可能写错的有“东”（第 3 行，8件才对得上）、“合计”（第 2 行，13件才对得上）。请对照原始材料逐项核对。",
    );
    const last = "本批: { 单位: { 东: 8, 西: 4 } }\n累计: { 单位: { 东: 8, 西: 4 } }\n";
    const now = (west: number) =>
      `本批: { 单位: { 东: 3, 西: 2 } }\n累计:\n  合计: 17\n  单位:\n    东: 11\n    西: ${west}\n`;
    expect(hint(now(6), last)).toBeUndefined();
    expect(hint(now(7), last)).toBe("看来写错的是“西”（第 6 行，6件才对得上）。请对照原始材料逐项核对。");
  });
  test("names no line where nothing speaks for any", () => {
    expect(hint("交办:\n  合计: 12\n  来源: { 来电: 9, 来信: 4 }\n")).not.toMatch(/“来[电信]”/);
    const joint = "  共有: [{ 单位: [东, 西], 件数: 1 }]\n";
    const last = "交办:\n  截至: 2020-11-07\n  单位: { 东: 8, 西: 4 }\n";
    expect(
      hint(`交办:\n  截至: 2020-11-08\n  单位: { 东: 9, 西: 5 }\n${joint}  来源: { 来电: 10, 来信: 4 }\n`, last),
    ).toMatch(/^差额正好是共有的件数/);
  });
  test("advises another way of counting only where the sums then agree", () => {
    const joint = "  共有: [{ 单位: [东, 西, 南县], 件数: 1 }]\n";
    const total = (stated: number): string | undefined =>
      hint(`交办:\n  合计: ${stated}\n  单位: { 东: 4, 西: 5, 南县: 3 }\n${joint}`);
    // 12 and the joint case; in each unit's figure already, 10; once for each unit, 15.
    expect(total(10)).toContain("“共有计法”写成“各计”正好对得上");
    expect(total(15)).toContain("差额正好是共有的件重复算的次数");
    expect(total(12)).toContain("差额正好是共有的件数");
    expect(total(14)).not.toContain("共有计法");
    const each = (stated: number): string | undefined =>
      hint(`交办:\n  合计: ${stated}\n  单位: { 东: 4, 西: 5, 南县: 3 }\n${joint}  共有计法: 各计\n`);
    expect(each(13)).toContain("“共有计法”写成“单列”正好对得上");
    expect(each(11)).not.toContain("共有计法");
  });
  test("names joint cases that a part has and its whole has not", () => {
    expect(
      hint(
        "交办:\n  来源: { 来电: 10 }\n  单位: { 东: 5, 西: 4 }\n办结:\n  单位: { 东: 2 }\n  共有: [{ 单位: [东, 西], 已完成: [东] }]\n",
      ),
    ).toBe("“办结”里有共有的1件，“交办”里没有列出，正好是差额。请对照原始材料逐项核对。");
  });
  test("names a digit too many", () => {
    expect(hint("交办:\n  合计: 60\n  单位: { 东: 560, 西: 4 }\n")).toContain(
      "“东”的 560 是不是 56（多了或少了一个数字）",
    );
  });
  test("suggests that parts may overlap, or not all be listed, unless they have added up before", () => {
    const less = "交办:\n  合计: 30\n  来源: { 来电: 9 }\n";
    expect(hint(less)).toContain("本来就只列其中几项的，在 data/tallies.yaml 的“来源”下写“可不全: 是”。");
    const more = "交办:\n  合计: 12\n  来源: { 来电: 9, 来信: 8 }\n";
    expect(hint(more)).toContain("一件可以同时属于几项的，在 data/tallies.yaml 的“来源”下写“可重复: 是”。");
    const last = "交办:\n  合计: 9\n  来源: { 来电: 8, 来信: 1 }\n";
    expect(hint(more, last)).not.toContain("可重复");
    expect(hint(less, last)).not.toContain("可不全");
  });
  test("names swapped digits", () => {
    expect(hint("交办:\n  合计: 60\n  单位: { 东: 65, 西: 4 }\n")).toContain("“东”的 65 是不是 56");
  });
  test("looks at both breakdowns where either may be wrong", () => {
    expect(hint("交办:\n  单位: { 东: 65, 西: 4 }\n  来源: { 来电: 50, 来信: 10 }\n")).toContain("“东”的 65 是不是 56");
  });
  test("suspects the way of counting joint cases", () => {
    expect(hint("交办:\n  合计: 9\n  单位: { 东: 4, 西: 5 }\n  共有: [{ 单位: [东, 西], 件数: 2 }]\n")).toContain(
      "共有计法",
    );
  });
  test("names the few registered units without a line", () => {
    expect(hint("交办:\n  合计: 9\n  单位: { 东: 4, 西: 1, 北县: 1, 南县: 1 }\n")).toContain("“市城管局”没有列出");
  });
});

describe("breakdowns that may overlap", () => {
  test("has no part above the total", () => {
    expect(only("交办:\n  合计: 5\n  类别: { 大气: 6, 水: 2 }\n")).toEqual([
      "overlap-part 3:13 “交办”按类别分，“大气”有6件，比合计5件还多",
    ]);
  });
  test("doubts a sum below the total", () => {
    expect(only("交办:\n  合计: 5\n  类别: { 大气: 2, 水: 2 }\n")).toEqual([
      "overlap-short 3:3 “交办”按类别分各项之和只有4件，少于合计5件",
    ]);
    expect(only("交办:\n  合计: 6\n  问题: { 扬尘: 4, 油烟: 1 }\n")).toEqual([
      "overlap-short 3:3 “交办”按问题分各项之和只有5个，少于合计6件",
    ]);
  });
});

describe("a group counted in a unit of its own", () => {
  const problems = (how: string, counts: string) =>
    run(
      archiveOf(
        vocabularyOf(
          `分组: { 问题: { 项目: [设备, 用电, 消防], 量词: 个${how} } }\n指标: { 受理: , 来件: { 互斥: [问题] } }\n`,
        ),
        { id: "2020-1", date: "2020-11-08", counts },
      ),
    ).problems.map(told);

  test("comes to the total where it is said not to overlap, of the group or of the measure", () => {
    const counts = (measure: string, fire: number) =>
      `${measure}: { 合计: 526, 问题: { 设备: 200, 用电: 300, 消防: ${fire} } }\n`;
    expect(problems(", 可重复: 否", counts("受理", 26))).toEqual([]);
    expect(problems(", 可重复: 否", counts("受理", 62))).toEqual([
      "breakdown-sum 1:16 “受理”按问题分各项之和是562个，合计是526件，多36个",
    ]);
    expect(problems("", counts("来件", 62))).toEqual([
      "breakdown-sum 1:16 “来件”按问题分各项之和是562个，合计是526件，多36个",
    ]);
    expect(problems("", counts("受理", 62))).toEqual([]);
  });
  test("makes no total, nor a breakdown of others, where nothing is said", () => {
    const [issue] = archiveOf(small, {
      id: "2020-1",
      date: "2020-11-08",
      counts: "交办: { 问题: { 扬尘: 4, 油烟: 1 } }\n",
    }).issues;
    expect(new IssueTallies(issue?.counts, small).get("交办")?.total).toBeUndefined();
    const cross = "交办: { 单位: { 东: 3 }, 单位×问题: { 东: { 扬尘: 4, 油烟: 1 } } }\n";
    expect(only(cross)).toEqual([]);
  });
  test("has seldom more of one kind than there are cases, and never ten times as many", () => {
    const counts = (used: number) => `受理: { 合计: 2194, 问题: { 设备: 2000, 用电: ${used} } }\n`;
    expect(problems(", 可重复: 是", counts(526))).toEqual([]);
    const doubt = "overlap-many 1:37 “受理”合计2194件，“用电”却有";
    expect(problems(", 可重复: 是", counts(2600))).toEqual([`${doubt}2600个`]);
    expect(problems("", counts(2600))).toEqual([]);
    expect(problems("", counts(52600))).toEqual([`${doubt}52600个`]);
  });
});

describe("a group that need not be complete", () => {
  const partial = vocabularyOf("分组: { 来源: { 项目: [来电, 来信], 可不全: 是 } }\n指标: { 受理: }\n");
  const check = (sources: string) =>
    run(
      archiveOf(partial, { id: "2020-1", date: "2020-11-08", counts: `受理: { 合计: 639, 来源: { ${sources} } }\n` }),
    ).problems.map(told);
  test("comes to the total at most, and to the total when all is listed", () => {
    expect(check("来电: 557")).toEqual([]);
    expect(check("来电: 640")).toEqual(["breakdown-sum 1:16 “受理”按来源分各项之和是640件，合计是639件，多1件"]);
    expect(check("来电: 557, 来信: 28")).toEqual([
      "breakdown-sum 1:16 “受理”按来源分各项之和是585件，合计是639件，少54件",
    ]);
    expect(check("来电: 557, 来信: 82")).toEqual([]);
  });
});

describe("what cannot be checked", () => {
  const said = (counts: string) => {
    const archive = archiveOf(small, { id: "2020-1", date: "2020-11-08", counts });
    const [issue] = archive.issues;
    if (issue === undefined) return [];
    return uncheckedOf(new Subjects(archive, (issue) => new IssueTallies(issue.counts, small)).of(issue)).map((note) =>
      uncheckedLine(note),
    );
  };
  test("is said, with how it could be", () => {
    expect(said("交办:\n  合计: 3\n  问题: { 扬尘: 4, 油烟: 1 }\n")).toEqual([
      expect.stringMatching(/^没有核对：“交办”合计论件，按问题分的各项论个，.*写“可重复: 否”.*counts.yaml 第 3 行）$/),
    ]);
    expect(said("交办: { 合计: 9, 批次: 15 }\n办结: { 合计: 10, 批次: 1-15 }\n")).toEqual([
      expect.stringMatching(/^没有核对：“办结”的批次不都在“交办”的批次里/),
    ]);
    expect(said("交办: { 合计: 9, 起始: 2020-11-07 }\n办结: { 合计: 10, 起始: 2020-11-01 }\n")).toEqual([
      expect.stringMatching(/^没有核对：“办结”的起始早于“交办”的起始/),
    ]);
  });
  test("is a group that nothing else says the sum of", () => {
    expect(said("罚款: { 单位: { 东: 1.5, 西: 2.5 } }\n")).toEqual([
      "没有核对：“罚款”没有写合计，只有单位一种分法，漏了一项看不出来；有总数的，请写上“合计”（content/issues/2020-1/counts.yaml 第 1 行）",
    ]);
    expect(said("罚款: { 合计: 4, 单位: { 东: 1.5, 西: 2.5 } }\n")).toEqual([]);
    expect(said("交办: { 合计: 9 }\n办结: { 单位: { 东: 1, 西: 2 } }\n")).toEqual([]);
  });
  test("is nothing in the seed", () => expect(said("")).toEqual([]));
});

describe("cross-sum", () => {
  const block = (cross: string) =>
    `交办:\n  单位: { 东: 4, 西: 5 }\n  来源: { 来电: 6, 来信: 3 }\n  类别: { 大气: 6, 水: 4 }\n${cross}`;
  test("holds rows and columns against the plain breakdowns", () => {
    expect(only(block("  单位×来源: { 东: { 来电: 2, 来信: 2 }, 西: { 来电: 4, 来信: 1 } }\n"))).toEqual([]);
    expect(only(block("  单位×来源: { 东: { 来电: 2, 来信: 2 }, 西: { 来电: 4, 来信: 2 } }\n"))).toEqual([
      "cross-sum 5:42 “交办”的单位×来源里“西”按来源加起来是6件，单独写的是5件，多1件",
      "cross-sum 5:28 “交办”的单位×来源里“来信”按单位加起来是4件，单独写的是3件，多1件",
    ]);
  });
  test("lets categories overlap, but no cell exceed its line", () => {
    expect(only(block("  单位×类别: { 东: { 大气: 5, 水: 2 }, 西: { 大气: 1, 水: 2 } }\n"))).toEqual([
      "cross-sum 5:21 “交办”的单位×类别里“大气”5件，比“东”的4件还多",
    ]);
  });
});
