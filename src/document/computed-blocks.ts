import { chartBlock } from "./chart/block.ts";
import type { ComputedBlocks } from "./markdown/render.ts";
import { tableBlock } from "./table/block.ts";

/** The kinds of computed blocks, by their name after `:::`. */
export const computedBlocks: ComputedBlocks = new Map([
  ["表格", tableBlock],
  ["图表", chartBlock],
]);
