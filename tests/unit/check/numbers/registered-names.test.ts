/** A numeral in a registered name counts nothing, whatever stands behind it. */

import { describe, expect, test } from "vitest";
import { checkNumbers } from "../../../../src/check/numbers/index.ts";
import { IssueTallies } from "../../../../src/compute/tally/issue-tallies.ts";
import { archiveOf, vocabularyOf } from "../rules/archive.ts";
import { articleOf } from "./reading.ts";

const vocabulary = vocabularyOf(`
分组:
  车型: { 项目: [小客车, 三轮车, { 全称: 两轮电动车, 别名: 两轮 }, 12345热线, 1号站, 十里河街道] }
指标:
  事故: { 量词: 起 }
  五类案件: { 量词: 起 }
`);
const [issue] = archiveOf(vocabulary, {
  id: "2024-5",
  date: "2024-06-05",
  counts: "事故: { 车型: { 小客车: 12, 三轮车: 8, 两轮电动车: 5 } }\n五类案件: 30\n",
}).issues;

/** Counts as they are found, each with what the checks say of it. */
function counts(body: string): string[] {
  if (issue === undefined) throw new Error("no issue");
  const tallies = new IssueTallies(issue.counts, vocabulary);
  const { numbers, problems } = checkNumbers(articleOf(body), vocabulary, { issue, tallies, office: "支队" });
  return [
    ...numbers.flatMap(({ token, state }) => (state.kind === "not-a-count" ? [] : [token.text])),
    ...problems.map(({ message }) => message),
  ];
}

describe("names are not numbers", () => {
  test.each([
    ["涉及三轮车的事故8起。", ["8"]],
    ["三轮车8起，两轮电动车5起。", ["8", "5"]],
    ["开展三轮车、两轮整治。", []],
    ["12345热线、1号站、十里河街道报来情况。", []],
    ["五类案件30起。", ["30"]],
    // As numbers they are found as before.
    ["开展三轮检查，出动12345人，设11号站2处。", ["三", "12345", "11", "2"]],
  ])("%s", (body, found) => expect(counts(body)).toEqual(found));
});
