/** Figures of five published notices: what does not add up in them is found, what does is left alone. */

import { describe, expect, test } from "vitest";
import { archiveOf, codes, run, told, vocabularyOf } from "./archive.ts";

const categories = "类别: { 项目: [大气, 水, 噪声, 土壤, 生态, 固废, 海洋, 其他], 可重复: 是, 量词: 个 }";

describe("Guizhou, batch 24 of 2018", () => {
  const vocabulary = vocabularyOf(`
分组:
  单位: { 项目: [贵阳市, 遵义市, 六盘水市, 安顺市, 毕节市, 铜仁市, 黔东南州, 黔南州, 黔西南州, 威宁县, 贵安新区] }
指标:
  转办:
  累计转办: { 累计自: 转办 }
  累计办结: { 属于: 累计转办 }
`);
  const units =
    "{ 贵阳市: 37, 遵义市: 31, 六盘水市: 3, 安顺市: 7, 毕节市: 12, 铜仁市: 6, 黔东南州: 6, 黔南州: 5, 黔西南州: 2, 威宁县: 1 }";
  const issues = (total: number, listed: string) => [
    { id: "2018-23", date: "2018-11-27", counts: "转办: { 合计: 95, 批次: 23 }\n累计转办: 1937\n" },
    {
      id: "2018-24",
      date: "2018-11-28",
      counts: `转办:\n  批次: 24\n  合计: 111\n  单位: ${listed}\n累计转办: ${total}\n累计办结: 1185\n`,
    },
  ];
  test("has units that do not add up, and the unit that was left out is named", () => {
    const { problems } = run(archiveOf(vocabulary, ...issues(2048, units)));
    expect(problems.map(told)).toEqual(["breakdown-sum 4:3 “转办”按单位分各项之和是110件，合计是111件，少1件"]);
    expect(problems[0]?.hint).toBe("登记表里的“贵安新区”没有列出。请对照原始材料逐项核对。");
  });
  test("has a cumulative figure that is right, and would not be with one digit off", () => {
    const complete = units.replace("}", ", 贵安新区: 1 }");
    expect(codes(run(archiveOf(vocabulary, ...issues(2048, complete))))).toEqual([]);
    expect(codes(run(archiveOf(vocabulary, ...issues(2084, complete))))).toEqual(["cumulative-step"]);
  });
});

describe("Hunan, batch 4 of 2018", () => {
  const cities = { 长沙市: 126, 株洲市: 20, 湘潭市: 21, 衡阳市: 24, 岳阳市: 25, 益阳市: 11, 邵阳市: 42, 郴州市: 8 };
  const others = { 娄底市: 15, 怀化市: 16, 张家界市: 12, 常德市: 14, 永州市: 10, 湘西: 1, 省直: 1 };
  const lines = Object.entries({ ...cities, ...others });
  const vocabulary = vocabularyOf(
    `分组: { 单位: { 项目: [${lines.map(([name]) => name).join(", ")}] } }\n指标: { 交办: , 重点件: { 属于: 交办 } }\n`,
  );
  const counts = (joint: string) =>
    `交办:\n  批次: 1-4\n  合计: 343\n  单位: { ${lines.map(([name, count]) => `${name}: ${count}`).join(", ")} }\n${joint}重点件: 34\n`;
  const check = (joint: string) =>
    run(archiveOf(vocabulary, { id: "2018-4", date: "2018-11-05", counts: counts(joint) }));
  test("adds up when its joint cases are counted once", () => {
    expect(check("  共有: [{ 单位数: 2, 件数: 3 }]\n  共有计法: 各计\n").problems).toEqual([]);
  });
  test("does not without them", () => {
    expect(check("").problems.map(told)).toEqual([
      "breakdown-sum 4:3 “交办”按单位分各项之和是346件，合计是343件，多3件",
    ]);
  });
});

describe("Hainan, after batch 23", () => {
  const vocabulary = vocabularyOf(`
分组:
  核实: { 项目: [属实, 部分属实, 基本属实, 不属实] }
  状态: { 项目: [已办结, 阶段性办结, 正在办理] }
指标:
  交办:
`);
  const check = (untrue: number, open: number) =>
    run(
      archiveOf(vocabulary, {
        id: "2020-23",
        date: "2020-12-23",
        counts: `交办:\n  合计: 1427\n  核实: { 属实: 440, 部分属实: 779, 基本属实: 108, 不属实: ${untrue} }\n  状态: { 已办结: 492, 阶段性办结: 291, 正在办理: ${open} }\n`,
      }),
    ).problems.map(told);
  test("has findings and states that add up, each to the total", () => {
    expect(check(100, 644)).toEqual([]);
    expect(check(101, 644)).toEqual(["breakdown-sum 3:3 “交办”按核实分各项之和是1428件，合计是1427件，多1件"]);
    expect(check(100, 646)).toEqual(["breakdown-sum 4:3 “交办”按状态分各项之和是1429件，合计是1427件，多2件"]);
  });
});

describe("Haikou, batch 13 of 2019", () => {
  const vocabulary = vocabularyOf(`
分组:
  ${categories}
指标:
  移交:
  问题: { 量词: 个, 互斥: [类别] }
`);
  const check = (air: number) => {
    const list = `{ 大气: ${air}, 土壤: 62, 水: 59, 其他: 23, 噪声: 21, 生态: 17, 海洋: 14 }`;
    const counts = `移交: { 合计: 126, 类别: ${list} }\n问题: { 合计: 268, 类别: ${list} }\n`;
    return codes(run(archiveOf(vocabulary, { id: "2019-13", date: "2019-07-28", counts })));
  };
  test("has categories that add up to its problems and rightly exceed its cases", () => {
    expect(check(72)).toEqual([]);
    expect(check(27)).toEqual(["breakdown-sum"]);
  });
});

describe("Jining, batch 17 of 2024", () => {
  const units = { 任城区: 7, 兖州区: 2, 曲阜市: 2, 泗水县: 6, 邹城市: 6, 微山县: 3, 鱼台县: 1, 金乡县: 1, 嘉祥县: 4 };
  const rest = { 汶上县: 2, 梁山县: 1, 高新区: 2, 太白湖新区: 1, 经开区: 4 };
  const lines = Object.entries({ ...units, ...rest });
  const vocabulary = vocabularyOf(
    `分组:\n  单位: { 项目: [${lines.map(([name]) => name).join(", ")}] }\n  ${categories}\n指标: { 移交: }\n`,
  );
  const check = (total: number, joint: string) =>
    run(
      archiveOf(vocabulary, {
        id: "2024-17",
        date: "2024-11-11",
        counts: `移交:\n  批次: 第十七批\n  合计: ${total}\n  单位: { ${lines.map(([name, count]) => `${name}: ${count}`).join(", ")} }\n${joint}  类别: { 大气: 16, 水: 6, 噪声: 5, 生态: 7, 固废: 3, 土壤: 1, 其他: 5 }\n`,
      }),
    ).problems.map(told);
  test("adds up with its joint case, and only with it", () => {
    expect(check(43, "  共有: [{ 单位: [兖州区, 邹城市] }]\n")).toEqual([]);
    expect(check(43, "")).toEqual(["breakdown-sum 4:3 “移交”按单位分各项之和是42件，合计是43件，少1件"]);
    expect(check(42, "  共有: [{ 单位: [兖州区, 邹城市] }]\n")).toEqual([
      "breakdown-sum 4:3 “移交”按单位分各项之和（加上共有的）是43件，合计是42件，多1件",
    ]);
  });
});
