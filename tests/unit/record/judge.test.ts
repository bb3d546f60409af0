import { describe, expect, test } from "vitest";
import type { Correction } from "../../../src/model/correction.ts";
import type { PublishedText } from "../../../src/model/issue-record.ts";
import { compareTexts } from "../../../src/record/compare.ts";
import { judge } from "../../../src/record/judge.ts";
import type { ReadRecord } from "../../../src/record/read-record.ts";
import { sentencesOf } from "../../../src/record/sentences.ts";
import { changeWords } from "../../../src/record/words.ts";
import { readMoment } from "../../../src/base/text/moment.ts";
import { changed, corrected, correction, first, read, text } from "./issue.ts";

const told = (now: PublishedText): string[] => compareTexts(text, now).map(changeWords);
const replaceBlocks = (blocks: readonly string[]): PublishedText => ({
  ...text,
  parts: text.parts.map((part) => (part.slug === "" ? part : { ...part, blocks })),
});
const body = text.parts[1]?.blocks ?? [];

test("sentences together are the paragraph", () => {
  for (const block of ["甲。乙！“丙？”丁", "。。", "", "甲；乙。”", "没有句号"])
    expect(sentencesOf(block).join("")).toBe(block);
  expect(sentencesOf("他说：“好。”再说。")).toEqual(["他说：“好。”", "再说。"]);
});

describe("comparing", () => {
  test("names the sentence, old and new, and the figure", () => {
    expect(told(changed("56", "57"))).toEqual([
      "“信访件情况”里原为“其中冷水滩区56件、零陵区32件；”，现为“其中冷水滩区57件、零陵区32件；”；数字：交办.单位.冷水滩区 56 → 57",
    ]);
  });

  test("does not take a part of a number for the number", () => {
    const [change] = compareTexts(text, changed("56", "57", changed("160件", "156件")));
    expect(change).toMatchObject({ figures: [{ name: "交办.单位.冷水滩区" }] });
    expect(told(changed("56", "57", changed("160件", "156件")))[1]).not.toContain("数字");
  });

  test("tells sentences and parts that have come or gone, joined paragraphs, another order", () => {
    expect(told(replaceBlocks(body.slice(0, 2)))).toEqual(["“信访件情况”里少了一句：“已办结160件。”"]);
    expect(told(replaceBlocks([...body, "完。"]))).toEqual(["“信访件情况”里多了一句：“完。”"]);
    expect(told(replaceBlocks([body[0] ?? "", `${body[1] ?? ""}${body[2] ?? ""}`]))).toEqual([
      "“信访件情况”里分段变了：“已办结160件。”",
    ]);
    expect(told({ ...text, parts: text.parts.filter(({ slug }) => slug === "") })).toEqual([
      "《信访件情况》整篇不见了（原有 3 段）",
    ]);
    const [head, article, foot] = text.parts;
    if (head === undefined || article === undefined || foot === undefined) throw new Error("three parts");
    const second = { ...article, name: "感谢信", slug: "01" };
    const before = { ...text, parts: [head, article, second, foot] };
    expect(compareTexts(before, { ...text, parts: [head, second, article, foot] }).map(changeWords)).toEqual([
      "“各篇次序”里原为“《报头》《信访件情况》《感谢信》《版记》”，现为“《报头》《感谢信》《信访件情况》《版记》”",
    ]);
  });

  test("tells of data that no sentence prints; further data is no change", () => {
    const data = text.data.map((line) => (line.name === "交办.单位.零陵区" ? { ...line, value: "33" } : line));
    expect(told({ ...text, data })).toEqual(["交办.单位.零陵区 32 → 33"]);
    expect(told({ ...text, data: text.data.slice(0, 3) })).toEqual(["交办.截至 2020-11-07 → 没有了"]);
    expect(told({ ...text, data: [...text.data, { name: "办结率", value: "0.5" }] })).toEqual([]);
  });

  test("a typed number that is computed now, or the other way round, is no change", () => {
    expect(told({ ...text, figures: [] })).toEqual([]);
    const more = { slug: "05-信访件情况", text: "32", name: "交办.单位.零陵区", value: "32" };
    expect(told({ ...text, figures: [...text.figures, more] })).toEqual([]);
  });

  test("cuts long sentences around what differs", () => {
    const long = "很长的话，".repeat(30);
    const before = replaceBlocks([`${long}共1件，${long}`]);
    const [change] = compareTexts(before, replaceBlocks([`${long}共2件，${long}`]));
    const words = change === undefined ? "" : changeWords(change);
    expect(words).toMatch(/共1件.*共2件/);
    expect(words.length).toBeLessThan(120);
  });
});

