/** What an expression can come to. */

import type { NamedMember } from "../../model/count-sheet.ts";
import type { Place } from "../../base/problem/problem.ts";
import type { Moment } from "../../base/text/moment.ts";
import type { Figure } from "./figure.ts";
import type { Tally } from "./tally.ts";
import type { Breakdown, JointTally } from "./breakdown.ts";

export type Value =
  | { readonly kind: "figure"; readonly figure: Figure }
  /** A whole measure; in a sentence it stands for its total. */
  | { readonly kind: "tally"; readonly tally: Tally; readonly total: Figure }
  | { readonly kind: "breakdown"; readonly breakdown: Breakdown }
  | { readonly kind: "joint"; readonly name: string; readonly items: readonly JointTally[]; readonly total: Figure }
  /** `named` tells the members behind the names, where there are any: they can then be written in full or short. */
  | { readonly kind: "names"; readonly names: readonly string[]; readonly named?: readonly NamedMember[] }
  | { readonly kind: "moment"; readonly moment: Moment; readonly place: Place | undefined }
  | { readonly kind: "batches"; readonly from: Figure; readonly to: Figure }
  | { readonly kind: "text"; readonly text: string };

/** What a value is called in a message. */
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

/** The single figure a value stands for, if it stands for one. */
export function figureOf(value: Value): Figure | undefined {
  if (value.kind === "figure") return value.figure;
  if (value.kind === "tally" || value.kind === "joint") return value.total;
  return undefined;
}
