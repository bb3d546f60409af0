import { describe, expect, test } from "vitest";
import { parseYaml } from "../../../../src/read/source/yaml.ts";
import { SourceText } from "../../../../src/base/problem/source-text.ts";
import { readVocabulary } from "../../../../src/read/schema/read-vocabulary.ts";
import { archiveOf, run, told, vocabularyOf } from "./archive.ts";

const vocabulary = vocabularyOf(`
分组:
  县区: { 项目: [东城区, 西城区] }
指标:
  受理:
  直接答复: { 属于: 受理 }
  转办: { 属于: 受理, 应等于: 受理 - 直接答复 }
`);
const only = (counts: string): string[] =>
  run(archiveOf(vocabulary, { id: "2024-1", date: "2024-03-05", counts })).problems.map(told);

describe("a measure that must equal others", () => {
  test("does, in all", () => {
    expect(only("受理: 120\n直接答复: 30\n转办: 90\n")).toEqual([]);
    expect(only("受理: 120\n直接答复: 30\n转办: 99\n")).toEqual([
      "stated-equality 3:5 “转办”是99件，“受理 - 直接答复”算出来是90件，多9件",
    ]);
  });
  test("does, line by line", () => {
    const lines = (east: number): string =>
      `受理: { 县区: { 东城区: 70, 西城区: 50 } }\n直接答复: { 县区: { 东城区: 20, 西城区: 10 } }\n转办: { 县区: { 东城区: ${east}, 西城区: ${90 - east} } }\n`;
    expect(only(lines(50))).toEqual([]);
    expect(only(lines(49))).toEqual([
      "stated-equality 3:18 “转办.县区.东城区”是49件，“受理 - 直接答复”算出来是50件，少1件",
      "stated-equality 3:27 “转办.县区.西城区”是41件，“受理 - 直接答复”算出来是40件，多1件",
    ]);
  });
  test("is not looked at where one of them is missing", () => expect(only("受理: 120\n转办: 99\n")).toEqual([]));

  test("names measures that there are", () => {
    const { yaml } = parseYaml(
      new SourceText("data/tallies.yaml", "分组: {}\n指标:\n  受理:\n  转办: { 应等于: 受里 }\n"),
    );
    if (yaml === undefined) throw new Error("no yaml");
    expect(readVocabulary(yaml, new Map()).problems).toMatchObject([
      { code: "unknown-measure", place: { line: 4, column: 14 }, message: "“转办”的“应等于”里没有“受里”这个指标" },
    ]);
  });
});
