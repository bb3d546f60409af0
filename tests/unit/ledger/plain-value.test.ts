/** What the import puts in order, and what it refuses to guess. */

import { describe, expect, test } from "vitest";
import type { CellFault } from "../../../src/ledger/cell.ts";
import { plainValue } from "../../../src/ledger/import/plain-value.ts";
import type { SheetCell } from "../../../src/ledger/workbook/sheet.ts";
import { writeCsv } from "../../../src/ledger/import/write-csv.ts";
import { vocabularyOf } from "../../support/ledger.ts";

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

  test("dates that count from 1904", () => {
    expect(of("受理日期", number("42680"), true)).toBe("2020-11-07");
  });
});

describe("not guessed", () => {
  test.each([
    ["受理日期", text("11月7日"), "没有写年份"],
    ["受理日期", text("11.7"), "没有写年份"],
    ["受理日期", text("20.11.7"), "年份只有两位"],
    ["受理日期", text("2020-11-31"), "不存在"],
    ["受理日期", text("上周"), "不是日期"],
    ["受理日期", number("20201131"), "不存在"],
    ["受理编号", number("1.5"), "不是整数"],
    ["批次", dated("43983"), "“批次”这一格是日期 2020-06-01"],
    ["约谈", dated("43983"), "“约谈”这一格是日期 2020-06-01"],
    ["受理编号", number("2.0200001310001E+18"), "已经丢失"],
    ["责任单位", { kind: "error", text: "#VALUE!" }, "公式出错了（#VALUE!）"],
  ] as const)("%s %o: %s", (name, cell, expected) => {
    expect(() => of(name, cell)).toThrow(expected);
  });

  test.each([
    ["责任单位", text("冷水滩,某县"), "冷水滩,某县"],
    ["罚款金额", text("2万元"), "2万元"],
  ] as const)("%s %o is left for the ledger's own check", (name, cell, expected) => {
    expect(of(name, cell)).toBe(expected);
  });
});

test("text that a spreadsheet would run is made harmless; numbers, quotes and line breaks stay", () => {
  expect(
    writeCsv(
      ["甲", "乙"],
      [
        ['=HYPERLINK("x")', "-5"],
        ['说"好"', "两\n行"],
      ],
    ),
  ).toBe('\ufeff甲,乙\r\n"\'=HYPERLINK(""x"")",-5\r\n"说""好""","两\n行"\r\n');
});
