/** A text with its tracked changes settled: as it was before them, or as it is once they are accepted. */

import { isRemoval } from "./change.ts";
import type { Change, WordBlock, WordInline, WordParagraph } from "./model.ts";

export type Side = "before" | "after";

/** Is what carries this change there on that side? */
export function stands(change: Change | undefined, side: Side): boolean {
  return change === undefined || (change.cancelled !== true && isRemoval(change) === (side === "before"));
}

/** Paragraphs whose end is not there run on into the next; those of nothing else are gone. */
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
