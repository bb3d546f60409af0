/** A table → HTML, in the same structure and classes as tables typed in Markdown. */

import { piecesHtml } from "../../compute/phrase/html.ts";
import type { FigureLink } from "../../compute/phrase/html.ts";
import { plainText, textPiece } from "../../compute/phrase/piece.ts";
import type { Piece } from "../../compute/phrase/piece.ts";
import { cells as width } from "../../base/text/cells.ts";
import { blankCell } from "./model.ts";
import type { Cell, Row, TableModel } from "./model.ts";

/** Up to this many rows a table stays on one page. */
const shortTable = 8;
/** A head or cell of at most this many cells is never broken. */
const longestBrief = 6;

export function tableHtml(table: TableModel, link?: FigureLink): string {
  const rowsHtml = (some: readonly Row[]): string => some.map((row) => rowHtml(row, link)).join("");
  const { columns, rows, note } = table;
  const total = rows.filter((row) => row.kind === "total");
  const others = rows.filter((row) => row.kind !== "total");
  const classes = ["table", ...sizeClasses(columns.length + 1, rows.length + 1)].join(" ");
  const foot = total.length === 0 || table.totalFirst ? "" : `<tfoot>${rowsHtml(total)}</tfoot>`;
  const body = rowsHtml([...(table.totalFirst ? total : []), ...others]);
  return (
    `<figure class="${classes}"><table>${captionHtml(table, link)}` +
    `<thead><tr>${[[textPiece(table.corner)], ...columns].map((head) => headHtml(head, link)).join("")}</tr></thead>` +
    `<tbody>${body}</tbody>${foot}</table>` +
    (note.length === 0 ? "" : `<p class="table-note">${piecesHtml([textPiece("注："), ...note], link)}</p>`) +
    `</figure>\n`
  );
}

function captionHtml({ caption, unit }: TableModel, link?: FigureLink): string {
  const title = caption.length === 0 ? "" : `<span class="table-title">${piecesHtml(caption, link)}</span>`;
  const line = unit === undefined ? "" : `<span class="table-unit">单位：${piecesHtml(unit, link)}</span>`;
  return title + line === "" ? "" : `<caption>${title}${line}</caption>`;
}

function headHtml(head: readonly Piece[], link?: FigureLink): string {
  return `<th scope="col"${classOf(plainText(head))}>${piecesHtml(head, link)}</th>`;
}

function rowHtml({ kind, head, cells }: Row, link?: FigureLink): string {
  const row = kind === "part" ? "<tr>" : `<tr class="${kind}">`;
  return `${row}<th scope="row"${classOf(plainText(head))}>${piecesHtml(head, link)}</th>${cells.map((cell) => cellHtml(cell, link)).join("")}</tr>`;
}

function cellHtml(cell: Cell, link?: FigureLink): string {
  if (cell === undefined) return `<td class="brief">${blankCell}</td>`;
  // A number stays whole; a remark may be a sentence.
  const isBrief = cell.figure !== undefined || width(plainText(cell.pieces)) <= longestBrief;
  return `<td${isBrief ? ' class="brief"' : ""}>${piecesHtml(cell.pieces, link)}</td>`;
}

function classOf(text: string): string {
  return width(text) <= longestBrief ? ' class="brief"' : "";
}

function sizeClasses(columns: number, rows: number): string[] {
  return [...(columns > 7 ? ["narrow"] : columns > 5 ? ["close-set"] : []), ...(rows <= shortTable ? ["short"] : [])];
}
