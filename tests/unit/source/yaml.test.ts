import { describe, expect, test } from "vitest";
import { SourceText } from "../../../src/problem/source-text.ts";
import { parseYaml } from "../../../src/source/yaml.ts";

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

  test("two slips in one file are two messages", () => {
    expect(faults("甲: 1\n乙：2\n丙: 3\n丁：4\n戊: 5\n")).toEqual(["2:2 fullwidth-colon", "4:2 fullwidth-colon"]);
  });
});

test("full-width colons inside texts are nobody's slip", () => {
  const yaml = parsed("报: 省督察组：办公室\n说明: |\n  联系人：某科\n  时间：上午\n列表:\n  - 零陵区：甲、乙\n");
  expect(yaml.value).toMatchObject({ 报: "省督察组：办公室", 列表: ["零陵区：甲、乙"] });
});

describe("YAML that does not parse", () => {
  test.each([
    ["甲: 1\n甲: 2\n", "2:1 yaml-syntax"],
    ['甲: "一\n乙: 二\n', "1:4 yaml-syntax"],
    ["甲: [一, 二\n乙: 三\n", "2:1 yaml-syntax"],
    ["甲: 1\n  乙: 2\n", "2:3 yaml-syntax"],
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
    const started = performance.now();
    expect(faults("[".repeat(100_000))).toEqual(["1:201 yaml-too-deep"]);
    expect(faults(Array.from({ length: 5000 }, (_, at) => `${" ".repeat(at)}a:\n`).join("")).length).toBe(1);
    expect(faults(`${"- ".repeat(5000)}x\n`).length).toBe(1);
    expect(performance.now() - started).toBeLessThan(2000);
  });
});
