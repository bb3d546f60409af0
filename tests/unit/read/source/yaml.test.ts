import { describe, expect, test } from "vitest";
import { SourceText } from "../../../../src/base/problem/source-text.ts";
import { applyFixes } from "../../../../src/check/proofread/index.ts";
import { parseYaml } from "../../../../src/read/source/yaml.ts";
import { growth } from "../../../support/processor-time.ts";

function parsed(text: string) {
  const { yaml, problems } = parseYaml(new SourceText("数据.yaml", text));
  expect(problems).toEqual([]);
  if (yaml === undefined) throw new Error("not parsed");
  return yaml;
}

/** `line:column code` of each problem. */
function faults(text: string): string[] {
  return parseYaml(new SourceText("数据.yaml", text)).problems.map(
    ({ place, code }) => `${place.line}:${place.column} ${code}`,
  );
}

describe("a value knows its place", () => {
  const yaml = parsed("交办:\n  单位:\n    冷水滩区: 56\n    零陵区: 032\n  来源: { 来电: 195 }\n");

  test("of a scalar, of its key, and of the parent where it is missing", () => {
    expect(yaml.place(["交办", "单位", "零陵区"])).toEqual({ file: "数据.yaml", line: 4, column: 10 });
    expect(yaml.keyPlace(["交办", "单位", "零陵区"])).toMatchObject({ line: 4, column: 5 });
    expect(yaml.place(["交办", "单位", "道县"])).toMatchObject({ line: 3, column: 5 });
  });

  test("lines of a mapping keep the order of the file and the text as typed", () => {
    expect(yaml.entries(["交办", "单位"]).map(({ key, text }) => [key, text])).toEqual([
      ["冷水滩区", "56"],
      ["零陵区", "032"],
    ]);
    expect(yaml.entries(["交办", "类别"])).toEqual([]);
  });
});

describe("slips of the input method have messages of their own", () => {
  test.each([
    ["交办:\n  单位:\n    冷水滩区：56\n    零陵区: 32\n", ["3:9 fullwidth-colon"]],
    ["交办:\n  单位:\n    零陵区: 32\n    冷水滩区：56\n", ["4:9 fullwidth-colon"]],
    ["交办:\n  截至：2020-11-07\n", ["2:5 fullwidth-colon"]],
    ["标题：感谢信\n", ["1:3 fullwidth-colon"]],
    ["交办:\n　　截至: 2020-11-07\n", ["2:1 fullwidth-space"]],
    ["交办:\n\t截至: 2020-11-07\n", ["2:1 tab-indent"]],
    ["栏目:\n  － 立行立改动态\n", ["2:3 fullwidth-dash"]],
    ["交办:\n  单位:\n    冷水滩区:56\n", ["3:10 colon-space"]],
    ["标题: “关于 a: b 的通报”\n", ["1:5 fullwidth-quote"]],
  ])("%j", (text, expected) => {
    expect(faults(text)).toEqual(expected);
  });

  test.each([
    ["- { 全称：零陵区, 简称: 零陵 }\n", ["1:7 fullwidth-colon"], "- { 全称: 零陵区, 简称: 零陵 }\n"],
    [
      "- { 全称: 零陵区，简称：零陵 }\n",
      ["1:12 fullwidth-comma", "1:15 fullwidth-colon"],
      "- { 全称: 零陵区, 简称: 零陵 }\n",
    ],
    ["甲:\n  乙:　5\n", ["2:5 fullwidth-space"], "甲:\n  乙: 5\n"],
    [
      "甲:\n　　乙：5\n　　丙： 6\n",
      ["2:1 fullwidth-space", "2:4 fullwidth-colon", "3:1 fullwidth-space", "3:4 fullwidth-colon"],
      "甲:\n    乙: 5\n    丙: 6\n",
    ],
    ["甲: 5  ＃ 上期 4\n", ["1:7 fullwidth-comment"], "甲: 5  # 上期 4\n"],
    ["标题: “关于 a: b 的通报”\n", ["1:5 fullwidth-quote"], '标题: "“关于 a: b 的通报”"\n'],
    ["共有:\n  - 单位：[甲, 乙]\n    件数: 1\n", ["2:7 fullwidth-colon"], "共有:\n  - 单位: [甲, 乙]\n    件数: 1\n"],
    // A colon within an item of a list is text, whatever else is wrong.
    ["送:\n  - 各县区：党委\n日期：1\n印数: 2\n", ["3:3 fullwidth-colon"], "送:\n  - 各县区：党委\n日期: 1\n印数: 2\n"],
  ])("%j has its mend", (text, expected, mended) => {
    const source = new SourceText("数据.yaml", text);
    const { problems } = parseYaml(source);
    expect(problems.map(({ place, code }) => `${place.line}:${place.column} ${code}`).sort()).toEqual(
      [...expected].sort(),
    );
    expect(applyFixes(source, problems).text).toBe(mended);
  });

  test("two slips in one file are two messages", () => {
    expect(faults("甲: 1\n乙：2\n丙: 3\n丁：4\n戊: 5\n")).toEqual(["2:2 fullwidth-colon", "4:2 fullwidth-colon"]);
  });
});

