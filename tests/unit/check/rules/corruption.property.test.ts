/** Any single corrupted count is caught by some rule, save those that no rule can see, which are listed here. */

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { archiveOf, run, told } from "./archive.ts";
import { at, corrupted, counts, lastIssue, sheetOf, someCases, typed, vocabulary } from "./random-cases.ts";
import type { Counting, Detail, Sheet } from "./random-cases.ts";

const issues = Array.from({ length: lastIssue }, (_, index) => index + 1);

interface Corruption {
  /** The issue, from 0, and the sheets as they ought to be. */
  readonly which: number;
  readonly sheets: readonly Sheet[];
  readonly path: readonly string[];
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/** One count of one issue made wrong, with what the rules say before and after. */
function corruption(detail: Detail): fc.Arbitrary<Corruption | undefined> {
  return fc
    .tuple(
      someCases,
      fc.constantFrom<Counting>("单列", "各计"),
      fc.nat({ max: lastIssue - 1 }),
      fc.nat({ max: 999 }),
      fc.oneof(fc.constantFrom(-1, 1), fc.integer({ min: -30, max: 30 })),
    )
    .map(([cases, counting, which, pick, change]) => {
      const sheets = issues.map((issue) => sheetOf(cases, issue, counting, detail));
      const sheet = sheets[which] ?? {};
      const paths = counts(sheet);
      const path = paths[pick % Math.max(1, paths.length)];
      if (path === undefined) return undefined;
      const value = at(sheet, path) + change;
      // What is not a count at all is refused before any rule looks at it.
      if (change === 0 || value < 0) return undefined;
      const wrong: Sheet[] = sheets.map((other, index) => (index === which ? corrupted(other, path, value) : other));
      const say = (list: readonly Sheet[]) => run(archiveOf(vocabulary, ...typed(list))).problems.map(told);
      return { which, sheets, path, before: say(sheets), after: say(wrong) };
    });
}

/** No change leaves a measure standing now and then in so few cases. */
const harmless = (line: string): boolean => line.startsWith("figures-standing");

function isCaught({ before, after }: Corruption): boolean {
  return after.some((line) => !before.includes(line));
}

describe("sound data", () => {
  test("gives no finding", () => {
    fc.assert(
      fc.property(someCases, fc.constantFrom<Counting>("单列", "各计"), fc.boolean(), (cases, counting, rich) => {
        const detail = { totals: rich, sources: rich, batch: rich };
        const sheets = issues.map((issue) => sheetOf(cases, issue, counting, detail));
        expect(
          run(archiveOf(vocabulary, ...typed(sheets)))
            .problems.map(told)
            .filter((line) => !harmless(line)),
        ).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});

/** What no rule can see, and why. An editor must compare these with the raw material by eye. */
const unseen: readonly { readonly what: string; readonly why: string; readonly is: (found: Corruption) => boolean }[] =
  [
    {
      what: "categories of a measure that is not the sum of batches",
      why: "categories overlap: between the least and the total every number is possible",
      is: ({ path: [measure, dimension] }) => dimension === "类别" && measure !== "交办" && measure !== "本批",
    },
    {
      what: "categories of a batch that no earlier cumulative figure can be held against, or where a batch is not told",
      why: "as above; new and cumulative figures check each other only in pairs, from one issue to the next",
      is: ({ path: [measure, dimension], which, sheets }) =>
        dimension === "类别" &&
        ((measure === "本批" && which === 0) || sheets.some((sheet) => sheet["本批"] === undefined)),
    },
    {
      what: "joint cases where all are joint, so that no unit has a count of its own",
      why: "without a breakdown by unit there is nothing for them to add up with",
      is: ({ path: [measure = "", list], which, sheets }) =>
        list === "共有" && Object.keys((sheets[which]?.[measure] as Sheet)["单位"] ?? {}).length === 0,
    },
  ];

const details: readonly Detail[] = [
  { totals: true, sources: true, batch: true },
  { totals: true, sources: false, batch: true },
  { totals: true, sources: false, batch: false },
  { totals: false, sources: true, batch: false },
];

describe("a corrupted count", () => {
  test.each(details)("is caught where there is anything to hold it against: %o", (detail) => {
    fc.assert(
      fc.property(corruption(detail), (found) => {
        if (found === undefined || isCaught(found)) return;
        expect(found).toSatisfy((lost: Corruption) => unseen.some(({ is }) => is(lost)));
      }),
      { numRuns: 60 },
    );
  });

  const twice = (first: Sheet, second: Sheet): string[] =>
    run(archiveOf(vocabulary, ...typed([first, second]))).problems.map(told);
  const received = { 单位: { 甲区: 5, 乙区: 4 } };

  test("is caught without totals only beyond the whole or below the issue before", () => {
    expect(twice({ 交办: received }, { 交办: received, 办结: { 单位: { 甲区: 6 } } })).toHaveLength(1);
    expect(twice({ 交办: received }, { 交办: { 单位: { 甲区: 4, 乙区: 6 } } })).toHaveLength(1);
  });
  test("cannot be seen in a single list of units, between these bounds", () => {
    for (const count of [1, 2, 5]) {
      expect(twice({ 交办: received }, { 交办: received, 办结: { 单位: { 甲区: count } } })).toEqual([]);
    }
  });
  test("cannot be seen in a total that stands alone and grows", () => {
    for (const count of [9, 10, 99]) expect(twice({ 交办: 9 }, { 交办: count })).toEqual([]);
  });
  test("cannot be seen where two errors make up for each other", () => {
    const swapped = { 合计: 9, 单位: { 甲区: 4, 乙区: 5 } };
    expect(run(archiveOf(vocabulary, ...typed([{ 交办: swapped }]))).problems).toEqual([]);
  });
  test("cannot be seen in a partly closed joint case, which counts as open whatever its number", () => {
    const joint = (count: number) => [{ 单位: ["甲区", "乙区"], 件数: count }];
    const block = { 合计: 11, 单位: { 甲区: 5, 乙区: 4 }, 共有: joint(2) };
    const closed = (count: number) => ({
      合计: 1,
      单位: { 甲区: 1 },
      共有: [{ ...joint(count)[0], 已完成: ["甲区"] }],
    });
    expect(run(archiveOf(vocabulary, ...typed([{ 交办: block, 办结: closed(1) }]))).problems).toEqual([]);
    expect(run(archiveOf(vocabulary, ...typed([{ 交办: block, 办结: closed(2) }]))).problems).toEqual([]);
    expect(run(archiveOf(vocabulary, ...typed([{ 交办: block, 办结: closed(3) }]))).problems).toHaveLength(1);
  });
});
