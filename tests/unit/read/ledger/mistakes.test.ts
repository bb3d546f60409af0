/** What an editor is told of a ledger with mistakes: file, line and column, all at once. */

import { describe, expect, test } from "vitest";
import { lines, readFiles, vocabularyOf } from "../../../support/ledger.ts";

const vocabulary = vocabularyOf(`
分组:
  单位: { 项目: [{ 全称: 冷水滩区, 简称: 冷水滩 }, { 全称: 零陵区, 简称: 零陵 }, 道县] }
  类别: { 项目: [大气, 水, 噪声], 可重复: 是 }
  来源: { 项目: [来电, 来信] }
指标:
  交办: { 台账: 受理日期 }
台账:
  编号格式: { 写法: "{来源}#HC{年}#####", 对照: { 来源: { D: 来电, X: 来信 } } }
`);

const head = "受理编号,批次,来源,受理日期,责任单位,污染类型,是否重点件,办结状态,办结日期,罚款金额,责令整改\n";
const good = "D1HC202000001,1,来电,2020-10-24,冷水滩,大气、水,是,已办结,2020-10-30,1500.50,2\n";

/** One row on line 3, its cells changed by heading. */
function row(changes: Readonly<Record<string, string>>): string {
  const cells = { ...base, ...changes };
  return Object.values(cells).join(",") + "\n";
}
const base = {
  编号: "D1HC202000002",
  批次: "1",
  来源: "来电",
  日期: "2020-10-24",
  单位: "零陵、冷水滩",
  类别: "水",
  重点: "否",
  状态: "正在办理",
  办结: "",
  罚款: "",
  整改: "",
};

const of = (text: string): string[] => lines(readFiles(vocabulary, { "ledger.csv": head + good + text }).problems);

describe("a good ledger", () => {
  test("has no problem, and holds what its cells say", () => {
    const { ledger, problems } = readFiles(vocabulary, { "ledger.csv": head + good + row({}) });
    expect(lines(problems)).toEqual([]);
    expect(ledger?.cases.map((record) => [record.number, record.batch, record.place.line])).toEqual([
      ["D1HC202000001", 1, 2],
      ["D1HC202000002", 1, 3],
    ]);
  });
});

