/** 上期, 新增, 环比 and 名次变化 compare with the issue right before, and with no other that happens to be the last one here. */

import { describe, expect, test } from "vitest";
import type { Frequency } from "../../../../src/model/frequency.ts";
import { reservedNames } from "../../../../src/read/schema/read-vocabulary.ts";
import { calendarNames } from "../../../../src/model/calendar.ts";
import { countsOf, said, scopesOf, vocabularyOf } from "./handbook-issue.ts";

const vocabulary = vocabularyOf(`
分组:
  县区: { 项目: [东区, 西区] }
指标:
  事故: { 量词: 起, 可减少: 是 }
  万车率: { 算式: 事故 / 2, 小数: 1, 可减少: 是 }
  累计: { 量词: 起, 累计自: 事故 }
  全年: { 量词: 起, 累计自: 事故, 累计周期: 每年 }
  本批:
`);

type Typed = readonly [number: number, date: string, counts: string];

function say(issues: readonly Typed[], expression: string, frequency?: Frequency): string {
  const typed = issues.map(([number, date, counts]) => ({ number, date, counts: countsOf(counts, vocabulary) }));
  const last = scopesOf(vocabulary, typed, frequency).at(-1);
  if (last === undefined) throw new Error("no scope");
  return said(`{{${expression}}}`, last);
}

const month = (since: string, asOf: string, east = 6, west = 4): string =>
  `事故: { 起始: ${since}, 截至: ${asOf}, 县区: { 东区: ${east}, 西区: ${west} } }`;
const june: Typed = [6, "2023-07-05", month("2023-06-01", "2023-06-30")];
const july: Typed = [7, "2023-08-05", month("2023-07-01", "2023-07-31", 3, 5)];
const may: Typed = [5, "2024-06-05", month("2024-05-01", "2024-05-31", 3, 5)];

const changes = [
  ["上期.事故", "10"],
  ["事故.新增 | 增减", "减少2起"],
  ["事故.环比 | 增减率: 1", "下降20.0%"],
  ["事故.县区.西区.名次变化 | 升降", "上升1位"],
  ["事故.县区.环比 | 登记序 | 增减率: 0", "东区下降50%、西区增长25%"],
  ["万车率.环比 | 增减率: 0", "下降20%"],
] as const;

describe.each(changes)("{{%s}}", (expression, result) => {
  test("compares with the month before", () => expect(say([june, july], expression)).toBe(result));
  test("is refused where the month before is not here", () => {
    expect(() => say([june, may], expression)).toThrow(
      /不能与上期比：这里的前一期是2023年第6期，它到2023年6月30日为止，这一期从2024年5月1日起，中间有空缺$/,
    );
  });
});

test("what is meant is said by naming the issue", () => {
  expect(say([june, may], "事故 - 2023年第6期.事故 | 增减")).toBe("减少2起");
  expect(say([june, may], "(事故 - 2023年第6期.事故) / 2023年第6期.事故 | 增减率: 1")).toBe("下降20.0%");
  expect(say([june, may], "2023年6月.事故")).toBe("10");
});

const only = (count: number): string => `事故: ${count}`;

describe("without periods", () => {
  test("numbers that are missing tell, within a year and at its beginning", () => {
    expect(() =>
      say(
        [
          [1, "2024-01-05", only(4)],
          [4, "2024-01-09", only(5)],
        ],
        "事故.新增",
      ),
    ).toThrow("中间缺了第2至3期");
    expect(() =>
      say(
        [
          [9, "2023-12-05", only(4)],
          [2, "2024-01-09", only(5)],
        ],
        "事故.新增",
      ),
    ).toThrow("中间缺了2024年第1期");
  });
  test("an irregular bulletin's issues follow each other, however many days lie between", () => {
    expect(
      say(
        [
          [1, "2024-01-05", only(4)],
          [2, "2024-05-29", only(5)],
        ],
        "事故.新增",
      ),
    ).toBe("1");
    expect(
      say(
        [
          [9, "2023-12-05", only(4)],
          [1, "2024-01-09", only(5)],
        ],
        "事故.新增",
      ),
    ).toBe("1");
  });
  test("a frequency that the bulletin has stated tells", () => {
    const two: Typed[] = [
      [1, "2024-01-05", only(4)],
      [2, "2024-05-29", only(5)],
    ];
    expect(() => say(two, "事故.环比", "每月")).toThrow("刊期是每月，两期却相隔145天");
    expect(say(two, "事故.新增", "每半年")).toBe("1");
    expect(
      say(
        [
          [1, "2024-01-03", only(4)],
          [2, "2024-02-28", only(5)],
        ],
        "事故.新增",
        "每月",
      ),
    ).toBe("1");
    expect(() =>
      say(
        [
          [1, "2024-01-03", only(4)],
          [2, "2024-01-05", only(5)],
        ],
        "事故.新增",
        "每日",
      ),
    ).toThrow("每日");
    expect(() =>
      say(
        [
          [1, "2024-01-01", only(4)],
          [2, "2024-01-15", only(5)],
        ],
        "事故.新增",
        "每周",
      ),
    ).toThrow("每周");
  });
});

test("periods and batches that adjoin prove it, whatever number an issue has been given", () => {
  expect(say([june, [9, "2023-08-05", july[2]]], "事故.新增")).toBe("-2");
  const batch = (number: number): string => `本批: { 批次: ${number}, 合计: ${number} }`;
  expect(
    say(
      [
        [1, "2024-01-05", batch(1)],
        [3, "2024-01-09", batch(2)],
      ],
      "本批.新增",
    ),
  ).toBe("1");
  expect(() =>
    say(
      [
        [1, "2024-01-05", batch(1)],
        [3, "2024-01-09", batch(3)],
      ],
      "本批.新增",
    ),
  ).toThrow("中间缺了第2期");
});

describe("a running total that nobody types", () => {
  const total = "\n累计: 100\n全年: { 截至: 2023-06-30, 合计: 60 }";
  test("goes on from the issue right before", () => {
    expect(say([[6, "2023-07-05", june[2] + total], july], "累计")).toBe("108");
    expect(say([[6, "2023-07-05", june[2] + total], july], "全年")).toBe("68");
  });
  test("is refused over a gap, of days or of numbers", () => {
    expect(() => say([[6, "2023-07-05", june[2] + total], may], "累计")).toThrow("中间缺了2024年第1至4期");
    expect(() =>
      say(
        [
          [1, "2024-01-05", `${only(4)}\n累计: 9`],
          [3, "2024-01-09", only(5)],
        ],
        "累计",
      ),
    ).toThrow("中间缺了第2期");
  });
  test("is refused where it begins in the middle and nothing here tells what was before", () => {
    expect(() => say([may], "全年")).toThrow("从2024年1月1日起重新累计，“事故”不是从这时起的");
    expect(() => say([[5, "2024-01-09", only(5)]], "累计")).toThrow("前面的第1至4期不在这里");
    expect(say([[1, "2024-01-09", only(5)]], "累计")).toBe("5");
  });
  test("of a year is that year's first issue alone, whatever is missing before", () => {
    expect(say([june, may, [1, "2025-02-05", month("2025-01-01", "2025-01-31")]], "全年")).toBe("10");
  });
});

test("no measure may have a name that leads to another issue", () => {
  for (const name of ["上期", ...calendarNames]) expect(reservedNames).toContain(name);
});
