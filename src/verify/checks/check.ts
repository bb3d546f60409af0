/** A rule of the checklist, and the result of checking it. */

import type { Bulletin } from "../layout/bulletin.ts";
import type { Line } from "../model/line.ts";

/** 必须: a standard demands it; 一般: a standard recommends it; 惯例: office practice, in no national standard. */
export type Strength = "必须" | "一般" | "惯例";

export interface Outcome {
  readonly expected: string;
  readonly measured: string;
  /** The deviations, each with its place, in Chinese. */
  readonly faults: readonly string[];
}

/** `absent`: the bulletin has no such part and needs none; `unchecked`: it could not be measured. Both give the reason. */
export type Result = Outcome | { readonly absent: string } | { readonly unchecked: string };

export interface CheckOptions {
  /** 版记 must end on an even page (7.4.1 with 6.2, disputed). */
  readonly even: boolean;
}

export interface Check {
  readonly id: string;
  /** The source of the rule, e.g. `GB/T 9704 5.2.1`. */
  readonly clause: string;
  readonly strength: Strength;
  /** Whether breaking it fails the document or is only mentioned. */
  readonly severity: "fail" | "warn";
  /** In Chinese, at most 10 cells. */
  readonly name: string;
  readonly run: (bulletin: Bulletin, options: CheckOptions) => Result;
}

/** `第 2 页第 3 行`, counted down the sheet. */
export function at(line: Line): string {
  return `第 ${line.page} 页第 ${line.number} 行`;
}

/** The beginning of a line, by which a reader can find it. */
export function quote(text: string): string {
  const characters = [...text];
  return characters.length > 12 ? `“${characters.slice(0, 12).join("")}…”` : `“${text}”`;
}

export function fixed(value: number, digits = 1): string {
  const text = value.toFixed(digits);
  return Number(text) === 0 ? (0).toFixed(digits) : text;
}

/** `28.0 mm`, or `27.9–28.1 mm` when values differ. */
export function span(values: readonly number[], unit: string, digits = 1): string {
  if (values.length === 0) return "没有";
  const least = fixed(Math.min(...values), digits);
  const most = fixed(Math.max(...values), digits);
  return least === most ? `${least} ${unit}` : `${least}–${most} ${unit}`;
}

export function isNear(value: number, wanted: number, tolerance: number): boolean {
  return Math.abs(value - wanted) <= tolerance;
}

/** The result of a check that needs a structure tree, when the file has none. */
export const untagged = { unchecked: "没有标签，分不出段落" } as const;
