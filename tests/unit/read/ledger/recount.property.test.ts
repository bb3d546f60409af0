/** Random ledgers: what is counted agrees with a naive recount of the same cases. */

import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays, compareMoments, isoDate } from "../../../../src/base/text/moment.ts";
import type { Moment } from "../../../../src/base/text/moment.ts";
import { countFrom, vocabularyOf } from "../../../support/ledger.ts";

const units = ["甲", "乙", "丙"];
const kinds = ["气", "水", "声"];
const vocabulary = vocabularyOf(`
分组:
  单位: { 项目: [${units.join(", ")}] }
  类别: { 项目: [${kinds.join(", ")}], 可重复: 是 }
指标:
  交办: { 台账: 受理日期 }
  办结: { 属于: 交办, 台账: 办结日期 }
台账:
`);

const start: Moment = { year: 2020, month: 10, day: 20 };
const day = fc.integer({ min: 0, max: 20 }).map((days) => addDays(start, days));
const oneCase = fc.record({
  batch: fc.integer({ min: 1, max: 6 }),
  received: day,
  units: fc.subarray(units, { minLength: 1 }),
  kinds: fc.subarray(kinds),
  closed: fc.array(fc.option(day, { nil: undefined }), { minLength: 3, maxLength: 3 }),
});
type Case = typeof oneCase extends fc.Arbitrary<infer T> ? T : never;

function toCsv(cases: readonly Case[]): string {
  const rows = cases.map((item, at) => {
    const closed = item.units.map((unit, unitAt) => {
      const moment = item.closed[unitAt];
      const text = moment === undefined ? "" : isoDate(moment);
      return item.units.length === 1 ? text : `${unit}:${text}`;
    });
    return `N${at},${item.batch},${isoDate(item.received)},${item.units.join("、")},${item.kinds.join("、")},${closed.join("、")}`;
  });
  return ["受理编号,批次,受理日期,责任单位,污染类型,办结日期", ...rows].join("\n");
}

test("totals, breakdowns, joint cases and crosses agree with a recount", () => {
  fc.assert(
    fc.property(
      fc.array(oneCase, { maxLength: 25 }),
      day,
      day,
      fc.integer({ min: 1, max: 6 }),
      fc.boolean(),
      (cases, asOf, closedBy, last, each) => {
        const counting = each ? "各计" : "单列";
        const { sheet } = countFrom(
          vocabulary,
          toCsv(cases),
          `台账: 是\n交办: { 截至: ${isoDate(asOf)}, 批次: 1-${last}, 共有计法: ${counting} }\n办结: { 截至: ${isoDate(closedBy)}, 共有计法: ${counting} }`,
        );
        const received = cases.filter((item) => item.batch <= last && compareMoments(item.received, asOf) <= 0);
        const isDone = (item: Case, at: number): boolean => {
          const moment = item.closed[at];
          return moment !== undefined && compareMoments(moment, closedBy) <= 0;
        };
        const closed = received.filter((item) => item.units.every((_, at) => isDone(item, at)));
        const partly = received.filter(
          (item) => !closed.includes(item) && item.units.some((_, at) => isDone(item, at)),
        );
        for (const [measure, counted] of [
          ["交办", received],
          ["办结", closed],
        ] as const) {
          const block = sheet?.blocks.get(measure);
          const listed = (dimension: string): Record<string, number> =>
            Object.fromEntries(
              (block?.groups.find((group) => group.dimension === dimension)?.lines ?? []).map((line) => [
                line.label,
                line.value.valueOf(),
              ]),
            );
          const number = (of: (item: Case) => boolean): number => counted.filter(of).length;
          const nonZero = (entries: [string, number][]): Record<string, number> =>
            Object.fromEntries(entries.filter(([, value]) => value > 0));
          const inUnit = (item: Case, unit: string): boolean =>
            item.units.includes(unit) && (each || item.units.length === 1);
          expect(block?.total?.value.valueOf()).toBe(counted.length);
          expect(block?.total?.cases?.length).toBe(counted.length);
          expect(listed("类别")).toEqual(
            nonZero(kinds.map((kind) => [kind, number((item) => item.kinds.includes(kind))])),
          );
          expect(listed("单位")).toEqual(nonZero(units.map((unit) => [unit, number((item) => inUnit(item, unit))])));
          const whole = block?.joint.filter((item) => item.completed === undefined) ?? [];
          expect(whole.reduce((sum, item) => sum + item.count.value.valueOf(), 0)).toBe(
            number((item) => item.units.length > 1),
          );
          const cells = (block?.crosses ?? []).flatMap((cross) =>
            cross.rows.flatMap((row) =>
              row.lines.map((line) => [`${row.label}${line.label}`, line.value.valueOf()] as [string, number]),
            ),
          );
          expect(Object.fromEntries(cells)).toEqual(
            nonZero(
              units.flatMap((unit) =>
                kinds.map(
                  (kind) =>
                    [unit + kind, number((item) => inUnit(item, unit) && item.kinds.includes(kind))] as [
                      string,
                      number,
                    ],
                ),
              ),
            ),
          );
        }
        const open = sheet?.blocks.get("办结")?.joint.filter((item) => item.completed !== undefined) ?? [];
        expect(open.reduce((sum, item) => sum + item.count.value.valueOf(), 0)).toBe(partly.length);
      },
    ),
    { numRuns: 150, seed: 15 },
  );
});
