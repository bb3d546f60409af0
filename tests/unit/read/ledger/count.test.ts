/** Counting from a ledger: as-of dates, batches, joint cases, sums, names and order. */

import { describe, expect, test } from "vitest";
import { countFrom, lines, shown, vocabularyOf } from "../../../support/ledger.ts";

const vocabulary = vocabularyOf(`
分组:
  单位: { 项目: [{ 全称: 冷水滩区, 简称: 冷水滩 }, { 全称: 零陵区, 简称: 零陵 }, 道县] }
  类别: { 项目: [大气, 水], 可重复: 是 }
指标:
  交办: { 台账: 受理日期 }
  重点件: { 属于: 交办, 台账: { 日期: 受理日期, 条件: { 是否重点件: 是 } } }
  办结: { 属于: 交办, 台账: { 日期: 办结日期, 条件: { 办结状态: [已办结, 阶段性办结] } } }
  罚款: { 量词: 万元, 小数: 4, 台账: { 日期: 办结日期, 求和: 罚款金额, 除以: 10000 } }
  处罚件: { 台账: { 日期: 办结日期, 条件: { 罚款金额: 有 } } }
台账:
`);

const csv = `受理编号,批次,受理日期,责任单位,污染类型,是否重点件,办结状态,办结日期,罚款金额
A1,1,2020-10-24,道县,大气、水,是,已办结,2020-10-30,15000
A2,1,2020-10-24,零陵区,水,否,阶段性办结,2020-11-09,
A3,2,2020-10-25,冷水滩,水,否,正在办理,,
A4,2,2020-10-25,零陵,大气,是,已办结,2020-11-08,500.5
A5,3,2020-11-08,道县,大气,否,已办结,2020-11-08,
A6,2,2020-10-25,零陵、冷水滩,大气,否,冷水滩:已办结、零陵:正在办理,冷水滩:2020-11-05、零陵:,冷水滩:20000、零陵:30000
A7,2,2020-10-25,冷水滩区、零陵区,水,否,已办结,2020-11-06,
`;

const count = (counts: string) => countFrom(vocabulary, csv, counts);
const all = `台账: 是\n交办: { 截至: 2020-11-07 }\n重点件: { 截至: 2020-11-07 }\n办结: { 截至: 2020-11-08 }\n`;

describe("amounts", () => {
  const office = (condition: string) =>
    vocabularyOf(`
分组: { 单位: { 项目: [道县, 零陵区, 双牌县] } }
指标:
  罚款: { 量词: 元, 小数: 2, 台账: { 日期: 受理日期, 求和: 罚款金额 } }
  罚款件: { 台账: { 日期: 受理日期, 条件: { 罚款金额: ${condition} } } }
台账: { 列: { 罚款金额: { 类型: 数字, 小数: 2 } } }
`);
  const rows = `受理编号,受理日期,责任单位,罚款金额
B1,2020-10-24,道县,61.50
B2,2020-10-24,道县,1.25
B3,2020-10-24,零陵区,60.00
B4,2020-10-24,零陵区,40
B5,2020-10-24,双牌县,
`;
  const both = "罚款: { 台账: 是, 截至: 2020-12-31 }\n罚款件: { 台账: 是, 截至: 2020-12-31 }";
  test("keep the decimals that are written: 61.50 and 1.25 are 62.75, 60.00 and 40 are 100.00", () => {
    const block = countFrom(office("有"), rows, both).sheet?.blocks.get("罚款");
    const written = [block?.total, ...(block?.groups[0]?.lines ?? [])].map((line) => [
      line?.label,
      line?.value.toString(),
      line?.decimals,
    ]);
    expect(written).toEqual([
      ["合计", "162.75", 2],
      ["道县", "62.75", 2],
      ["零陵区", "100", 2],
    ]);
  });
  test.each([
    ["有", "4"],
    ["超过 60", "1"],
    ["至少 60.00", "2"],
    ["以上：６０", "2"],
    ["不足 40", "1"],
    ["不超过 40", "2"],
  ])("may be a condition: %s", (condition, cases) =>
    expect(shown(countFrom(office(condition), rows, both).sheet, "罚款件", "合计")).toBe(cases),
  );
  test.each([
    ["多余 60", "“罚款金额”的条件不能写“多余 60”"],
    ["超过 60 万", "“罚款金额”的条件不能写“超过 60 万”"],
    ["[超过 10, 不足 60]", "“罚款金额”的条件不能写“超过 10、不足 60”"],
    ["60", "“罚款金额”应当是文字，这里是数字 60"],
  ])("a condition that cannot be meant is refused: %s", (condition, message) =>
    expect(() => office(condition)).toThrow(message),
  );
});

