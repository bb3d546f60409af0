import { describe, expect, test } from "vitest";
import { Subjects, uncheckedOf } from "../../../../src/check/rules/index.ts";
import { IssueTallies } from "../../../../src/compute/tally/issue-tallies.ts";
import { archiveOf, run, told, vocabularyOf } from "./archive.ts";
import { small } from "./yongzhou.ts";

const vocabulary = vocabularyOf(`
分组: { 单位: { 项目: [东, 西, 南] } }
指标:
  本批:
  累计: { 累计自: 本批 }
  本周:
  本年: { 累计自: 本周, 累计周期: 每年 }
  办结: { 属于: 累计 }
  雨量: { 量词: 毫米, 不合计: 是, 可减少: 是 }
`);

/** Issues 14 and 15 on the days given, with their data. */
const pair = (first: string, second: string, days: readonly [string, string] = ["2020-11-07", "2020-11-08"]) =>
  run(
    archiveOf(
      vocabulary,
      { id: `${days[0].slice(0, 4)}-14`, date: days[0], counts: first },
      { id: `${days[1].slice(0, 4)}-15`, date: days[1], counts: second },
    ),
  ).problems.map(told);

const two = (first: string, second: string) =>
  run(
    archiveOf(
      small,
      { id: "2020-1", date: "2020-11-07", counts: first },
      { id: "2020-2", date: "2020-11-08", counts: second },
    ),
  ).problems.map(told);

describe("cumulative-falls", () => {
  test("reports totals and lines that fall", () => {
    expect(two("交办: { 单位: { 东: 4, 西: 5 } }\n", "交办: { 单位: { 东: 7, 西: 1 } }\n")).toEqual([
      "cumulative-falls 1:1 “交办”合计8件，比第1期的9件少了",
      "cumulative-falls 1:22 “交办”里“西”是1件，比第1期的5件少了",
    ]);
  });
  test("looks past an issue without the measure", () => {
    const issues = [
      { id: "2020-1", date: "2020-11-06", counts: "交办: 9\n" },
      { id: "2020-2", date: "2020-11-07", counts: "办结: 1\n" },
      { id: "2020-3", date: "2020-11-08", counts: "交办: 8\n" },
    ];
    expect(run(archiveOf(small, ...issues)).problems.map(told)).toEqual([
      "cumulative-falls 1:5 “交办”合计8件，比第1期的9件少了",
    ]);
  });
  test("leaves stocks, single batches and periods alone", () => {
    expect(two("在办: 9\n", "在办: 8\n")).toEqual([]);
    expect(two("交办: { 合计: 9, 批次: 14 }\n", "交办: { 合计: 8, 批次: 15 }\n")).toEqual([]);
    expect(two("本批: 9\n", "本批: 8\n")).toEqual([]);
    expect(two("交办: { 合计: 9, 起始: 2020-11-01 }\n", "交办: { 合计: 8, 起始: 2020-11-08 }\n")).toEqual([]);
  });
  test("lets a unit's own case become a joint one", () => {
    expect(
      two("交办: { 单位: { 东: 4, 西: 5 } }\n", "交办: { 单位: { 东: 3, 西: 5 }, 共有: [{ 单位: [东, 南县] }] }\n"),
    ).toEqual([]);
  });
});

