import { expect, test } from "vitest";
import { firstCounts } from "../../../../src/intake/scaffold/first-counts.ts";
import { vocabularyOf } from "../../check/rules/archive.ts";

const vocabulary = vocabularyOf(`
分组:
  县区: { 项目: [东溪县, 西岭县] }
  站点: { 项目: [1号站, 2号站] }
指标:
  事故: { 量词: 起 }
  累计: { 量词: 起, 累计自: 事故 }
  今年以来: { 量词: 起, 累计自: 事故, 累计周期: 每年 }
  雨量: { 量词: 毫米, 小数: 1, 不合计: 是 }
  满意率: { 百分比: 1 }
  倍数: { 算式: 累计 / 事故, 小数: 1 }
`);

test("what is filled in is listed with its unit, groups ready to be used; what is computed is not asked for", () => {
  const text = firstCounts(vocabulary, { year: 2024, month: 7, day: 3 }, undefined);
  expect(text).toContain("在“截至”上面再写一行“起始: 2024-07-01”");
  expect(text.split("\n").slice(5)).toEqual(
    `事故:    # 起
  截至: 2024-07-03
  合计:
  # 县区: 东溪县0、西岭县0
  # 站点:
  #   1号站: 0
  #   2号站: 0

# “累计”由“事故”逐期累加，以后各期不用填。以前已经有累计数的，这一期去掉下面行首的“# ”，填到这一期为止的数：
# 累计:    # 起
#   截至: 2024-07-03
#   合计:
#   # 要按县区、站点分的，写法同“事故”

# “今年以来”由“事故”逐期累加，以后各期不用填。以前已经有累计数的，这一期去掉下面行首的“# ”，填到这一期为止的数：
# 今年以来:    # 起
#   起始: 2024-01-01
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

test.each([
  ["每日", "2024-03-01", "2024-02-29", "2024-02-29", "2024-01-01"],
  ["每周", "2024-01-02", "2023-12-25", "2023-12-31", "2023-01-01"],
  ["每周", "2024-01-07", "2023-12-25", "2023-12-31", "2023-01-01"],
  ["每旬", "2024-03-02", "2024-02-21", "2024-02-29", "2024-01-01"],
  ["每半月", "2024-02-20", "2024-02-01", "2024-02-15", "2024-01-01"],
  ["每月", "2024-03-05", "2024-02-01", "2024-02-29", "2024-01-01"],
  ["每月", "2024-01-31", "2023-12-01", "2023-12-31", "2023-01-01"],
  ["每季", "2024-01-10", "2023-10-01", "2023-12-31", "2023-01-01"],
  ["每半年", "2024-07-15", "2024-01-01", "2024-06-30", "2024-01-01"],
  ["每年", "2024-02-10", "2023-01-01", "2023-12-31", "2023-01-01"],
] as const)(
  "%s, issued on %s: what happened from %s to %s, and in the year so far",
  (frequency, on, from, to, year) => {
    const [y = 0, month = 0, day = 0] = on.split("-").map(Number);
    const text = firstCounts(vocabulary, { year: y, month, day }, frequency);
    for (const name of ["事故", "雨量", "满意率"])
      expect(text).toMatch(new RegExp(`^${name}:.*\n  起始: ${from}\n  截至: ${to}\n`, "m"));
    expect(text).toMatch(new RegExp(`^# 今年以来:.*\n#   起始: ${year}\n#   截至: ${to}\n`, "m"));
    expect(text).toMatch(new RegExp(`^# 累计:.*\n#   截至: ${to}\n`, "m"));
    expect(text).toContain(`起始、截至照“刊期: ${frequency}”排好`);
  },
);
