/** Numbers counted from a ledger are explained by their cases, and by nothing else that the ledger holds. */

import { afterAll, beforeAll, expect, test } from "vitest";
import type { NumberRecord } from "../../src/check/trace/index.ts";
import { Sandbox } from "../support/cli.ts";
import { readSite } from "../support/site-files.ts";
import { issue15FromLedger, syntheticCases, toCsv } from "../support/synthetic-ledger.ts";
import { recomputed } from "../support/trace-evaluator.ts";

const cases = syntheticCases();
/** 问题摘要 of every case. */
const summary = "合成数据，不是真实的信访件";
const sandbox = new Sandbox();
let records: NumberRecord[] = [];

beforeAll(async () => {
  sandbox.write("data/tallies.yaml", `${sandbox.read("data/tallies.yaml")}\n台账:\n  文件: ledger.csv\n`);
  sandbox.write("data/ledger.csv", toCsv(cases));
  sandbox.write("content/issues/2020-15/counts.yaml", issue15FromLedger);
  const [explained, built] = await Promise.all([
    sandbox.run("explain", "2020-15", "--format", "json"),
    sandbox.run("build"),
  ]);
  expect(explained.stderr).toBe("");
  expect(built.code, built.stdout + built.stderr).toBe(0);
  records = JSON.parse(explained.stdout) as NumberRecord[];
});
afterAll(() => sandbox.dispose());

test("each computed number is computed again, and each count of the ledger names as many cases", () => {
  const computed = records.filter(({ state }) => state === "computed");
  expect(computed).toHaveLength(58);
  const known = new Set(cases.map(({ number }) => number));
  let counted = 0;
  for (const record of computed) {
    expect(recomputed(record), record.name ?? "").toBe(record.text);
    for (const { cases: numbers, value } of record.inputs) {
      if (numbers === undefined) continue;
      counted++;
      expect(numbers).toHaveLength(Number(value));
      expect(numbers.every((number) => known.has(number))).toBe(true);
    }
  }
  expect(counted).toBeGreaterThanOrEqual(57);
});

test("the tree lists case numbers, twenty at most", async () => {
  const { stdout } = await sandbox.run("explain", "2020-15", "交办.单位.冷水滩区");
  const line = stdout.split("\n").find((each) => each.includes("受理编号：")) ?? "";
  expect(line.split("、")).toHaveLength(20);
  expect(line).toMatch(/ 等 56 件$/);
});

test("the public page tells labels and counts, no word of a case, and its number only where the office allows it", async () => {
  const page = readSite(sandbox.output, "issues/2020/15/figures/index.html");
  expect(page).toContain("台账里“交办.单位.冷水滩区”有56件");
  for (const { number } of cases) expect(page).not.toContain(number);
  const allowing = sandbox.read("data/bulletin.yaml").replace("网站:\n", "网站:\n  公开受理编号: 是\n");
  sandbox.write("data/bulletin.yaml", allowing);
  expect(await sandbox.run("build", "--quiet")).toMatchObject({ code: 0 });
  expect(readSite(sandbox.output, "issues/2020/15/figures/index.html")).toContain("受理编号：");
  expect(sandbox.read("data/ledger.csv")).toContain(summary);
  expect(page).not.toContain(summary);
  expect(JSON.stringify(records)).not.toContain(summary);
  const draft = readSite(sandbox.output, "issues/2020/15/edition.json");
  expect(draft).toContain("交办.单位.冷水滩区");
  for (const text of [summary, ...cases.map(({ number }) => number)]) expect(draft).not.toContain(text);
});