describe("as of a date", () => {
  const { sheet, problems } = count(all);
  test("cases are counted by the date the measure names", () => {
    expect(lines(problems)).toEqual([]);
    expect(shown(sheet, "交办", "合计")).toBe("6");
    expect(shown(sheet, "交办", "单位")).toBe("冷水滩1、零陵2、道县1");
    expect(shown(sheet, "交办", "类别")).toBe("大气3、水4");
    expect(shown(sheet, "重点件", "单位")).toBe("零陵1、道县1");
  });

  test("a part is counted within its whole: what came after the whole's date is not closed before its own", () => {
    expect(shown(sheet, "办结", "合计")).toBe("3");
    expect(shown(sheet, "办结", "单位")).toBe("零陵1、道县1");
    expect(shown(count("办结: { 台账: 是, 截至: 2020-11-08 }").sheet, "办结", "单位")).toBe("零陵1、道县2");
  });

  test("a joint case counts apart, once, when all its units are done", () => {
    expect(shown(sheet, "交办", "共有")).toBe("零陵+冷水滩2");
    expect(shown(sheet, "办结", "共有")).toBe("零陵+冷水滩1(冷水滩)、冷水滩+零陵1");
  });

  test("every number knows its cases and nothing else of them", () => {
    const cases = sheet?.blocks.get("办结")?.total?.cases ?? [];
    expect(cases.map((item) => [item.number, item.place.line])).toEqual([
      ["A1", 2],
      ["A4", 5],
      ["A7", 8],
    ]);
    expect(sheet?.blocks.get("办结")?.joint[0]?.count.cases?.map((item) => item.number)).toEqual(["A6"]);
  });

  test("the cross of two breakdowns comes along", () => {
    const [cross] = sheet?.blocks.get("交办")?.crosses ?? [];
    expect(cross?.dimensions).toEqual(["单位", "类别"]);
    expect(
      cross?.rows.map((row) => [row.label, row.lines.map((line) => `${line.label}${line.value.toString()}`)]),
    ).toEqual([
      ["冷水滩", ["水1"]],
      ["零陵", ["大气1", "水1"]],
      ["道县", ["大气1", "水1"]],
    ]);
  });
});

describe("batches", () => {
  test("restrict, and what else came by that date is a warning", () => {
    const { sheet, problems } = count("交办: { 台账: 是, 截至: 2020-11-07, 批次: 1 }");
    expect(shown(sheet, "交办", "合计")).toBe("2");
    expect(lines(problems)).toEqual([
      "counts.yaml:1:34 提醒：“交办”截至2020年11月7日，台账里还有 4 件在第 1 批以后或没有批次，没有计入 [batch-cut]",
    ]);
  });

  test("a case of the batch behind the date is a warning", () => {
    expect(lines(count("交办: { 台账: 是, 截至: 2020-11-07, 批次: 1-3 }").problems)).toEqual([
      "counts.yaml:1:34 提醒：“交办”的批次里有 1 件晚于2020年11月7日，没有计入 [batch-cut]",
    ]);
  });
});