describe("cumulative-step", () => {
  const first = "本批: { 批次: 1, 单位: { 东: 4, 西: 5 } }\n累计: { 单位: { 东: 4, 西: 5 } }\n";
  test("wants the last cumulative figure plus the new one, in all and line by line", () => {
    expect(
      two(first, "本批: { 批次: 2, 单位: { 东: 1, 南县: 1 } }\n累计: { 单位: { 东: 5, 西: 5, 南县: 1 } }\n"),
    ).toEqual([]);
    expect(
      two(first, "本批: { 批次: 2, 单位: { 东: 1, 南县: 1 } }\n累计: { 单位: { 东: 5, 西: 6, 南县: 1 } }\n"),
    ).toEqual([
      "cumulative-step 2:1 “累计”应当是第1期的9件加“本批”2件，共11件，这里是12件",
      "cumulative-step 2:22 “累计”里“西”应当是第1期的5件加“本批”0件，共5件，这里是6件",
    ]);
  });
  test("cannot say so across a batch that is missing, but then says that", () => {
    expect(two(first, "本批: { 批次: 3, 单位: { 东: 1 } }\n累计: { 单位: { 东: 9, 西: 9 } }\n")).toEqual([
      "batch-gap 1:11 “本批”从第3批算起，第1期到第1批，中间少了第2批",
    ]);
  });
  test("knows the sum only as a bound across issues that are missing, and says that nothing more was checked", () => {
    const archive = (total: number, second = "本批: 2\n", id = "2020-4") =>
      archiveOf(
        small,
        { id: "2020-1", date: "2020-11-07", counts: "本批: 9\n累计: 100\n" },
        { id, date: "2020-11-08", counts: `${second}累计: ${total}\n` },
      );
    const noted = (of: ReturnType<typeof archive>) => {
      const [, issue] = of.issues;
      const subjects = new Subjects(of, (other) => new IssueTallies(other.counts, small));
      return issue === undefined ? [] : uncheckedOf(subjects.of(issue)).map(({ message }) => message);
    };
    const steps = (of: ReturnType<typeof archive>) =>
      run(of)
        .problems.filter(({ code }) => code === "cumulative-step")
        .map(told);
    expect(steps(archive(130))).toEqual([]);
    expect(noted(archive(130))).toEqual([
      "“累计”是不是正好等于第1期的数加“本批”（中间缺了第2至3期），只核对了不少于它们的和",
    ]);
    expect(steps(archive(101))).toEqual([
      "cumulative-step 2:5 “累计”应当不少于第1期的100件加“本批”2件，共102件，这里是101件",
    ]);
    expect(steps(archive(130, "本批: 2\n", "2020-2"))).toEqual([
      "cumulative-step 2:5 “累计”应当是第1期的100件加“本批”2件，共102件，这里是130件",
    ]);
    expect(noted(archive(102, "本批: 2\n", "2020-2"))).toEqual([]);
  });
  test("wants at least the new figure where there is nothing to add to", () => {
    expect(two("", "本批: 9\n累计: 8\n")).toEqual(["cumulative-step 2:5 “累计”应当不少于“本批”9件，这里是8件"]);
  });
});

describe("what stays and what goes", () => {
  describe("of figures that are new each time", () => {
    const fines = (...counts: string[]) =>
      run(
        archiveOf(
          small,
          ...counts.map((typed, at) => ({
            id: `2020-${at + 1}`,
            date: `2020-11-0${at + 1}`,
            counts: `罚款: { 起始: 2020-11-0${at + 1}, 截至: 2020-11-0${at + 1}, ${typed} }\n`,
          })),
        ),
      )
        .problems.filter(({ code, place }) => code === "member-gone" && place.file.includes(`2020-${counts.length}/`))
        .map(told);
    const both = "单位: { 东: 1.5, 西: 2.5 }";
    test("doubts a unit that all issues before list, where no total would show that it is gone", () => {
      expect(fines(both, "单位: { 西: 3, 东: 2 }", "单位: { 东: 4 }")).toEqual([
        "member-gone 1:39 “罚款”没有列出“西”，以前各期都有（第2期是3万元）",
      ]);
      expect(fines(both, both, "单位: { 东: 4, 西: 0 }")).toEqual([]);
    });
    test("doubts none that one issue before left out, or where the total agrees with the others", () => {
      expect(fines(both, "单位: { 东: 1 }", both, "单位: { 东: 4 }")).toEqual([]);
      expect(fines(both, both, "合计: 4, 单位: { 东: 4 }")).toEqual([]);
      expect(fines(both, "单位: { 东: 4 }")).toEqual([]);
    });
  });
  test("doubts a unit that is gone from a cumulative list", () => {
    expect(two("交办: { 单位: { 东: 4, 西: 5 } }\n", "交办: { 单位: { 东: 9 } }\n")).toEqual([
      "member-gone 1:7 第1期的“交办”里有“西”5件，这一期没有列出",
    ]);
  });
  test("doubts figures left standing under a new date", () => {
    const block = (asOf: string, west: number, air = 3) =>
      `交办: { 截至: ${asOf}, 单位: { 东: 4, 西: ${west} }, 类别: { 大气: ${air}, 水: 6 } }\n`;
    expect(two(block("2020-11-06", 5), block("2020-11-07", 5))).toEqual([
      "figures-standing 1:1 “交办”的各项都与第1期相同",
    ]);
    expect(two(block("2020-11-06", 5), block("2020-11-07", 5, 4))).toEqual([]);
    expect(two(block("2020-11-06", 4), block("2020-11-07", 5))).toEqual([
      "figures-standing 1:43 “交办”按类别分的各项都与第1期相同，合计却变了",
    ]);
    expect(two(block("2020-11-06", 5), block("2020-11-06", 5))).toEqual([]);
  });
});

describe("progress", () => {
  test("doubts as-of moments and batches that go back", () => {
    expect(
      two("交办: { 合计: 9, 截至: 2020-11-07, 批次: 1-15 }\n", "交办: { 合计: 9, 截至: 2020-11-06, 批次: 1-14 }\n"),
    ).toEqual([
      "as-of-backward 1:18 “交办”截至2020年11月6日，比第1期的截至2020年11月7日还早",
      "batch-backward 1:34 “交办”到第14批，第1期已经到第15批",
    ]);
  });
});

