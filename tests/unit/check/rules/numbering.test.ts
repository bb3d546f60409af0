import { describe, expect, test } from "vitest";
import { archiveOf, run, told } from "./archive.ts";
import { small } from "./yongzhou.ts";

const issues = (...list: (readonly [id: string, date: string, serial?: number])[]) =>
  run(
    archiveOf(small, ...list.map(([id, date, serial]) => ({ id, date, ...(serial === undefined ? {} : { serial }) }))),
  ).problems.map(told);

describe("issue numbers", () => {
  test("may start anywhere in the first year and afresh in the next", () => {
    expect(issues(["2020-15", "2020-11-08"], ["2020-16", "2020-11-09"], ["2021-1", "2021-01-04"])).toEqual([]);
  });
  test("may run on over the years", () => {
    expect(issues(["2020-80", "2020-12-30"], ["2021-81", "2021-01-04"], ["2021-82", "2021-01-05"])).toEqual([]);
  });
  test("have no gaps", () => {
    expect(issues(["2020-14", "2020-11-08"], ["2020-16", "2020-11-10"])).toEqual([
      "issue-number-gap 1:5 第16期前面是第14期，中间少了第15期",
    ]);
    expect(issues(["2020-14", "2020-11-08"], ["2020-18", "2020-11-10"])).toEqual([
      "issue-number-gap 1:5 第18期前面是第14期，中间少了第15至17期",
    ]);
    expect(issues(["2020-14", "2020-11-08"], ["2021-3", "2021-01-10"])).toEqual([
      "issue-number-gap 1:5 2021年没有第1至2期，第一期就是第3期",
    ]);
  });
  test("are not used again where they run on", () => {
    expect(issues(["2020-80", "2020-12-30"], ["2021-81", "2021-01-04"], ["2022-81", "2022-01-05"])).toEqual([
      "issue-number-repeat 1:5 期号是跨年连续编的，2021年第81期已经用过这个期号",
    ]);
  });
  test("go with the dates", () => {
    expect(issues(["2020-14", "2020-11-08"], ["2020-15", "2020-10-09"], ["2020-16", "2020-11-10"])).toEqual([
      "issue-date-order 2:5 第15期的日期2020年10月9日早于第14期的2020年11月8日",
    ]);
  });
  test("go with total numbers that rise", () => {
    expect(issues(["2020-14", "2020-11-08", 114], ["2020-15", "2020-11-09", 114])).toEqual([
      "issue-number-repeat 1:5 总期号114没有接着第14期的总期号114",
    ]);
  });
});
