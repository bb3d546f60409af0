/** Divides boxes into pages so that all pages together look best. (分页) */

import type { FlowBox } from "./flow.ts";
import { costAlone, costOneLine } from "./page-cost.ts";
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
}

/** `imprint`: the room that must be left for it below the text of the last page; `undefined` when it stands elsewhere anyway. */
export function paginate(boxes: readonly FlowBox[], page: PageBox, imprint: number | undefined): Pagination {
  const best = new Map<string, Best>();
  const key = ({ box, line, last }: Spot): string => `${box}.${line}${last ? "!" : ""}`;
  for (const start of spotsFromTheEnd(boxes)) {
    let found: Best | undefined;
    for (const end of pageEnds(boxes, start, page)) {
      const isLast = end.next.box === boxes.length;
      const fits = imprint === undefined || page.height - end.bottom >= imprint;
      const rest = isLast ? costOfEnd(end, fits, imprint === undefined, page) : best.get(key(end.next))?.cost;
      if (rest === undefined) continue;
      const cost = end.cost + rest;
      // Of pages that look as good as each other, the fuller one.
      if (found === undefined || cost <= found.cost) found = { cost, end, alone: isLast && !fits };
    }
    if (found !== undefined) best.set(key(start), found);
  }
  const pages: Page[] = [];
  let start: Spot = { box: 0, line: 0, last: false };
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

function costOfEnd({ bottom }: PageEnd, fits: boolean, elsewhere: boolean, { pitch }: PageBox): number {
  if (elsewhere) return 0;
  if (!fits) return costAlone;
  return bottom < 1.5 * pitch ? costOneLine : 0;
}

function* spotsFromTheEnd(boxes: readonly FlowBox[]): Generator<Spot> {
  for (let box = boxes.length - 1; box >= 0; box--) {
    const at = boxes[box];
    const count = at?.kind === "text" ? at.lines : at?.kind === "table" ? at.rows.length : 1;
    for (let line = count - 1; line >= 0; line--) {
      yield { box, line, last: false };
      if (line > 0) yield { box, line, last: true };
    }
  }
}
