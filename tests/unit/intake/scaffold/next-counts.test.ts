import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { Root } from "../../../../src/read/load/root.ts";
import { loadData } from "../../../../src/read/load/load-data.ts";
import { SourceText } from "../../../../src/base/problem/source-text.ts";
import { firstCounts } from "../../../../src/intake/scaffold/first-counts.ts";
import { nextCounts } from "../../../../src/intake/scaffold/next-counts.ts";
import type { Frequency } from "../../../../src/model/frequency.ts";
import { addDays, readMoment } from "../../../../src/base/text/moment.ts";
import { parseYaml } from "../../../../src/read/source/yaml.ts";
import { located, vocabularyOf } from "../../../support/ledger.ts";

const example = path.resolve(import.meta.dirname, "../../../fixtures/example");
const { vocabulary } = loadData(new Root(example));

const used = new Set(vocabulary?.measures.keys());

/** The last issue is of the day behind its latest 截至, the next one comes `days` later. */
function next(text: string, days = 1, before?: string, frequency?: Frequency): string {
  const { yaml } = parseYaml(new SourceText("counts.yaml", text));
  if (yaml === undefined || vocabulary === undefined) throw new Error("the example data is broken");
  const earlier = before === undefined ? undefined : parseYaml(new SourceText("counts.yaml", before)).yaml;
  const ends = [...text.matchAll(/截至: *(\d{4}-\d\d-\d\d)/g)].map(([, date = ""]) => date).sort();
  const end = readMoment(ends.at(-1) ?? "2020-11-07");
  if (!end.ok) throw new Error(end.reason);
  const from = addDays(end.moment, 1);
  return nextCounts({ last: yaml, before: earlier, from, to: addDays(from, days), frequency, used }, vocabulary);
}

test("dates move with the issue, batches by one, numbers are emptied with last issue's beside", () => {
  expect(next("交办:\n  截至: 2020-11-30 18时   # 时点\n  批次: 1-15\n  单位:\n    冷水滩区: 56\n", 3)).toContain(
    "交办:\n  截至: 2020-12-03 18:00   # 时点\n  批次: 1-16\n  单位:\n    冷水滩区:    # 上期 56\n",
  );
  expect(next("交办:\n  批次: 24\n  合计: 7\n")).toContain("  批次: 25\n  合计:    # 上期 7\n");
});

test("several numbers of one line share one comment, and last time's comment makes room", () => {
  expect(next("交办:\n  来源: { 来电: 195, 来信: 20 }   # 上期 190、19\n")).toContain(
    "  来源: { 来电: , 来信:  }    # 上期 195、20\n",
  );
});

test("a list that was pasted comes as lines, every number emptied", () => {
  const text = next(
    "交办:\n  截至: 2020-11-11\n  单位: 冷水滩区59件、零陵区34 # 抄来的\n  类别:\n    大气污染120，\n    水污染95\n  合计: 93\n",
  );
  expect(text).toContain(
    "  单位:\n    冷水滩区:    # 上期 59\n    零陵区:  # 抄来的    # 上期 34\n  类别:\n    大气污染:    # 上期 120\n    水污染:    # 上期 95\n  合计:    # 上期 93\n",
  );
});

test("of a number what was typed is shown, its last 0 too, and the hints name the office's own units", () => {
  const kept = vocabularyOf(
    "分组: { 县区: { 项目: [城中区, 东城区] } }\n指标: { 损失: { 量词: 万元, 小数: 2, 可减少: 是 }, 事故: { 可减少: 是 }, 累计: { 累计自: 事故 } }\n",
  );
  const last = located(
    "counts.yaml",
    "损失: { 截至: 2024-05-31, 合计: 6.20 }\n事故:\n  起始: 2024-05-01\n  截至: 2024-05-31\n  县区: 城中区6.50、东城区10\n",
  );
  const [from, to] = [
    { year: 2024, month: 6, day: 5 },
    { year: 2024, month: 9, day: 5 },
  ];
  const text = nextCounts(
    { last, before: undefined, from, to, frequency: undefined, used: new Set(kept.measures.keys()) },
    kept,
  );
  expect(text).toContain("合计:  }    # 上期 2024-05-31，照日期推算是 2024-08-31，请核对、6.20\n");
  expect(text).toContain("    城中区:    # 上期 6.50\n");
  expect(text).toContain("如“县区: 城中区12、东城区9”。\n");
  expect(text).not.toMatch(/冷水滩|每个空着的地方/);
  // What was added up from issue to issue cannot be over a gap.
  expect(text).toContain("# “累计”由“事故”逐期累加，可是中间缺了几期，接不上。");
});

