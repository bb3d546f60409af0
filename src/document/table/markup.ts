/** The markup of a computed table, with the same structure and classes as typed tables. */

import { element } from "../../base/text/markup.ts";
import type { Markup, MarkupPart } from "../../base/text/markup.ts";
import { piecesMarkup } from "../../compute/phrase/markup.ts";
import type { FigureLink } from "../../compute/phrase/markup.ts";
import { plainText, textPiece } from "../../compute/phrase/piece.ts";
import type { Piece } from "../../compute/phrase/piece.ts";
import { cells as width } from "../../base/text/cells.ts";
import { blankCell } from "./model.ts";
import type { Cell, Row, TableModel } from "./model.ts";

/** A table with up to this many rows is not divided between pages. */
const shortTable = 8;
/** A header or cell up to this length is not broken. */
const longestBrief = 6;

export function tableMarkup(table: TableModel, link?: FigureLink): MarkupPart[] {
  const words = (pieces: readonly Piece[]): Markup => piecesMarkup(pieces, link);
  const head = (pieces: readonly Piece[], scope: "col" | "row"): Markup =>
    element("th", { scope, class: briefClass(plainText(pieces)) }, words(pieces));
  const cell = (each: Cell): Markup => {
    if (each === undefined) return element("td", { class: "brief" }, blankCell);
    // A number is never broken, while a remark may be a sentence.
    const name = each.figure !== undefined ? "brief" : briefClass(plainText(each.pieces));
    return element("td", { class: name }, words(each.pieces));
  };
  const row = ({ kind, head: name, cells }: Row): Markup =>
    element("tr", { class: kind === "part" ? undefined : kind }, head(name, "row"), ...cells.map(cell));
  const { caption, unit, corner, columns, rows, note, totalFirst } = table;
  const total = rows.filter(({ kind }) => kind === "total").map(row);
  const others = rows.filter(({ kind }) => kind !== "total").map(row);
  const captions = [
    ...(caption.length === 0 ? [] : element("span", { class: "table-title" }, words(caption))),
    ...(unit === undefined ? [] : element("span", { class: "table-unit" }, "单位：", words(unit))),
  ];
  return element(
    "figure",
    { class: ["table", ...sizeClasses(columns.length + 1, rows.length + 1)].join(" ") },
    element(
      "table",
      {},
      captions.length === 0 ? [] : element("caption", {}, captions),
      element("thead", {}, element("tr", {}, ...[[textPiece(corner)], ...columns].map((each) => head(each, "col")))),
      element("tbody", {}, ...(totalFirst === true ? total : []), ...others),
      total.length === 0 || totalFirst === true ? [] : element("tfoot", {}, ...total),
    ),
    note.length === 0 ? [] : element("p", { class: "table-note" }, "注：", words(note)),
  );
}

function briefClass(text: string): string | undefined {
  return width(text) <= longestBrief ? "brief" : undefined;
}

function sizeClasses(columns: number, rows: number): string[] {
  return [...(columns > 7 ? ["narrow"] : columns > 5 ? ["close-set"] : []), ...(rows <= shortTable ? ["short"] : [])];
}
