/** Pages are divided as a typesetter would: full, nothing stranded, the imprint with text beside it. */

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { TooHigh } from "../../../../src/output/pdf/layout/flow.ts";
import type { Flow, FlowBox, Question, SolidBox, TableBox, TextBox } from "../../../../src/output/pdf/layout/flow.ts";
import { measureScript } from "../../../../src/output/pdf/layout/measure-script.ts";
import { pageLayout } from "../../../../src/output/pdf/layout/page-layout.ts";
import { Ends, paginate } from "../../../../src/output/pdf/layout/paginate.ts";
import type { Pagination } from "../../../../src/output/pdf/layout/paginate.ts";
import { planPages } from "../../../../src/output/pdf/layout/plan-pages.ts";

const pitch = 40;
/** 22 lines. */
const page = { height: 22 * pitch, pitch, white: 4 };

const placed = {
  index: 0,
  above: 0,
  part: "text",
  belowHeadline: false,
  staysWithNext: false,
  staysWithPrevious: false,
  leadsOn: false,
  article: undefined,
} as const;
const text = (lines: number, more: Partial<TextBox> = {}): TextBox => ({
  ...placed,
  kind: "text",
  lines,
  lineHeight: pitch,
  tightLines: lines,
  runt: false,
  running: true,
  ...more,
});
const solid = (lines: number, more: Partial<SolidBox> = {}): SolidBox => ({
  ...placed,
  kind: "solid",
  height: lines * pitch,
  drawn: 0,
  least: 1,
  offGrid: false,
  ...more,
});
const table = (rows: number, more: Partial<TableBox> = {}): TableBox => ({
  ...placed,
  kind: "table",
  lead: 30,
  head: 35,
  rows: Array.from({ length: rows }, (_, row) => ({ height: 35, row, line: 0, of: 1 })),
  edges: 9,
  foot: 10,
  padding: { above: 10, below: 10 },
  ...more,
});
const heading = (): SolidBox => solid(1, { staysWithNext: true });

const divide = (boxes: readonly FlowBox[], imprint?: number): Pagination =>
  paginate(new Ends(boxes, page), { imprint, firstPageLines: 0 });
const starts = (boxes: readonly FlowBox[], imprint?: number): (readonly [box: number, line: number])[] =>
  divide(boxes, imprint).pages.map(({ start: { box, line } }) => [box, line] as const);

describe("a page's end", () => {
  test("lies after 22 lines where nothing speaks against it", () => {
    expect(starts([text(50)])).toEqual([
      [0, 0],
      [0, 22],
      [0, 44],
    ]);
  });

  test("leaves no single line of a paragraph on either side", () => {
    expect(starts([text(21), text(5)])).toEqual([
      [0, 0],
      [1, 0],
    ]);
    expect(starts([text(18), text(5)])).toEqual([
      [0, 0],
      [1, 3],
    ]);
    expect(starts([text(20), text(3), text(9)])).toEqual([
      [0, 0],
      [1, 0],
    ]);
  });

  test("never follows a heading, nor parts a signature from the text", () => {
    expect(starts([text(20), heading(), text(5)])).toEqual([
      [0, 0],
      [1, 0],
    ]);
    expect(starts([text(19), text(3), solid(3, { staysWithPrevious: true, above: pitch })])).toEqual([
      [0, 0],
      [1, 0],
    ]);
  });

  test("does not come early where the text can go on, save for the imprint", () => {
    const boxes = [text(10), text(10), text(10), text(8)];
    expect(starts(boxes, 2 * pitch)).toEqual([
      [0, 0],
      [2, 2],
    ]);
    // With six lines too many for the imprint below 18 lines of text the last paragraph goes along as a whole.
    expect(starts([text(10), text(8)], 6 * pitch)).toEqual([
      [0, 0],
      [1, 0],
    ]);
  });

  test("draws a picture a little smaller rather than leave a gap, but not much smaller", () => {
    const picture = solid(12, { drawn: 10 * pitch, least: 0.6, offGrid: true });
    const { pages } = divide([text(12), picture, text(4)]);
    expect(pages[0]?.end).toMatchObject({ drawn: 8 * pitch });
    expect(pages[1]?.start).toEqual({ box: 2, line: 0 });
    expect(starts([text(15), picture, text(4)])).toEqual([
      [0, 0],
      [1, 0],
    ]);
  });

  test("divides a row that is higher than a page between its lines, two of them at least on either side", () => {
    const rows = Array.from({ length: 90 }, (_, line) => ({ height: line === 0 ? 35 : 26, row: 0, line, of: 90 }));
    const { pages } = divide([text(10), { ...table(0), rows }, text(2)]);
    const divided = pages.slice(1).map(({ start }) => start);
    expect(divided.length).toBeGreaterThan(1);
    let from = 0;
    for (const { box, line } of divided) {
      expect(box).toBe(1);
      expect(Math.min(line - from, 90 - line)).toBeGreaterThanOrEqual(2);
      const [above, first] = from === 0 ? [30, 35] : [10, 9 + 26];
      expect(above + 35 + first + (line - from - 1) * 26 + 10).toBeLessThanOrEqual(page.height);
      from = line;
    }
  });

  test("names what is higher than a page and cannot be divided", () => {
    expect(() => divide([text(3), solid(23, { index: 7 }), text(3)])).toThrow(TooHigh);
    expect(() => divide([text(3), { ...table(0), index: 7, rows: [{ height: 900, row: 0, line: 0, of: 1 }] }])).toThrow(
      /box 7/,
    );
  });

  test("divides a long table between rows, with room for its head on each page", () => {
    const { pages } = divide([text(10), table(40)]);
    for (const { start, end } of pages.slice(1)) {
      expect(start.box).toBe(1);
      const rows = (end.next.box === 1 ? end.next.line : 40) - start.line;
      expect(rows * 35 + 35 + 20).toBeLessThanOrEqual(page.height);
    }
  });
});

