import { expect, test } from "vitest";
import { knownIssues } from "../../../../src/read/load/named-issue.ts";

test("an issue that is not there: the one nearest by number, and what there is", () => {
  const known = ["2020-15", "2020-16"];
  expect(knownIssues("2020-17", known)).toBe("是不是想写“2020-16”？现有：2020-15、2020-16。");
  expect(knownIssues("2020-14", known)).toBe("是不是想写“2020-15”？现有：2020-15、2020-16。");
  expect(knownIssues("abc", known)).toBe("现有：2020-15、2020-16。");
  const many = Array.from({ length: 9 }, (_, at) => `2020-${at + 1}`);
  expect(knownIssues("abc", many)).toContain("（共 9 期，这是最近的）");
});
