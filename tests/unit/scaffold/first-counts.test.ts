import { expect, test } from "vitest";
import { firstCounts } from "../../../src/scaffold/first-counts.ts";
import { vocabularyOf } from "../rules/archive.ts";

test("what is filled in is listed with its unit, groups ready to be used; what is computed is not asked for", () => {
  const vocabulary = vocabularyOf(`
分组:
  县区: { 项目: [东溪县, 西岭县] }
  站点: { 项目: [1号站, 2号站] }
指标:
  事故: { 量词: 起 }
  累计: { 量词: 起, 累计自: 事故 }
  雨量: { 量词: 毫米, 小数: 1, 不合计: 是 }
  满意率: { 百分比: 1 }
  倍数: { 算式: 累计 / 事故, 小数: 1 }
`);
  const date = { year: 2024, month: 7, day: 3 };
  expect(firstCounts(vocabulary, date).split("\n").slice(4)).toEqual(
    `事故:    # 起
  起始:    # 从哪天算起，如 2024-07-01
  截至: 2024-07-03
  合计:
  # 县区: 东溪县0、西岭县0
  # 站点:
  #   1号站: 0
  #   2号站: 0

# “累计”由“事故”逐期累加，以后各期不用填。以前已经有累计数的，这一期去掉下面行首的“# ”，填到这一期为止的数：
# 累计:    # 起
#   起始:    # 从哪天算起，如 2024-07-01
#   截至: 2024-07-03
#   合计:
#   # 要按县区、站点分的，写法同“事故”

雨量:    # 毫米，最多 1 位小数
  截至: 2024-07-03
  # 要按县区、站点分的，写法同“事故”

满意率:    # 百分数，如 97.35%
  截至: 2024-07-03
  合计:
  # 县区:
  #   东溪县: 0%
  #   西岭县: 0%
  # 站点:
  #   1号站: 0%
  #   2号站: 0%
`.split("\n"),
  );
});
