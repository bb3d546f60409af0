/** What the import puts in order, and what it refuses to guess. */

import { describe, expect, test } from "vitest";
import type { CellFault } from "../../../../src/read/ledger/cell.ts";
import { plainValue } from "../../../../src/intake/ledger/plain-value.ts";
import type { SheetCell } from "../../../../src/read/ledger/workbook/sheet.ts";
import { csv } from "../../../../src/compute/rows/csv.ts";
import { vocabularyOf } from "../../../support/ledger.ts";

const { ledger } = vocabularyOf(`
分组:
  单位: { 项目: [{ 全称: 冷水滩区, 简称: 冷水滩 }, { 全称: 零陵区, 简称: 零陵 }] }
  类别: { 项目: [大气, 水], 可重复: 是 }
指标: { 交办: }
台账:
`);

/** What is imported of a cell, and what is remarked on it. */
const read = (name: string, cell: SheetCell, from1904 = false): { value: string; remarks: string[] } => {
  const column = ledger?.columns.find((other) => other.name === name);
  if (column === undefined) throw new Error(`no ${name}`);
  const remarks: string[] = [];
  const remark = (fault: CellFault): void => {
    remarks.push(fault.message);
  };
  return { value: plainValue(cell, column, { from1904, remark }), remarks };
};
const of = (name: string, cell: SheetCell, from1904 = false): string => read(name, cell, from1904).value;
const text = (value: string): SheetCell => ({ kind: "text", text: value });
const number = (value: string, format = "General"): SheetCell => ({ kind: "number", text: value, format });
const dated = (value: string): SheetCell => number(value, "yyyy\\-mm\\-dd");

describe("put in order", () => {
  test.each([
    ["受理日期", text("2020年11月7日 "), "2020-11-07"],
    ["受理日期", text("２０２０．１１．７"), "2020-11-07"],
    ["受理日期", text("2020 年 11 月 7 日 18 时"), "2020-11-07 18:00"],
    ["受理日期", text("2020/11/7 00:00:00"), "2020-11-07"],
    ["受理日期", text("2020-11-07 09:30:15"), "2020-11-07 9:30"],
    ["受理日期", text("20201107"), "2020-11-07"],
    ["受理日期", number("20201107"), "2020-11-07"],
    ["受理日期", number("44142"), "2020-11-07"],
    ["受理日期", number("44142.75"), "2020-11-07 18:00"],
    ["办结日期", text("—"), ""],
    ["办结日期", text("冷水滩：2020.11.5；零陵："), "冷水滩:2020-11-05、零陵:"],
    ["批次", text("第十五批"), "15"],
    ["批次", number("15"), "15"],
    ["受理编号", text("\u200b Ｄ１ＹＺ２０２０００１３１　"), "D1YZ202000131"],
    ["受理编号", number("202000131"), "202000131"],
    ["责任单位", text("冷水滩区，零陵"), "冷水滩区、零陵"],
    ["责任单位", text("冷水滩\n零陵"), "冷水滩、零陵"],
    ["污染类型", text("大气/水"), "大气、水"],
    ["是否重点件", text("★"), "是"],
    ["是否重点件", { kind: "boolean", value: false }, "否"],
    ["罚款金额", text("12,000元"), "12000"],
    ["罚款金额", number("0.30000000000000004"), "0.3"],
    ["罚款金额", text("无"), ""],
    ["问题摘要", text(" 说明 "), "说明"],
    ["交办时限", dated("44142"), "2020-11-07"],
    ["交办时限", number("0.75", "h:mm"), "18:00"],
    ["备注", number("44142"), "44142"],
  ] as const)("%s %o → %s", (name, cell, expected) => {
    expect(of(name, cell)).toBe(expected);
  });

  test.each([
    ["受理编号", number("12", "00000"), "00012"],
    ["受理编号", number("7", '"X2020"000'), "X2020007"],
    ["受理编号", number("123456789012345", "0.00E+00"), "123456789012345"],
    ["受理编号", text("'00012"), "00012"],
    ["批次", number("3", '"第"0"批"'), "3"],
    ["批次", number("15", '[DBNum1]"第"General"批"'), "15"],
    ["受理日期", number("32266", "yyyy/m/d"), "1988-05-03"],
    ["受理日期", number("44140", 'm"月"d"日"'), "2020-11-05"],
    ["受理日期", number("20201105", '0000"年"00"月"00"日"'), "2020-11-05"],
    ["受理日期", text("二〇二〇年十一月五日"), "2020-11-05"],
    ["罚款金额", number("25000", '0!.0,"万元"'), "25000"],
    ["罚款金额", number("1234.5", '_ ¥* #,##0.00_ ;_ ¥* "-"??_ '), "1234.5"],
    ["罚款金额", number("0", '#,##0;-#,##0;"-"'), ""],
    ["罚款金额", number("100", 'G/通用格式"元"'), "100"],
    ["罚款金额", text("¥1,000.00元"), "1000.00"],
    ["责任单位", number("1", '"零陵"'), "零陵"],
    ["问题摘要", number("0.856", "0.0%"), "85.6%"],
    ["问题摘要", number("32266", "yyyy/m/d"), "1988/5/3"],
    ["问题摘要", number("13800138000"), "13800138000"],
  ] as const)("as it is seen: %s %o → %s", (name, cell, expected) => {
    expect(read(name, cell)).toEqual({ value: expected, remarks: [] });
  });

  test.each([
    ["罚款金额", number("25499", '0!.0,"万元"'), "25499", "“罚款金额”显示为 2.5万元，存的是 25499，导入的是存的数"],
    ["罚款金额", number("100.6", "0"), "100.6", "“罚款金额”显示为 101，存的是 100.6，导入的是存的数"],
    ["受理日期", number("44140"), "2020-11-05", "“受理日期”显示的是数字 44140，按日期 2020-11-05 导入"],
    [
      "问题摘要",
      number("431103199001010000"),
      "431103199001010000",
      "“问题摘要”存成了数字，超过 15 位的部分已经丢失（431103199001010000）",
    ],
  ] as const)("with a remark: %s %o → %s", (name, cell, expected, remark) => {
    expect(read(name, cell)).toEqual({ value: expected, remarks: [remark] });
  });

  test("dates that count from 1904", () => {
    expect(of("受理日期", number("42680"), true)).toBe("2020-11-07");
  });
});

