import type { ComputedBlock } from "../computed-block.ts";
import { tableMarkup } from "./markup.ts";
import { passagesOf } from "./passages.ts";
import { tableOf } from "./table.ts";

/** `::: 表格 单位 × 交办、办结、办结率` */
export const tableBlock: ComputedBlock = (argument, lines, scope) => {
  const table = tableOf(argument, lines, scope);
  return { markup: (link) => tableMarkup(table, link), table, passages: passagesOf(table) };
};