describe("joint cases counted in every unit", () => {
  test("stand in every unit's number, and once in the total", () => {
    const { sheet } = count("交办: { 台账: 是, 截至: 2020-11-07, 共有计法: 各计 }");
    expect(shown(sheet, "交办", "单位")).toBe("冷水滩3、零陵4、道县1");
    expect(shown(sheet, "交办", "合计")).toBe("6");
    expect(shown(sheet, "交办", "共有")).toBe("零陵+冷水滩2");
  });
});

describe("sums", () => {
  test("add a column up, in another unit; what each unit of a joint case has of its own is not joint", () => {
    const { sheet } = count("罚款: { 台账: 是, 截至: 2020-12-31 }\n处罚件: { 台账: 是, 截至: 2020-12-31 }");
    expect(shown(sheet, "罚款", "合计")).toBe("3.55005");
    expect(shown(sheet, "罚款", "单位")).toBe("冷水滩2、零陵0.05005、道县1.5");
    expect(shown(sheet, "罚款", "共有")).toBe("");
    expect(shown(sheet, "处罚件", "合计")).toBe("2");
  });
});

describe("hours", () => {
  const dated = `受理编号,受理日期,责任单位
A1,2020-11-07 09:30,道县
A2,2020-11-07 18时,道县
A3,2020-11-07,道县
A4,2020-11-06,道县
`;
  test("an as-of hour cuts; a day without an hour is not counted, and that is told", () => {
    const { sheet, problems } = countFrom(vocabulary, dated, "交办: { 台账: 是, 截至: 2020-11-07 10时 }");
    expect(shown(sheet, "交办", "合计")).toBe("2");
    expect(lines(problems)).toEqual([
      "counts.yaml:1:18 提醒：“交办”截至2020年11月7日10时，台账里当天有 1 件没有写钟点，没有计入 [as-of-hour]",
    ]);
  });

  test("midnight belongs to the day that begins", () => {
    const midnight = "受理编号,受理日期,责任单位\nA1,2020-11-08 0:00,道县\n";
    expect(shown(countFrom(vocabulary, midnight, "交办: { 台账: 是, 截至: 2020-11-07 }").sheet, "交办", "合计")).toBe(
      "0",
    );
  });

  test("a period begins with its first day", () => {
    const { sheet } = countFrom(vocabulary, dated, "交办: { 台账: 是, 起始: 2020-11-07, 截至: 2020-11-07 }");
    expect(shown(sheet, "交办", "合计")).toBe("3");
  });
});

describe("names and order", () => {
  test("are those that the issue gives; others follow; zeros are listed when asked for", () => {
    const { sheet } = count(
      "交办: { 台账: 是, 截至: 2020-10-24, 单位: [道县, 冷水滩区], 列出零项: 是 }\n办结: { 台账: 是, 截至: 2020-11-08, 共有: [冷水滩区, 零陵] }",
    );
    expect(shown(sheet, "交办", "单位")).toBe("道县1、冷水滩区0、零陵1");
    expect(
      count("办结: { 台账: 是, 截至: 2020-11-08, 共有: 冷水滩区、零陵 }")
        .sheet?.blocks.get("办结")
        ?.joint.map((item) => item.count.label),
    ).toEqual(["冷水滩区、零陵", "冷水滩区、零陵"]);
  });
});

