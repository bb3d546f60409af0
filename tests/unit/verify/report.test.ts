import { describe, expect, test } from "vitest";
import { conclusion, textReport } from "../../../src/verify/report/text-report.ts";
import { columns, shortened, table } from "../../../src/verify/report/width.ts";
import { isFailed, rowOf } from "../../../src/verify/verification.ts";
import type { Row, Verdict } from "../../../src/verify/verification.ts";

describe("columns of a terminal", () => {
  test.each([
    ["版心", 4],
    ["A4 幅面", 7],
    ["（必须）", 8],
    ["28±1 mm", 7],
    ["“— 1 —”", 7],
    ["𠮷", 2],
  ])("%s takes %i", (text, width) => {
    expect(columns(text)).toBe(width);
  });

  test("tables are aligned by them", () => {
    const lines = table([
      ["项目", "实测"],
      ["A4", "是"],
      ["行距与行数", "否"],
    ]);
    expect(lines).toEqual(["项目        实测", "A4          是", "行距与行数  否"]);
    expect(new Set(lines.map((line) => columns(line.slice(0, line.lastIndexOf("  ") + 2))))).toEqual(new Set([12]));
  });

  test("long cells are cut between characters", () => {
    expect(shortened("一二三四", 8)).toBe("一二三四");
    expect(shortened("一二三四", 7)).toBe("一二三…");
    expect(columns(shortened("一二三四五六", 6))).toBeLessThanOrEqual(6);
  });
});

describe("verdicts", () => {
  const rule = { id: "x", clause: "c", strength: "一般", severity: "warn", name: "n" } as const;
  const outcome = { expected: "e", measured: "m", faults: ["f"] };

  test("come from faults and severity", () => {
    expect(rowOf(rule, outcome).verdict).toBe("warn");
    expect(rowOf({ ...rule, severity: "fail" }, outcome).verdict).toBe("fail");
    expect(rowOf({ ...rule, severity: "fail" }, { ...outcome, faults: [] }).verdict).toBe("pass");
    expect(rowOf(rule, { absent: "没有表格" })).toMatchObject({ verdict: "absent", measured: "没有表格" });
    expect(rowOf(rule, { unchecked: "未装" })).toMatchObject({ verdict: "unchecked", measured: "未装" });
  });

  test.each<[Verdict, boolean, boolean]>([
    ["pass", false, false],
    ["absent", false, false],
    ["warn", false, true],
    ["unchecked", false, true],
    ["fail", true, true],
  ])("%s fails: %s, strictly: %s", (verdict, plainly, strictly) => {
    const row = { verdict } as Row;
    expect([isFailed(row, false), isFailed(row, true)]).toEqual([plainly, strictly]);
  });
});

test("the report names clause, strength, expected, measured and verdict, with the faults below", () => {
  const row = (verdict: Verdict, faults: string[]): Row => ({
    id: "x",
    clause: "GB/T 9704 5.1",
    strength: "必须",
    name: "A4 幅面",
    expected: "应",
    measured: "实",
    verdict,
    faults,
  });
  const faults = Array.from({ length: 10 }, (_, at) => `第 ${at + 1} 页`);
  const verification = {
    file: "a.pdf",
    sha256: "",
    bytes: 0,
    pages: 3,
    profile: undefined,
    rows: [row("pass", []), row("fail", faults), row("unchecked", [])],
  };
  const report = textReport(verification, true);
  expect(report).toContain("a.pdf（3 页，行距不明）");
  expect(report).toMatch(/^合格 {4}A4 幅面 {2}GB\/T 9704 5\.1（必须） {2}应 {4}实$/m);
  expect(report).toMatch(/^不合格 {2}A4 幅面/m);
  expect(report).toContain("        第 8 页\n        …还有 2 处");
  expect(report).toContain("共 3 项：合格 1，不合格 1，未查 1");
  const short = textReport(verification, false);
  expect(short).toMatch(/^不合格 {2}A4 幅面/m);
  expect(short).not.toMatch(/^合格|^未查/m);
  expect(short).toContain("共 3 项：合格 1，不合格 1，未查 1");
  const clean = textReport({ ...verification, rows: [row("pass", [])] }, false);
  expect(clean).toBe("a.pdf（3 页，行距不明）\n\n共 1 项：合格 1\n");
});

test("the conclusion counts the reminders", () => {
  const of = (...verdicts: Verdict[]) => ({ rows: verdicts.map((verdict) => ({ verdict }) as Row) });
  expect(conclusion(1, [of("pass", "absent")], false)).toBe("1 个 PDF，全部合格。");
  expect(conclusion(2, [of("warn", "pass"), of("warn", "warn")], false)).toBe("2 个 PDF，全部合格，3 处提醒。");
  expect(conclusion(1, [of("warn", "fail")], true)).toBe("1 个 PDF，有不合格的项目，1 处提醒。");
});