test("a waiver is not carried on", () => {
  const text = next("免检:\n  - 规则: x\n    原因: y\n交办:\n  合计: 7\n");
  expect(text).not.toContain("免检");
  expect(text).toContain("合计:    # 上期 7");
});

test("no number of issue 15 survives into issue 16", () => {
  const text = next(readFileSync(path.join(example, "content/issues/2020-15/counts.yaml"), "utf8"));
  expect(text.replace(/#.*$/gm, "")).not.toMatch(/: *\d+ *$/m);
  expect(text.match(/# 上期 \d+/g)?.length).toBe(49);
});

test("what no issue has had yet comes in comments with this issue's dates, however the last one's comments read", () => {
  const measures = vocabularyOf(
    "分组: { 单位: { 项目: [甲] } }\n指标: { 检查: { 可减少: 是 }, 今年检查: { 累计自: 检查, 累计周期: 每年 }, 处罚: { 可减少: 是 } }\n",
  );
  const [from, to] = [
    { year: 2024, month: 12, day: 5 },
    { year: 2025, month: 1, day: 6 },
  ];
  const first = firstCounts(measures, from, "每月");
  expect(first).toContain("# 今年检查:    # 件\n#   起始: 2024-01-01\n#   截至: 2024-11-30\n");
  const carried = (text: string, ...had: string[]): string =>
    nextCounts(
      { last: located("counts.yaml", text), before: undefined, from, to, frequency: "每月", used: new Set(had) },
      measures,
    );
  // The last issue is still empty.
  const empty = carried(first);
  expect(empty).toContain("# 今年检查:    # 件\n#   起始: 2024-01-01\n#   截至: 2024-12-31\n");
  expect(empty).not.toContain("11-30");
  expect(empty.match(/今年检查/g)).toHaveLength(2);
  const filled = carried(first.replace("合计:", "合计: 9").replace(/处罚:[^]*/, ""), "检查");
  expect(filled).not.toContain("今年检查");
  expect(filled).toContain(
    "# “处罚”以前各期都没有填过。这一期要填的，去掉下面行首的“# ”：\n# 处罚:    # 件\n#   起始: 2024-12-01\n#   截至: 2024-12-31\n",
  );
});

test("counts left to the ledger move on by dates and batches alone", () => {
  const kept = vocabularyOf("分组: { 单位: { 项目: [甲] } }\n指标: { 交办: { 台账: 受理日期 } }\n");
  const last = located("counts.yaml", "# 旧的说明\n台账: 是\n\n交办: { 截至: 2020-11-07, 批次: 1-15, 单位: [甲] }\n");
  const [from, to] = [
    { year: 2020, month: 11, day: 8 },
    { year: 2020, month: 11, day: 11 },
  ];
  expect(
    nextCounts({ last, before: undefined, from, to, frequency: undefined, used: new Set(kept.measures.keys()) }, kept),
  ).toBe(
    "# 数字全部从信访件台账统计，这里只写截至日期、批次，和各项印出来的叫法、次序。\n\n台账: 是\n\n交办: { 截至: 2020-11-10, 批次: 1-16, 单位: [甲] }\n",
  );
});

const period = (from: string, to: string) => `交办:\n  起始: ${from}\n  截至: ${to}\n  合计: 7\n`;

test.each([
  [
    "a day ends where the next begins",
    "2020-11-05 08时",
    "2020-11-06 08时",
    "2020-11-06 08时",
    "2020-11-07 08时",
    1,
    "2020-11-07 08:00",
    "2020-11-08 08:00",
  ],
  [
    "a week begins on the day after",
    "2020-10-26",
    "2020-11-01",
    "2020-11-02",
    "2020-11-08",
    7,
    "2020-11-09",
    "2020-11-15",
  ],
  [
    "a month is as long as it is",
    "2020-09-01",
    "2020-09-30",
    "2020-10-01",
    "2020-10-31",
    31,
    "2020-11-01",
    "2020-11-30",
  ],
  [
    "a quarter too, over the year",
    "2020-07-01",
    "2020-09-30",
    "2020-10-01",
    "2020-12-31",
    92,
    "2021-01-01",
    "2021-03-31",
  ],
  [
    "a running total keeps its start",
    "2020-01-01",
    "2020-11-01",
    "2020-01-01",
    "2020-11-08",
    7,
    "2020-01-01",
    "2020-11-15",
  ],
])("起始 and 截至: %s", (_, from1, to1, from2, to2, days, from, to) => {
  expect(next(period(from2, to2), days, period(from1, to1))).toContain(`  起始: ${from}\n  截至: ${to}\n`);
});

test("a start that nothing tells of is asked for, and a running total's in a new year", () => {
  expect(next(period("2020-11-06", "2020-11-07"))).toContain(
    "起始:    # 上期 2020-11-06，照日期推算是 2020-11-08，请核对\n  截至: 2020-11-08\n",
  );
  const campaign = period("2020-03-15", "2020-12-24");
  expect(next(period("2020-03-15", "2020-12-31"), 7, campaign)).toContain("起始:    # 上期 2020-03-15，请核对\n");
});

test.each([
  ["22", "23", "24"],
  ["1-20", "1-22", "1-24"],
  ["19-21", "22-24", "25-27"],
  [undefined, "22-24", "    # 上期 22-24，请核对"],
])("batches %s, then %s, then %s", (before, last, expected) => {
  const text = (batches: string) => `交办:\n  批次: ${batches}\n  合计: 7\n`;
  const carried = next(text(last), 1, before === undefined ? undefined : text(before));
  expect(carried).toContain(`  批次:${expected.startsWith(" ") ? expected : ` ${expected}`}\n`);
});

test("joint cases, crosses, rates and negative numbers are emptied; what belonged to one issue goes", () => {
  const text = next(
    [
      "交办:",
      "  重新累计: 是",
      "  单位×类别:",
      "    道县: { 大气污染: 3, 水污染: 4 }",
      "  共有:",
      "    - 单位: [冷水滩, 零陵]",
      "      件数: 1",
      "      已完成: 冷水滩",
      "    - 单位: [道县, 零陵]",
      "      已完成:",
      "        - 道县",
      "        - 零陵",
      "  共有计法: 各计",
      "",
    ].join("\n"),
  );
  expect(text).toContain(
    [
      "交办:",
      "  单位×类别:",
      "    道县: { 大气污染: , 水污染:  }    # 上期 3、4",
      "  共有:",
      "    - 单位: [冷水滩, 零陵]",
      "      件数:    # 上期 1",
      "      已完成:    # 上期 冷水滩，请核对",
      "    - 单位:    # 上期 [道县, 零陵]，请核对",
      "      已完成:",
      "    # 上期 - 道县，请核对",
      "    # 上期 - 零陵，请核对",
      "  共有计法: 各计",
    ].join("\n"),
  );
});

test.each([
  ["2024-04-30", 30, "2024-05-31"],
  ["2024-01-31", 29, "2024-02-29"],
  ["2024-03-31", 91, "2024-06-30"],
  ["2024-04-30", 7, "2024-05-07"],
  ["2024-04-28", 30, "2024-05-28"],
])("from %s, %d days on and no issue before to go by, figures stand at %s", (asOf, days, moved) => {
  expect(next(`交办:\n  截至: ${asOf}\n  合计: 5\n`, days)).toContain(`截至: ${moved}`);
});
