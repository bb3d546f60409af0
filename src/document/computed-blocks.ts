import { chartBlock } from "./chart/block.ts";
import type { ComputedBlocks } from "./markdown/render.ts";
import { tableBlock } from "./table/block.ts";

/** The blocks of an article that are computed from data, by the name behind `:::`. */
export const computedBlocks: ComputedBlocks = new Map([
  ["表格", tableBlock],
  ["图表", chartBlock],
]);