describe("one wrong cell", () => {
  test.each<[string, Partial<Record<keyof typeof base, string>>, string]>([
    ["unknown unit", { 单位: "冷水摊" }, "3:31 错误：“责任单位”里不能是“冷水摊”，登记的名称里没有它 [unknown-member]"],
    ["unknown category", { 类别: "大汽" }, "3:38 错误：“污染类型”里不能是“大汽”，登记的名称里没有它 [unknown-member]"],
    ["two sources", { 来源: "来电、来信" }, "3:17 错误：“来源”只能写一项，这里写的是“来电、来信” [several-members]"],
    ["a unit twice", { 单位: "零陵、零陵区" }, "3:31 错误：“责任单位”里同一项写了两次：“零陵、零陵区” [member-twice]"],
    [
      "a date that does not exist",
      { 日期: "2020-02-30" },
      "3:20 错误：日期“2020-02-30”不存在：2020 年 2 月只有 29 天 [invalid-date]",
    ],
    [
      "full-width digits",
      { 日期: "２０２０-10-24" },
      "3:20 错误：日期“２０２０-10-24”里有全角数字或全角符号 [invalid-date]",
    ],
    ["no number", { 编号: "" }, "3:1 错误：“受理编号”空着 [empty-value]"],
    ["no unit", { 单位: " " }, "3:31 错误：“责任单位”空着 [empty-value]"],
    ["no date", { 日期: "" }, "3:20 错误：“受理日期”空着 [empty-value]"],
    [
      "a number twice",
      { 编号: "D1HC202000001" },
      "3:1 错误：受理编号 D1HC202000001 在台账里有两次 [case-number-twice]",
    ],
    [
      "a number that Excel wrote as a quantity",
      { 编号: "4.31103E+17" },
      "3:1 错误：编号“4.31103E+17”是科学记数法，原来的数字已经丢失 [digits-lost]",
    ],
    ["an apostrophe", { 编号: "'00012" }, "3:1 错误：编号“'00012”里有不该有的符号 [case-number]"],
    ["a star", { 编号: "D1HC202000002*" }, "3:1 错误：编号“D1HC202000002*”带着重点件的星号 [case-number]"],
    ["a batch of words", { 批次: "首批" }, "3:15 错误：批次“首批”看不懂 [batches]"],
    ["several batches", { 批次: "1-2" }, "3:15 错误：批次“1-2”不止一批 [batches]"],
    ["a wrong state", { 状态: "搞定" }, "3:42 错误：“办结状态”里不能是“搞定”，登记的名称里没有它 [unknown-member]"],
    [
      "closed without a date",
      { 状态: "已办结" },
      "3:46 错误：“办结状态”写的是“已办结”，却没有“办结日期” [state-and-date]",
    ],
    [
      "open with a date",
      { 办结: "2020-11-01" },
      "3:47 错误：“办结状态”写的是“正在办理”，却有“办结日期” [state-and-date]",
    ],
    [
      "money in words",
      { 罚款: "2万元" },
      "3:48 错误：“罚款金额”只写数字，不带量词，这里写的是“2万元” [number-with-unit]",
    ],
    ["too many decimals", { 罚款: "1.005" }, "3:48 错误：“罚款金额”最多 2 位小数，这里是 1.005 [fractional-number]"],
    ["a negative number", { 整改: "-1" }, "3:49 错误：“责令整改”不能小于 0，这里是 -1 [negative-number]"],
    ["full-width amount", { 整改: "２" }, "3:49 错误：“责令整改”用了全角数字“２” [fullwidth-digit]"],
    [
      "a date for a stranger",
      { 状态: "", 办结: "道县:2020-11-01" },
      "3:43 错误：“道县”不是这一件的责任单位 [per-unit]",
    ],
    ["one cell too many", { 整改: "1,2" }, "3:51 错误：这一行有 12 格，列名有 11 个 [csv-width]"],
  ])("%s", (_, changes, expected) => {
    expect(of(row(changes))).toEqual([`data/ledger.csv:${expected}`]);
  });
});

