/** Slips in the values of data/import.yaml, also in a file that Windows saved: with a byte order mark and its line ends. */

import { describe, expect, test } from "vitest";
import { SourceText } from "../../../../src/base/problem/source-text.ts";
import { applyFixes } from "../../../../src/check/proofread/index.ts";
import { importSchema } from "../../../../src/read/schema/import-schema.ts";
import { validate } from "../../../../src/read/schema/validate.ts";
import { decode } from "../../../../src/read/source/decode.ts";
import { parseYaml } from "../../../../src/read/source/yaml.ts";

/** The value read, codes of what was told, and the line after the mends. */
function read(line: string): { value: unknown; told: string[]; mended: string } {
  const bytes = Buffer.from(`\ufeff# 台账，第3行\r\n${line}\r\n列: { 受理日期: 转办时间 }\r\n`);
  const decoded = decode(bytes);
  if (!decoded.ok) throw new Error(line);
  const source = new SourceText("data/import.yaml", decoded.text);
  const { yaml, problems } = parseYaml(source);
  const checked = yaml === undefined ? { value: undefined, problems } : validate(importSchema, yaml);
  const { text } = applyFixes(source, checked.problems);
  expect(text.startsWith("# 台账，第3行\r\n") && text.endsWith("\r\n列: { 受理日期: 转办时间 }\r\n")).toBe(true);
  return {
    value: checked.value,
    told: checked.problems.map(({ code, place }) => `${code} ${place.line}:${place.column}`),
    mended: text.split("\r\n")[1] ?? "",
  };
}

describe("values of import.yaml", () => {
  test.each([
    ["表头行: ３", "表头行: 3", "fullwidth-digit 2:6"],
    ["表头行: 3行", "表头行: 3", "number-with-unit 2:6"],
    ["表头行: 第3行", "表头行: 3", "number-with-unit 2:6"],
    ["表头行: “3”", "表头行: 3", "quoted-number 2:6"],
    ['表头行: "3"', "表头行: 3", "quoted-number 2:6"],
    ["表头行: 三", "表头行: 3", "numeral-in-words 2:6"],
    ["表头行: 3。", "表头行: 3", "not-a-number 2:6"],
    ["表头行: 2020-11-08", "表头行: 2020-11-08", "not-a-number 2:6"],
    ["表头行: 1.5", "表头行: 1.5", "fractional-number 2:6"],
  ])("%s → %s", (line, mended, told) => {
    expect(read(line)).toEqual({ value: undefined, told: [told], mended });
  });
  test("are right as they are", () => {
    expect(read("表头行: 3")).toEqual({
      value: { 表头行: 3, 列: { 受理日期: "转办时间" } },
      told: [],
      mended: "表头行: 3",
    });
  });
});
