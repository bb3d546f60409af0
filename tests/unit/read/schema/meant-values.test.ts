/** Values typed in another way than the schema has them: what is surely meant is mended, the rest told. */

import { describe, expect, test } from "vitest";
import { z } from "zod";
import { SourceText } from "../../../../src/base/problem/source-text.ts";
import { applyFixes } from "../../../../src/check/proofread/index.ts";
import { moment, yesNo } from "../../../../src/read/schema/fields.ts";
import { validate } from "../../../../src/read/schema/validate.ts";
import { parseYaml } from "../../../../src/read/source/yaml.ts";

const schema = z.strictObject({
  件数: z.number().int().min(0).optional(),
  小数: z.number().int().max(6).optional(),
  内部: yesNo.optional(),
  日期: moment.optional(),
});

/** The line after the mend, and what was told of it. */
function mended(line: string): readonly [line: string, told: readonly string[]] {
  const text = `\ufeff# 说明，１２件不改\r\n${line}    # 注，１２件不改\r\n`.slice(1);
  const source = new SourceText("文件.yaml", text);
  const { yaml } = parseYaml(source);
  if (yaml === undefined) throw new Error(line);
  const { problems } = validate(schema, yaml);
  const after = applyFixes(source, problems).text;
  expect(after.startsWith("# 说明，１２件不改\r\n") && after.endsWith("    # 注，１２件不改\r\n")).toBe(true);
  return [after.split("\r\n")[1]?.replace(/ {4}# 注.*/, "") ?? "", problems.map(({ code }) => code)];
}

describe("numbers", () => {
  test.each([
    ["件数: １２", "件数: 12", "fullwidth-digit"],
    ["件数: １２件", "件数: 12", "fullwidth-digit"],
    ["件数: １２ 件。", "件数: １２ 件。", "fullwidth-digit"],
    ["件数: １，２３４件", "件数: 1234", "fullwidth-digit"],
    ["件数: １，２３４", "件数: 1234", "fullwidth-digit"],
    ["件数: 约１２", "件数: 约１２", "fullwidth-digit"],
    ["件数: 1,234件", "件数: 1234", "number-with-unit"],
    ["件数: 12件", "件数: 12", "number-with-unit"],
    ["件数: 12 件", "件数: 12", "number-with-unit"],
    ["件数: 1,234", "件数: 1234", "grouped-number"],
    ["件数: 12。", "件数: 12", "not-a-number"],
    ["件数: 12，", "件数: 12", "not-a-number"],
    ["件数: 共12", "件数: 12", "not-a-number"],
    ["件数: “12”", "件数: 12", "quoted-number"],
    ["件数: 十二", "件数: 12", "numeral-in-words"],
    // Another number, or none: only the editor knows.
    ["件数: 约12", "件数: 约12", "not-a-number"],
    ["件数: 2万", "件数: 2万", "number-with-unit"],
    ["件数: 12-", "件数: 12-", "not-a-number"],
    ["件数: 12%", "件数: 12%", "not-a-number"],
    ["小数: 12", "小数: 12", "invalid-value"],
  ])("%s → %s", (line, after, code) => {
    expect(mended(line)).toEqual([after, [code]]);
  });
});

describe("choices and dates", () => {
  test.each([
    ["内部: 是的", "内部: 是", "invalid-choice"],
    ["内部: 是。", "内部: 是", "invalid-choice"],
    ["内部: true", "内部: 是", "invalid-choice"],
    ["内部: 不是", "内部: 否", "invalid-choice"],
    ["内部: 也许", "内部: 也许", "invalid-choice"],
    ["日期: ２０２０-11-08", "日期: 2020-11-08", "fullwidth-digit"],
    ["日期: 20201108", "日期: 2020-11-08", "invalid-date"],
    ["日期: 2020—11—08", "日期: 2020-11-08", "invalid-date"],
    ["日期: 2020 年 11 月 8 日", "日期: 2020年11月8日", "invalid-date"],
    ["日期: 二〇二〇年十一月八日", "日期: 2020年11月8日", "invalid-date"],
    ["日期: 2020-11-08。", "日期: 2020-11-08", "invalid-date"],
    ["日期: 2020-11-31", "日期: 2020-11-31", "invalid-date"],
    ["日期: 20201131", "日期: 20201131", "not-a-text"],
    ["日期: 11月8日", "日期: 11月8日", "invalid-date"],
  ])("%s → %s", (line, after, code) => {
    expect(mended(line)).toEqual([after, [code]]);
  });
});