describe("cross-checks", () => {
  test.each<[string, Partial<Record<keyof typeof base, string>>, string]>([
    ["source against letter", { 来源: "来信" }, "里的“D”表示来电，“来源”写的是“来信”"],
    ["year", { 编号: "D1HC202100002" }, "里的年份是 2021，“受理日期”是2020年10月24日"],
    ["form", { 编号: "D1HC20200002" }, "不是“{来源}#HC{年}#####”的样子"],
  ])("%s is a warning", (_, changes, expected) => {
    const [only, ...more] = of(row(changes));
    expect(more).toEqual([]);
    expect(only).toContain(" 提醒：");
    expect(only).toContain(expected);
  });

  const inBoth = (...cases: readonly Readonly<Record<string, string>>[]): [csv: string[], yaml: string[]] => {
    const csv = head + cases.map((changes, at) => row({ 编号: `D1HC20200000${at + 1}`, ...changes })).join("");
    const headings = head.trim().split(",");
    const yaml = cases
      .map((changes, at) => Object.values({ ...base, 编号: `D1HC20200000${at + 1}`, ...changes }))
      .map((cells) => `- ${headings.map((heading, at) => `${heading}: "${cells[at] ?? ""}"`).join("\n  ")}\n`)
      .join("");
    const said = (files: Readonly<Record<string, string>>): string[] =>
      readFiles(vocabulary, files).problems.map(({ severity, message }) => `${severity} ${message}`);
    return [said({ "ledger.csv": csv }), said({ "ledger.yaml": yaml })];
  };
  const closed = { 单位: "零陵", 状态: "已办结" };

  test.each<[string, readonly Readonly<Record<string, string>>[], readonly string[]]>([
    [
      "ended before it came",
      [{ ...closed, 办结: "2020-10-20" }],
      ["warning 受理编号 D1HC202000001 “办结日期”是2020年10月20日，早于“受理日期”2020年10月24日"],
    ],
    [
      "ended for one unit before it came",
      [{ 状态: "零陵:已办结、冷水滩:已办结", 办结: "零陵:2020-10-20、冷水滩:2020-11-01" }],
      ["warning 受理编号 D1HC202000001 零陵的“办结日期”是2020年10月20日，早于“受理日期”2020年10月24日"],
    ],
    [
      "ended on the same day at an earlier hour",
      [{ ...closed, 日期: "2020-10-24 15:00", 办结: "2020-10-24 9:30" }],
      ["warning 受理编号 D1HC202000001 “办结日期”是2020年10月24日9时30分，早于“受理日期”2020年10月24日15时"],
    ],
    ["ended on the day it came", [{ ...closed, 日期: "2020-10-24 15:00", 办结: "2020-10-24" }], []],
    [
      "batches that come in another order than their dates",
      [{}, { 批次: "2", 日期: "2020-10-22" }],
      ["warning 第 2 批的“受理日期”（2020年10月22日）比第 1 批的（2020年10月24日）还早"],
    ],
    [
      "a year that cannot be",
      [{}, { 批次: "", 日期: "2120-10-24", 编号: "D1HC212000002" }, {}],
      ["warning 受理编号 D1HC212000002 的“受理日期”是2120年10月24日，其余多在 2020 年"],
    ],
    ["a number twice", [{}, { 编号: "D1HC202000001" }], ["error 受理编号 D1HC202000001 在台账里有两次"]],
    ["a day that is not", [{ 日期: "2020-02-30" }], ["error 日期“2020-02-30”不存在：2020 年 2 月只有 29 天"]],
    ["an unknown unit", [{ 单位: "某县" }], ["error “责任单位”里不能是“某县”，登记的名称里没有它"]],
    ["an unknown category", [{ 类别: "风" }], ["error “污染类型”里不能是“风”，登记的名称里没有它"]],
    ["the cell above", [{}, { 单位: "同上" }], ["error “责任单位”写的是“同上”，就是与上一格相同，程序不照抄"]],
    ["no case number yet", [{ 编号: "待补" }], ["error “待补”不是编号，里面一个数字也没有"]],
    ["month, day, year", [{ 日期: "10/24/2020" }], ["error 日期“10/24/2020”的年份写在最后"]],
    ["no year", [{ 日期: "10月31日" }], ["error 日期“10月31日”没有写年份"]],
  ])("promised in the handbook, of a .csv and of a .yaml: %s", (_, cases, expected) => {
    expect(inBoth(...cases)).toEqual([expected, expected]);
  });

  test("numbers that differ only in the case of their letters are two, of which is warned", () => {
    const plain = vocabularyOf("分组: { 单位: { 项目: [道县] } }\n指标: { 交办: { 台账: 受理日期 } }\n台账:\n");
    const { ledger, problems } = readFiles(plain, {
      "ledger.csv": "受理编号,受理日期,责任单位\nD1,2020-11-05,道县\nd1,2020-11-06,道县\n",
    });
    expect(ledger?.cases).toHaveLength(2);
    expect(lines(problems)).toEqual([
      "data/ledger.csv:3:1 提醒：受理编号 d1 和 D1 只差字母的大小写，按两件算了 [case-number-letters]",
    ]);
  });

  test("a date that fits the next batch better is a warning", () => {
    const numbered = (number: string, batch: string, 日期: string): string =>
      row({ 编号: `D1HC2020${number}`, 批次: batch, 日期 });
    expect(
      of(
        numbered("00002", "2", "2020-10-25") +
          numbered("00003", "2", "2020-10-25") +
          numbered("00004", "1", "2020-10-27"),
      ),
    ).toEqual([
      "data/ledger.csv:5:1 提醒：受理编号 D1HC202000004 在第 1 批，“受理日期”是2020年10月27日，与同批的不符 [batch-date]",
    ]);
  });
});