/** Boxes as they follow each other in bulletins. */
const boxes: fc.Arbitrary<FlowBox[]> = fc.array(
  fc.oneof(
    { weight: 8, arbitrary: fc.integer({ min: 1, max: 14 }).map((lines) => text(lines)) },
    { weight: 2, arbitrary: fc.constant(heading()) },
    { weight: 1, arbitrary: fc.integer({ min: 2, max: 30 }).map((rows) => table(rows)) },
    {
      weight: 1,
      arbitrary: fc
        .integer({ min: 3, max: 17 })
        .map((n) => solid(n + 0.3, { drawn: n * pitch, least: 0.85, offGrid: true })),
    },
  ),
  { minLength: 1, maxLength: 30 },
);

test("whatever the text: all of it, in order, on pages that are not too full, with nothing stranded", () => {
  fc.assert(
    fc.property(boxes, fc.integer({ min: 3, max: 9 }), (drawn, imprint) => {
      const all = [...drawn, text(3)];
      const { pages, imprintAlone } = divide(all, imprint * pitch);
      expect(pages[0]?.start).toEqual({ box: 0, line: 0 });
      for (const [at, { start, end }] of pages.entries()) {
        expect(end.bottom).toBeLessThanOrEqual(page.height + 0.5);
        const next = pages[at + 1];
        if (next === undefined) expect(end.next.box).toBe(all.length);
        else expect(next.start).toEqual(end.next);
        expect(end.next.box * 1000 + end.next.line).toBeGreaterThan(start.box * 1000 + start.line);
        const [above, below] = [all[end.next.box - 1], all[end.next.box]];
        if (end.next.line === 0 && below !== undefined) expect(above?.staysWithNext).toBe(false);
        if (end.next.line > 0 && below?.kind === "text") {
          expect(end.next.line - (start.box === end.next.box ? start.line : 0)).toBeGreaterThanOrEqual(2);
          expect(below.lines - end.next.line).toBeGreaterThanOrEqual(2);
        }
      }
      const room = page.height - (pages.at(-1)?.end.bottom ?? 0);
      if (!imprintAlone) expect(room).toBeGreaterThanOrEqual(imprint * pitch);
    }),
    { seed: 9704, numRuns: 300 },
  );
});

test("where the end of the text changes, pages before it need no second look", () => {
  fc.assert(
    fc.property(boxes, fc.nat(), fc.integer({ min: 3, max: 9 }), (drawn, seed, imprint) => {
      const changed = seed % drawn.length;
      const wishes = { imprint: imprint * pitch, firstPageLines: 0 };
      const ends = new Ends(drawn, page);
      paginate(ends, wishes);
      const closer = drawn.map((box, at) =>
        at >= changed && box.kind === "text" ? { ...box, lineHeight: pitch - 1 } : box,
      );
      expect(paginate(ends.with(closer, changed), wishes)).toEqual(paginate(new Ends(closer, page), wishes));
    }),
    { seed: 9705, numRuns: 200 },
  );
});

