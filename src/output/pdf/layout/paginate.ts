/** Divides boxes into pages with the least total cost. (分页) */

import type { FlowBox } from "./flow.ts";
import { costAlone, costOfEarlyEnd, costOfMissingLine, costOneLine } from "./page-cost.ts";
import { linesIn, pageEnds } from "./page-fill.ts";
import type { PageBox, PageEnd, Spot } from "./page-fill.ts";

export interface Page {
  readonly start: Spot;
  readonly end: PageEnd;
}

export interface Pagination {
  readonly pages: readonly Page[];
  /** Whether the imprint has no room below the text of the last page. */
  readonly imprintAlone: boolean;
  readonly cost: number;
}

interface Best {
  readonly cost: number;
  readonly end: PageEnd;
  readonly alone: boolean;
  /** Number of pages from this one to the last. */
  readonly pages: number;
}

interface Wishes {
  /** The height needed for the imprint below the text of the last page; `undefined` when it is on another page anyway. */
  readonly imprint: number | undefined;
  /** Lines of running text that page 1 should show. */
  readonly firstPageLines: number;
}

/** The possible ends of pages, computed once for all divisions of the same boxes. */
export class Ends {
  readonly boxes: readonly FlowBox[];
  readonly page: PageBox;
  /** Number of the first line of each box, counted from the beginning. */
  readonly #first: readonly number[];
  readonly #ends: (readonly PageEnd[] | undefined)[] = [];

  constructor(boxes: readonly FlowBox[], page: PageBox) {
    this.boxes = boxes;
    this.page = page;
    const first = [0];
    let lines = 0;
    for (const box of boxes) first.push((lines += linesIn(box)));
    this.#first = first;
  }

  /** For boxes that differ only from `changed` on; the ends of earlier pages are reused. */
  with(boxes: readonly FlowBox[], changed: number): Ends {
    const ends = new Ends(boxes, this.page);
    for (const [number, known] of this.#ends.entries()) {
      // The end of a page depends on the next two boxes, too.
      const last = known?.at(-1)?.next.box;
      if (last !== undefined && last + 1 < changed) ends.#ends[number] = known;
    }
    return ends;
  }

  /** The number of a spot, counting all lines from the beginning. */
  number({ box, line }: Spot): number {
    return (this.#first[box] ?? 0) + line;
  }

  from(start: Spot): readonly PageEnd[] {
    return (this.#ends[this.number(start)] ??= pageEnds(this.boxes, start, this.page));
  }
}

export function paginate(ends: Ends, { imprint, firstPageLines }: Wishes): Pagination {
  const { boxes, page } = ends;
  const best: (Best | undefined)[] = [];
  const bestFrom = (start: Spot): Best | undefined => {
    let found: Best | undefined;
    for (const end of ends.from(start)) {
      const isLast = end.next.box === boxes.length;
      const fits = imprint === undefined || page.height - end.bottom >= imprint;
      const later = best[ends.number(end.next)];
      if (!isLast && later === undefined) continue;
      const pages = 1 + (later?.pages ?? 0);
      const rest = later?.cost ?? costOfEnd(end, fits, imprint === undefined, page);
      const early = end.early ? costOfEarlyEnd(end.next.line > 0, pages === 2) : 0;
      const missing = start.box > 0 ? 0 : Math.max(0, firstPageLines - runningLines(boxes, end.next));
      const cost = end.cost + early + rest + missing * costOfMissingLine;
      // Of equal costs, the fuller page is preferred.
      if (found === undefined || cost <= found.cost) found = { cost, end, alone: isLast && !fits, pages };
    }
    return found;
  };
  for (let box = boxes.length - 1; box >= 0; box--) {
    for (let line = linesIn(boxes[box] as FlowBox) - 1; line >= 0; line--) {
      const start = { box, line };
      best[ends.number(start)] = bestFrom(start);
    }
  }
  const pages: Page[] = [];
  let start: Spot = { box: 0, line: 0 };
  let alone = false;
  const total = best[ends.number(start)]?.cost ?? 0;
  while (start.box < boxes.length) {
    const chosen = best[ends.number(start)];
    if (chosen === undefined)
      throw new Error(`no end for the page that begins at line ${start.line} of box ${start.box}`);
    pages.push({ start, end: chosen.end });
    alone = chosen.alone;
    start = chosen.end.next;
  }
  return { pages, imprintAlone: alone, cost: total };
}

/** The number of lines of running text above a spot. */
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
