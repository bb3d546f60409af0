import { expect, test } from "vitest";
import type { Problem } from "../../../../src/base/problem/problem.ts";
import { memberAt } from "../../../../src/read/schema/count-fields.ts";
import { seedVocabulary } from "../../check/rules/yongzhou.ts";

const place = { file: "counts.yaml", line: 1, column: 1 };
const hint = (label: string, used: readonly string[]): string | undefined => {
  const units = seedVocabulary.dimensions.get("单位");
  if (units === undefined) throw new Error("no units");
  const problems: Problem[] = [];
  expect(memberAt(units, label, place, problems, used)).toBeUndefined();
  return problems[0]?.hint;
};

test("of units equally like a misspelt one, that which is not listed yet; where several are not, all", () => {
  expect(hint("江画", ["江画"])).toMatch(/^是不是想写“江(永|华)”或“江(永|华)”？/);
  expect(hint("江画", ["江画", "江永"])).toMatch(/^是不是想写“江华”？/);
  expect(hint("江画", ["江华", "江画"])).toMatch(/^是不是想写“江永”？/);
  expect(hint("毫不相干", [])).toMatch(/^新的单位/);
});
