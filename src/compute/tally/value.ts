/** The values of expressions. */

import type { NamedMember } from "../../model/count-sheet.ts";
import type { Place } from "../../base/problem/problem.ts";
import type { Moment } from "../../base/text/moment.ts";
import type { Figure } from "./figure.ts";
import type { Tally } from "./tally.ts";
import type { Breakdown, JointTally } from "./breakdown.ts";

export type Value =
  | { readonly kind: "figure"; readonly figure: Figure }
  /** A whole measure, which is printed as its total. */
  | { readonly kind: "tally"; readonly tally: Tally; readonly total: Figure }
  | { readonly kind: "breakdown"; readonly breakdown: Breakdown }
  | { readonly kind: "joint"; readonly name: string; readonly items: readonly JointTally[]; readonly total: Figure }
  /** `named` has the members of the names, if there are any, so that 全称 and 简称 can be applied. */
  | { readonly kind: "names"; readonly names: readonly string[]; readonly named?: readonly NamedMember[] }
  | { readonly kind: "moment"; readonly moment: Moment; readonly place: Place | undefined }
  | { readonly kind: "batches"; readonly from: Figure; readonly to: Figure }
  | { readonly kind: "text"; readonly text: string };

/** The names of values in messages. */
export const valueNames: Record<Value["kind"], string> = {
  figure: "数字",
  tally: "数字",
  breakdown: "分项",
  joint: "共有件",
  names: "名单",
  moment: "日期",
  batches: "批次",
  text: "文字",
};

/** The figure of a value that is printed as a single number. */
export function figureOf(value: Value): Figure | undefined {
  if (value.kind === "figure") return value.figure;
  if (value.kind === "tally" || value.kind === "joint") return value.total;
  return undefined;
}