describe("what cannot be counted", () => {
  test.each([
    [
      "a stated total that the ledger does not come to",
      "交办: { 台账: 是, 截至: 2020-11-07, 合计: 7 }",
      "1:34 错误：“交办”的合计写的是 7，台账里是 6 [ledger-total]",
    ],
    ["no as-of date", "交办: { 台账: 是 }", "1:5 错误：缺少“截至” [missing-key]"],
    [
      "numbers in a block left to the ledger",
      "交办: { 台账: 是, 截至: 2020-11-07, 单位: { 道县: 2 } }",
      "1:34 错误：从台账统计时，这里只写名称，如 [冷水滩区, 零陵区]，不写数字 [invalid-value]",
    ],
    [
      "an unknown name",
      "交办: { 台账: 是, 截至: 2020-11-07, 单位: [到县] }",
      "1:35 错误：登记表里没有“到县”这个单位 [unknown-member]",
    ],
    [
      "one member under two names",
      "交办: { 台账: 是, 截至: 2020-11-07, 单位: [零陵, 零陵区] }",
      "1:39 错误：“零陵区”与前面的“零陵”是同一个单位 [member-twice]",
    ],
  ])("%s", (_, counts, expected) => {
    const { sheet, problems } = count(counts);
    expect(sheet).toBeUndefined();
    expect(lines(problems)).toEqual([`counts.yaml:${expected}`]);
  });

  test("a column that the files do not have", () => {
    const { sheet, problems } = countFrom(vocabulary, "受理编号,受理日期,责任单位\nA1,2020-10-24,道县\n", all);
    expect(sheet).toBeUndefined();
    expect(problems.map((problem) => problem.message)).toEqual([
      "“重点件”要用台账的“是否重点件”一列，台账里没有",
      "“办结”要用台账的“办结状态”一列，台账里没有",
      "“办结”要用台账的“办结日期”一列，台账里没有",
    ]);
  });

  test("a measure without a rule, and a ledger that nobody keeps", () => {
    const bare = vocabularyOf("分组: { 单位: { 项目: [甲] } }\n指标: { 交办: }\n台账:\n");
    expect(
      lines(countFrom(bare, "受理编号,受理日期,责任单位\n", "台账: 是\n交办: { 截至: 2020-11-07 }").problems),
    ).toEqual(["counts.yaml:2:1 错误：“交办”没有写怎样从台账统计 [ledger-rule]"]);
  });
});

describe("another office altogether, by data alone", () => {
  const mailbox = vocabularyOf(`
分组:
  部门: { 项目: [{ 全称: 市交通运输局, 简称: 交通局 }, { 全称: 市教育局, 简称: 教育局 }] }
  诉求: { 项目: [咨询, 投诉, 建议] }
指标:
  受理: { 台账: 来信时间 }
  回复: { 属于: 受理, 台账: { 日期: 回复时间 } }
  满意: { 属于: 回复, 台账: { 日期: 回访时间, 条件: { 评价: [满意, 基本满意] } } }
台账:
  文件: mailbox.csv
  列:
    受理编号: 信件编号
    受理日期: { 类型: 文字 }
    来信时间: { 类型: 日期, 必填: 是 }
    承办部门: { 分组: 部门, 共有: 是 }
    诉求类型: { 分组: 诉求 }
    回复时间: { 类型: 日期 }
    回访时间: { 类型: 日期 }
    评价: { 类型: 选项, 项目: [满意, 基本满意, 不满意] }
    来信内容: { 类型: 文字 }
`);
  const letters = `信件编号,来信时间,承办部门,诉求类型,来信内容,回复时间,回访时间,评价
SZ-1,2024-03-01 08:10,交通局,投诉,略,2024-03-04,2024-03-10,满意
SZ-2,2024-03-01,教育局,咨询,略,2024-03-02,2024-03-09,不满意
SZ-3,2024-03-05,交通局、教育局,建议,略,,,
`;
  test("a mayor's mailbox", () => {
    const { sheet, problems } = countFrom(
      mailbox,
      letters,
      "台账: 是\n受理: { 截至: 2024-03-31 }\n回复: { 截至: 2024-03-31 }\n满意: { 截至: 2024-03-31 }",
    );
    expect(lines(problems)).toEqual([]);
    expect(["受理", "回复", "满意"].map((measure) => shown(sheet, measure, "合计"))).toEqual(["3", "2", "1"]);
    expect(shown(sheet, "受理", "诉求")).toBe("咨询1、投诉1、建议1");
    expect(shown(sheet, "受理", "共有")).toBe("交通局+教育局1");
  });
});
