/** A state of cases is data: named once, in the program's table or in an office's own, it is known wherever states are read. */

import { describe, expect, test } from "vitest";
import { checkNumbers } from "../../../src/check/numbers/index.ts";
import { IssueTallies } from "../../../src/compute/tally/issue-tallies.ts";
import { customaryStatuses, statusOf, wordsOfStatus } from "../../../src/model/status.ts";
import { SourceText } from "../../../src/base/problem/source-text.ts";
import { readVocabulary } from "../../../src/read/schema/read-vocabulary.ts";
import { parseYaml } from "../../../src/read/source/yaml.ts";
import { lines, readFiles, vocabularyOf as ledgerVocabulary } from "../../support/ledger.ts";
import { articleOf } from "./numbers/reading.ts";
import { archiveOf, run, told, vocabularyOf } from "./rules/archive.ts";

const office = (statuses: string, ledger = ""): string => `
分组: { 单位: { 项目: [东区, 西区] } }
${statuses}
指标:
  受理:
  办结: { 属于: 受理 }
  移送: { 属于: 受理 }
  在办: { 属于: 受理, 可减少: 是 }
${ledger}`;
const transferred = "状态: { 移送: { 别名: [移送办理, 已移送] } }";

describe("the counts of an issue", () => {
  const rules = (statuses: string, counts: string): string[] =>
    run(archiveOf(vocabularyOf(office(statuses)), { id: "2020-1", date: "2020-11-08", counts })).problems.map(told);
  const counts = (open: number): string => `受理: 20\n办结: 14\n移送: 2\n在办: ${open}\n`;

  test("may have cases of a state of the office's own beside the closed ones, or among them", () => {
    expect(rules(transferred, counts(4))).toEqual([]);
    expect(rules(transferred, counts(6))).toEqual([]);
    const wrong = "open-and-closed 4:5 “办结”14件加“在办”5件是19件，“受理”是20件";
    expect(rules(transferred, counts(5))).toEqual([wrong]);
  });
  test("know no state that nobody has named", () => {
    expect(rules("", counts(4))).toEqual(["open-and-closed 4:5 “办结”14件加“在办”4件是18件，“受理”是20件"]);
  });
  test("may call the closed and the open ones otherwise", () => {
    const vocabulary = vocabularyOf(
      "分组: {}\n状态: { 办毕: { 算作: 办结 }, 待办: { 算作: 在办 } }\n指标:\n  受理:\n  办毕: { 属于: 受理 }\n  待办: { 属于: 受理, 可减少: 是 }\n",
    );
    const archive = archiveOf(vocabulary, {
      id: "2020-1",
      date: "2020-11-08",
      counts: "受理: 20\n办毕: 14\n待办: 5\n",
    });
    expect(run(archive).problems.map(told)).toEqual(["open-and-closed 3:5 “办毕”14件加“待办”5件是19件，“受理”是20件"]);
  });
});

