/** What is refused is told with a way out that fits the office's own measures. */

import { expect, test } from "vitest";
import { ExpressionError } from "../../../../src/model/expression/expression.ts";
import { inputsOf } from "../../../../src/compute/tally/figure.ts";
import { phrase } from "../../../../src/compute/phrase/phrase.ts";
import { countsOf, said, scopesOf, vocabularyOf } from "./handbook-issue.ts";

const vocabulary = vocabularyOf(`
分组: { 县区: { 项目: [东区, 西区] } }
指标:
  事故: { 量词: 起, 可减少: 是 }
  均速: { 量词: 公里, 小数: 1, 不合计: 是, 可减少: 是 }
  查处率: { 百分比: 1 }
`);
const counts = (asOf: string, east: number): string =>
  `事故: { 截至: ${asOf}, 县区: { 东区: ${east}, 西区: 4 } }\n均速: { 县区: { 东区: 31.5, 西区: 40.0 } }\n查处率: { 县区: { 东区: 90.0%, 西区: 80.0% } }\n`;
const scope = scopesOf(vocabulary, [
  { number: 19, date: "2023-05-13", counts: countsOf(counts("2023-05-12", 8), vocabulary) },
  { number: 20, date: "2024-05-11", counts: countsOf(counts("2024-05-10", 6), vocabulary) },
]).at(-1);
if (scope === undefined) throw new Error("no scope");

function hintOf(expression: string): string {
  try {
    said(`{{${expression}}}`, scope as NonNullable<typeof scope>);
  } catch (fault) {
    if (fault instanceof ExpressionError) return fault.hint ?? "";
    throw fault;
  }
  throw new Error("not refused");
}

test.each([
  ["均速.县区 | 平均 | 小数: 1", "写了“不合计”"],
  ["查处率.县区 | 平均 | 小数: 1", "几项的比率不能相加、平均"],
  ["事故、占比: 2", "“占比 | 百分比: 2”"],
  ["上月同期", "如 {{上月同期.事故}}"],
  ["上月同期.事故", "指明日子的，写“截至2024年5月10日.事故”"],
  ["上月同期.事故", "2023年5月12日（2023年第19期）、2024年5月10日（2024年第20期）"],
])("{{%s}}: %s", (expression, hint) => expect(hintOf(expression)).toContain(hint));

test("against last year the difference is called what it is, not 新增", () => {
  const [piece] = phrase("事故.周同比 | 百分比: 1", scope);
  if (piece?.kind !== "figure" || piece.figure.derivation.kind !== "operation") throw new Error("no quotient");
  expect(piece.text).toBe("-16.7%");
  expect(piece.figure.derivation.left.name).toBe("事故比去年同周");
  expect(inputsOf(piece.figure).length).toBeGreaterThan(2);
});
