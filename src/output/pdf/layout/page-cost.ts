/** The cost of ending a page at a place; the unit is one blank line at the end of a paragraph. (分页) */

import type { FlowBox, TableLine } from "./flow.ts";

/** The cost of a page end that is used only if there is no other. */
const forbidden = 10_000;
/** 如下： at the end of a page. */
const leadingOn = 6;
/** A table is divided only to avoid a gap of more lines. */
const dividedTable = 5;
/** A high row is divided to avoid any visible gap. */
const dividedRow = 4;
/** A single row before or after the end of a page. */
const singleRow = 20;

/** Between two boxes, with `blank` empty lines below the upper one. */
export function costBetween(upper: FlowBox, lower: FlowBox, blank: number): number {
  return (
    gap(blank) +
    (upper.staysWithNext || lower.staysWithPrevious ? forbidden : 0) +
    (upper.leadsOn && blank >= 0 ? leadingOn : 0)
  );
}

/** The cost of a gap grows more than proportionally. */
function gap(blank: number): number {
  return blank + blank ** 2 / 16;
}

/**
 * Inside a paragraph: `before` of its lines on this page, `after` on the next ones, at least two on either side.
 */
export function costInside(before: number, after: number, blank: number): number {
  const single = (before < 2 ? forbidden : 0) + (after < 2 ? forbidden : 0);
  return single + blank;
}

/**
 * Ending a page although more text would fit. Pages must be full (5.2.3), except that the last but one may give text to the page of the
 * imprint; inside a paragraph this is more visible.
 */
export function costOfEarlyEnd(inside: boolean, lastButOne: boolean): number {
  return lastButOne ? (inside ? 30 : 12) : 300;
}

/** Whether a page may end at this cost. */
export function isAllowed(cost: number): boolean {
  return cost < forbidden;
}

/** Inside a table, before the given row or line; `before` and `after` count rows. A divided row has at least two lines on either side. */
export function costInTable(before: number, after: number, blank: number, { line, of }: TableLine): number {
  if (line > 0) return dividedRow + (line < 2 || of - line < 2 ? forbidden : 0) + gap(blank);
  return dividedTable + (before < 2 ? singleRow : 0) + (after < 2 ? singleRow : 0) + gap(blank);
}

/** Reducing a picture or chart by `share` of the allowed reduction. */
export function costSmaller(share: number): number {
  return 1 + 3 * share;
}

/** Cost of each line of text missing on page 1. */
export const costOfMissingLine = 500;

/** Cost of an imprint on a page without text, and with a single line. */
export const costAlone = 60;
export const costOneLine = 15;
