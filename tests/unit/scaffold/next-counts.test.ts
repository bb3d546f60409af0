import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { Root } from "../../../src/load/root.ts";
import { loadData } from "../../../src/load/load-data.ts";
import { SourceText } from "../../../src/problem/source-text.ts";
import { nextCounts } from "../../../src/scaffold/next-counts.ts";
import { parseYaml } from "../../../src/source/yaml.ts";
import { located, vocabularyOf } from "../../support/ledger.ts";

const product = path.resolve(import.meta.dirname, "../../..");
const { vocabulary } = loadData(new Root(product));

function next(text: string, days = 1): string {
  const { yaml } = parseYaml(new SourceText("counts.yaml", text));
  if (yaml === undefined || vocabulary === undefined) throw new Error("the example data is broken");
  return nextCounts(yaml, vocabulary, days);
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

test("a waiver is not carried on", () => {
  const text = next("免检:\n  - 规则: x\n    原因: y\n交办:\n  合计: 7\n");
  expect(text).not.toContain("免检");
  expect(text).toContain("合计:    # 上期 7");
});

test("no number of issue 15 survives into issue 16", () => {
  const text = next(readFileSync(path.join(product, "content/issues/2020-15/counts.yaml"), "utf8"));
  expect(text.replace(/#.*$/gm, "")).not.toMatch(/: *\d+ *$/m);
  expect(text.match(/# 上期 \d+/g)?.length).toBe(49);
});

test("counts left to the ledger move on by dates and batches alone", () => {
  const kept = vocabularyOf("分组: { 单位: { 项目: [甲] } }\n指标: { 交办: { 台账: 受理日期 } }\n");
  const last = located("counts.yaml", "# 旧的说明\n台账: 是\n\n交办: { 截至: 2020-11-07, 批次: 1-15, 单位: [甲] }\n");
  expect(nextCounts(last, kept, 3)).toBe(
    "# 数字全部从信访件台账统计，这里只写截至日期、批次，和各项印出来的叫法、次序。\n\n台账: 是\n\n交办: { 截至: 2020-11-10, 批次: 1-16, 单位: [甲] }\n",
  );
});
