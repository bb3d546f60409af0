/** Tables: as wide as the type area, their head repeated, rows whole. */

import { AlignmentType, BorderStyle, Table, TableCell, TableLayoutType, TableRow, WidthType } from "docx";
import type { Paragraph } from "docx";
import type { TableBlock, TableCell as TreeCell } from "../../document/tree/tree.ts";
import { cells as widthOf } from "../../base/text/cells.ts";
import type { Geometry } from "./geometry.ts";
import { runsOf, runsText } from "./paragraph.ts";
import type { ParagraphMaker, Run } from "./paragraph.ts";

const border = { style: BorderStyle.SINGLE, size: 6, color: "000000" } as const;
const borders = { top: border, bottom: border, left: border, right: border };
const alignments = { left: AlignmentType.LEFT, center: AlignmentType.CENTER, right: AlignmentType.RIGHT };
const padding = { top: 60, bottom: 60, left: 80, right: 80 };
/** Cells: a column of single digits is still this wide, one of long texts counts no wider. */
const narrowest = 3;
/** Twips: a character of 12 points, and a tenth for fonts whose digits are wider than half of one. */
const cellWidth = 264;
const widest = 16;

export interface WordTable {
  readonly title: readonly Run[];
  readonly unit: readonly Run[];
  readonly rows: readonly {
    readonly head: boolean;
    readonly cells: readonly { readonly align: TreeCell["align"]; readonly runs: readonly Run[] }[];
  }[];
}

export function wordTable({ title, unit, rows }: TableBlock): WordTable {
  return {
    title: runsOf(title),
    unit: runsOf(unit),
    rows: rows.map(({ head, cells }) => ({
      head,
      cells: cells.map(({ align, content }) => ({ align, runs: runsOf(content) })),
    })),
  };
}

export function tableParagraphs(
  { title, unit, rows }: WordTable,
  article: number,
  part: string,
  { width, belowTable }: Geometry,
  maker: ParagraphMaker,
): (Paragraph | Table)[] {
  const columnWidths = columnsOf(rows, width);
  const parts = [
    ...(title.length === 0 ? [] : [maker.marked("tableTitle", article, `${part}t`, title)]),
    ...(unit.length === 0 ? [] : [maker.marked("tableUnit", article, `${part}u`, unit)]),
    new Table({
      width: { size: width, type: WidthType.DXA },
      layout: TableLayoutType.FIXED,
      columnWidths,
      rows: rows.map(
        ({ head, cells }, row) =>
          new TableRow({
            tableHeader: head,
            cantSplit: true,
            children: cells.map(
              (cell, column) =>
                new TableCell({
                  borders,
                  margins: padding,
                  width: { size: columnWidths[column] ?? 0, type: WidthType.DXA },
                  verticalAlign: "center",
                  children: [
                    maker.marked(head ? "tableHead" : "tableText", article, `${part}r${row}c${column}`, cell.runs, {
                      alignment: alignments[cell.align],
                    }),
                  ],
                }),
            ),
          }),
      ),
    }),
  ];
  maker.below(belowTable);
  return parts;
}

/** Each column is as wide as its longest text; where that is too much, the narrow ones keep what they need and the others share. */
function columnsOf(rows: WordTable["rows"], width: number): number[] {
  const count = Math.max(1, ...rows.map(({ cells }) => cells.length));
  const needs = Array.from({ length: count }, (_, column) => {
    const longest = Math.max(...rows.map(({ cells }) => widthOf(runsText(cells[column]?.runs ?? []))));
    return Math.min(widest, Math.max(narrowest, longest + 0.5)) * cellWidth + padding.left + padding.right;
  });
  const sum = needs.reduce((total, need) => total + need, 0);
  if (sum <= width) return needs.map((need) => Math.floor((width * need) / sum));
  const granted = new Map<number, number>();
  let left = width;
  for (const column of [...needs.keys()].sort((a, b) => (needs[a] ?? 0) - (needs[b] ?? 0))) {
    const fair = Math.floor(Math.min(needs[column] ?? 0, left / (count - granted.size)));
    granted.set(column, fair);
    left -= fair;
  }
  return needs.map((_, column) => granted.get(column) ?? 0);
}
