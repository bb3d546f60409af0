/** Everything that a table prints, in reading order. */

import type { Passage } from "../computed-block.ts";
import { plainText, textPiece } from "../../compute/phrase/piece.ts";
import { rowsInOrder } from "./model.ts";
import type { TableModel } from "./model.ts";

export function passagesOf(table: TableModel): Passage[] {
  const { caption, unit, corner, columns, note } = table;
  const inOrder = rowsInOrder(table);
  const heads = columns.map((pieces, at): Passage => ({
    pieces,
    about: inOrder.flatMap(({ cells }) => cells[at]?.figure ?? []),
  }));
  return [
    { pieces: caption, part: "caption", about: heads.flatMap(({ about = [] }) => about) },
    ...(unit === undefined ? [] : [{ pieces: unit }]),
    { pieces: [textPiece(corner)] },
    ...heads,
    ...inOrder.flatMap(({ head, cells }) => [
      { pieces: head },
      ...cells.map((cell, at): Passage => ({ pieces: cell?.pieces ?? [], column: plainText(columns[at] ?? []) })),
    ]),
    { pieces: note, part: "note" },
  ];
}
