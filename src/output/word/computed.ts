/** Computed tables and charts for Word. A chart is given by its caption and the table behind it, which Word can edit and a drawing not. */

import type { Paragraph, Table } from "docx";
import { plainText } from "../../compute/phrase/piece.ts";
import type { ComputedResult } from "../../document/computed-block.ts";
import { cellText, rowsInOrder } from "../../document/table/model.ts";
import type { TableModel } from "../../document/table/model.ts";
import type { Geometry } from "./geometry.ts";
import { plain } from "./paragraph.ts";
import type { ParagraphMaker } from "./paragraph.ts";
import { tableParagraphs } from "./table.ts";
import type { WordTable } from "./table.ts";

export function computedParagraphs(
  { table, drawing }: ComputedResult,
  article: number,
  part: string,
  geometry: Geometry,
  maker: ParagraphMaker,
): (Paragraph | Table)[] {
  const line = (style: "caption" | "tableNote", name: string, text: string): Paragraph[] =>
    text === "" ? [] : [maker.marked(style, article, `${part}${name}`, plain(text))];
  return [
    ...line("caption", "x0", plainText(drawing?.caption ?? []).trim()),
    ...tableParagraphs(wordRows(table), article, part, geometry, maker),
    ...line("tableNote", "x100", table.note.length === 0 ? "" : `注：${plainText(table.note)}`.trim()),
  ];
}

function wordRows(table: TableModel): WordTable {
  const { caption, unit, corner, columns } = table;
  const row = (head: boolean, texts: readonly string[]): WordTable["rows"][number] => ({
    head,
    cells: texts.map((text) => ({ align: "center", runs: plain(text.trim()) })),
  });
  return {
    title: plain(plainText(caption).trim()),
    unit: unit === undefined ? [] : plain(`单位：${plainText(unit)}`.trim()),
    rows: [
      row(true, [corner, ...columns.map(plainText)]),
      ...rowsInOrder(table).map(({ head, cells }) => row(false, [plainText(head), ...cells.map(cellText)])),
    ],
  };
}