describe("a sentence", () => {
  const found = (sentence: string, statuses = transferred, counts = ""): string[] => {
    const vocabulary = vocabularyOf(office(statuses));
    const [issue] = archiveOf(vocabulary, { id: "2020-1", date: "2020-11-08", counts }).issues;
    if (issue === undefined) throw new Error(sentence);
    const tallies = new IssueTallies(issue.counts, vocabulary);
    return checkNumbers({ ...articleOf(sentence), title: "" }, vocabulary, {
      issue,
      tallies,
      office: "某市工作简报",
    }).problems.map(({ code, place }) => `${code} ${place.column}`);
  };

  test("adds it to what is closed and what is open", () => {
    expect(found("共受理件120件，已办结80件，移送办理10件，未办结30件。")).toEqual([]);
    expect(found("共受理件120件，已办结80件，移送办理10件，未办结31件。")).toEqual(["sentence-sum 28"]);
  });
  test("reads it in a list of all states", () => {
    const list = (open: number): string => `共转办120件，其中已办结80件、已移送10件、正在办理${open}件。`;
    expect(found(list(30))).toEqual([]);
    expect(found(list(31))).toEqual(["sentence-sum 4"]);
    expect(found(list(31), "")).toEqual([]);
  });
  test("is read by its other words", () => {
    const counts = "受理: 120\n办结: 80\n移送: 10\n在办: 30\n";
    expect(found("截至11月8日，已移送10件。", transferred, counts)).toEqual([]);
    expect(found("全市移送办理12件。", transferred, counts)).toEqual(["typed-count 7"]);
    // 移送办结 is another state than 办结.
    expect(found("移送办结12件。", "状态: { 移送: { 别名: 移送办结 } }", counts)).toEqual([]);
  });
  test("may count it in the rate of what is closed", () => {
    expect(found("共受理120件，移送办理12件，已办结80件，办结率76.7%。")).toEqual([]);
    expect(found("共受理120件，移送办理12件，已办结80件，办结率76.7%。", "")).toEqual(["sentence-share 27"]);
  });
});

describe("the ledger", () => {
  const head = "受理编号,受理日期,责任单位,办结状态,办结日期\n";
  const of = (statuses: string, row: string): string[] =>
    lines(
      readFiles(ledgerVocabulary(office(statuses, "台账:\n")), { "ledger.csv": `${head}A1,2020-10-24,东区,${row}\n` })
        .problems,
    );

  test("knows the office's own states, which may have a date or none", () => {
    expect(of(transferred, "移送,")).toEqual([]);
    expect(of(transferred, "已移送,2020-10-30")).toEqual([]);
    expect(of("", "移送,")).toEqual([
      "data/ledger.csv:2:18 错误：“办结状态”里不能是“移送”，登记的名称里没有它 [unknown-member]",
    ]);
  });
  test("asks for the date of one that counts as closed, and none of one that is open", () => {
    const own = "状态: { 办毕: { 算作: 办结 }, 待办: { 算作: 在办 } }";
    expect(of(own, "办毕,")).toEqual([
      "data/ledger.csv:2:21 错误：“办结状态”写的是“办毕”，却没有“办结日期” [state-and-date]",
    ]);
    expect(of(own, "待办,2020-10-30")).toEqual([
      "data/ledger.csv:2:21 错误：“办结状态”写的是“待办”，却有“办结日期” [state-and-date]",
    ]);
  });
});

describe("data/tallies.yaml", () => {
  const read = (statuses: string) => {
    const { yaml } = parseYaml(new SourceText("data/tallies.yaml", office(statuses)));
    if (yaml === undefined) throw new Error(statuses);
    return readVocabulary(yaml, new Map());
  };

  test("adds words to a state that is known", () => {
    const statuses = read("状态: { 办结: { 别名: 办毕 } }").value?.statuses ?? [];
    expect(statuses).toHaveLength(customaryStatuses.length);
    expect(statusOf("办毕", statuses)?.name).toBe("已办结");
  });
  test("may count a known state otherwise", () => {
    const statuses = read("状态: { 阶段性办结: { 算作: 在办 } }").value?.statuses ?? [];
    expect(statusOf("阶段办结", statuses)).toMatchObject({ kind: "open", dated: false });
  });
  test.each(["办结", "是", "在办"])("cannot use %s for another state", (word) => {
    const { value, problems } = read(`状态: { 移送: { 别名: [${word}] } }`);
    expect(value).toBeUndefined();
    expect(problems.map(told)).toEqual([
      `ambiguous-name 3:17 “${word}”既是“${word === "在办" ? "正在办理" : "已办结"}”，又是“移送”`,
    ]);
  });
  test("names each customary state once", () => {
    const words = customaryStatuses.flatMap((status) => [...wordsOfStatus(status), ...(status.measures ?? [])]);
    expect(new Set(words).size).toBe(words.length);
  });
});
