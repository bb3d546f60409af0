/** Explains to readers why the parts of a breakdown do not add up to the total. (说明) */

import type { Breakdown, BreakdownJoint } from "../tally/breakdown.ts";
import type { Figure } from "../tally/figure.ts";
import { defaultNumber } from "./default-number.ts";
import { figurePiece, textPiece } from "./piece.ts";
import type { Piece } from "./piece.ts";

/** The sentences, without the 注： in front; empty when the parts add up to the total. */
export function remarkOf(breakdown: Breakdown): Piece[] {
  if (!breakdown.additive) return [];
  return [
    ...overlapRemark(breakdown),
    ...(breakdown.joint === undefined ? [] : jointRemark(breakdown, breakdown.joint)),
  ];
}

function quantity(figure: Figure): Piece[] {
  return [figurePiece(defaultNumber(figure), figure), textPiece(figure.measureWord)];
}

function overlapRemark({ overlapping, dimension, sum, total }: Breakdown): Piece[] {
  if (!overlapping) return [];
  const may = textPiece(`一${total?.measureWord ?? sum.measureWord}可以涉及多个${dimension.name}`);
  if (total === undefined || sum.value.compare(total.value) <= 0) return [may, textPiece("。")];
  return [
    may,
    textPiece(`，各${dimension.name}之和为`),
    ...quantity(sum),
    textPiece("，大于总数"),
    ...quantity(total),
    textPiece("。"),
  ];
}

function jointRemark({ sum, total, dimension }: Breakdown, { counting, total: joint, items }: BreakdownJoint): Piece[] {
  if (joint.value.equals(0)) return [];
  const [only] = items;
  if (counting === "apart") {
    const owners =
      items.length === 1 && only !== undefined && only.units.length > 0
        ? only.units.map((unit) => unit.label).join("、")
        : `两个以上${dimension.name}`;
    return [textPiece("另有"), ...quantity(joint), textPiece(`为${owners}共有，未计入各${dimension.name}。`)];
  }
  return [
    textPiece("有"),
    ...quantity(joint),
    textPiece(`为两个以上${dimension.name}共有，在各${dimension.name}分别计数`),
    ...(total === undefined
      ? []
      : [textPiece(`，各${dimension.name}之和为`), ...quantity(sum), textPiece("，大于总数"), ...quantity(total)]),
    textPiece("。"),
  ];
}
