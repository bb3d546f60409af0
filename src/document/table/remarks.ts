/** Adds a last column of remarks: `备注: 零陵区: 含共有件；道县: 数据待核`. */

import { piecesBetween, plainText, textPiece } from "../../compute/phrase/piece.ts";
import type { Piece } from "../../compute/phrase/piece.ts";
import { didYouMean } from "../../base/text/nearest.ts";
import { wordCell } from "./cell.ts";
import type { TableModel } from "./model.ts";
import { wrongOption } from "./request.ts";
import type { Option } from "./request.ts";

export const remarksHead = "备注";

/** Throws `ComputedBlockError`. */
export function withRemarks(table: TableModel, option: Option | undefined): TableModel {
  if (option === undefined) return table;
  const heads = table.rows.map((row) => plainText(row.head));
  const remarks = remarksIn(option);
  const strange = [...remarks.keys()].find((name) => !heads.includes(name));
  if (strange !== undefined)
    throw wrongOption(
      option,
      `表里没有“${strange}”这一行`,
      didYouMean(strange, heads) || `这里有：${heads.join("、")}。`,
    );
  return {
    ...table,
    columns: [...table.columns, [textPiece(remarksHead)]],
    rows: table.rows.map((row, at) => {
      const pieces = remarks.get(heads[at] ?? "");
      return { ...row, cells: [...row.cells, pieces === undefined ? wordCell("") : { figure: undefined, pieces }] };
    }),
  };
}

/** The remarks by the name of the row. */
function remarksIn(option: Option): ReadonlyMap<string, readonly Piece[]> {
  const text = plainText(option.pieces);
  const remarks = new Map<string, readonly Piece[]>();
  for (const { 0: remark, index } of text.matchAll(/[^；;]+/g)) {
    if (remark.trim() === "") continue;
    const match = /^(\s*([^:：]+?)\s*[:：]\s*)(\S.*?)\s*$/su.exec(remark);
    if (match === null)
      throw wrongOption(
        option,
        `“${remark.trim()}”不是“名称: 备注”的形式`,
        "几条之间用分号，如“零陵区: 含共有件；道县: 待核”。",
      );
    const [, lead = "", name = "", words = ""] = match;
    if (remarks.has(name)) throw wrongOption(option, `“${name}”的备注写了两次`, "请并成一条。");
    const start = index + lead.length;
    remarks.set(name, piecesBetween(option.pieces, start, start + words.length));
  }
  return remarks;
}
