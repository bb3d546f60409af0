/** Every number of issue 15 is explained once, and what is computed can be computed again. */

import { readFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { NumberRecord } from "../../src/check/trace/index.ts";
import { product, Sandbox } from "../support/cli.ts";
import { evaluated, ratioOf, recomputed } from "../support/trace-evaluator.ts";

const seed = readFileSync(path.join(product, "tests/fixtures/issue-15.txt"), "utf8");
const sandbox = new Sandbox();
afterAll(() => sandbox.dispose());

describe("explain --format json", () => {
  let records: NumberRecord[] = [];
  beforeAll(async () => {
    const outcome = await sandbox.run("explain", "2020-15", "--format", "json");
    expect(outcome.stderr).toBe("");
    records = JSON.parse(outcome.stdout) as NumberRecord[];
  });

  test("has each run of digits of the published text once, in reading order", () => {
    const runs = seed.match(/\d+(?:\.\d+)?/g) ?? [];
    expect(runs).toHaveLength(116);
    expect(records.map((record) => record.text).filter((text) => /\d/.test(text))).toEqual(runs);
  });

  test("has each Chinese numeral that counts, ranks or numbers something once, in reading order", () => {
    // 第五督察组, 每一件, 一是 二是 三是, 八大, 前三季度, 十五批; not 进一步, 第一 of no text, 举一反三, 一江碧水, 一岗双责, 一点位.
    const pattern =
      /第[一二三四五六七八九十]|每一件|(?<=[。；])[一二三](?=是)|[二三四五六七八九十]大(?=专项)|[一二三四]季度|十[一二三四五六七八九]批/g;
    const found = (seed.replaceAll(/\s/g, "").match(pattern) ?? []).map((text) =>
      text.replaceAll(/[^一二三四五六七八九十]/g, ""),
    );
    expect(found).toHaveLength(15);
    expect(records.map((record) => record.text).filter((text) => !/\d/.test(text))).toEqual(found);
  });

  test("every computed number is computed again from its inputs and its expression alone", () => {
    const computed = records.filter((record) => record.state === "computed");
    expect(computed).toHaveLength(58);
    for (const record of computed) {
      expect(recomputed(record), record.name ?? "").toBe(record.text);
      const again = evaluated(record);
      const told = ratioOf(record.value ?? "");
      expect(again.n * told.d).toBe(told.n * again.d);
    }
  });

  test("every input is what stands in the file at that line and column", () => {
    for (const { inputs } of records)
      for (const { file, line, column, value } of inputs) {
        const row = sandbox.read(file).split("\n")[line - 1] ?? "";
        const typed = row.slice(column - 1);
        // A joint entry without 件数 is one case.
        if (!typed.startsWith("{") && !typed.startsWith("单位:"))
          expect(typed).toMatch(new RegExp(`^${value}\\b|^1-${value}\\b`));
      }
  });

  test("every place is where the number or its expression stands in the source", () => {
    for (const { text, state, phrase, place } of records) {
      const line = sandbox.read(place.file).split("\n")[place.line - 1] ?? "";
      expect(line).not.toBe("");
      if (!place.file.endsWith(".md")) continue;
      const from = [...line].slice(place.column - 1).join("");
      if (phrase !== null && state !== "typed-agrees") expect(from.startsWith(`{{${phrase}}}`)).toBe(true);
      else expect(from.startsWith(text)).toBe(true);
      expect(place.sentence).toContain(text);
    }
  });

  test("tells as-of moments, and the rules that watch over the data", () => {
    const ongoing = records.find((record) => record.name === "正在办理");
    expect(ongoing).toMatchObject({ text: "55", value: 55, asOf: "2020-11-08", phrase: "正在办理" });
    expect(ongoing?.rules).toContain("breakdown-sum");
    expect(ongoing?.inputs).toHaveLength(29);
    expect(records.find((record) => record.text === "900")).toMatchObject({
      state: "typed-unchecked",
      rules: [],
      inputs: [],
    });
    expect(records.find((record) => record.text === "8127713")).toMatchObject({
      state: "not-a-count",
      kind: "telephone",
    });
  });
});

test("a typed number that the data confirms names the tally", async () => {
  const file = "content/issues/2020-15/05-信访件情况.md";
  sandbox.edit(file, "累计接到转办件{{交办}}件", "累计接到转办件215件");
  const { stdout } = await sandbox.run("explain", "2020-15", "--format", "json");
  sandbox.edit(file, "累计接到转办件215件", "累计接到转办件{{交办}}件");
  const typed = (JSON.parse(stdout) as NumberRecord[]).find((record) => record.state === "typed-agrees");
  expect(typed).toMatchObject({ text: "215", value: 215, name: "交办", asOf: "2020-11-07" });
  expect(typed?.inputs).toHaveLength(16);
});

describe("explain for people", () => {
  test("lists all numbers in aligned columns", async () => {
    const { stdout, code } = await sandbox.run("explain", "2020-15");
    expect(code).toBe(0);
    expect(stdout).toMatch(/^序号 +印出 +怎样来的 +名称 +稿件里的位置\n/);
    expect(stdout).toContain("共 131 个数字：由数据算出 58 个");
    const column = (line: string): number =>
      [...(line.split("由数据算出")[0] ?? "")].reduce((sum, one) => sum + (one > "\u2000" ? 2 : 1), 0);
    expect(
      new Set(
        stdout
          .split("\n")
          .filter((line) => /^\d.*由数据算出/.test(line))
          .map(column),
      ).size,
    ).toBe(1);
  });

  test("draws the tree of one figure down to its data lines", async () => {
    const { stdout } = await sandbox.run("explain", "2020-15", "正在办理");
    expect(stdout).toContain(
      "正在办理 55件 ＝ 交办 − 办结\n├─ 交办 215件 ＝ 下列 16 项相加\n│  ├─ 交办.单位.冷水滩区 56件",
    );
    expect(stdout).toContain("content/issues/2020-15/counts.yaml:7:11 冷水滩区 56\n");
    expect(stdout).toContain("分项之和 [breakdown-sum]");
    expect(stdout).toContain("里的“55件”：由数据算出。");
  });

  test("explains an expression that is not printed, and a number by its position", async () => {
    expect((await sandbox.run("explain", "2020-15", "办结 / 交办 | 百分比: 1")).stdout).toMatch(
      /＝ 办结 ÷ 交办\n[\s\S]*没有印在这一期里/,
    );
    expect((await sandbox.run("explain", "2020-15", "#68")).stdout).toContain("十五");
  });

  test("a name that means nothing says so in Chinese", async () => {
    const outcome = await sandbox.run("explain", "2020-15", "不存在");
    expect(outcome.code).toBe(2);
    expect(outcome.stderr).toContain("没有“不存在”这个统计项");
    expect((await sandbox.run("explain", "2020-99")).code).toBe(2);
  });
});