describe("batches of what is new and of what is cumulative", () => {
  const before = "本批: { 批次: 21, 合计: 136 }\n累计: { 批次: 1-21, 单位: { 东: 1500, 西: 954 } }\n";
  const after = (fresh: string, all: string, east = 1600, total = 2575) =>
    pair(
      before,
      `本批: { 批次: ${fresh}, 单位: { 东: 100, 西: 21 } }\n累计: { 批次: ${all}, 合计: ${total}, 单位: { 东: ${east}, 西: 975 } }\n`,
    );

  test("agree", () => {
    expect(after("22", "1-22")).toEqual([]);
    expect(after("22", "1-21")).toEqual(["batch-range 2:11 “累计”是第1—21批，“本批”是第22批，末批应当相同"]);
    expect(after("22", "2-22")).toEqual(["batch-range 2:11 “累计”从第2批算起，第14期从第1批算起"]);
  });
  test("do not keep the sums from being checked where they do not agree", () => {
    const step = "cumulative-step 2:21 “累计”应当是第14期的2454件加“本批”121件，共2575件，这里是2576件";
    expect(after("22", "1-21", 1601, 2576)).toEqual([
      step,
      "cumulative-step 2:36 “累计”里“东”应当是第14期的1500件加“本批”100件，共1600件，这里是1601件",
      "batch-range 2:11 “累计”是第1—21批，“本批”是第22批，末批应当相同",
    ]);
    expect(after("23", "1-22", 1601, 2576)).toContain(step);
    expect(after("21", "1-22", 1601, 2576)).toContain(step);
  });
  test("are new once", () => {
    expect(after("21", "1-21")).toEqual(["batch-repeat 1:11 “本批”的第21批，第14期已经到第21批，数字却不同"]);
    expect(after("20-22", "1-22")).toContain("batch-repeat 1:11 “本批”的第20—22批，第14期已经到第21批，两期重复");
    expect(pair(before, before)).toEqual([]);
  });
  test("are held against the cumulative figures where the last issue does not name the new one", () => {
    const last = "累计: { 批次: 1-21, 合计: 2454 }\n";
    expect(pair(last, "本批: { 批次: 23, 合计: 121 }\n累计: { 批次: 1-23, 合计: 2600 }\n")).toEqual([
      "batch-gap 1:11 “本批”从第23批算起，第14期到第21批，中间少了第22批",
    ]);
    expect(pair(last, "本批: { 批次: 23, 合计: 121 }\n累计: { 批次: 1-23, 合计: 2500 }\n")).toContain(
      "cumulative-step 2:21 “累计”应当不少于第14期的2454件加“本批”121件，共2575件，这里是2500件",
    );
  });
  test("begin anew where the data says so", () => {
    const anew = "本批: { 批次: 1, 合计: 30 }\n累计: { 批次: 1, 合计: 30, 重新累计: 是 }\n办结: 5\n";
    const last = `${before}办结: 900\n`;
    expect(pair(last, anew)).toEqual([]);
    expect(pair(last, anew.replace("合计: 30, 重", "合计: 31, 重"))).toEqual([
      "cumulative-step 2:18 “累计”重新累计，应当是“本批”30件，这里是31件",
    ]);
    expect(pair(last, anew.replace(", 重新累计: 是", "")).map((line) => line.split(" ")[0])).toEqual(
      expect.arrayContaining(["cumulative-falls", "cumulative-step", "batch-backward"]),
    );
  });
});

