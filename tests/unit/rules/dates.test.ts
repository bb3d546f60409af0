import { describe, expect, it } from "vitest";
import { archiveOf, run, told } from "./archive.ts";
import { small } from "./yongzhou.ts";

const only = (counts: string, articles: string[] = []) =>
  run(archiveOf(small, { id: "2020-1", date: "2020-11-08", counts, articles })).problems.map(told);

describe("as-of moments within an issue", () => {
  it("are not after its date; hours of the day itself do not matter", () => {
    expect(only("交办: { 合计: 9, 截至: 2020-11-08 18时 }\n")).toEqual([]);
    expect(only("交办: { 合计: 9, 截至: 2020-11-17 }\n")).toEqual([
      "as-of-after-issue 1:18 “交办”截至2020年11月17日，晚于这一期的日期2020年11月8日",
    ]);
  });
  it("of a part are not before the whole's", () => {
    expect(only("交办: { 合计: 9, 截至: 2020-11-07 }\n办结: { 合计: 5, 截至: 2020-11-06 }\n")).toEqual([
      "as-of-order 2:18 “办结”截至2020年11月6日，早于“交办”的2020年11月7日",
    ]);
    expect(only("交办: { 合计: 9, 截至: 2020-11-07 }\n办结: { 合计: 5, 截至: 2020-11-07 10时 }\n")).toEqual([]);
  });
  it("are not before the start of the period", () => {
    expect(only("交办: { 合计: 9, 起始: 2020-11-07, 截至: 2020-11-07 18时 }\n")).toEqual([]);
    expect(only("交办: { 合计: 9, 起始: 2020-11-08, 截至: 2020-11-07 }\n")).toEqual([
      "period-order 1:18 “交办”的起始2020年11月8日晚于截至2020年11月7日",
    ]);
  });
});

describe("case numbers", () => {
  it("head one paragraph each", () => {
    const articles = [
      "### 1. D1YZ202000131重点信访件\n\n内容。\n\n### 2. D1YZ202000122重点信访件\n\n与D1YZ202000131相邻。",
      "（三）X3HB202006020025*号件\n\n内容。\n\n### 4. D1YZ202000131重点信访件\n",
    ];
    expect(only("", articles)).toEqual(["case-twice 8:8 受理编号 D1YZ202000131 在标题里出现了两次"]);
  });
  it("are of the issue's year", () => {
    expect(only("", ["反映D1YZ202100131号件和X3HB201906020025号件。"])).toEqual([
      "case-year 4:3 受理编号 D1YZ202100131 是2021年的，这一期是2020年的",
      "case-year 4:19 受理编号 X3HB201906020025 是2019年的，这一期是2020年的",
    ]);
    const january = { id: "2020-1", date: "2020-01-08", articles: ["反映D1YZ201900131号件。"] };
    expect(run(archiveOf(small, january)).problems).toEqual([]);
  });
  it("are not taken for telephones, codes or words", () => {
    expect(only("", ["拨打12345678，统一社会信用代码91431100MA4L1234XY，GB12345678。"])).toEqual([]);
  });
});