describe("a plan", () => {
  const millimetres = (pixels: number): number => (pixels * 25.4) / 96;
  const settings = {
    pageHeight: millimetres(page.height),
    pitch: millimetres(pitch),
    leadBottom: millimetres(9),
    evenImprint: false,
  };
  const flow = (list: readonly FlowBox[], contents: Partial<Flow["contents"]> = {}): Flow => ({
    boxes: list.map((box, index) => ({ ...box, index })),
    contents: { usual: [], dense: [], densest: [], ...contents },
    imprint: 5 * pitch,
    classes: [],
  });
  const masthead = solid(12, { part: "masthead", staysWithNext: true });

  test("keeps the masthead as it is where page 1 shows three lines", () => {
    const { classes, firstPageLines } = planPages(flow([masthead, heading(), text(30)]), settings);
    expect(classes).toEqual([]);
    expect(firstPageLines).toBe(9);
  });

  test("moves a 目录 that leaves no room behind the text, and not one that does in smaller type", () => {
    const entries = (count: number, height: number): number[] => [
      pitch,
      ...Array.from({ length: count }, () => height),
    ];
    const withContents = (count: number): Flow => {
      const own = Array.from({ length: count + 1 }, (_, at) => solid(1, { part: "contents", staysWithNext: at === 0 }));
      return flow([masthead, ...own, heading(), text(30)], {
        usual: entries(count, pitch),
        dense: entries(count, (2 * pitch) / 3),
        densest: entries(count, (2 * pitch) / 3.5),
      });
    };
    expect(planPages(withContents(5), settings)).toMatchObject({ contentsLast: false, classes: [] });
    expect(planPages(withContents(9), settings)).toMatchObject({ contentsLast: false, firstPageLines: 4 });
    const long = planPages(withContents(20), settings);
    expect(long).toMatchObject({ contentsLast: true, classes: [] });
    expect(long.firstPageLines).toBeGreaterThanOrEqual(3);
  });

  test("is the same when what few issues need is measured only then", async () => {
    const headed = fc.array(fc.constantFrom(pitch, 0.8 * pitch), { minLength: 2, maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(boxes, headed, async (drawn, entries) => {
        const own = entries.map((_, at) => solid(1, { part: "contents", staysWithNext: at === 0 }));
        const tighter = drawn.map((box) => (box.kind === "text" ? { ...box, tightLines: box.lines - 1 } : box));
        const all = flow([masthead, ...own, ...tighter, text(3)], {
          usual: entries,
          dense: entries.map((height) => height * 0.7),
          densest: entries.map((height) => height * 0.6),
        });
        const lines = all.boxes.map((box) => (box.kind === "text" ? (box.tightLines ?? 0) : 0));
        const boxesAtFirst = all.boxes.map((box) =>
          box.kind === "text" && !box.runt ? { ...box, tightLines: undefined } : box,
        );
        const run = (source: string): Promise<unknown> => {
          if (source === measureScript)
            return Promise.resolve({ ...all, boxes: boxesAtFirst, contents: { usual: entries } });
          const asked = /measureMore\((\{.*\})\)$/.exec(source)?.[1];
          if (asked === undefined) return Promise.resolve(undefined);
          const { tight, contents } = JSON.parse(asked) as Question;
          return Promise.resolve({
            tight: tight.map((index) => lines[index]),
            contents: all.contents[contents ?? "usual"],
          });
        };
        expect(await pageLayout(settings)(run)).toEqual(planPages(all, settings));
      }),
      { seed: 9706, numRuns: 100 },
    );
  });

  test("has the imprint end on the edge of the type area, beside text", () => {
    const { imprint, pages } = planPages(flow([masthead, text(6)]), settings);
    expect(pages).toBe(2);
    expect(imprint).toMatchObject({ alone: false, blankBefore: false });
    const short = planPages(flow([masthead, text(3)]), settings);
    expect(short.pages).toBe(1);
    expect(short.imprint.above).toBeCloseTo(page.height - 9 - 5 * pitch - 15 * pitch, 0);
  });

  test("has it on an even page, past a blank one if need be", () => {
    const even = { ...settings, evenImprint: true };
    expect(planPages(flow([masthead, text(3)]), even)).toMatchObject({
      pages: 2,
      unnumbered: [],
      imprint: { alone: true },
    });
    expect(planPages(flow([masthead, text(30)]), even)).toMatchObject({
      pages: 4,
      unnumbered: [3, 4],
      imprint: { alone: true, blankBefore: true },
    });
  });
});