describe("a cumulative figure with a start", () => {
  const week = (fresh: number, all: number, more = "", dates = "") =>
    `本周: { ${dates}合计: ${fresh} }\n本年: { ${dates === "" ? "" : "截至: " + (dates.match(/截至: ([\d-]+)/)?.[1] ?? "") + ", "}合计: ${all}${more} }\n`;

  test("goes on from the last one where the start is the same", () => {
    const since = ", 起始: 2020-01-01";
    expect(pair(week(23, 1319, since), week(121, 1440, since))).toEqual([]);
    expect(pair(week(23, 1319, since), week(121, 1441, since))).toEqual([
      "cumulative-step 2:11 “本年”应当是第14期的1319件加“本周”121件，共1440件，这里是1441件",
    ]);
  });
  test("begins anew with a later start", () => {
    const [last, now] = [", 起始: 2020-01-01", ", 起始: 2021-01-01"];
    const days = ["2020-12-31", "2021-01-08"] as const;
    expect(pair(week(9, 455, last), week(17, 17, now), days)).toEqual([]);
    expect(pair(week(9, 455, last), week(17, 999, now), days)).toEqual([
      "cumulative-step 2:11 “本年”从2021年1月1日起重新累计，应当是“本周”17件，这里是999件",
    ]);
  });
  test("begins anew each year by its cycle, but not before the figures are of the new year", () => {
    const days = ["2020-12-28", "2021-01-04"] as const;
    const dated = (from: string, to: string) => `起始: ${from}, 截至: ${to}, `;
    const last = week(9, 455, "", dated("2020-12-21", "2020-12-27"));
    const old = dated("2020-12-28", "2020-12-31");
    expect(pair(last, week(17, 472, "", old), days)).toEqual([]);
    const straddling = dated("2020-12-28", "2021-01-03");
    expect(pair(last, week(17, 6, "", straddling), days)).toEqual([]);
    expect(pair(last, week(17, 18, "", straddling), days)).toEqual([
      expect.stringMatching(/“本年”从2021年1月1日起重新累计，应当不多于“本周”17件，这里是18件$/),
    ]);
    const whole = week(9, 455, "", dated("2020-12-25", "2020-12-31"));
    expect(pair(whole, week(17, 17, "", dated("2021-01-01", "2021-01-07")), ["2020-12-31", "2021-01-08"])).toEqual([]);
  });
  test("begins in the middle of a year where an office has but one earlier week of last year", () => {
    const dated = (from: string, to: string) => `起始: ${from}, 截至: ${to}`;
    const year = (sum: number, week: number, dates: string) =>
      `本周: { 合计: ${week}, ${dates} }\n本年: { 合计: ${sum}, 截至: ${dates.slice(-10)} }\n`;
    const last = year(174, 10, dated("2019-10-28", "2019-11-03"));
    const next = (sum: number) => year(sum, 8, dated("2020-10-26", "2020-11-01"));
    const days = ["2019-11-07", "2020-11-07"] as const;
    expect(pair(last, next(149), days).filter((line) => line.startsWith("cumulative"))).toEqual([]);
    expect(pair(last, next(7), days).filter((line) => line.startsWith("cumulative"))).toEqual([
      "cumulative-step 2:11 “本年”从2020年1月1日起重新累计，应当不少于“本周”8件，这里是7件",
    ]);
  });
  test("holds the parts whose period lies within its own", () => {
    const whole = "累计: { 合计: 1440, 起始: 2020-01-01 }\n";
    expect(pair("", `${whole}办结: { 合计: 5420, 起始: 2020-11-01 }\n`)).toEqual([
      "part-exceeds-whole 2:11 “办结”5420件，比“累计”1440件还多",
    ]);
  });
});

describe("period-gap", () => {
  const rain = (from: string, to: string) => `雨量: { 起始: ${from}, 截至: ${to}, 单位: { 东: 3 } }\n`;
  const weekly = (from: string, to: string) => `本周: { 起始: ${from}, 截至: ${to}, 合计: 3 }\n`;
  test("doubts a start that was left standing, and days left out", () => {
    const last = rain("2020-11-05 8时", "2020-11-06 8时");
    expect(pair(last, rain("2020-11-06 8时", "2020-11-07 8时"))).toEqual([]);
    expect(pair(last, rain("2020-11-05 8时", "2020-11-07 8时"))).toEqual([
      "period-gap 1:11 “雨量”从2020年11月5日8时起，第14期是2020年11月5日8时至2020年11月6日8时，截至往后走了，起始没有改",
    ]);
    expect(pair(weekly("2020-10-25", "2020-10-31"), weekly("2020-11-02", "2020-11-07"))).toEqual([
      "period-gap 1:11 “本周”从2020年11月2日起，第14期是2020年10月25日至2020年10月31日，两个时段中间有空缺",
    ]);
    expect(pair(weekly("2020-10-25", "2020-10-31"), weekly("2020-10-30", "2020-11-07"))).toEqual([
      "period-gap 1:11 “本周”从2020年10月30日起，第14期是2020年10月25日至2020年10月31日，两个时段有重叠",
    ]);
  });
  test("leaves it to the issue numbers where issues are not here", () => {
    const archive = (second: string) =>
      archiveOf(
        vocabulary,
        { id: "2019-14", date: "2019-11-07", counts: weekly("2019-10-28", "2019-11-03") },
        { id: second, date: "2020-11-07", counts: weekly("2020-10-26", "2020-11-01") },
      );
    expect(run(archive("2020-14")).problems.map(({ code }) => code)).toEqual(["issue-number-gap"]);
    expect(run(archive("2020-1")).problems.map(({ code }) => code)).toEqual(["period-gap"]);
  });
});
