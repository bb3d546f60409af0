/** 起始 and 截至 of the next issue: over month ends, year ends and leap days, for every frequency, and over gaps. */

import { describe, expect, test } from "vitest";
import type { Frequency } from "../../../../src/model/frequency.ts";
import type { Cycle } from "../../../../src/model/vocabulary.ts";
import { nextDatesOf } from "../../../../src/intake/scaffold/next-period.ts";
import { isoMoment, readMoment } from "../../../../src/base/text/moment.ts";
import type { Moment } from "../../../../src/base/text/moment.ts";

function at(text: string | undefined): Moment | undefined {
  if (text === undefined) return undefined;
  const reading = readMoment(text);
  if (!reading.ok) throw new Error(reading.reason);
  return reading.moment;
}

/** 起始/截至, as `2024-01-01/2024-01-31`; without a start `/2024-01-31`. */
type Period = string;

function datesOf(period: Period | undefined) {
  const [since, asOf] = (period ?? "").split("/");
  return { since: at(since === "" ? undefined : since), asOf: at(asOf === "" ? undefined : asOf) };
}

interface Measure {
  readonly periods: readonly [before: Period | undefined, last: Period];
  readonly isFresh?: boolean;
  readonly cycle?: Cycle;
}

function next(from: string, to: string, measures: Readonly<Record<string, Measure>>, frequency?: Frequency) {
  const [a, b] = [at(from), at(to)];
  if (a === undefined || b === undefined) throw new Error("no dates");
  const steps = Object.entries(measures).map(([name, { periods, isFresh = false, cycle }]) => {
    const [before, last] = periods.map(datesOf);
    if (before === undefined || last === undefined) throw new Error("no periods");
    return [name, { before, last, from: a, to: b, frequency, cycle, isFresh }] as const;
  });
  return Object.fromEntries(
    [...nextDatesOf(new Map(steps))].map(([name, { since, asOf, isSure, isSinceSure }]) => {
      const mark = isSure && isSinceSure ? "" : isSure ? "起始?" : "?";
      return [
        name,
        `${since === undefined ? "" : isoMoment(since)}/${asOf === undefined ? "" : isoMoment(asOf)}${mark}`,
      ];
    }),
  );
}

const one = (
  from: string,
  to: string,
  before: Period | undefined,
  last: Period,
  frequency?: Frequency,
): string | undefined => next(from, to, { 数: { periods: [before, last] } }, frequency)["数"];

/** Issues of which each reports a period: the next two are always to be had from the two before. */
const series: Readonly<Record<string, readonly (readonly [date: string, period: Period])[]>> = {
  "a monthly, over a leap February and a year": [
    ["2023-11-05", "2023-10-01/2023-10-31"],
    ["2023-12-04", "2023-11-01/2023-11-30"],
    ["2024-01-08", "2023-12-01/2023-12-31"],
    ["2024-02-20", "2024-01-01/2024-01-31"],
    ["2024-03-03", "2024-02-01/2024-02-29"],
    ["2024-04-05", "2024-03-01/2024-03-31"],
  ],
  "a monthly that comes out on the last day": [
    ["2023-01-31", "2023-01-01/2023-01-31"],
    ["2023-02-28", "2023-02-01/2023-02-28"],
    ["2023-03-31", "2023-03-01/2023-03-31"],
    ["2023-04-30", "2023-04-01/2023-04-30"],
  ],
  "a monthly from the 26th to the 25th": [
    ["2023-11-28", "2023-10-26/2023-11-25"],
    ["2023-12-27", "2023-11-26/2023-12-25"],
    ["2024-01-29", "2023-12-26/2024-01-25"],
    ["2024-02-27", "2024-01-26/2024-02-25"],
    ["2024-03-28", "2024-02-26/2024-03-25"],
  ],
  "a weekly, over a year": [
    ["2023-12-18", "2023-12-11/2023-12-17"],
    ["2023-12-25", "2023-12-18/2023-12-24"],
    ["2024-01-02", "2023-12-25/2023-12-31"],
    ["2024-01-08", "2024-01-01/2024-01-07"],
  ],
  "a weekly from Friday to Thursday, once two days late": [
    ["2024-02-09", "2024-02-02/2024-02-08"],
    ["2024-02-18", "2024-02-09/2024-02-15"],
    ["2024-02-23", "2024-02-16/2024-02-22"],
    ["2024-03-01", "2024-02-23/2024-02-29"],
  ],
  "a daily": [
    ["2024-02-28", "2024-02-27/2024-02-27"],
    ["2024-02-29", "2024-02-28/2024-02-28"],
    ["2024-03-01", "2024-02-29/2024-02-29"],
  ],
  "a daily from 8 to 8": [
    ["2023-12-30", "2023-12-29T08:00/2023-12-30T08:00"],
    ["2023-12-31", "2023-12-30T08:00/2023-12-31T08:00"],
    ["2024-01-01", "2023-12-31T08:00/2024-01-01T08:00"],
  ],
  "ten days": [
    ["2024-02-11", "2024-02-01/2024-02-10"],
    ["2024-02-21", "2024-02-11/2024-02-20"],
    ["2024-03-01", "2024-02-21/2024-02-29"],
    ["2024-03-12", "2024-03-01/2024-03-10"],
  ],
  "half months": [
    ["2023-12-16", "2023-12-01/2023-12-15"],
    ["2024-01-02", "2023-12-16/2023-12-31"],
    ["2024-01-16", "2024-01-01/2024-01-15"],
    ["2024-02-01", "2024-01-16/2024-01-31"],
  ],
  "two months": [
    ["2023-11-05", "2023-09-01/2023-10-31"],
    ["2024-01-05", "2023-11-01/2023-12-31"],
    ["2024-03-05", "2024-01-01/2024-02-29"],
  ],
  "a quarterly": [
    ["2023-10-15", "2023-07-01/2023-09-30"],
    ["2024-01-10", "2023-10-01/2023-12-31"],
    ["2024-04-20", "2024-01-01/2024-03-31"],
    ["2024-07-08", "2024-04-01/2024-06-30"],
  ],
  "an annual": [
    ["2022-02-10", "2021-01-01/2021-12-31"],
    ["2023-01-20", "2022-01-01/2022-12-31"],
    ["2024-03-01", "2023-01-01/2023-12-31"],
  ],
  "what has come since, of no frequency": [
    ["2024-05-08", "2024-05-01/2024-05-07"],
    ["2024-05-13", "2024-05-08/2024-05-12"],
    ["2024-05-17", "2024-05-13/2024-05-16"],
  ],
  "the year so far, monthly, over a year": [
    ["2023-12-05", "2023-01-01/2023-11-30"],
    ["2024-01-05", "2023-01-01/2023-12-31"],
    ["2024-02-05", "2024-01-01/2024-01-31"],
    ["2024-03-05", "2024-01-01/2024-02-29"],
    ["2024-04-05", "2024-01-01/2024-03-31"],
  ],
  "stocks at a month's end": [
    ["2023-12-05", "/2023-11-30"],
    ["2024-01-05", "/2023-12-31"],
    ["2024-02-05", "/2024-01-31"],
    ["2024-03-05", "/2024-02-29"],
  ],
};

