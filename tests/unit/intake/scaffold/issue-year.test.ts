/** In which year the number of a new issue counts. */

import { expect, test } from "vitest";
import { issueYear } from "../../../../src/intake/scaffold/issue-year.ts";
import { readMoment } from "../../../../src/base/text/moment.ts";

function dateOf(text: string) {
  const reading = readMoment(text);
  if (!reading.ok) throw new Error(reading.reason);
  return reading.moment;
}

/** 2019-4@2020-01-10: number 4 of 2019, of that date. */
function issueOf(text: string) {
  const [id = "", date = ""] = text.split("@");
  return { id, year: Number(id.slice(0, 4)), date: { value: dateOf(date), place: { file: "", line: 1, column: 1 } } };
}

test.each([
  ["none before", [], "2021-01-04", 2021, undefined],
  ["no example", ["2020-52@2020-12-27"], "2021-01-03", 2021, undefined],
  [
    "last quarter's in January, as a year ago",
    ["2019-4@2020-01-10", "2020-3@2020-10-12"],
    "2021-01-13",
    2020,
    "2019-4",
  ],
  ["the first quarter's in April", ["2019-4@2020-01-10", "2020-4@2021-01-13"], "2021-04-12", 2021, undefined],
  ["one more in January, the last quarter's being out", ["2020-4@2021-01-13"], "2021-01-20", 2021, undefined],
  [
    "first number in December, as a year ago",
    ["2020-1@2019-12-31", "2020-52@2020-12-24"],
    "2020-12-31",
    2021,
    "2020-1",
  ],
  ["one more in that December", ["2021-1@2020-12-30"], "2020-12-31", 2021, "2021-1"],
  ["an ordinary December", ["2020-1@2019-12-31", "2020-48@2020-11-26"], "2020-12-03", 2020, undefined],
])("%s", (_, issues, date, year, like) => {
  const found = issueYear(issues.map(issueOf), dateOf(date));
  expect([found.year, found.like?.id]).toEqual([year, like]);
});
