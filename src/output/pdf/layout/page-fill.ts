/** Computes the positions of boxes on a page, and the possible ends of a page. */

import { TooHigh } from "./flow.ts";
import type { FlowBox, TableBox } from "./flow.ts";
import { costBetween, costInside, costInTable, costSmaller, isAllowed } from "./page-cost.ts";

/** The 22 lines of a page, in pixels. */
export interface PageBox {
  readonly height: number;
  readonly pitch: number;
  /** Least white space below a table or picture. */
  readonly white: number;
}

/** A line of a paragraph or row of a table, counted from 0, the beginning of the box. */
export interface Spot {
  readonly box: number;
  readonly line: number;
}

export interface PageEnd {
  /** The start of the next page; `boxes.length` at the end of the text. */
  readonly next: Spot;
  /** Distance from the top of the page to the end of its content. */
  readonly bottom: number;
  readonly cost: number;
  /** Whether more text would fit on the page. */
  readonly early: boolean;
  /** The reduced height of the picture or chart at the end of the page. */
  readonly drawn?: number;
}

/** Pixels; allows for the rounding of the browser to 64ths of a pixel. */
const rounding = 0.5;

/** The possible ends of a page that begins at `start`, from the top down. @throws TooHigh */
export function pageEnds(boxes: readonly FlowBox[], start: Spot, page: PageBox): readonly PageEnd[] {
  const ends = endsFrom(boxes, start, page);
  let hasFuller = false;
  for (let at = ends.length - 1; at >= 0; at--) {
    const end = ends[at] as NewEnd;
    end.early = hasFuller;
    // Divided tables and reduced pictures are used only if they look better than the gap.
    const isTable = end.next.line > 0 && boxes[end.next.box]?.kind === "table";
    hasFuller ||= !isTable && end.drawn === undefined && isAllowed(end.cost);
  }
  return ends;
}

type NewEnd = PageEnd & { early: boolean };

/** All ends, without `early`, which depends on the ends below. */
function endsFrom(boxes: readonly FlowBox[], start: Spot, page: PageBox): NewEnd[] {
  const ends: NewEnd[] = [];
  const early = false;
  const blank = (bottom: number): number => Math.max(0, Math.floor((page.height - bottom + rounding) / page.pitch));
  let bottom = 0;
  for (let at = start.box; at < boxes.length; at++) {
    const box = boxes[at] as FlowBox;
    const from = at === start.box ? start.line : 0;
    const isFirst = at === start.box;
    const top = isFirst ? 0 : bottom + blankAbove(boxes, at, bottom, page);
    const fitting = linesThatFit(box, from, page.height - top + rounding);
    const count = linesIn(box);
    for (let line = from + 1; line <= Math.min(from + fitting, count - 1); line++) {
      const end = top + heightOf(box, from, line);
      const parts = [line - from, count - line, blank(end)] as const;
      const row = box.kind === "table" ? box.rows[line] : undefined;
      const cost = row === undefined ? costInside(...parts) : costInTable(...parts, row);
      ends.push({ next: { box: at, line }, bottom: end, cost, early });
    }
    const next: Spot = { box: at + 1, line: 0 };
    const after = boxes[at + 1];
    if (from + fitting >= count) {
      bottom = top + heightOf(box, from, count);
      ends.push({ next, bottom, cost: after === undefined ? 0 : costBetween(box, after, blank(bottom)), early });
      continue;
    }
    const height = heightOf(box, from, count);
    const excess = top + height - page.height;
    const cost = after === undefined ? 0 : costBetween(box, after, 0);
    if (box.kind === "solid" && box.drawn > 0 && excess <= box.drawn * (1 - box.least)) {
      const share = excess / (box.drawn * (1 - box.least));
      const drawn = Math.floor(box.drawn - excess);
      ends.push({ next, bottom: page.height, cost: cost + costSmaller(share), early, drawn });
    } else if (isFirst && fitting === 0) {
      throw new TooHigh(box.index);
    }
    return ends;
  }
  return ends;
}

export function linesIn(box: FlowBox): number {
  return box.kind === "text" ? box.lines : box.kind === "table" ? box.rows.length : 1;
}

/** The number of lines or rows from `from` on that fit into `room`. */
function linesThatFit(box: FlowBox, from: number, room: number): number {
  if (box.kind === "text") return Math.min(box.lines - from, Math.max(0, Math.floor(room / box.lineHeight)));
  if (box.kind === "solid") return box.height <= room ? 1 : 0;
  let fitting = 0;
  let below = room - tablePart(box, from, from);
  for (const [at, { height }] of box.rows.slice(from).entries()) {
    below -= height;
    // Below the last row there is the note of the table instead of the padding of other parts.
    if (at + from + 1 === box.rows.length) below += box.padding.below - box.foot;
    if (below < 0) break;
    fitting = at + 1;
  }
  return fitting;
}

/** The height of the lines or rows of a box from `from` to `to`, exclusive. */
export function heightOf(box: FlowBox, from: number, to: number): number {
  if (box.kind === "text") return (to - from) * box.lineHeight;
  return box.kind === "solid" ? box.height : tablePart(box, from, to);
}

function tablePart({ lead, head, rows, edges, foot, padding }: TableBox, from: number, to: number): number {
  const above = from === 0 ? lead : padding.above;
  const below = to === rows.length ? foot : padding.below;
  const rest = (rows[from]?.line ?? 0) > 0 ? edges : 0;
  return above + head + rest + rows.slice(from, to).reduce((sum, { height }) => sum + height, 0) + below;
}

export function isOffGrid(box: FlowBox): boolean {
  return box.kind === "table" || (box.kind === "solid" && box.offGrid);
}

/** The space between a box and the one above, which ends at `bottom`. Below a box off the grid it extends to the grid (5.2.3). */
function blankAbove(boxes: readonly FlowBox[], at: number, bottom: number, page: PageBox): number {
  const [upper, box] = [boxes[at - 1], boxes[at]];
  if (upper === undefined || box === undefined) return 0;
  if (!isOffGrid(upper)) return box.above;
  // The least white space already contains the margin of the next box, unless that is off the grid, too.
  return whiteBelow(bottom, page) + (isOffGrid(box) || box.above > page.white + 1 ? box.above : 0);
}

export function whiteBelow(bottom: number, { pitch, white }: PageBox): number {
  return Math.ceil((bottom + white) / pitch - 0.001) * pitch - bottom;
}
