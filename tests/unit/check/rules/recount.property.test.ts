/** Every tally of random cases agrees with a recount made here, without the product's own arithmetic. */

import fc from "fast-check";
import { expect, test } from "vitest";
import { IssueTallies } from "../../../../src/compute/tally/issue-tallies.ts";
import { archiveOf } from "./archive.ts";
import { categories, closed, received, sheetOf, someCases, sources, typed, units, vocabulary } from "./random-cases.ts";
import type { Case, Counting } from "./random-cases.ts";

const detail = fc.record({ totals: fc.boolean(), sources: fc.boolean(), batch: fc.boolean() });

/** What a breakdown prints for a unit: its own cases, and the joint ones where each unit counts them. */
function under(unit: string, cases: readonly Case[], counting: Counting): number {
  return cases.filter((item) => item.units.includes(unit) && (counting === "各计" || item.units.length === 1)).length;
}

test("recounts totals, parts, joint cases and differences", () => {
  fc.assert(
    fc.property(someCases, fc.constantFrom<Counting>("单列", "各计"), detail, (cases, counting, how) => {
      const issue = 2;
      const sheet = sheetOf(cases, issue, counting, how);
      const [read] = archiveOf(vocabulary, ...typed([sheet])).issues;
      const tallies = new IssueTallies(read?.counts, vocabulary);
      const [all, done] = [received(cases, issue), closed(cases, issue)];
      // An editor types no block for a measure without any case.
      if (all.length === 0 || done.length === 0) return;
      const part = (measure: string, dimension: string, label: string): number | undefined =>
        tallies
          .get(measure)
          ?.breakdowns.get(dimension)
          ?.parts.find((line) => line.label === label)
          ?.figure.value.valueOf();

      const measures = { 交办: all, 办结: done } as const;
      for (const [name, counted] of Object.entries(measures)) {
        // Joint cases alone, with no breakdown beside them, make no total.
        if (counted.every((item) => item.units.length > 1) && counting === "单列" && !how.totals) continue;
        expect(tallies.get(name)?.total?.value.valueOf()).toBe(counted.length);
        expect(tallies.get(name)?.jointTotal.value.valueOf()).toBe(
          counted.filter((item) => item.units.length > 1).length,
        );
        for (const unit of units) expect(part(name, "单位", unit) ?? 0).toBe(under(unit, counted, counting));
        for (const category of categories)
          expect(part(name, "类别", category) ?? 0).toBe(
            counted.filter((item) => item.categories.includes(category)).length,
          );
        for (const source of sources)
          if (how.sources)
            expect(part(name, "来源", source) ?? 0).toBe(counted.filter((item) => item.source === source).length);
      }
      const open = all.filter((item) => !done.includes(item));
      const total = tallies.get("正在办理")?.total;
      if (total !== undefined) expect(total.value.valueOf()).toBe(open.length);
      for (const unit of units) {
        if (under(unit, all, counting) === 0 || tallies.get("正在办理")?.breakdowns.has("单位") !== true) continue;
        expect(part("正在办理", "单位", unit)).toBe(under(unit, open, counting));
      }
    }),
    { numRuns: 80 },
  );
});