describe("the whole file", () => {
  test("all mistakes are told at once, and no line is quoted in a report", () => {
    const { ledger, problems } = readFiles(vocabulary, {
      "ledger.csv": head + row({ 单位: "某县", 日期: "昨天" }) + row({ 编号: "", 批次: "?" }),
    });
    expect(ledger).toBeUndefined();
    expect(problems).toHaveLength(4);
    expect(problems.every((problem) => problem.sensitive === true)).toBe(true);
  });

  test("thousands of mistakes are told as two hundred and how many more", () => {
    const rows = Array.from({ length: 3000 }, (_, at) => row({ 编号: `D1HC2020${at}`, 单位: "某县" })).join("");
    const { problems } = readFiles(vocabulary, { "ledger.csv": head + rows });
    expect(problems).toHaveLength(201);
    expect(lines(problems).at(-1)).toContain("台账里另外还有2800 处错误，没有逐条列出");
  });

  test("columns: an unknown one is told and left alone, a missing one is an error, one twice is an error", () => {
    const of2 = (text: string): string[] => lines(readFiles(vocabulary, { "ledger.csv": text }).problems);
    expect(of2("编号,办结日其,转办时间,责任单位\nD1HC202000001,x,2020-10-24,道县\n")).toEqual([
      "data/ledger.csv:1:4 提醒：不认识“办结日其”这一列，没有读它 [unknown-column]",
    ]);
    expect(of2("受理日期,责任单位\n2020-10-24,道县\n")).toContain(
      "data/ledger.csv:1:1 错误：台账里没有“受理编号”这一列 [missing-column]",
    );
    expect(of2("编号,受理编号,受理日期,责任单位\n")).toEqual([
      "data/ledger.csv:1:4 错误：“受理编号”和“编号”是同一列（受理编号） [column-twice]",
    ]);
  });

  test("a number that stands in two files is an error in the second", () => {
    const { problems } = readFiles(vocabulary, { "a.csv": head + good, "b.csv": head + good });
    expect(lines(problems)).toEqual(["data/b.csv:2:1 错误：受理编号 D1HC202000001 在台账里有两次 [case-number-twice]"]);
    expect(problems[0]?.hint).toContain("data/a.csv 第 2 行");
  });
});

