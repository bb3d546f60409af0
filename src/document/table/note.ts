/** The note below a table: why columns or rows do not add up, and how rates are computed. */

import { plainText, textPiece } from "../../compute/phrase/piece.ts";
import type { Piece } from "../../compute/phrase/piece.ts";
import { remarkOf } from "../../compute/phrase/remark.ts";
import type { Scope } from "../../compute/tally/scope.ts";
import { measuresIn } from "./column.ts";
import type { Broken } from "./dimension-rows.ts";
import type { Row } from "./model.ts";

/** `own`: the text of the editor, which is put at the end. */
export function noteOf(
  broken: readonly Broken[],
  rows: readonly Row[],
  own: readonly Piece[] | undefined,
  scope: Scope,
): Piece[] {
  const jointShown = rows.some((row) => row.kind === "joint");
  const found = new Map<string, readonly Piece[]>();
  const add = (pieces: readonly Piece[]): void => {
    const text = plainText(pieces);
    if (text !== "" && !found.has(text)) found.set(text, pieces);
  };
  for (const { column, breakdown } of broken) {
    const { tallies } = scope;
    // Joint cases counted apart need no remark if they have a row.
    const isInRow = jointShown && breakdown.joint?.counting === "apart";
    if (column.spread === undefined) add(remarkOf(isInRow ? { ...breakdown, joint: undefined } : breakdown));
    else if (breakdown.overlapping)
      add([textPiece(`一${breakdown.measureWord}可以涉及多个${breakdown.dimension.name}。`)]);
    else add(spreadRemark(column.spread, measuresIn(column.expression)[0], scope));
    for (const name of measuresIn(column.expression)) {
      const note = tallies.vocabulary.measures.get(name)?.note;
      if (note !== undefined) add([textPiece(`${note}。`)]);
    }
  }
  for (const { column, breakdown } of broken) {
    const cut =
      column.filters.some(({ args }) => args.includes("去尾")) ||
      breakdown.parts.some(({ figure }) => figure.cut === true);
    // Readers expect rounding half up, so only cutting needs a remark.
    if (cut) add([textPiece(`${column.label}多余的位数舍去，不四舍五入。`)]);
  }
  if (own !== undefined) add(own);
  return [...found.values()].flat();
}

/** The remark on overlapping columns, whose sum in a row may exceed its count. */
function spreadRemark(dimension: string, measure: string | undefined, scope: Scope): Piece[] {
  const tally = measure === undefined ? undefined : scope.tallies.get(measure);
  const breakdown = tally?.breakdowns.get(dimension);
  if (breakdown !== undefined) return remarkOf({ ...breakdown, joint: undefined });
  const overlapping =
    tally !== undefined &&
    scope.tallies.vocabulary.dimensions.get(dimension)?.overlapping === true &&
    !tally.definition.exclusive.includes(dimension);
  return overlapping ? [textPiece(`一${tally.definition.measureWord}可以涉及多个${dimension}。`)] : [];
}
