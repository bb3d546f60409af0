/** Which rules watch over a line of the data: those that would object if it said something else. */

import { describe, expect, test } from "vitest";
import type { CountLine } from "../../../../src/model/count-sheet.ts";
import { RuleCoverage } from "../../../../src/check/rules/index.ts";
import { IssueTallies } from "../../../../src/compute/tally/issue-tallies.ts";
import { evaluate } from "../../../../src/compute/tally/evaluate.ts";
import type { Scope } from "../../../../src/compute/tally/scope.ts";
import { parseExpression } from "../../../../src/model/expression/parse.ts";
import { archiveOf } from "./archive.ts";
import { seedCounts, seedVocabulary, small } from "./yongzhou.ts";

function covered(vocabulary: typeof small, counts: readonly string[]) {
  const issues = counts.map((text, at) => ({ id: `2020-${at + 1}`, date: `2020-11-0${at + 1}`, counts: text }));
  const archive = archiveOf(vocabulary, ...issues);
  const tallies = new Map(archive.issues.map((issue) => [issue, new IssueTallies(issue.counts, vocabulary)]));
  const last = archive.issues.at(-1);
  if (last === undefined) throw new Error("no issue");
  const coverage = new RuleCoverage(archive, last, (issue) => tallies.get(issue));
  const line = (measure: string, label: string, of = last): CountLine => {
    const block = of.counts?.blocks.get(measure);
    const lines = [...(block?.groups ?? []).flatMap((group) => group.lines), ...(block?.total ? [block.total] : [])];
    const found = lines.find((each) => each.label === label);
    if (found === undefined) throw new Error(label);
    return found;
  };
  return { coverage, line, archive, tallies };
}

describe("rules that cover a line", () => {
  test("of issue 15: sums watch over what adds up, not over categories that overlap", () => {
    const { coverage, line } = covered(seedVocabulary, [seedCounts]);
    expect(coverage.rulesOf(line("交办", "冷水滩区"))).toContain("breakdown-sum");
    expect(coverage.rulesOf(line("交办", "土壤"))).toEqual(["overlap-part"]);
    expect(coverage.rulesOf(line("办结", "冷水滩"))).toEqual(
      expect.arrayContaining(["part-exceeds-whole", "member-exceeds-whole"]),
    );
  });

  test("none where no rule would object whatever the line said", () => {
    const { coverage, line } = covered(small, ["在办: { 单位: { 东: 4, 西: 5 } }\n"]);
    expect(coverage.rulesOf(line("在办", "东"))).toEqual([]);
  });

  test("rules that look back, where there is an issue before", () => {
    const { coverage, line } = covered(small, ["交办: { 单位: { 东: 4 } }\n", "交办: { 单位: { 东: 4, 西: 5 } }\n"]);
    expect(coverage.rulesOf(line("交办", "东"))).toContain("cumulative-falls");
  });

  test("batches are lines, too; the lines of other issues are not this one's", () => {
    const { coverage, line, archive, tallies } = covered(small, [
      "交办: { 合计: 9, 批次: 14 }\n",
      "交办: { 合计: 8, 批次: 15 }\n",
    ]);
    const [first, last] = archive.issues;
    const scope = { tallies: last === undefined ? undefined : tallies.get(last), facts: new Map() } as unknown as Scope;
    const value = evaluate(parseExpression("交办.末批"), scope);
    if (value.kind !== "figure" || value.figure.derivation.kind !== "line") throw new Error(value.kind);
    expect(coverage.rulesOf(value.figure.derivation.line)).toEqual(["batch-backward"]);
    expect(coverage.rulesOf(line("交办", "合计", first))).toEqual([]);
  });
});
