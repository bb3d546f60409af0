/** Divides boxes into pages so that all pages together look best. (分页) */

import type { FlowBox } from "./flow.ts";
import { costAlone, costOfEarlyEnd, costOfMissingLine, costOneLine } from "./page-cost.ts";
import { pageEnds } from "./page-fill.ts";
import type { PageBox, PageEnd, Spot } from "./page-fill.ts";

export interface Page {
  readonly start: Spot;
  readonly end: PageEnd;
}

export interface Pagination {
  readonly pages: readonly Page[];
  /** The imprint has no room below the text of the last page. */
  readonly imprintAlone: boolean;
  readonly cost: number;
}

interface Best {
  readonly cost: number;
  readonly end: PageEnd;
  readonly alone: boolean;
  /** From this one to the last. */
  readonly pages: number;
}

export interface Wishes {
  /** The room that must be left for the imprint below the text of the last page; `undefined` when it stands elsewhere anyway. */
  readonly imprint: number | undefined;
  /** Lines of running text that page 1 should show. */
  readonly firstPageLines: number;
}

export function paginate(boxes: readonly FlowBox[], page: PageBox, { imprint, firstPageLines }: Wishes): Pagination {
  const best = new Map<string, Best>();
  const key = ({ box, line }: Spot): string => `${box}.${line}`;
  for (const start of spotsFromTheEnd(boxes)) {
    let found: Best | undefined;
    for (const end of pageEnds(boxes, start, page)) {
      const isLast = end.next.box === boxes.length;
      const fits = imprint === undefined || page.height - end.bottom >= imprint;
      const later = best.get(key(end.next));
      if (!isLast && later === undefined) continue;
      const pages = 1 + (later?.pages ?? 0);
      const rest = later?.cost ?? costOfEnd(end, fits, imprint === undefined, page);
      const early = end.early ? costOfEarlyEnd(end.next.line > 0, pages === 2) : 0;
      const missing = start.box > 0 ? 0 : Math.max(0, firstPageLines - runningLines(boxes, end.next));
      const cost = end.cost + early + rest + missing * costOfMissingLine;
      // Of pages that look as good as each other, the fuller one.
      if (found === undefined || cost <= found.cost) found = { cost, end, alone: isLast && !fits, pages };
    }
    if (found !== undefined) best.set(key(start), found);
  }
  const pages: Page[] = [];
  let start: Spot = { box: 0, line: 0 };
  let alone = false;
  const total = best.get(key(start))?.cost ?? 0;
  while (start.box < boxes.length) {
    const chosen = best.get(key(start));
    if (chosen === undefined) throw new Error(`no end for the page that begins at ${key(start)}`);
    pages.push({ start, end: chosen.end });
    alone = chosen.alone;
    start = chosen.end.next;
  }
  return { pages, imprintAlone: alone, cost: total };
}

/** Lines of running text above this spot. */
export function runningLines(boxes: readonly FlowBox[], { box, line }: Spot): number {
  return boxes
    .slice(0, box + 1)
    .reduce((sum, each, at) => sum + (each.kind !== "text" || !each.running ? 0 : at < box ? each.lines : line), 0);
}

function costOfEnd({ bottom }: PageEnd, fits: boolean, elsewhere: boolean, { pitch }: PageBox): number {
  if (elsewhere) return 0;
  if (!fits) return costAlone;
  return bottom < 1.5 * pitch ? costOneLine : 0;
}

function* spotsFromTheEnd(boxes: readonly FlowBox[]): Generator<Spot> {
  for (let box = boxes.length - 1; box >= 0; box--) {
    const at = boxes[box];
    const count = at?.kind === "text" ? at.lines : at?.kind === "table" ? at.rows.length : 1;
    for (let line = count - 1; line >= 0; line--) yield { box, line };
  }
}
