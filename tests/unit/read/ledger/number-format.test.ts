/** What Excel and WPS show of a number is what is imported. */

import { describe, expect, test } from "vitest";
import {
  isGeneral,
  NumberFormatFault,
  showsDate,
  shownNumber,
  shownText,
} from "../../../../src/read/ledger/workbook/number-format.ts";

describe("a number is shown", () => {
  test.each([
    [12, "00000", "00012"],
    [7, '"X2020"000', "X2020007"],
    [7, "\\X\\20000", "X20007"],
    [2.5, '0.00"万元"', "2.50万元"],
    [25000, '0!.0,"万元"', "2.5万元"],
    [25000, "0!.0000", "2.5000"],
    [1234567.5, "#,##0.00", "1,234,567.50"],
    [0.856, "0.0 %", "85.6 %"],
    [1.5, "# ?/?", "1 1/2"],
    [-5, "0_);[Red](0)", "(5)"],
    [-5, "0;[红色]-0.00", "-5.00"],
    [5, "[颜色10]0.0", "5.0"],
    [3, 'G/通用格式"件"', "3件"],
    [0, '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ', "-"],
    [1234.5, '_ ¥* #,##0.00_ ;_ ¥* -#,##0.00_ ;_ ¥* "-"??_ ;_ @_ ', "¥1,234.50"],
    [1, '"已"办;;"未办"', "已办"],
    [0, '"已"办;;"未办"', "未办"],
    [25000, '[>=10000]0!.0,"万";0"元"', "2.5万"],
    [15, "[DBNum1]General", "一十五"],
    [15, '[DBNum1][$-804]"第"General"批"', "第一十五批"],
    [2020, "[DBNum1]0", "二〇二〇"],
    [12345, "[DBNum2][$-804]G/通用格式", "壹万贰仟叁佰肆拾伍"],
  ])("%d in %s: %s", (value, code, shown) => {
    expect(shownNumber(value, code)).toBe(shown);
  });

  test.each([
    [0.75, "h:mm", "18:00"],
    [44140.75, '上午/下午h"时"mm"分"', "下午6时00分"],
    [1.5, "[h]:mm", "36:00"],
    [32266, 'yyyy"年"m"月"d"日"', "1988年5月3日"],
    [44140, "yyyy\\-mm\\-dd;@", "2020-11-05"],
    [44140, '[DBNum1][$-804]yyyy"年"m"月"d"日"', "二〇二〇年十一月五日"],
    [44140, "aaaa", "星期四"],
    [44140, 'm"月"d"日"', "11月5日"],
  ])("%d as a date in %s: %s", (value, code, shown) => {
    expect(shownNumber(value, code)).toBe(shown);
    expect(showsDate(code)).toBe(true);
  });

  test("counted from 1904, dates are later and other numbers the same", () => {
    expect(shownNumber(42678, "yyyy/m/d", true)).toBe("2020/11/5");
    expect(shownNumber(42678, "0", true)).toBe("42678");
  });

  test("not at all where the code makes no sense", () => {
    expect(() => shownNumber(1, "坏[格式")).toThrow(NumberFormatFault);
    expect(() => shownNumber(1, "[DBNum3]0")).toThrow(NumberFormatFault);
  });
});

test("words around a text are seen with it", () => {
  expect(shownText("张", '@"区长"')).toBe("张区长");
  expect(shownText("张", "yyyy/m/d;@")).toBe("张");
  expect(shownText("张", "0.00")).toBe("张");
  expect(shownText("张", ";;;")).toBe("");
  expect(shownText("张", "坏[格式")).toBe("张");
});

test("General has several names", () => {
  expect(["General", "G/通用格式", "@", "", "[红色]General", "0"].map(isGeneral)).toEqual([
    true,
    true,
    true,
    true,
    true,
    false,
  ]);
});