describe("YAML", () => {
  const plain = "- 受理编号: D1HC202000001\n  受理日期: 2020-10-24\n  责任单位: [冷水滩, 道县]\n";

  test.each([
    ["written plainly", `${plain}  办结日期: { 冷水滩: 2020-11-01, 道县: }\n  办结状态: "冷水滩:已办结、道县:在办"\n`],
    [
      "written as YAML allows",
      `${plain}  办结日期:\n    冷水滩: 2020-11-01\n    道县:\n  办结状态:\n    冷水滩: 已办结\n    道县: 在办\n`,
    ],
  ])("a joint case %s", (_, text) => {
    const { ledger, problems } = readFiles(vocabulary, { "ledger.yaml": text });
    expect(lines(problems)).toEqual([]);
    const [date] = ledger?.cases[0]?.dates.slice(1) ?? [];
    const byUnit = date as ReadonlyMap<{ fullName: string }, { moment: { day: number } }>;
    expect([...byUnit].map(([unit, { moment }]) => [unit.fullName, moment.day])).toEqual([["冷水滩区", 1]]);
  });

  test.each([
    ["plainly", plain],
    ["with comments", `# 台账\n${plain}\n`],
    ["in flow style", "- { 受理编号: D1HC202000001, 受理日期: 2020-10-24, 责任单位: [冷水滩, 道县] }\n"],
  ])("mistakes have their place %s", (_, text) => {
    const { problems } = readFiles(vocabulary, { "ledger.yaml": text.replace("道县", "到县") });
    expect(problems.map(({ code, message }) => [code, message])).toEqual([
      ["unknown-member", "“责任单位”里不能是“到县”，登记的名称里没有它"],
    ]);
    const { line } = problems[0]?.place ?? { line: 0 };
    expect(text.split("\n")[line - 1]).toContain("责任单位");
  });

  const wrong = "- 受理编号: D1HC202000003\n  受理日期: 2020-02-30\n  责任单位: 某县\n";
  const told = ["日期“2020-02-30”不存在：2020 年 2 月只有 29 天", "“责任单位”里不能是“某县”，登记的名称里没有它"];

  test.each([
    ["a missing colon", `${plain}${wrong}- 受理编号: D1HC202000004\n  受理日期 2020-10-25\n  责任单位: 道县\n`],
    [
      "a quote that is not closed",
      `${plain}- 受理编号: D1HC202000004\n  受理日期: "2020-10-25\n  责任单位: 道县\n${wrong}`,
    ],
    ["a tab", `${plain}\t来源: 来电\n${wrong}`],
    ["a full-width colon", `${plain}- 受理编号：D1HC202000004\n  受理日期: 2020-10-25\n  责任单位: 道县\n${wrong}`],
    [
      "damage in the first case",
      `- 受理编号: D1HC202000002\n  责任单位: [道县\n  受理日期: 2020-10-25\n${plain}${wrong}`,
    ],
  ])("the cases around a damaged line are read on: %s", (_, text) => {
    const { ledger, problems } = readFiles(vocabulary, { "ledger.yaml": text });
    expect(ledger).toBeUndefined();
    const messages = problems.map(({ message }) => message);
    expect(messages).toEqual(expect.arrayContaining(told));
    expect(messages).toHaveLength(told.length + 1);
  });

  test("a large file must be plain", () => {
    const large = plain + "- 受理编号: |\n    x\n".padEnd(1024 * 1024, "\n");
    expect(lines(readFiles(vocabulary, { "ledger.yaml": large }).problems)).toEqual([
      "data/ledger.yaml:4:1 错误：这一行不是“- 列名: 内容”或“  列名: 内容”的简单写法 [ledger-yaml]",
    ]);
  });
});

describe("numbers of more than fifteen digits that end in zeros", () => {
  const long = "431103199001010000";
  const plain = vocabularyOf("分组: { 单位: { 项目: [道县] } }\n指标: { 交办: { 台账: 受理日期 } }\n台账:\n");
  const read = (text: string) => readFiles(plain, { "ledger.csv": `受理编号,受理日期,责任单位\n${text}` }).problems;

  test("are remarked: Excel may have lost their end", () => {
    expect(lines(read(`${long},2020-11-05,道县\n431103199001010011,2020-11-05,道县\n`))).toEqual([
      `data/ledger.csv:2:1 提醒：受理编号 ${long} 超过 15 位，后面都是 0，多半是 Excel 把后几位丢了 [case-number-zeros]`,
    ]);
  });

  test("are not to be deleted when two are alike", () => {
    const [problem] = read(`${long},2020-11-05,道县\n${long},2020-11-06,道县\n`);
    expect(problem?.code).toBe("case-number-twice");
    expect(problem?.hint).toContain("请对照原始材料重新填");
    expect(problem?.hint).not.toContain("删去");
  });
});

test.each(["\t", ";", "|"])("a ledger whose cells are parted by %j is read", (mark) => {
  const text = (head + good).replaceAll(",", mark);
  expect(readFiles(vocabulary, { "ledger.csv": text }).ledger?.cases).toHaveLength(1);
});