describe("not guessed", () => {
  test.each([
    ["受理日期", text("11月7日"), "没有写年份"],
    ["受理日期", text("11.7"), "没有写年份"],
    ["受理日期", text("20.11.7"), "年份只有两位"],
    ["受理日期", text("10/24/2020"), "的年份写在最后"],
    ["受理日期", text("24.10.2020"), "的年份写在最后"],
    ["受理日期", text("〃"), "就是与上一格相同"],
    ["责任单位", text("（同上）"), "就是与上一格相同"],
    ["受理日期", text("2020-11-31"), "不存在"],
    ["受理日期", text("上周"), "不是日期"],
    ["受理日期", number("20201131"), "不存在"],
    ["受理编号", number("1.5"), "不是整数"],
    ["批次", dated("43983"), "“批次”这一格是日期 2020-06-01"],
    ["约谈", dated("43983"), "“约谈”这一格是日期 2020-06-01"],
    ["受理编号", number("2.0200001310001E+18"), "已经丢失"],
    ["受理编号", number("1234", "#,##0"), "“受理编号”显示为“1,234”，是数字格式带出来的"],
    ["受理编号", number("431103199001010000", "0"), "超过 15 位的部分已经丢失"],
    ["受理编号", dated("44140"), "“受理编号”这一格是日期 2020-11-05"],
    ["罚款金额", number("5", ";;;"), "“罚款金额”这一格看上去是空的，里面却存着“5”"],
    ["问题摘要", number("5", "坏[格式"), "数字格式“坏[格式”程序不认识"],
    ["受理日期", number("0.5", "h:mm"), "只有钟点（12:00），没有日期"],
    ["受理日期", number("60", "yyyy/m/d"), "没有这一天"],
    ["受理日期", text("2020年11月"), "没有写是哪一天"],
    ["受理日期", text("########"), "只有一串 #"],
    ["责任单位", { kind: "error", text: "#VALUE!" }, "公式出错了（#VALUE!）"],
  ] as const)("%s %o: %s", (name, cell, expected) => {
    expect(() => of(name, cell)).toThrow(expected);
  });

  test.each([
    ["责任单位", text("冷水滩,某县"), "冷水滩,某县"],
    ["罚款金额", text("2万元"), "2万元"],
    ["罚款金额", number("2.5", '0.00"万元"'), "2.50万元"],
    ["罚款金额", number("0.856", "0.0%"), "85.6%"],
  ] as const)("%s %o is left for the ledger's own check", (name, cell, expected) => {
    expect(of(name, cell)).toBe(expected);
  });
});

test.each([
  ["10/24/2020", "请先写年，再写月、日：2020-10-24。"],
  ["24-10-2020", "请先写年，再写月、日：2020-10-24。"],
  ["10/11/2020", "看不出前面哪个是月、哪个是日：请对照原始材料，按年、月、日的次序写，如 2020-11-07。"],
])("a year that stands last is advised to stand first where month and day are sure: %s", (written, hint) => {
  expect(() => of("受理日期", text(written))).toThrow(expect.objectContaining({ hint }));
});

test("text that a spreadsheet would run is made harmless; numbers, quotes and line breaks stay", () => {
  expect(
    csv([
      ["甲", "乙"],
      ['=HYPERLINK("x")', "-5"],
      ['说"好"', "两\n行"],
    ]),
  ).toBe('甲,乙\r\n"\'=HYPERLINK(""x"")",-5\r\n"说""好""","两\n行"\r\n');
});
