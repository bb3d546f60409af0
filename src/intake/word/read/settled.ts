/** A text before its tracked changes, or after accepting them. */

import { isRemoval } from "./change.ts";
import type { Change, WordBlock, WordInline, WordParagraph } from "./model.ts";

type Side = "before" | "after";

/** Whether content with this change exists before or after the changes. */
export function stands(change: Change | undefined, side: Side): boolean {
  return change === undefined || (change.cancelled !== true && isRemoval(change) === (side === "before"));
}

/** The text on one side. Paragraphs whose end does not exist there are joined with the next; empty remains of changes are removed. */
export function settled(blocks: readonly WordBlock[], side: Side): WordBlock[] {
  const result: WordBlock[] = [];
  let carried: WordParagraph | undefined;
  const release = (): void => {
    if (carried !== undefined && carried.inlines.length > 0) result.push(carried);
    carried = undefined;
  };
  for (const block of blocks) {
    if (block.kind === "table") {
      release();
      const rows = block.rows
        .filter((row) => stands(row.change, side))
        .map((row) => ({
          ...row,
          cells: row.cells
            .filter((cell) => stands(cell.change, side))
            .map((cell) => ({ ...cell, blocks: settled(cell.blocks, side) })),
        }))
        .filter(({ cells }) => cells.length > 0);
      if (rows.length > 0) result.push({ ...block, rows });
      continue;
    }
    const inlines = settledInlines(block.inlines, side);
    const joined: WordParagraph =
      carried === undefined || carried.inlines.length === 0
        ? { ...block, inlines }
        : {
            ...carried,
            inlines: [...carried.inlines, ...inlines],
            bookmarks: [...carried.bookmarks, ...block.bookmarks],
          };
    carried = undefined;
    if (stands(block.markChange, side)) result.push(joined);
    else carried = joined;
  }
  release();
  return result;
}

function settledInlines(inlines: readonly WordInline[], side: Side): WordInline[] {
  return inlines
    .filter((inline) => stands(inline.change, side))
    .map((inline) => (inline.kind === "textbox" ? { ...inline, blocks: settled(inline.blocks, side) } : inline));
}
