/** What is wrong with ending a page at a place, in units of one blank line at the end of a paragraph. (分页) */

import type { FlowBox, TableLine } from "./flow.ts";

/** What no page should ever look like; taken only where everything else is impossible. */
const forbidden = 10_000;
/** 如下： as the last on a page. */
const leadingOn = 6;
/** A table is divided only for a gap greater than that. */
const dividedTable = 5;
/** A high row is divided for any gap that is seen. */
const dividedRow = 4;
/** One row alone above or below a page's end. */
const singleRow = 20;

/** Between two boxes, with `blank` empty lines below the upper one. */
export function costBetween(upper: FlowBox, lower: FlowBox, blank: number): number {
  return (
    gap(blank) +
    (upper.staysWithNext || lower.staysWithPrevious ? forbidden : 0) +
    (upper.leadsOn && blank >= 0 ? leadingOn : 0)
  );
}

/** A gap looks the worse the larger it is. */
function gap(blank: number): number {
  return blank + blank ** 2 / 16;
}

/**
 * Inside a paragraph: `before` of its lines on this page, `after` on the next ones. Two lines at least on either side.
 */
export function costInside(before: number, after: number, blank: number): number {
  const single = (before < 2 ? forbidden : 0) + (after < 2 ? forbidden : 0);
  return single + blank;
}

/**
 * Ending the page where the text could have gone on: pages are full (5.2.3), but the last but one may give text to the imprint's.
 * Inside a paragraph the reader sees it at once.
 */
export function costOfEarlyEnd(inside: boolean, lastButOne: boolean): number {
  return lastButOne ? (inside ? 30 : 12) : 300;
}

/** Whether a page may end at such a cost. */
export function isAllowed(cost: number): boolean {
  return cost < forbidden;
}

/** Inside a table, counted in rows, before the row or line `next`. Of a divided row two lines at least stand on either side. */
export function costInTable(before: number, after: number, blank: number, { line, of }: TableLine): number {
  if (line > 0) return dividedRow + (line < 2 || of - line < 2 ? forbidden : 0) + gap(blank);
  return dividedTable + (before < 2 ? singleRow : 0) + (after < 2 ? singleRow : 0) + gap(blank);
}

/** A picture or chart drawn smaller by `share` of what is allowed. */
export function costSmaller(share: number): number {
  return 1 + 3 * share;
}

/** For each line of text that page 1 lacks. */
export const costOfMissingLine = 500;

/** The imprint on a page without text, and with one line of it. */
export const costAlone = 60;
export const costOneLine = 15;
