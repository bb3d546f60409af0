import { describe, expect, test } from "vitest";
import { SourceText } from "../../../../src/base/problem/source-text.ts";
import { readCounts } from "../../../../src/read/schema/read-counts.ts";
import { parseYaml } from "../../../../src/read/source/yaml.ts";
import { vocabularyOf } from "../../check/rules/archive.ts";
import { seedVocabulary } from "../../check/rules/yongzhou.ts";

const read = (text: string): ReturnType<typeof readCounts> => {
  const { yaml, problems } = parseYaml(new SourceText("counts.yaml", text));
  if (yaml === undefined) throw new Error(problems.map(({ message }) => message).join());
  return readCounts(yaml, seedVocabulary);
};
/** Each line of the group as label, number, line and column. */
const lines = (text: string, dimension = "单位"): string[] => {
  const { value, problems } = read(`交办:\n  截至: 2020-11-11\n${text}`);
  expect(problems).toEqual([]);
  const group = value?.blocks.get("交办")?.groups.find((each) => each.dimension === dimension);
  return (group?.lines ?? []).map(
    (line) => `${line.label} ${line.value.toString()} ${line.place.line}:${line.place.column}`,
  );
};
const told = (text: string): string[] =>
  read(`交办:\n  截至: 2020-11-11\n${text}`).problems.map(
    ({ place, code, message }) => `${place.line}:${place.column} ${code} ${message}`,
  );

describe("counts pasted as one list are the same as a line each", () => {
  test.each([
    ["with 、", "  单位: 冷水滩区58、零陵区33、道县18"],
    ["with measure words and other marks", "  单位: 冷水滩区58件，零陵区33件；道县18件。"],
    ["with colons", "  单位: 冷水滩区：58、零陵区：33、道县：18"],
    ["with spaces", "  单位: 冷水滩区 58 零陵区 33  道县 18"],
    ["in quotes", '  单位: "冷水滩区58、零陵区33、道县18"'],
  ])("%s", (_, text) => {
    expect(lines(text).map((line) => line.replace(/ \d+:\d+$/, ""))).toEqual(["冷水滩区 58", "零陵区 33", "道县 18"]);
  });

  test("on lines of their own, as from a spreadsheet; each number keeps its place", () => {
    expect(lines("  单位:\n    冷水滩区\t58\n    零陵区\t33、道县18件\n  来源: 来信12")).toEqual([
      "冷水滩区 58 4:10",
      "零陵区 33 5:9",
      "道县 18 5:14",
    ]);
  });

  test("its lines miss no colon, also where another line of the file is wrong", () => {
    const text = "交办:\n  截至： 2020-11-11\n  单位:\n    冷水滩区 58\n    零陵区 33\n  来源:\n    - 来信: [12\n";
    const { problems } = parseYaml(new SourceText("counts.yaml", text));
    expect(problems.map(({ place, code }) => `${place.line} ${code}`)).toEqual(["2 fullwidth-colon", "7 yaml-syntax"]);
  });
});

describe("what is wrong in one is told where it stands", () => {
  test("a part that is no name with a number", () => {
    expect(told("  单位: 冷水滩区58、三家共有、道县18")).toEqual([
      "3:14 not-in-list “单位”这一串里，“三家共有”不是“名称和数字”",
    ]);
  });
  test("full-width digits, a unit twice, one that is not registered, a sum", () => {
    expect(told("  单位: 冷水滩区５８、零陵区33")).toEqual(["3:11 fullwidth-digit “冷水滩区”用了全角数字“５８”"]);
    expect(told("  单位: 冷水滩区58、冷水滩5")).toEqual([
      "3:14 member-twice “冷水滩”与上面的“冷水滩区”是同一个单位，写了两次",
    ]);
    expect(told("  单位: 冷水滩区58、火星3")).toEqual(["3:14 unknown-member 登记表里没有“火星”这个单位"]);
    expect(told("  单位: 冷水滩区58、合计58")).toEqual([
      "3:14 stray-total “合计”不是单位：合计由程序计算，不写在这一列里",
    ]);
  });
});

test("a measure's own word, decimals and percentages are read as they are sent", () => {
  const vocabulary = vocabularyOf(
    "分组: { 站: { 项目: [东站, 西站] } }\n指标:\n  雨量: { 量词: 毫米, 小数: 1, 不合计: 是 }\n  满意率: { 百分比: 1 }\n",
  );
  const { yaml } = parseYaml(
    new SourceText("counts.yaml", "雨量:\n  站: 东站86.5毫米、西站112.0毫米\n满意率:\n  站: 东站98.6%，西站100%\n"),
  );
  const { value, problems } = yaml === undefined ? { value: undefined, problems: [] } : readCounts(yaml, vocabulary);
  expect(problems).toEqual([]);
  const numbers = (measure: string): (string | undefined)[] | undefined =>
    value?.blocks.get(measure)?.groups[0]?.lines.map((line) => line.value.toString());
  expect([numbers("雨量"), numbers("满意率")]).toEqual([
    ["86.5", "112"],
    ["0.986", "1"],
  ]);
});
