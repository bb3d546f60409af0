/** Rates that rounding would turn into what they are not, printed by expressions. */

import { describe, expect, test } from "vitest";
import { checkNumbers } from "../../../../src/check/numbers/index.ts";
import { countsOf, scopesOf } from "../../compute/phrase/handbook-issue.ts";
import { seedVocabulary } from "../rules/yongzhou.ts";
import { articleOf } from "./reading.ts";

const counts = (received: number, closed: number) =>
  countsOf(
    `交办: { 截至: 2020-11-07, 单位: { 零陵区: ${received} } }\n办结: { 截至: 2020-11-08, 单位: { 零陵区: ${closed} } }\n`,
    seedVocabulary,
  );

/** Findings over a text of the second of two issues. */
function problems(
  body: string,
  [received, closed]: readonly [number, number],
  before: readonly [number, number],
): string[] {
  const scope = scopesOf(seedVocabulary, [
    { number: 14, date: "2020-11-01", counts: counts(...before) },
    { number: 15, date: "2020-11-08", counts: counts(received, closed) },
  ]).at(-1);
  if (scope === undefined) throw new Error("no scope");
  return checkNumbers(articleOf(body, scope), seedVocabulary, undefined).problems.map(
    ({ code, message, hint }) => `${code} ${message}。${hint ?? ""}`,
  );
}

describe("a figure rounded to what it is not", () => {
  test.each<[body: string, now: readonly [number, number], before: readonly [number, number], told: string]>([
    [
      "办结率{{办结率}}，正在办理{{正在办理}}件。",
      [2500, 2499],
      [1, 1],
      "“办结率”取位以后印成了100.0%，其实是99.96%（2500件里还差1件）。请多取几位，写“| 百分比: 2”；或者去尾，写“| 百分比: 1, 去尾”。",
    ],
    [
      "办结率{{办结率 | 百分比: 0}}。",
      [300, 299],
      [1, 1],
      "“办结率”取位以后印成了100%，其实是99.7%（300件里还差1件）。请多取几位，写“| 百分比: 1”；或者去尾，写“| 百分比: 0, 去尾”。",
    ],
    [
      "办结率{{办结率}}。",
      [2501, 1],
      [1, 1],
      "“办结率”取位以后印成了0.0%，其实是0.04%（2501件里有1件）。请多取几位，写“| 百分比: 2”。",
    ],
    ["交办量{{(交办 - 上期.交办) / 上期.交办 | 增减率: 1}}。", [2501, 1], [2500, 1], "取位以后印成了0.0%，其实是0.04%"],
    [
      "办结率{{办结率 - 上期.办结率 | 增减点: 1}}。",
      [2500, 2499],
      [2500, 2500],
      "取位以后印成了0.0个百分点，其实是0.04个百分点。请多取几位，写“| 增减点: 2”。",
    ],
  ])("%s", (body, now, before, told) => {
    const found = problems(body, now, before);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(/^rounded-away /);
    expect(found[0]).toContain(told);
  });
});

describe("what is printed as it is", () => {
  test.each<[body: string, now: readonly [number, number], before: readonly [number, number]]>([
    ["办结率{{办结率}}，正在办理{{正在办理}}件。", [2500, 2500], [1, 1]],
    ["办结率{{办结率}}。", [2500, 0], [1, 1]],
    ["办结率{{办结率}}。", [2500, 2498], [1, 1]],
    // The ways out that the reminder names.
    ["办结率{{办结率 | 百分比: 2}}。", [2500, 2499], [1, 1]],
    ["办结率{{办结率 | 百分比: 1, 去尾}}。", [2500, 2499], [1, 1]],
    ["办结率{{办结率 - 上期.办结率 | 增减点: 2}}。", [2500, 2499], [2500, 2500]],
    ["交办量{{(交办 - 上期.交办) / 上期.交办 | 增减率: 1}}。", [2500, 1], [2500, 1]],
    ["交办{{交办 | 余: 100}}件。", [2512, 1], [1, 1]],
  ])("%s", (body, now, before) => expect(problems(body, now, before)).toEqual([]));
});
