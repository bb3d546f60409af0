/** Tables: GB/T 9704-2012 clause 8 and office practice. */

import type { Bulletin } from "../layout/bulletin.ts";
import { around } from "../model/box.ts";
import type { Box } from "../model/box.ts";
import { nearest } from "../model/element.ts";
import type { Element } from "../model/element.ts";
import type { Glyph } from "../model/page.ts";
import { typeArea } from "../standard.ts";
import { fixed } from "./check.ts";
import type { Check, Result } from "./check.ts";

/** Half of a line of 0.5 mm along the edge is outside the type area. */
const edgeTolerance = 0.5;

export const tableChecks: readonly Check[] = [
  {
    id: "table-place",
    clause: "GB/T 9704 5.2.1",
    strength: "必须",
    severity: "fail",
    name: "表格在版心内",
    run: place,
  },
  {
    id: "table-pages",
    clause: "简报惯例",
    strength: "惯例",
    severity: "fail",
    name: "表格跨页",
    run: acrossPages,
  },
];

interface Piece {
  readonly page: number;
  readonly glyphs: readonly Glyph[];
  readonly box: Box | undefined;
}

/** The pieces of each table, one for each page. */
function tables({ pages }: Bulletin): Map<Element, Piece[]> {
  const found = new Map<Element, Piece[]>();
  for (const page of pages) {
    const here = new Map<Element, { glyphs: Glyph[]; boxes: Box[] }>();
    const piece = (element: Element | undefined): { glyphs: Glyph[]; boxes: Box[] } | undefined => {
      const table = nearest(element, ({ role }) => role === "Table");
      if (table === undefined) return undefined;
      const own = here.get(table) ?? { glyphs: [], boxes: [] };
      here.set(table, own);
      return own;
    };
    for (const glyph of page.glyphs) piece(glyph.element)?.glyphs.push(glyph);
    for (const mark of page.marks) piece(mark.element)?.boxes.push(mark.box);
    for (const [table, { glyphs, boxes }] of here) {
      const box = around([...boxes, ...glyphs.flatMap((glyph) => glyph.ink ?? [])]);
      const pieces = found.get(table) ?? [];
      found.set(table, [...pieces, { page: page.number, glyphs, box }]);
    }
  }
  return found;
}

function place(bulletin: Bulletin): Result {
  const boxes = [...tables(bulletin).values()]
    .flat()
    .flatMap(({ page, box }) => (box === undefined ? [] : [{ page, box }]));
  const whole = around(boxes.map(({ box }) => box));
  if (whole === undefined) return { absent: "没有表格" };
  const outside = ({ left, top, right, bottom }: Box): boolean =>
    left < typeArea.left - edgeTolerance ||
    right > typeArea.right + edgeTolerance ||
    top < typeArea.top - edgeTolerance ||
    bottom > typeArea.bottom + edgeTolerance;
  const say = ({ left, top, right, bottom }: Box): string =>
    `左 ${fixed(left)}、右 ${fixed(right)}、上 ${fixed(top)}、下 ${fixed(bottom)} mm`;
  return {
    expected: "28–184 mm、37–262 mm 之内",
    measured: say(whole),
    faults: boxes.filter(({ box }) => outside(box)).map(({ page, box }) => `第 ${page} 页的表格${say(box)}`),
  };
}

/** A table over several pages must repeat its header, and must not divide a row. */
function acrossPages(bulletin: Bulletin): Result {
  const all = [...tables(bulletin).values()];
  if (all.length === 0) return { absent: "没有表格" };
  const divided = all.filter((pieces) => pieces.length > 1);
  const faults: string[] = [];
  for (const pieces of divided) {
    const rows = new Map<Element, number>();
    const [first] = pieces;
    const head = first && headText(first);
    if (first !== undefined && !hasRow(first)) faults.push(`第 ${first.page} 页末的表题与表格分在了两页`);
    for (const piece of pieces) {
      if (first !== undefined && hasRow(first) && headText(piece) !== head)
        faults.push(`第 ${piece.page} 页的表格没有重复表头`);
      for (const glyph of piece.glyphs) {
        const row = nearest(glyph.element, ({ role }) => role === "TR");
        const isHead = nearest(glyph.element, ({ role }) => role === "TH" || role === "THead") !== undefined;
        if (row === undefined || isHead) continue;
        const before = rows.get(row) ?? piece.page;
        rows.set(row, piece.page);
        if (before !== piece.page) faults.push(`第 ${before} 页末的表格一行拆到了下页`);
      }
    }
  }
  return {
    expected: "表头重复，行不拆开",
    measured: `${all.length} 个表格，${divided.length} 个跨页`,
    faults: [...new Set(faults)],
  };
}

function hasRow({ glyphs }: Piece): boolean {
  return glyphs.some(({ element }) => nearest(element, ({ role }) => role === "TR") !== undefined);
}

/** The text of the header cells without those of rows. */
function headText({ glyphs }: Piece): string {
  return glyphs
    .filter(({ element }) => {
      const cell = nearest(element, ({ role }) => role === "TH");
      return cell !== undefined && cell.scope !== "Row";
    })
    .toSorted((a, b) => a.baseline - b.baseline || a.left - b.left)
    .map((glyph) => glyph.text)
    .join("");
}
