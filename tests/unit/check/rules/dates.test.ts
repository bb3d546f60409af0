import { describe, expect, test } from "vitest";
import { archiveOf, run, told, vocabularyOf } from "./archive.ts";
import { small } from "./yongzhou.ts";

const only = (counts: string, articles: string[] = []) =>
  run(archiveOf(small, { id: "2020-1", date: "2020-11-08", counts, articles })).problems.map(told);

describe("as-of moments within an issue", () => {
  test("are not after its date; hours of the day itself do not matter", () => {
    expect(only("交办: { 合计: 9, 截至: 2020-11-08 18时 }\n")).toEqual([]);
    expect(only("交办: { 合计: 9, 截至: 2020-11-17 }\n")).toEqual([
      "as-of-after-issue 1:18 “交办”截至2020年11月17日，晚于这一期的日期2020年11月8日",
    ]);
  });
  test("of a part are not before the whole's", () => {
    expect(only("交办: { 合计: 9, 截至: 2020-11-07 }\n办结: { 合计: 5, 截至: 2020-11-06 }\n")).toEqual([
      "as-of-order 2:18 “办结”截至2020年11月6日，早于“交办”的2020年11月7日",
    ]);
    expect(only("交办: { 合计: 9, 截至: 2020-11-07 }\n办结: { 合计: 5, 截至: 2020-11-07 10时 }\n")).toEqual([]);
  });
  test("are not before the start of the period", () => {
    expect(only("交办: { 合计: 9, 起始: 2020-11-07, 截至: 2020-11-07 18时 }\n")).toEqual([]);
    expect(only("交办: { 合计: 9, 起始: 2020-11-08, 截至: 2020-11-07 }\n")).toEqual([
      "period-order 1:18 “交办”的起始2020年11月8日晚于截至2020年11月7日",
    ]);
  });
});

describe("case numbers", () => {
  test("head one paragraph each", () => {
    const articles = [
      "### 1. D1YZ202000131重点信访件\n\n内容。\n\n### 2. D1YZ202000122重点信访件\n\n与D1YZ202000131相邻。",
      "（三）X3HB202006020025*号件\n\n内容。\n\n### 4. D1YZ202000131重点信访件\n",
    ];
    expect(only("", articles)).toEqual(["case-twice 8:8 受理编号 D1YZ202000131 在标题里出现了两次"]);
  });
  test("are of the issue's year", () => {
    expect(only("", ["反映D1YZ202100131号件和X3HB201906020025号件。"])).toEqual([
      "case-year 4:3 受理编号 D1YZ202100131 是2021年的，这一期是2020年的",
      "case-year 4:19 受理编号 X3HB201906020025 是2019年的，这一期是2020年的",
    ]);
    const january = { id: "2020-1", date: "2020-01-08", articles: ["反映D1YZ201900131号件。"] };
    expect(run(archiveOf(small, january)).problems).toEqual([]);
  });
  test("are not taken for telephones, codes or words", () => {
    expect(only("", ["拨打12345678，统一社会信用代码91431100MA4L1234XY，GB12345678。"])).toEqual([]);
  });
});

const weekly = vocabularyOf(`
分组: {}
指标:
  事故: { 可减少: 是 }
  死亡: { 可减少: 是 }
  受伤: { 可减少: 是 }
  隐患: { 可减少: 是 }
  去年事故: { 可减少: 是 }
  累计事故: { 累计自: 事故, 累计周期: 每年 }
`);
const week = (counts: string, before?: string) =>
  run(
    archiveOf(weekly, ...(before === undefined ? [] : [{ id: "2023-23", date: "2023-06-12", counts: before }]), {
      id: "2023-24",
      date: "2023-06-19",
      counts,
    }),
  ).problems.map(told);
const from = (since: string, name: string, total = 5, until = "2023-06-18") =>
  `${name}: { 起始: ${since}, 截至: ${until}, 合计: ${total} }\n`;