describe("judging", () => {
  const place = { file: "content/issues/2020-15/issue.yaml", line: 4, column: 5 };
  const line = { file: "content/issues/2020-15/counts.yaml", line: 7, column: 11 };
  let changedAt = line;
  const moment = (day: string): Correction["date"] => {
    const reading = readMoment(day);
    if (!reading.ok) throw new Error(reading.reason);
    return reading.moment;
  };
  const typed = ({ date, what, why, withheld } = correction): Correction => ({
    date: moment(date),
    what,
    why,
    withheld,
    place,
  });
  const judged = (record: ReadRecord | undefined, now: PublishedText, ...corrections: Correction[]) => {
    const date = { value: moment("2020-11-08"), place };
    const folder = "content/issues/2020-15";
    const issue = { year: 2020, number: { value: 15, place }, date, corrections, folder };
    const { history, problems } = judge(
      issue,
      record,
      { isOnRecord: record?.says(now) === true, text: () => now },
      () => ({ place: changedAt, others: [] }),
    );
    return { history, problems, codes: problems.map(({ code }) => code) };
  };

  test("an issue as it was published", () => {
    const { history, codes } = judged(read(first), text);
    expect(codes).toEqual([]);
    expect(history).toMatchObject({ number: 1, corrections: [], earlier: [], isNew: false });
  });

  test("a change that nobody declared is an error at the data's line", () => {
    const { history, problems } = judged(read(first), changed("56", "57"));
    expect(history.number).toBe(1);
    expect(problems).toMatchObject([{ code: "published-changed", severity: "error", place: line }]);
    expect(problems[0]?.message).toMatch(/^2020 年第 15 期已于 2020-11-08 发布，.*56 → 57$/);
  });

  test("what another issue's data moved is told where this issue's correction is to be written", () => {
    changedAt = { file: "content/issues/2020-14/counts.yaml", line: 7, column: 11 };
    const { problems } = judged(read(first), changed("56", "57"));
    const further = judged(read(corrected()), changed("56", "58"), typed()).problems;
    changedAt = line;
    expect(problems).toMatchObject([
      {
        place,
        hint: "不是有意改的，请把 content/issues/2020-14/counts.yaml 改回原样；确要更正的，这一期也要另写：在 content/issues/2020-15/issue.yaml 里写“更正”（日期、内容、原因）。",
      },
    ]);
    expect(problems[0]?.message).toMatch(/56 → 57；是 content\/issues\/2020-14\/counts\.yaml 的数据带动的$/);
    expect(further[0]?.hint).toContain("content/issues/2020-15/issue.yaml 的“更正”里另加一条");
  });

  test("a declared one makes the next edition", () => {
    const { history, codes } = judged(read(first), changed("56", "57"), typed());
    expect(codes).toEqual([]);
    expect(history).toMatchObject({ number: 2, isNew: true, corrections: [{ ...correction, edition: 2 }] });
    expect(history.earlier.map(({ number }) => number)).toEqual([1]);
  });

  test("a correction licenses one edition, not the next change", () => {
    const record = read(corrected());
    expect(judged(record, changed("56", "57"), typed())).toMatchObject({ codes: [], history: { number: 2 } });
    expect(judged(record, changed("56", "58"), typed()).codes).toEqual(["published-changed"]);
    const further = typed({ date: "2020-11-12", what: "应为58件。", why: "又漏一件。", withheld: false });
    const { history, codes } = judged(record, changed("56", "58"), typed(), further);
    expect(codes).toEqual([]);
    expect(history.corrections.map(({ edition }) => edition)).toEqual([2, 3]);
    expect(history.earlier.map(({ number }) => number)).toEqual([2, 1]);
  });

  test("back to what the first edition said is a change as well", () => {
    expect(judged(read(corrected()), text, typed()).codes).toEqual(["published-changed"]);
  });

  test.each([
    ["without a change", text, [typed()], ["correction-idle"]],
    [
      "from before the publication",
      changed("56", "57"),
      [typed({ ...correction, date: "2020-11-07" })],
      ["correction-date"],
    ],
  ])("a correction %s is told", (_, now, corrections, codes) => {
    expect(judged(read(first), now, ...corrections).codes).toEqual(codes);
  });

  test("a correction can withhold what was before it, in word and in list", () => {
    const withholding = { ...correction, withheld: true };
    expect(judged(read(first), changed("56", "57"), typed(withholding)).history.earlier).toEqual([]);
    const record = read(corrected(withholding));
    expect(record.editions.map(({ number }) => number)).toEqual([2, 1]);
    expect([...record.texts().keys()]).toEqual([2]);
    expect(judged(record, changed("56", "57"), typed(withholding))).toMatchObject({
      codes: [],
      history: { earlier: [] },
    });
    const further = typed({ date: "2020-11-12", what: "应为58件。", why: "又漏一件。", withheld: false });
    const { history } = judged(record, changed("56", "58"), typed(withholding), further);
    expect(history.earlier.map(({ number }) => number)).toEqual([2]);
  });

  test("a published correction may not be taken back or reworded", () => {
    for (const corrections of [[], [typed({ ...correction, why: "别的原因。" })]])
      expect(judged(read(corrected()), changed("56", "57"), ...corrections).codes).toEqual(["correction-lost"]);
  });

  test("a correction of what is not on record shows nothing", () => {
    const { history, codes } = judged(undefined, text, typed());
    expect(codes).toEqual(["correction-unpublished"]);
    expect(history.corrections).toEqual([]);
  });
});
