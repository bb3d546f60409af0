/** Plans the pages of an issue from its measured text. (排版) */

import type { Flow, FlowBox, PagePlan } from "./flow.ts";
import { boxesIn, firstPageForms } from "./first-page.ts";
import type { FirstPageForm } from "./first-page.ts";
import { placeImprint } from "./imprint-place.ts";
import type { ImprintPlace } from "./imprint-place.ts";
import { isOffGrid, pageEnds, whiteBelow } from "./page-fill.ts";
import type { PageBox, Spot } from "./page-fill.ts";
import type { LayoutSettings } from "./layout-settings.ts";
import { runningLines } from "./paginate.ts";

/** Number of lines of text that page 1 must show, if there are as many. */
const leastOnFirstPage = 3;

/** @throws Unmeasured @throws TooHigh */
export function planPages(flow: Flow, settings: LayoutSettings): PagePlan {
  const pitch = pixels(settings.pitch);
  const page: PageBox = { height: pixels(settings.pageHeight), pitch, white: pixels(1) };
  // The last rule of the imprint is on the edge of the type area, above the end of the 22 lines.
  const room = flow.imprint + pixels(settings.leadBottom) + pitch / 2;
  const wanted = Math.min(leastOnFirstPage, runningLines(flow.boxes, { box: flow.boxes.length, line: 0 }));
  let chosen: { form: FirstPageForm; place: ImprintPlace; lines: number } | undefined;
  const hasContents = flow.boxes.some(({ part }) => part === "contents");
  let textBelowContents = false;
  for (const form of firstPageForms) {
    // The 目录 belongs below the red rule and is moved to the end only if page 1 would otherwise show no text.
    if (form.contentsLast && (textBelowContents || !hasContents)) continue;
    const place = placeImprint(lifted(boxesIn(flow, form, pitch)), page, {
      room,
      even: settings.evenImprint,
      firstPageLines: wanted,
    });
    const lines = runningLines(place.boxes, place.pagination.pages[0]?.end.next ?? { box: 0, line: 0 });
    textBelowContents ||= !form.contentsLast && lines > 0;
    if (chosen === undefined || lines > chosen.lines) chosen = { form, place, lines };
    if (lines >= wanted) break;
  }
  if (chosen === undefined) throw new Error("no form of the first page");
  return planOf(flow, chosen.form, chosen.place, chosen.lines, page, settings);
}

export function pixels(millimetres: number): number {
  return (millimetres * 96) / 25.4;
}

/** Avoids a last line of one character, if a tenth of a point less between characters makes it fit on the line before. */
function lifted(boxes: readonly FlowBox[]): FlowBox[] {
  return boxes.map((box) =>
    box.kind === "text" && isLifted(box) ? { ...box, lines: box.tightLines ?? box.lines, runt: false } : box,
  );
}

function isLifted(box: FlowBox): boolean {
  return box.kind === "text" && box.runt && (box.tightLines ?? box.lines) < box.lines;
}

function planOf(
  flow: Flow,
  form: FirstPageForm,
  place: ImprintPlace,
  firstPageLines: number,
  page: PageBox,
  settings: LayoutSettings,
): PagePlan {
  const { boxes, pagination, pages: count } = place;
  const { pages } = pagination;
  const index = (at: number): number => boxes[at]?.index ?? at;
  const starts = pages.slice(1).map(({ start }) => start);
  const end = pages.at(-1)?.end.bottom ?? 0;
  return {
    pages: count,
    classes: form.classes,
    contentsLast: form.contentsLast,
    starts: starts.filter(({ line }) => line === 0).map(({ box }) => index(box)),
    divided: starts.flatMap(({ box, line }) => (line > 0 ? [dividedAt(boxes[box], index(box), line)] : [])),
    tight: [...flow.boxes.filter(isLifted).map((box) => box.index), ...place.tight.map(index)],
    close: place.close.map(index),
    bound: boxes.filter((box) => box.kind === "text" && box.runt).map((box) => box.index),
    white: whites(place, page),
    drawn: pages.flatMap(({ end: { drawn, next } }) => {
      const box = boxes[next.box - 1];
      if (drawn === undefined || box?.kind !== "solid") return [];
      const picture = box.picture === undefined ? {} : { picture: box.picture };
      return [{ box: box.index, height: drawn, share: drawn / box.drawn, ...picture }];
    }),
    imprint: {
      alone: place.alone,
      blankBefore: place.blankBefore,
      // A little less, so that rounding cannot push the imprint to the next page.
      above: page.height - pixels(settings.leadBottom) - flow.imprint - (place.alone ? 0 : end) - 0.05,
    },
    unnumbered: place.blankBefore ? [count - 1, count] : [],
    articlePages: articlePages(place),
    firstPageLines,
  };
}

function dividedAt(box: FlowBox | undefined, index: number, line: number): PagePlan["divided"][number] {
  const place = box?.kind === "table" ? box.rows[line] : undefined;
  return place === undefined ? { box: index, line } : { box: index, row: place.row, line: place.line };
}

/** The white space below boxes off the grid that are followed by text on the same page. */
function whites({ boxes, pagination }: ImprintPlace, page: PageBox): PagePlan["white"] {
  return pagination.pages.flatMap(({ start, end }) =>
    pageEnds(boxes, start, page).flatMap(({ next, bottom }) => {
      const [box, below] = [boxes[next.box - 1], boxes[next.box]];
      const ends =
        next.line === 0 && (next.box < end.next.box || (next.box === end.next.box && next.line <= end.next.line));
      if (!ends || box === undefined || !isOffGrid(box)) return [];
      const goesOn = below !== undefined && (next.box < end.next.box || end.next.line > 0);
      return [{ box: box.index, height: goesOn ? whiteBelow(bottom, page) : 0 }];
    }),
  );
}

/** The page on which each article begins. */
function articlePages({ boxes, pagination }: ImprintPlace): Record<string, number> {
  const pages: Record<string, number> = {};
  for (const [number, { start, end }] of pagination.pages.entries())
    for (const [at, { article }] of boxes.entries())
      if (article !== undefined && isOn(at, start, end.next)) pages[article] = number + 1;
  return pages;
}

/** Whether a box begins on the page between two spots. */
function isOn(at: number, start: Spot, next: Spot): boolean {
  const afterStart = at > start.box || (at === start.box && start.line === 0);
  return afterStart && (at < next.box || (at === next.box && next.line > 0));
}
