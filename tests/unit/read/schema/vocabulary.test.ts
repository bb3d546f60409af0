/** What an office's measures say of each other in data/tallies.yaml must hold together. */

import { describe, expect, test } from "vitest";
import { SourceText } from "../../../../src/base/problem/source-text.ts";
import { readVocabulary } from "../../../../src/read/schema/read-vocabulary.ts";
import { parseYaml } from "../../../../src/read/source/yaml.ts";

function told(measures: string): string[] {
  const { yaml } = parseYaml(new SourceText("data/tallies.yaml", `分组: {}\n指标:\n${measures}`));
  if (yaml === undefined) throw new Error(measures);
  const { value, problems } = readVocabulary(yaml, new Map());
  expect(value === undefined).toBe(problems.some(({ severity }) => severity === "error"));
  return problems.map(({ code, place, message }) => `${code} ${place.line}:${place.column} ${message}`);
}

describe("a cumulative measure", () => {
  test("counts in what its terms count in", () => {
    expect(told("  事故: { 量词: 起 }\n  累计事故: { 累计自: 事故 }\n")).toEqual([
      "accumulated-words 4:16 “累计事故”论件，累计自的“事故”论起，加不起来",
    ]);
    expect(told("  事故: { 量词: 起 }\n  累计事故: { 量词: 起, 累计自: 事故 }\n")).toEqual([]);
    // A difference counts in what its terms count in.
    const computed = "  到账: { 量词: 元 }\n  退回: { 量词: 元 }\n  净额: { 算式: 到账 - 退回 }\n";
    expect(told(`${computed}  累计净额: { 量词: 元, 累计自: 净额 }\n`)).toEqual([]);
  });
  test("is no sum of rates", () => {
    expect(told("  满意率: { 百分比: 1 }\n  累计满意率: { 百分比: 1, 累计自: 满意率 }\n")).toEqual([
      "accumulated-rate 4:25 “累计满意率”累计自“满意率”，比率不能逐期相加",
    ]);
  });
  test("does not rest on itself", () => {
    expect(told("  转办:\n  累计: { 累计自: 实有 }\n  实有: { 算式: 累计 - 转办 }\n")).toEqual([
      "accumulation 4:14 “累计”累计自“实有”，“实有”又由“累计”得出",
      "formula 5:13 “实有”的算式绕回到了自己",
    ]);
    expect(told("  甲: { 累计自: 乙 }\n  乙: { 累计自: 甲 }\n")).toEqual([
      "accumulation 3:13 “甲”累计自“乙”，“乙”又由“甲”得出",
      "accumulation 4:13 “乙”累计自“甲”，“甲”又由“乙”得出",
    ]);
    expect(told("  本批:\n  累计: { 累计自: 本批 }\n  已交办: { 算式: 累计 - 本批 }\n")).toEqual([]);
  });
});

describe("a measure with decimals", () => {
  test("says what it counts in", () => {
    expect(told("  雨量: { 小数: 1 }\n")).toEqual([
      "missing-measure-word 3:3 “雨量”有小数，却没有写“量词”，会印成“件”",
    ]);
    expect(
      told("  雨量: { 小数: 1, 量词: 毫米 }\n  日均: { 小数: 1, 量词: 件 }\n  比: { 小数: 1, 算式: 雨量 / 日均 }\n"),
    ).toEqual([]);
  });
});
