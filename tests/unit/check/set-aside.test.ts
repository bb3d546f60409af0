import { describe, expect, test } from "vitest";
import { warning } from "../../../src/base/problem/problem.ts";
import type { Problem } from "../../../src/base/problem/problem.ts";
import { dataRules } from "../../../src/check/catalogue.ts";
import { setAside, waivedLine } from "../../../src/check/set-aside.ts";
import { archiveOf, run, told } from "./rules/archive.ts";
import { small } from "./rules/yongzhou.ts";

const wrong = "交办:\n  合计: 10\n  单位: { 东: 4, 西: 5 }\n";
const only = (counts: string) => run(archiveOf(small, { id: "2020-1", date: "2020-11-08", counts }));

const statement = "“交办”按单位分各项之和是9件，合计是10件，少1件";
const waiver = (text = statement): string =>
  `免检:\n  - 规则: breakdown-sum\n    问题: ${text}\n    原因: 省里的材料如此\n`;

test("takes the finding that a waiver repeats out of the problems and lists it with its reason", () => {
  const { problems, waived } = only(wrong + waiver());
  expect(problems).toEqual([]);
  expect(waived.map(waivedLine)).toEqual([
    `免检：2020年第1期 分项之和 [breakdown-sum]：${statement}。原因：省里的材料如此`,
  ]);
  expect(waived[0]?.hid[0]?.place.line).toBe(3);
});

test("minds the names and figures of the statement, not the words and blanks between", () => {
  for (const text of ["“交办”按单位分：各项之和 9件，合计 10件，差1件", statement.replaceAll("9", "９")])
    expect(only(wrong + waiver(text)).problems).toEqual([]);
});

test("covers nothing else that the rule finds", () => {
  const more = `${wrong}办结:\n  合计: 3\n  单位: { 东: 1, 西: 1 }\n`;
  const { problems, waived } = only(more + waiver());
  expect(problems.map(told)).toEqual(["breakdown-sum 6:3 “办结”按单位分各项之和是2件，合计是3件，少1件"]);
  expect(waived).toHaveLength(1);
});

test("goes stale aloud when a figure has changed, and the finding is reported again", () => {
  const { problems, waived } = only(wrong.replace("西: 5", "西: 55") + waiver());
  expect(waived).toEqual([]);
  expect(problems.map(({ code, severity }) => `${severity} ${code}`)).toEqual([
    "error breakdown-sum",
    "error waiver-stale",
  ]);
  expect(problems[1]).toMatchObject({
    place: { line: 5, column: 5 },
    message: `“免检”里的“breakdown-sum”（分项之和）已经不合：这条免检说的是：${statement}；现在是：“交办”按单位分各项之和是59件，合计是10件，多49件（9现在是59，1现在是49）`,
  });
  expect(problems[1]?.hint).toContain("    问题: “交办”按单位分各项之和是59件，合计是10件，多49件\n");
});

test("asks what it covers where that is left out, filled in with what is found now", () => {
  const bare = `${wrong}免检:\n  - { 规则: breakdown-sum, 原因: 材料如此 }\n`;
  const { problems } = only(bare);
  expect(problems.map(({ code }) => code)).toEqual(["breakdown-sum", "waiver-incomplete"]);
  const entry = problems[1]?.hint?.split("\n").slice(1).join("\n") ?? "";
  expect(entry).toBe(`  - 规则: breakdown-sum\n    问题: ${statement}\n    原因: 材料如此`);
  // Copied as it stands it holds.
  expect(only(`${wrong}免检:\n${entry}\n`).problems).toEqual([]);
});

test("holds for its own issue only", () => {
  const issues = [
    { id: "2020-1", date: "2020-11-07", counts: wrong + waiver() },
    { id: "2020-2", date: "2020-11-08", counts: wrong },
  ];
  expect(run(archiveOf(small, ...issues)).problems.map((problem) => problem.code)).toEqual(["breakdown-sum"]);
});

test("warns of waivers that name no rule, hide nothing or stand twice", () => {
  const list = "免检:\n  - { 规则: breakdown-sums, 原因: 甲 }\n  - { 规则: joint-twice, 原因: 乙 }\n";
  expect(only(`交办: 9\n${list}`).problems.map(told)).toEqual([
    "waiver-unknown 3:5 “免检”里的“breakdown-sums”不是核对规则的编号",
    "waiver-idle 4:5 “免检”里的“joint-twice”（共有件列了两次）没有用上",
  ]);
  const twice = `${wrong}${waiver()}${waiver().replace("免检:\n", "")}`;
  expect(only(twice).problems.map((problem) => problem.code)).toEqual(["waiver-idle"]);
});

test("describes every rule", () => {
  expect(new Set(dataRules.map((rule) => rule.id)).size).toBe(dataRules.length);
  for (const { id, name, explanation, example } of dataRules) {
    expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/);
    for (const text of [name, explanation, example]) expect(text).toMatch(/\p{Script=Han}{2}/u);
  }
});

describe("a waiver of a number typed in an article", () => {
  const message = "这里手写的是26件，数据里“办结.单位.零陵”是27件";
  const sentence = "截至目前，零陵区已办结26件，正在办理5件。";
  const quoted = (text: string): Problem => {
    const start = text.indexOf("26");
    const quote = { sentence: text, start, end: start + 2 };
    return { ...warning("typed-count", { file: "a.md", line: 1, column: 1 }, message), quote };
  };
  const sifted = (lines: string, ...findings: readonly Problem[]) => {
    const counts = `交办: 9\n免检:\n  - 规则: typed-count\n    原因: 另一口径\n${lines}`;
    const archive = archiveOf(small, { id: "2020-1", date: "2020-11-08", counts });
    const [issue] = archive.issues;
    if (issue === undefined) throw new Error("no issue");
    return setAside(issue, findings);
  };
  const both = `    问题: ${message}\n    原句: 零陵区已办结26件\n`;

  test("names the words around it and covers no other sentence", () => {
    const { problems, waived } = sifted(both, quoted(sentence), quoted("零陵分局已办结26件。"));
    expect(problems.map(({ quote }) => quote?.sentence)).toEqual(["零陵分局已办结26件。"]);
    expect(waived.map(waivedLine)).toEqual([
      `免检：2020年第1期 手写数字与数据不符 [typed-count]：${message}（原句“零陵区已办结26件”）。原因：另一口径`,
    ]);
  });

  test("is asked for these words, and says when the sentence or the figure has changed", () => {
    const codes = (lines: string, text: string) =>
      sifted(lines, quoted(text)).problems.map(({ code, message: said }) => `${code} ${said}`);
    expect(codes(`    问题: ${message}\n`, sentence)[1]).toContain(
      "waiver-incomplete “免检”里的“typed-count”（手写数字与数据不符）没有写明是稿件里的哪一句",
    );
    expect(codes(both, "零陵办结26件。")[1]).toContain(
      "说的是“零陵区已办结26件”，查出的问题在别的句子里：“零陵办结26件”",
    );
    expect(codes(both.replace("是27件", "是28件"), sentence)[1]).toContain("（28现在是27）");
    // The words must hold the number itself.
    expect(codes(both.replace("零陵区已办结26件", "正在办理5件"), sentence)).toHaveLength(2);
  });
});
