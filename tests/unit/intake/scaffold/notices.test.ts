import { expect, test } from "vitest";
import { dateNotice, yearNotice } from "../../../../src/intake/scaffold/notices.ts";

const day = (year: number, month: number, date: number) => ({ year, month, day: date });
const place = { file: "issue.yaml", line: 2, column: 5 };
const last = { id: "2020-15", year: 2020, date: { value: day(2020, 11, 8), place } };

test.each([
  [16, day(2020, 11, 12), undefined],
  [1, day(2021, 1, 4), undefined],
  [
    1,
    day(2026, 11, 21),
    "注意：日期 2026-11-21 与上一期相隔 2204 天，上一期（2020-15）是 2020-11-08；年份与上一期不同，期号从 1 重新排起。日期写错了的，删去 content/issues/2026-1 文件夹，再来一次。",
  ],
  [
    16,
    day(2026, 11, 21),
    "注意：日期 2026-11-21 与上一期相隔 2204 天，上一期（2020-15）是 2020-11-08。日期写错了的，删去 content/issues/2026-16 文件夹，再来一次。",
  ],
  [
    16,
    day(2020, 11, 8),
    "注意：日期与上一期相同，上一期（2020-15）是 2020-11-08。日期写错了的，删去 content/issues/2020-16 文件夹，再来一次。",
  ],
  [
    1,
    day(2002, 11, 12),
    "注意：日期 2002-11-12 早于上一期，上一期（2020-15）是 2020-11-08；年份与上一期不同，期号从 1 重新排起。日期写错了的，删去 content/issues/2002-1 文件夹，再来一次。",
  ],
])("issue %i of %j", (number, date, notice) => {
  expect(dateNotice({ year: date.year, number, date }, last)).toBe(notice);
});

test.each([
  ["a date in its own year", { year: 2020, number: 16, date: day(2020, 11, 12) }, undefined, undefined],
  [
    "the first of a year, in January",
    { year: 2021, number: 1, date: day(2021, 1, 8) },
    undefined,
    "期号从 2021 年第1期排起；这一期还算在 2020 年的，删去 content/issues/2021-1 文件夹，用 --number 2020-16 再来一次。",
  ],
  [
    "as the year before",
    { year: 2020, number: 16, date: day(2021, 1, 8) },
    { id: "2019-4", date: { value: day(2020, 1, 10), place } },
    "注意：日期在 2021 年，期号算在 2020 年（issue.yaml 里写了“年份: 2020”），因为 2019-4 也是这样（2020-01-10 印发）；这一期算在 2021 年的，删去 content/issues/2020-16 文件夹，用 --number 2021-期号 再来一次。",
  ],
  [
    "as asked for",
    { year: 2020, number: 16, date: day(2021, 1, 8) },
    undefined,
    "注意：日期在 2021 年，期号算在 2020 年（issue.yaml 里写了“年份: 2020”）。",
  ],
])("the year of %s", (_, fresh, like, notice) => {
  const proposed = { year: like === undefined ? fresh.date.year : fresh.year, like };
  expect(yearNotice(fresh, proposed, { year: 2020, number: { value: 15, place } })).toBe(notice);
});
