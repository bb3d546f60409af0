import { expect, test } from "vitest";
import { howToEnter, readRegistry } from "../../../../src/read/schema/read-registry.ts";
import { SourceText } from "../../../../src/base/problem/source-text.ts";
import { parseYaml } from "../../../../src/read/source/yaml.ts";

test("names the line where a new member is entered, however the list is written", () => {
  const told = (text: string): string => {
    const { yaml } = parseYaml(new SourceText("data/units.yaml", text));
    const registry = yaml === undefined ? undefined : readRegistry(yaml).value;
    return registry === undefined ? "" : howToEnter("单位", registry, "北县");
  };
  expect(told("[东县, 西县]\n")).toBe("新的单位请先登记：在 data/units.yaml 第 1 行的方括号里加上“北县”。");
  expect(told("- 东县\n- 全称: 西县\n  简称: 西\n\n# 完\n")).toMatch(/第 3 行后面加一行“- 北县”/);
  expect(told("- { 全称: 东县, 简称: 东 } # 注\n")).toMatch(/第 1 行后面加一行“- 北县”/);
});
