import { expect, test } from "vitest";
import { dateNotice } from "../../../src/commands/new.ts";

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
  expect(dateNotice({ number, date }, last)).toBe(notice);
});