test("full-width quotes within braces, or before a comment, are nobody's slip", () => {
  const yaml = parsed("免检:\n  - { 规则: 甲, 问题: “交办”少1件, 原因: 补发 }\n标题: “回头看” # 注: 旧题\n");
  expect(yaml.value).toMatchObject({ 免检: [{ 问题: "“交办”少1件" }], 标题: "“回头看”" });
});

test("full-width colons inside texts are nobody's slip", () => {
  const yaml = parsed("报: 省督察组：办公室\n说明: |\n  联系人：某科\n  时间：上午\n列表:\n  - 零陵区：甲、乙\n");
  expect(yaml.value).toMatchObject({ 报: "省督察组：办公室", 列表: ["零陵区：甲、乙"] });
});

describe("a line out of alignment is one message, at the line", () => {
  const sheet =
    "交办:\n  单位:\n    甲区: 1\n    乙区: 2\n    丙区: 3\n  类别:\n    水: 4\n办结:\n  单位:\n    甲区: 1\n";
  test.each([
    ["    乙区", "   乙区", "4:4", true],
    ["    乙区", "     乙区", "4:6", true],
    ["    乙区", "  乙区", "4:3", true],
    ["   甲区: 1\n    乙区", "  甲区: 1\n    乙区", "3:4", true],
    ["  类别", "   类别", "6:4", true],
    // Of two levels as near as each other, the mend is not made without asking.
    ["  类别", " 类别", "6:2", false],
    // A unit like those above, or a key of the measure like the one below: only the editor knows.
    ["    丙区", "   丙区", "5:4", false],
    ["办结", " 办结", "8:2", true],
    ["交办", " 交办", "1:2", true],
    // Deeper by whole levels, but alone: nothing is wrong with it.
    ["    水", "        水", undefined, false],
  ])("%j → %j", (from, to, place, isSure) => {
    const source = new SourceText("数据.yaml", sheet.replace(from, to));
    const { problems } = parseYaml(source);
    expect(problems.map((problem) => `${problem.place.line}:${problem.place.column}`)).toEqual(
      place === undefined ? [] : [place],
    );
    for (const problem of problems) expect(problem.message).toContain("行首空格不齐");
    if (place !== undefined) expect(applyFixes(source, problems).text === sheet).toBe(isSure);
  });

  test("the keys of an item of a list, too far out or in", () => {
    expect(faults("共有:\n  - 单位: [甲]\n   件数: 1\n")).toEqual(["3:4 indentation"]);
    expect(faults("共有:\n  - 单位: [甲]\n     件数: 1\n")).toEqual(["3:6 indentation"]);
  });

  test("beside other mistakes", () => {
    expect(faults('甲:\n  乙: 1\n   丙: 2\n  丁：3\n戊: "一\n')).toEqual([
      "3:4 indentation",
      "4:4 fullwidth-colon",
      "5:4 yaml-syntax",
    ]);
  });

  test("quotations, brackets and texts that run over lines are nobody's slip", () => {
    const long = '按语: "第一行\n   第二行 甲: 1\n  完"\n送: [甲,\n      乙]\n说明: 一段话\n    接着: 这里\n';
    expect(faults(long.replace("    接着: 这里\n", "    接着这里\n"))).toEqual([]);
    expect(faults(`${long.replace("    接着: 这里\n", "")}己: "半\n`)).toEqual(["7:4 yaml-syntax"]);
  });
});

