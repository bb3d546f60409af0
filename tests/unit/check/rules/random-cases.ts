/** Random cases, the count sheets an office would make of them, and a way to corrupt one count. */

import fc from "fast-check";
import { vocabularyOf } from "./archive.ts";
import type { TypedIssue } from "./archive.ts";

export const units = ["甲区", "乙区", "丙县", "丁县", "市城管局"] as const;
export const categories = ["大气", "水", "噪声"] as const;
export const sources = ["来电", "来信"] as const;

export const vocabulary = vocabularyOf(`
分组:
  单位: { 项目: [${units.join(", ")}] }
  类别: { 项目: [${categories.join(", ")}], 可重复: 是 }
  来源: { 项目: [${sources.join(", ")}] }
指标:
  本批:
  交办: { 累计自: 本批 }
  重点件: { 属于: 交办 }
  办结: { 属于: 交办 }
  正在办理: { 算式: 交办 - 办结, 可减少: 是 }
`);

export interface Case {
  readonly units: readonly string[];
  readonly categories: readonly string[];
  readonly source: string;
  readonly key: boolean;
  /** Batch in which it came, and issue with which it was closed; issue N reports batches 1 to N. */
  readonly batch: number;
  readonly closed: number | undefined;
}

export const lastIssue = 3;

const oneCase = fc.record({
  units: fc.oneof(
    { weight: 5, arbitrary: fc.subarray([...units], { minLength: 1, maxLength: 1 }) },
    { weight: 1, arbitrary: fc.subarray([...units], { minLength: 2, maxLength: 3 }) },
  ),
  categories: fc.subarray([...categories], { minLength: 1 }),
  source: fc.constantFrom(...sources),
  key: fc.boolean(),
  batch: fc.integer({ min: 1, max: lastIssue }),
  delay: fc.option(fc.integer({ min: 0, max: lastIssue }), { nil: undefined }),
});

/** Every batch brings at least one case of a single unit: a batch of none would be none. */
const firstOfBatches = fc.tuple(
  ...Array.from({ length: lastIssue }, (_, index) =>
    oneCase.map((item) => ({ ...item, units: item.units.slice(0, 1), batch: index + 1 })),
  ),
);

export const someCases: fc.Arbitrary<Case[]> = fc
  .tuple(firstOfBatches, fc.array(oneCase, { maxLength: 40 }))
  .map(([first, others]) =>
    [...first, ...others].map(({ delay, ...rest }) => ({
      ...rest,
      closed: delay === undefined ? undefined : rest.batch + delay,
    })),
  );

export type Counting = "单列" | "各计";

/** A value of a count sheet before it becomes YAML. */
export type Sheet = { [key: string]: Sheet | Sheet[] | string | number | string[] };

export interface Detail {
  /** 合计 is stated beside the breakdowns. */
  readonly totals: boolean;
  /** A second exclusive breakdown. */
  readonly sources: boolean;
  /** The new batch is told beside the cumulative figures. */
  readonly batch: boolean;
}

function tally(labels: readonly string[]): Sheet {
  const counts: Sheet = {};
  for (const label of labels) counts[label] = Number(counts[label] ?? 0) + 1;
  return counts;
}

function block(cases: readonly Case[], counting: Counting, detail: Detail, head: Sheet): Sheet {
  const joint = cases.filter((item) => item.units.length > 1);
  const own = counting === "各计" ? cases : cases.filter((item) => item.units.length === 1);
  const shared = Object.entries(tally(joint.map((item) => item.units.join("、")))).map(([names, count]): Sheet => ({
    单位: names.split("、"),
    件数: count,
  }));
  return {
    ...head,
    ...(detail.totals ? { 合计: cases.length } : {}),
    单位: tally(own.flatMap((item) => item.units)),
    类别: tally(cases.flatMap((item) => item.categories)),
    ...(detail.sources ? { 来源: tally(cases.map((item) => item.source)) } : {}),
    ...(shared.length > 0 ? { 共有: shared, 共有计法: counting } : {}),
  };
}

export function received(cases: readonly Case[], issue: number): Case[] {
  return cases.filter((item) => item.batch <= issue);
}

export function closed(cases: readonly Case[], issue: number): Case[] {
  return cases.filter((item) => item.batch <= issue && item.closed !== undefined && item.closed <= issue);
}

export function sheetOf(cases: readonly Case[], issue: number, counting: Counting, detail: Detail): Sheet {
  const asOf = { 截至: `2020-11-0${issue}` };
  const all = received(cases, issue);
  const sheet: Sheet = {};
  const put = (measure: string, counted: readonly Case[], head: Sheet): void => {
    // An office writes nothing of what there was none of.
    if (counted.length > 0) sheet[measure] = block(counted, counting, detail, head);
  };
  if (detail.batch) {
    put(
      "本批",
      cases.filter((item) => item.batch === issue),
      { ...asOf, 批次: issue },
    );
  }
  put("交办", all, { ...asOf, 批次: `1-${issue}` });
  put(
    "重点件",
    all.filter((item) => item.key),
    asOf,
  );
  put("办结", closed(cases, issue), asOf);
  return sheet;
}

/** JSON is YAML; an empty mapping is left out, as an editor would. */
export function typed(sheets: readonly Sheet[]): TypedIssue[] {
  return sheets.map((sheet, at) => ({
    id: `2020-${at + 1}`,
    date: `2020-11-0${at + 2}`,
    counts: isEmpty(sheet)
      ? ""
      : `${JSON.stringify(sheet, (_, value: unknown) => (isEmpty(value) ? undefined : value))}\n`,
  }));
}

function isEmpty(value: unknown): boolean {
  return typeof value === "object" && value !== null && !Array.isArray(value) && Object.keys(value).length === 0;
}

/** The paths of all counts of a sheet, batch numbers aside. */
export function counts(sheet: Sheet | Sheet[], path: readonly string[] = []): string[][] {
  return Object.entries(sheet).flatMap(([key, value]): string[][] => {
    if (key === "批次" || (typeof value === "object" && key === "单位" && Array.isArray(value))) return [];
    if (typeof value === "number") return [[...path, key]];
    return typeof value === "object" ? counts(value as Sheet, [...path, key]) : [];
  });
}

export function at(sheet: Sheet, path: readonly string[]): number {
  return Number(path.reduce<unknown>((inner, key) => (inner as Sheet)[key], sheet));
}

/** A copy with another number at the path. */
export function corrupted(sheet: Sheet, path: readonly string[], value: number): Sheet {
  const copy = structuredClone(sheet);
  const parent = path.slice(0, -1).reduce<unknown>((inner, key) => (inner as Sheet)[key], copy) as Sheet;
  parent[path.at(-1) ?? ""] = value;
  return copy;
}
