/** Words of measure typed behind figures, held against those of the data. */

import { describe, expect, test } from "vitest";
import { checkNumbers } from "../../../../src/check/numbers/index.ts";
import { countsOf, scopesOf } from "../../compute/phrase/handbook-issue.ts";
import { vocabularyOf } from "../rules/archive.ts";
import { articleOf } from "./reading.ts";

const vocabulary = vocabularyOf(`
分组: { 类别: { 项目: [水, 气], 可重复: 是, 量词: 个 } }
指标: { 交办: , 死亡: , 约谈: { 量词: 人 }, 罚款: { 量词: 万元, 小数: 2 }, 面积: { 量词: 公顷, 小数: 1 }, 水库: { 量词: 座 } }
`);
const counts = countsOf(
  "交办: { 合计: 12, 类别: { 水: 7, 气: 8 } }\n死亡: 3\n约谈: 5\n罚款: 12.50\n面积: 40.0\n水库: 6\n",
  vocabulary,
);

function told(body: string): string[] {
  const scope = scopesOf(vocabulary, [{ number: 15, date: "2020-11-08", counts }]).at(-1);
  if (scope === undefined) throw new Error("no scope");
  return checkNumbers(articleOf(body, scope), vocabulary, undefined).problems.map(
    ({ code, message, hint }) => `${code} ${message} ${hint ?? ""}`,
  );
}

describe("a measure word typed behind a figure", () => {
  test.each([
    [
      "死亡{{死亡}}人。",
      "measure-word “死亡”论“件”，稿件里印成了“3人” 请核对：data/tallies.yaml 里的“量词”写错或没有写的，改成“人”；稿件写错的，改成“件”。",
    ],
    ["约谈{{约谈}}件。", "“约谈”论“人”，稿件里印成了“5件”"],
    ["罚款{{罚款}}元。", "稿件写错的，改成“万元”；换算单位的，写“| 换算: 元, 2”。"],
    ["受灾{{面积}}亩。", "“面积”论“公顷”，稿件里印成了“40.0亩”"],
    ["水污染{{交办.类别.水}}人。", "论“个”，稿件里印成了“7人”"],
    ["交办{{交办}}万件。", "“交办”论“件”，稿件里印成了“12万件”"],
  ])("is of another kind than the data's: %s", (body, message) => {
    expect(told(body)).toEqual([expect.stringContaining(message)]);
  });
  test.each([
    "交办{{交办}}件、{{交办}}个、{{交办}}起信访件。",
    "约谈{{约谈}}名干部。",
    "{{水库}}座水库，{{交办.类别 | 项数}}类问题。",
    "罚款{{罚款}}万元，即{{罚款 | 换算: 元, 0}}。",
    "面积{{面积}}公顷，折合{{面积 * 15}}亩。",
    "其中{{交办.类别}}，{{约谈 | 带量词}}。",
    "死亡人数{{死亡}}，受伤若干人。",
  ])("is of the same kind, or printed by the expression: %s", (body) => {
    expect(told(body)).toEqual([]);
  });
});