describe("YAML that does not parse", () => {
  test.each([
    ["甲: 1\n甲: 2\n", "2:1 yaml-syntax"],
    ['甲: "一\n乙: 二\n', "1:4 yaml-syntax"],
    ["甲: [一, 二\n乙: 三\n", "1:4 yaml-syntax"],
    ["甲: {{交办}}件\n乙: 一\n", "1:4 unquoted-expression"],
    ["甲: 截至{{交办 | 余: 10}}件\n", "1:4 unquoted-expression"],
    ["甲: 乙: 2\n", "1:4 yaml-syntax"],
  ])("%j", (text, expected) => {
    expect(faults(text)[0]).toBe(expected);
  });
});

describe("hostile YAML is refused in bounded time", () => {
  test("anchors and aliases, and so alias bombs", () => {
    const bomb = `a: &a [x, x]\n${Array.from({ length: 20 }, (_, at) => `b${at}: [${"*a,".repeat(9)}*a]\n`).join("")}`;
    expect(faults(bomb)[0]).toBe("1:7 yaml-alias");
  });

  test("nesting without end, in brackets and by indent", () => {
    const bracketed = (size: number): void => expect(faults("[".repeat(size))).toEqual(["1:201 yaml-too-deep"]);
    // The text itself grows as the square of its lines.
    const indented = (size: number): void => {
      const lines = Array.from({ length: Math.sqrt(size) }, (_, at) => `${" ".repeat(at)}a:\n`);
      expect(faults(lines.join(""))).toHaveLength(1);
    };
    const listed = (size: number): void => expect(faults(`${"- ".repeat(size)}x\n`)).toHaveLength(1);
    expect(growth(bracketed, 25_000)).toBeLessThan(9);
    expect(growth(indented, 2500 ** 2)).toBeLessThan(9);
    expect(growth(listed, 2500)).toBeLessThan(9);
  });

  test("a mapping of thousands of keys: read, looked up, and left out", () => {
    const read = (size: number): void => {
      const paths = Array.from({ length: size }, (_, at) => [`数${at}`]);
      const yaml = parsed(paths.map(([key]) => `${key}: 1\n`).join(""));
      expect(new Set(paths.map((path) => yaml.place(path).line + yaml.keyPlace(path).line)).size).toBe(size);
      expect(yaml.without(paths).value).toEqual({});
    };
    expect(growth(read, 3000)).toBeLessThan(9);
    expect(faults(`${Array.from({ length: 3000 }, (_, at) => `数${at}: 1\n`).join("")}数7: 2\n`)).toHaveLength(1);
  });
});

test("lines of one text are joined as those of an article: a blank between Latin words only", () => {
  const text = [
    "标题: 关于PM2.5",
    "  浓度的",
    "  通报 COD",
    "  PM10",
    "副标题: '各县区",
    "  ''PM2.5''",
    "  浓度'",
    '作者: "张',
    '  三"',
    "按语: >",
    "  各县区18",
    "  件。",
    "",
    "  另一段",
    "原样: |",
    "  甲",
    "  乙",
    '转义: "甲\\n乙',
    '  丙"',
    "",
  ].join("\n");
  expect(parsed(text).value).toEqual({
    标题: "关于PM2.5浓度的通报 COD PM10",
    副标题: "各县区'PM2.5'浓度",
    作者: "张三",
    按语: "各县区18件。\n另一段\n",
    原样: "甲\n乙\n",
    转义: "甲\n乙 丙",
  });
});

test("a number is digits and at most one point; all else stays the text that was typed", () => {
  const text =
    "甲: [0, 15, 015, -3, 12.50, 999999999999999]\n乙: [1e2, 0x10, 0o17, +5, .5, 5., .inf, .nan, 1_000, 2E3, 07468127713123456, 1234567890123456.5]\n";
  expect(parsed(text).value).toEqual({
    甲: [0, 15, 15, -3, 12.5, 999999999999999],
    乙: "1e2 0x10 0o17 +5 .5 5. .inf .nan 1_000 2E3 07468127713123456 1234567890123456.5".split(" "),
  });
});
