import { describe, expect, test } from "vitest";
import type { Bulletin } from "../../../../src/model/bulletin.ts";
import type { Frequency } from "../../../../src/model/frequency.ts";
import { archiveOf, run, told, vocabularyOf } from "./archive.ts";

const vocabulary = vocabularyOf(
  "分组: { 单位: { 项目: [东区, 西区] } }\n指标: { 检查: { 可减少: 是 }, 问题: { 可减少: 是 }, 移送: { 可减少: 是 }, 线索: {}, 举报: { 可减少: 是 } }",
);

/** Each measure's period, as `起始/截至` by month and day of its year. */
type Periods = Readonly<Record<string, string>>;

function issue(id: string, date: string, year: number, periods: Periods) {
  const blocks = Object.entries(periods).map(([name, period], at) => {
    const [since = "", asOf = ""] = period.split("/");
    return `${name}: { 合计: ${at + 10 + Number(date.slice(5, 7))}, 起始: ${year}-${since}, 截至: ${year}-${asOf} }\n`;
  });
  return { id, date, counts: blocks.join("") };
}

function odd(frequency: Frequency | undefined, ...issues: ReturnType<typeof issue>[]): string[] {
  const archive = { ...archiveOf(vocabulary, ...issues), bulletin: { frequency } as Bulletin };
  return run(archive)
    .problems.filter(({ code, place }) => code === "period-odd" && place.file.includes(issues.at(-1)?.id ?? ""))
    .map(told);
}

const all = (period: string): Periods => ({ 检查: period, 问题: period, 移送: period, 线索: period });

describe("in a monthly bulletin", () => {
  test("months' ends are nothing to tell of, nor are figures since New Year", () =>
    expect(
      odd(
        "每月",
        issue("2026-1", "2026-02-05", 2026, all("01-01/01-31")),
        issue("2026-2", "2026-03-05", 2026, { ...all("02-01/02-28"), 线索: "01-01/02-28" }),
      ),
    ).toEqual([]));
  test.each(["01-30", "01-13"])("one measure up to %s is told with the month, and with what the others say", (day) => {
    const [month = "", date = ""] = day.split("-");
    expect(odd("每月", issue("2026-1", "2026-02-05", 2026, { ...all("01-01/01-31"), 问题: `01-01/${day}` }))).toEqual([
      `period-odd 2:35 “问题”截至2026年${Number(month)}月${Number(date)}日，刊期是每月，这一段是2026年1月1日至2026年1月31日；“检查”、“移送”、“线索”截至2026年1月31日`,
    ]);
  });
  test("a wrong day that all have is told once", () =>
    expect(odd("每月", issue("2026-1", "2026-02-05", 2026, all("01-01/01-30")))).toEqual([
      "period-odd 1:35 “检查”、“问题”、“移送”等4个指标截至2026年1月30日，刊期是每月，这一段是2026年1月1日至2026年1月31日",
    ]));
  test("an office that always counts up to the 25th is right", () =>
    expect(
      odd(
        "每月",
        issue("2026-1", "2026-02-01", 2026, all("01-01/01-25")),
        issue("2026-2", "2026-03-01", 2026, all("01-26/02-25")),
      ),
    ).toEqual([]));
});

describe("against the issues before, without a word on how often it comes out", () => {
  const january = issue("2026-1", "2026-02-05", 2026, all("01-01/01-31"));
  const february = issue("2026-2", "2026-03-05", 2026, all("02-01/02-28"));
  test("an end that alone was left as last month's", () =>
    expect(
      odd(
        undefined,
        january,
        february,
        issue("2026-3", "2026-04-05", 2026, { ...all("03-01/03-31"), 移送: "02-01/02-28" }),
      ),
    ).toEqual([
      "period-odd 3:19 “移送”从2026年2月1日起，“检查”、“问题”、“线索”从2026年3月1日起",
      "period-odd 3:35 “移送”截至2026年2月28日，“检查”、“问题”、“线索”截至2026年3月31日",
    ]));
  test("a beginning that alone was left, of figures that could go on from it", () =>
    expect(
      odd(
        undefined,
        january,
        february,
        issue("2026-3", "2026-04-05", 2026, { ...all("03-01/03-31"), 线索: "02-01/03-31" }),
      ),
    ).toEqual(["period-odd 4:19 “线索”从2026年2月1日起，“检查”、“问题”、“移送”从2026年3月1日起"]));
  test("a measure that always went further than the others does so again", () =>
    expect(
      odd(
        undefined,
        issue("2026-1", "2026-02-15", 2026, { ...all("01-01/01-31"), 移送: "01-01/02-10" }),
        issue("2026-2", "2026-03-15", 2026, { ...all("02-01/02-28"), 移送: "02-11/03-10" }),
      ),
    ).toEqual([]));
});