describe("dates that contradict those beside them", () => {
  test("are the as-of moment of a sum before that of what it sums up", () => {
    const counts = (asOf: string) => `本批: { 合计: 9, 截至: 2020-11-07 20时 }\n累计: { 合计: 90, 截至: ${asOf} }\n`;
    // Closed some hours earlier, as in Guizhou's notice of 2018.
    expect(only(counts("2020-11-07 18时"))).toEqual([]);
    expect(only(counts("2020-11-06 18时"))).toEqual([
      "as-of-order 2:19 “累计”截至2020年11月6日18时，早于“本批”的2020年11月7日20时",
    ]);
  });
  test("are those of another year", () => {
    expect(week("事故: { 截至: 2022-06-18, 合计: 5 }\n去年事故: { 截至: 2022-06-18, 合计: 7 }\n")).toEqual([
      "as-of-long-ago 1:11 “事故”截至2022年6月18日，比这一期的日期2023年6月19日早了十个月以上",
    ]);
    // The figures of a year, in the spring after.
    expect(week("事故: { 截至: 2022-12-31, 合计: 5 }\n")).toEqual([]);
  });
  test("are a period without any time in it", () => {
    expect(week(from("2023-06-18 8时", "事故", 5, "2023-06-18 8时"))).toEqual([
      "period-order 1:11 “事故”的起始和截至都是2023年6月18日8时，中间没有时间",
    ]);
    expect(week(from("2023-06-18", "事故"))).toEqual([]);
  });
  test("are a later start of a sum amid what was summed up, or an earlier one", () => {
    const issue = (since: string) => from("2023-06-12", "事故", 1) + from(since, "累计事故", 91);
    const before = from("2023-06-05", "事故", 1, "2023-06-11") + from("2023-01-02", "累计事故", 90, "2023-06-11");
    expect(week(issue("2023-01-02"), before)).toEqual([]);
    expect(week(issue("2023-01-01"), before)).toEqual([
      "period-gap 2:13 “累计事故”从2023年1月1日起，第23期是2023年1月2日至2023年6月11日，累计数的起始比那时还早",
    ]);
    expect(week(issue("2023-01-03"), before)).toEqual([
      "period-gap 2:13 “累计事故”从2023年1月3日起，第23期是2023年1月2日至2023年6月11日，新的起始落在那个时段里面",
    ]);
  });
});

describe("figures that changed under the same date", () => {
  const issues = (before: string, now: string) =>
    run(
      archiveOf(
        small,
        { id: "2020-1", date: "2020-11-07", counts: before },
        { id: "2020-2", date: "2020-11-08", counts: now },
      ),
    ).problems.map(told);
  test("are told", () => {
    expect(issues("交办: { 合计: 9, 截至: 2020-11-06 }\n", "交办: { 合计: 11, 截至: 2020-11-06 }\n")).toEqual([
      "cover-standing 1:19 “交办”的数字与第1期不同，截至时间却没有变",
    ]);
    expect(issues("交办: { 批次: 1-2, 合计: 9 }\n", "交办: { 批次: 1-2, 单位: { 东: 11 } }\n")).toEqual([
      "cover-standing 1:11 “交办”的数字与第1期不同，批次却没有变",
    ]);
  });
  test("are not, where either has moved on, or nothing has changed, or closing went on", () => {
    const told = [
      issues("交办: { 合计: 9, 截至: 2020-11-06 }\n", "交办: { 合计: 11, 截至: 2020-11-07 }\n"),
      issues("交办: { 批次: 1-2, 合计: 9, 截至: 2020-11-06 }\n", "交办: { 批次: 1-3, 合计: 11, 截至: 2020-11-06 }\n"),
      issues("交办: { 合计: 9, 截至: 2020-11-06 }\n", "交办: { 合计: 9, 截至: 2020-11-06, 单位: { 东: 9 } }\n"),
      issues("办结: { 批次: 1-2, 合计: 9 }\n", "办结: { 批次: 1-2, 合计: 11 }\n"),
      issues("交办: 9\n", "交办: 11\n"),
    ];
    expect(told.flat()).toEqual([]);
  });
});

test("A sum that no earlier issue has begins with the first batch", () => {
  expect(only("本批: { 批次: 24, 合计: 9 }\n累计: { 批次: 2-24, 合计: 90 }\n")).toEqual([
    "batch-gap 2:11 累计指标“累计”是第2—24批，没有从第1批算起",
  ]);
  expect(only("本批: { 批次: 24, 合计: 9 }\n累计: { 批次: 2-24, 重新累计: 是, 合计: 90 }\n")).toEqual([]);
});
