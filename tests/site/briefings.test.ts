/**
 * Real notices of other provinces and cities, and bulletins of other kinds, by data alone. Each fixture is a whole root; the text that
 * it must print (`expected.txt`) was written by hand from the published figures, which stand in the data and nowhere else.
 */

import { appendFileSync, cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { prepare } from "../../src/build/prepare.ts";
import type { Prepared } from "../../src/build/prepare.ts";
import { isoDate } from "../../src/base/text/moment.ts";
import { textOfIssue } from "../support/article-text.ts";

const fixtures = path.resolve(import.meta.dirname, "../fixtures/briefings");

/** The last issue. */
function textOf({ issues }: Prepared): string {
  const last = issues.at(-1);
  return last === undefined ? "" : textOfIssue(last);
}

const expected = (name: string): string => readFileSync(path.join(fixtures, name, "expected.txt"), "utf8").trim();
const codes = ({ problems }: Prepared): string[] => problems.map((problem) => `${problem.severity} ${problem.code}`);

describe.each([
  ["haikou-2019-13", "海南省，第十三批：件和个两个总数，最多的单说，其余数量分别为"],
  ["hainan-23", "海南省，第二十三批：属实情况、阶段性办结计入办结率"],
  ["hunan-2018-4", "湖南省，第四批：占比分别占，本批在前累计在后，共有件各计"],
  ["jining-2024-17", "济宁市，第十七批：登记序，共有件单列，件和个"],
  ["fangxun", "防汛：人、公顷、万元、座，雨量不相加"],
  ["shizhang-xinxiang", "市长信箱：渠道、承办单位、诉求，环比和百分点"],
  ["sixth-2025-17", "没有见过的一种：受理和转办两个累计、剔除重复件、组合类别、行业、只报来电"],
])("%s: %s", (name) => {
  const prepared = prepare(path.join(fixtures, name));
  test("passes the checks", () => expect(codes(prepared)).toEqual([]));
  test("says all that it should", () => expect(textOf(prepared)).toBe(expected(name)));
  test("has no count typed into its articles", () => {
    const typed = prepared.archive?.issues.at(-1)?.articles.map(
      ({ source, bodyStart }) =>
        source.text
          .slice(bodyStart)
          .replace(/\{\{[\s\S]*?\}\}/g, "")
          .match(/\d+(\.\d+)?%?[件个家人万元座间]/g) ?? [],
    );
    expect(typed?.flat()).toEqual([]);
  });
});

describe("guizhou-2018-24: 贵州省，第二十四批，原文各地区相加比合计少一件", () => {
  const root = path.join(fixtures, "guizhou-2018-24");

  test("the sum that does not add up stops the build, at its place", () => {
    const prepared = prepare(root);
    expect(prepared.ok).toBe(false);
    const [problem] = prepared.problems.filter(({ severity }) => severity === "error");
    expect(problem).toMatchObject({
      code: "breakdown-sum",
      message: "“本批”按地区分各项之和是110件，合计是111件，少1件",
      place: { file: "content/issues/2018-24/counts.yaml" },
    });
  });

  test("with the rule waived it prints as published, and the waiver is listed", () => {
    const copy = mkdtempSync(path.join(tmpdir(), "jianbao-guizhou-"));
    try {
      cpSync(root, copy, { recursive: true });
      const waiver = readFileSync(path.join(root, "counts.waived.yaml"), "utf8");
      appendFileSync(path.join(copy, "content/issues/2018-24/counts.yaml"), `\n${waiver}`);
      const prepared = prepare(copy);
      expect(prepared.ok).toBe(true);
      expect(prepared.waived.map(({ rule, reason }) => [rule, reason])).toEqual([
        ["breakdown-sum", "转办单原件如此，已去函请督察组核对"],
      ]);
      // Received until 20时, handled as of 18时: the source says so itself, and the tool says so to the editor.
      expect(codes(prepared)).toEqual(["warning as-of-order"]);
      expect(textOf(prepared)).toBe(expected("guizhou-2018-24"));
    } finally {
      rmSync(copy, { recursive: true });
    }
  });
});

describe("the published figures come out of the data", () => {
  interface Item {
    readonly label: string;
    readonly count: number;
  }
  const figures = (file: string): Record<string, unknown> => {
    const prepared = prepare(path.join(fixtures, file));
    const issue = prepared.archive?.issues.at(-1);
    if (issue === undefined) throw new Error(file);
    const tallies = prepared.scopes?.of(issue)?.tallies;
    return {
      date: isoDate(issue.date.value),
      ...Object.fromEntries(
        (tallies?.available() ?? []).map((name) => {
          const tally = tallies?.get(name);
          const items = [...(tally?.breakdowns.values() ?? [])].map(({ parts }) =>
            parts.map((part): Item => ({ label: part.label, count: part.figure.value.valueOf() })),
          );
          return [name, [tally?.total?.value.valueOf(), ...items.map((list) => list.length)]];
        }),
      ),
    };
  };

  test.each([
    [
      "guizhou-2018-24",
      { date: "2018-11-28", 本批: [111, 10, 6], 累计: [2048], 已交办: [1937], 办结: [1185], 罚款: [1547.256] },
    ],
    ["haikou-2019-13", { date: "2019-07-28", 本批: [126, 7], 累计: [1371] }],
    ["hainan-23", { 本批: [84], 本批办结: [56], 累计: [1427, 4, 3] }],
    ["hunan-2018-4", { 本批: [116, 13, 6], 本批重点件: [12], 累计: [343, 15, 7], 累计重点件: [34] }],
    ["jining-2024-17", { date: "2024-11-11", 本批: [43, 14, 7], 累计: [1633] }],
  ])("%s", (file, wanted) => expect(figures(file)).toMatchObject(wanted));
});

/** Offices that the rules were not written for. Of each issue the whole text was written by hand beforehand: `expected/年-期号.txt`. */
describe.each([
  ["fangxun-ribao", "防汛日报：雨量和水位的小数，24小时时段，超、低于汛限水位，累计转移"],
  ["anquan-zhoubao", "安全生产周报：按行业，与去年同一周比，今年以来每年重新累计，下降和持平"],
  ["hotline-yuebao", "12345热线月报：占比、名次和升降，比率直接填百分数，与上月、去年同月比"],
])("%s: %s", (name) => {
  const root = path.join(fixtures, name);
  const prepared = prepare(root);

  test("passes the checks", () => expect(codes(prepared)).toEqual([]));

  test.each(readdirSync(path.join(root, "expected")))("prints the issue of %s", (file) => {
    const built = prepared.issues.find(({ issue }) => `${issue.id}.txt` === file);
    expect(built === undefined ? "" : textOfIssue(built)).toBe(
      readFileSync(path.join(root, "expected", file), "utf8").trim(),
    );
  });

  test("has a text for each issue, and two at least", () => {
    const names = prepared.issues.map(({ issue }) => `${issue.id}.txt`);
    expect(readdirSync(path.join(root, "expected"))).toEqual([...names].sort());
    expect(names.length).toBeGreaterThanOrEqual(2);
  });

  test("has no number typed into its articles but limits and the hotline's own", () => {
    const typed = prepared.issues.flatMap(({ issue }) =>
      issue.articles.flatMap(
        ({ source, bodyStart }) =>
          source.text
            .slice(bodyStart)
            .replace(/\{\{[\s\S]*?\}\}/g, "◇")
            .match(/\d+(\.\d+)?[%\p{Script=Han}]*/gu) ?? [],
      ),
    );
    expect([...new Set(typed)].sort()).toEqual(
      { "fangxun-ribao": ["100毫米以上", "50毫米以上的有"], "hotline-yuebao": ["12345热线受理群众诉求", "98%"] }[
        name
      ] ?? [],
    );
  });
});
