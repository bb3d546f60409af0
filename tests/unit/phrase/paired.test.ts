/** Breakdowns side by side: 武汉58件，已办结58件；… */

import { expect, test } from "vitest";
import { phrase } from "../../../src/phrase/phrase.ts";
import { countsOf, said, scopesOf, vocabularyOf } from "./handbook-issue.ts";

const vocabulary = vocabularyOf(`
分组:
  市州: { 项目: [武汉, 黄石, 襄阳, 荆州] }
  类别: { 项目: [大气, 水] }
指标:
  转办:
  办结: { 属于: 转办 }
  办结率: { 算式: 办结 / 转办, 百分比: 1 }
  罚款: { 量词: 万元, 小数: 2 }
  水位: { 量词: 米, 小数: 2, 不合计: 是 }
`);
const counts = (extra: string) =>
  countsOf(
    `
转办: { 市州: { 武汉: 58, 黄石: 10, 襄阳: 10, ${extra} }, 类别: { 大气: 40, 水: 38 } }
办结: { 市州: { 武汉: 58, 黄石: 8, 襄阳: 8, 荆州: 2 } }
罚款: { 市州: { 黄石: 3.50 } }
水位: { 市州: { 黄石: 21.50 } }
`,
    vocabulary,
  );
const [, scope] = scopesOf(vocabulary, [
  { number: 1, date: "2021-01-01", counts: countsOf("转办: { 市州: { 武汉: 50 } }", vocabulary) },
  { number: 2, date: "2021-01-02", counts: counts("荆州: 0") },
]);
if (scope === undefined) throw new Error("no scope");
const say = (expression: string): string => said(`{{${expression}}}`, scope);

test.each([
  ["转办.市州、已办结=办结.市州 | 前: 2", "武汉58件，已办结58件；黄石10件，已办结8件"],
  ["转办.市州、办结.市州 | 前: 1", "武汉58件，办结58件"],
  ["转办=转办.市州、“已办结”=办结.市州 | 前: 1", "武汉转办58件，已办结58件"],
  ["转办.市州、办结.市州、办结率.市州 | 前: 2 | 后", undefined],
  [
    "转办.市州、办结.市州、办结率.市州 | 其余: 1 | 合并: 和 | 前: 3",
    "黄石和襄阳各10件，办结各8件，办结率各80.0%；荆州0件，办结2件",
  ],
  ["办结.市州、转办.市州 | 分隔: 。 | 组内: 、 | 只要: 荆州, 黄石", "荆州2件、转办0件。黄石8件、转办10件"],
  ["转办.市州、(办结率.市州 | 百分比: 2, 去尾) | 前: 1", "武汉58件，办结率100.00%"],
  ["(转办.市州 | 附占比: 1)、办结.市州 | 前: 1", "武汉58件（74.4%），办结58件"],
  ["(转办.市州 | 升序 | 除去: 荆州)、办结.市州 | 前: 1", "黄石10件，办结8件"],
  [
    "转办.市州、罚款.市州 | 升序: 罚款 | 末连: ；以及",
    "武汉58件，罚款0万元；襄阳10件，罚款0万元；荆州0件，罚款0万元；以及黄石10件，罚款3.50万元",
  ],
  ["转办.市州、水位.市州 | 前: 2", "武汉58件；黄石10件，水位21.50米"],
  ["转办.市州、上期.转办.市州 | 前: 1", "武汉58件，上期转办50件"],
  ["转办.市州、剩余=转办.市州 - 办结.市州 | 只要: 黄石", "黄石10件，剩余2件"],
  ["转办.市州、办结.市州 | 名单", "武汉、黄石、襄阳、荆州".replaceAll("、", "；")],
  ["转办.市州、办结.市州 | 项数", "4"],
  ["转办、(罚款 | 换算: 元)、(办结率 | 百分比: 0)", "转办78件、罚款35000元、办结率97%"],
])("{{%s}} prints %s", (expression, result) => {
  if (result === undefined) expect(() => say(expression)).toThrow("没有“后”这种格式");
  else expect(say(expression)).toBe(result);
});

test.each([
  ["转办.市州、转办.类别", "不能并列"],
  ["转办.市州、办结", "应当都是数字，或都是分项"],
  ["转办.市州、转办.市州 - 办结.市州", "要起个名称"],
  ["转办.市州、办结率.市州 | 百分比: 2", "并列的几个分项后面不能写“百分比”"],
  ["转办.市州、办结.市州 | 合计", "并列的几个分项后面不能写“合计”"],
  ["转办.市州、办结.市州 | 降序: 办节", "“降序”不认识“办节”"],
  ["转办.市州、(办结.市州 | 前: 2", "算式"],
])("{{%s}} is refused: %s", (expression, message) => expect(() => say(expression)).toThrow(message));

test("every printed number leads back to its figure", () => {
  const pieces = phrase("转办.市州、办结.市州、办结率.市州 | 前: 1", scope);
  expect(pieces.flatMap((piece) => (piece.kind === "figure" ? [piece.figure.name] : []))).toEqual([
    "转办.市州.武汉",
    "办结.市州.武汉",
    "办结率.市州.武汉",
  ]);
});
