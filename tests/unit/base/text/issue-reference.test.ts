import { expect, test } from "vitest";
import { issueNamed, readIssueReference } from "../../../../src/base/text/issue-reference.ts";

const ids = ["2019-16", "2020-9", "2020-16", "2021-1"];

test.each([
  "2020-16",
  "16",
  "016",
  "第16期",
  "16期",
  "2020年第16期",
  "2020年16期",
  "2020 年 第 16 期",
  "２０２０－１６",
  "第１６期",
  "第十六期",
  "2020年第十六期",
  "2020—16",
  "2020/16",
  "content/issues/2020-16/",
])("%s", (typed) => {
  expect(issueNamed(typed, ids)).toBe("2020-16");
});

test("a year picks its own, the number alone the newest; what is no issue is none", () => {
  expect(issueNamed("2019年第16期", ids)).toBe("2019-16");
  expect(issueNamed("1", ids)).toBe("2021-1");
  expect(issueNamed("第17期", ids)).toBeUndefined();
  for (const typed of ["", "期", "第期", "16.pdf", "十六大", "-16", "0", "2020"])
    expect([typed, issueNamed(typed, ids)]).toEqual([typed, undefined]);
  expect(readIssueReference("_site/issues/2020/16/2020-16.pdf")).toBeUndefined();
});
