/** Everything that a table prints, in reading order. */

import type { Passage } from "../phrase/computed-block.ts";
import { textPiece } from "../phrase/piece.ts";
import type { Figure } from "../tally/figure.ts";
import type { Cell, TableModel } from "./model.ts";

export function passagesOf({ caption, corner, columns, rows, totalFirst, note }: TableModel): Passage[] {
  const inOrder = totalFirst ? [...rows].sort((a, b) => Number(b.kind === "total") - Number(a.kind === "total")) : rows;
  const heads = columns.map((label, at): Passage => ({
    pieces: [textPiece(label)],
    about: inOrder.flatMap(({ cells }) => figureOf(cells[at]) ?? []),
  }));
  return [
    { pieces: caption, about: heads.flatMap(({ about = [] }) => about) },
    { pieces: [textPiece(corner)] },
    ...heads,
    ...inOrder.flatMap(({ head, cells }) => [
      { pieces: head },
      ...cells.map((cell, at): Passage => ({ pieces: piecesOf(cell), column: columns[at] ?? "" })),
    ]),
    { pieces: note },
  ];
}

function figureOf(cell: Cell): Figure | undefined {
  return cell !== undefined && "figure" in cell ? cell.figure : undefined;
}

function piecesOf(cell: Cell): Passage["pieces"] {
  if (cell === undefined) return [];
  return "figure" in cell ? cell.pieces : [textPiece(cell.text, cell.typedAt)];
}
