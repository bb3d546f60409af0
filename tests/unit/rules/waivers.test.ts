import { expect, it } from "vitest";
import type { Issue } from "../../../src/model/issue.ts";
import { warning } from "../../../src/problem/problem.ts";
import { reconcile, reconciliationRules, waivedLine } from "../../../src/rules/index.ts";
import type { RuleInfo } from "../../../src/rules/index.ts";
import { IssueTallies } from "../../../src/tally/issue-tallies.ts";
import { archiveOf, run, told } from "./archive.ts";
import { small } from "./yongzhou.ts";

const wrong = "交办:\n  合计: 10\n  单位: { 东: 4, 西: 5 }\n";
const only = (counts: string) => run(archiveOf(small, { id: "2020-1", date: "2020-11-08", counts }));

it("takes a waived finding out of the problems and lists it with its reason", () => {
  const { problems, waived } = only(`${wrong}免检:\n  - { 规则: breakdown-sum, 原因: 省里的材料如此 }\n`);
  expect(problems).toEqual([]);
  expect(waived.map(waivedLine)).toEqual([
    "免检：2020年第1期 分项之和 [breakdown-sum]，原因：省里的材料如此（放过 1 处：“交办”按单位分各项之和是9件，合计是10件，少1件）",
  ]);
  expect(waived[0]?.hid[0]?.place.line).toBe(3);
});

it("holds for its own issue only", () => {
  const waiver = "免检: [{ 规则: breakdown-sum, 原因: 材料如此 }]\n";
  const issues = [
    { id: "2020-1", date: "2020-11-07", counts: `${wrong}${waiver}` },
    { id: "2020-2", date: "2020-11-08", counts: wrong },
  ];
  expect(run(archiveOf(small, ...issues)).problems.map((problem) => problem.code)).toEqual(["breakdown-sum"]);
});

it("warns of waivers that name no rule, hide nothing or stand twice", () => {
  const list = "免检:\n  - { 规则: breakdown-sums, 原因: 甲 }\n  - { 规则: joint-twice, 原因: 乙 }\n";
  expect(only(`交办: 9\n${list}`).problems.map(told)).toEqual([
    "waiver-unknown 3:5 “免检”里的“breakdown-sums”不是核对规则的编号",
    "waiver-idle 4:5 “免检”里的“joint-twice”（共有件列了两次）没有用上",
  ]);
  const twice = "免检:\n  - { 规则: breakdown-sum, 原因: 甲 }\n  - { 规则: breakdown-sum, 原因: 乙 }\n";
  expect(only(`${wrong}${twice}`).problems.map((problem) => problem.code)).toEqual(["waiver-idle"]);
});

it("describes every rule", () => {
  expect(new Set(reconciliationRules.map((rule) => rule.id)).size).toBe(reconciliationRules.length);
  for (const { id, name, explanation, example } of reconciliationRules) {
    expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/);
    for (const text of [name, explanation, example]) expect(text).toMatch(/\p{Script=Han}{2}/u);
  }
});

it("waives the rules of later stages in the same way", () => {
  const archive = archiveOf(small, {
    id: "2020-1",
    date: "2020-11-08",
    counts: "交办: 9\n免检: [{ 规则: typed-count, 原因: 另一口径 }]\n",
  });
  const finding = { ...warning("typed-count", { file: "a.md", line: 1, column: 1 }, "手写的不同") };
  const further = { rules: [{ ...reconciliationRules[0], id: "typed-count", name: "手写数字" }] as RuleInfo[] };
  const tallies = (issue: Issue) => new IssueTallies(issue.counts, archive.vocabulary);
  const { problems, waived } = reconcile(archive, tallies, { ...further, findingsOf: () => [finding] });
  expect(problems).toEqual([]);
  expect(waived.map((item) => item.name)).toEqual(["手写数字"]);
});