describe.each(Object.entries(series))("%s", (_, issues) => {
  test.each(issues.slice(2).map((issue, i) => [issue, issues[i], issues[i + 1]] as const))(
    "%s follows",
    ([date, period], before, last) => {
      expect(one(last?.[0] ?? "", date, before?.[1], last?.[1] ?? "")).toBe(period);
    },
  );
});

test("the year so far goes with the month that ends with it", () => {
  const measures = {
    今年: { periods: ["2023-01-01/2023-11-30", "2023-01-01/2023-12-31"] },
    事故: { periods: ["2023-11-01/2023-11-30", "2023-12-01/2023-12-31"] },
    在办: { periods: ["/2023-11-30", "/2023-12-31"] },
  } as const;
  expect(next("2024-01-05", "2024-02-05", measures)).toEqual({
    今年: "2024-01-01/2024-01-31",
    事故: "2024-01-01/2024-01-31",
    在办: "/2024-01-31",
  });
  expect(next("2024-01-05", "2024-12-05", measures)).toEqual({
    今年: "2024-01-01/2024-11-30?",
    事故: "2024-11-01/2024-11-30?",
    在办: "/2024-11-30?",
  });
});

describe("over a gap somebody has to look, at what the issue's own date says", () => {
  test.each([
    ["2023-07-05", "2024-06-05", "2023-05-01/2023-05-31", "2023-06-01/2023-06-30", "2024-05-01/2024-05-31?"],
    ["2023-07-05", "2023-09-04", "2023-05-01/2023-05-31", "2023-06-01/2023-06-30", "2023-08-01/2023-08-31?"],
    ["2024-07-05", "2023-06-05", "2024-05-01/2024-05-31", "2024-06-01/2024-06-30", "2023-05-01/2023-05-31?"],
    ["2024-01-08", "2024-02-19", "2023-12-25/2023-12-31", "2024-01-01/2024-01-07", "2024-02-12/2024-02-18?"],
    ["2024-03-01", "2024-03-04", "2024-02-28/2024-02-28", "2024-02-29/2024-02-29", "2024-03-03/2024-03-03?"],
    ["2024-05-13", "2024-08-13", "2024-05-01/2024-05-07", "2024-05-08/2024-05-12", "2024-05-13/2024-08-12?"],
    // The same month again.
    ["2023-07-05", "2023-07-12", "2023-05-01/2023-05-31", "2023-06-01/2023-06-30", "2023-06-01/2023-06-30?"],
  ])("%s to %s, %s, %s: %s", (from, to, before, last, expected) => expect(one(from, to, before, last)).toBe(expected));
});

describe("behind a first issue", () => {
  const first = "2024-05-01/2024-05-31";
  test("what is accumulated, or fits the frequency, is of a period; else nobody can tell", () => {
    const periods = [undefined, first] as const;
    const sum = { periods: [undefined, "2024-01-01/2024-05-31"], cycle: "每年" } as const;
    expect(next("2024-06-05", "2024-07-05", { 事故: { periods, isFresh: true }, 今年: sum })).toEqual({
      事故: "2024-06-01/2024-06-30",
      今年: "2024-01-01/2024-06-30",
    });
    expect(one("2024-06-05", "2024-07-05", undefined, first)).toBe("2024-06-01/2024-06-30起始?");
    expect(one("2024-06-05", "2024-07-05", undefined, first, "每月")).toBe("2024-06-01/2024-06-30");
  });
  test("of a year may be of its first month or of the year so far", () => {
    expect(one("2024-02-05", "2024-03-05", undefined, "2024-01-01/2024-01-31", "每月")).toBe(
      "2024-02-01/2024-02-29起始?",
    );
  });
  test("on 29 February, a year later", () => {
    const periods = [undefined, "2024-02-01/2024-02-29"] as const;
    expect(next("2024-03-05", "2025-03-05", { 数: { periods, isFresh: true } })).toEqual({
      数: "2025-02-01/2025-02-28?",
    });
  });
});
