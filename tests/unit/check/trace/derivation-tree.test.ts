/** What explain prints of a formula is the formula: brackets stand where the data has them. */

import { expect, test } from "vitest";
import { evaluate } from "../../../../src/compute/tally/evaluate.ts";
import { parseExpression } from "../../../../src/model/expression/parse.ts";
import { derivationTree } from "../../../../src/check/trace/derivation-tree.ts";
import { handbookScope } from "../../compute/phrase/handbook-issue.ts";

const scope = handbookScope();

function tree(expression: string): string[] {
  const value = evaluate(parseExpression(expression), scope);
  if (value.kind !== "figure") throw new Error(value.kind);
  return derivationTree(value.figure);
}

test.each([
  ["(交办 - 办结) / 交办", "(交办 − 办结) ÷ 交办"],
  ["交办 - (办结 - 重点件)", "交办 − (办结 − 重点件)"],
  ["交办 - 办结 - 重点件", "(交办 − 办结) − 重点件"],
  ["交办 / 办结 * 重点件", "(交办 ÷ 办结) × 重点件"],
  ["((交办 - 办结) * 2 + 重点件) / 交办", "(((交办 − 办结) × 2) + 重点件) ÷ 交办"],
  ["(交办.单位 - 上期.交办.单位).零陵区 / 交办", "(交办.单位 − 上期.交办.单位).零陵区 ÷ 交办"],
])("%s", (expression, shown) => {
  expect(tree(expression)[0]?.split(" ＝ ").at(-1)).toBe(shown);
});
