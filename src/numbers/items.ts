/** Lists of counts in running text: 冷水滩区56件、零陵区32件; A市、B市各10件. */

import type { NumberToken } from "./number-token.ts";
import { quantityEnd } from "./number-token.ts";

export interface Item {
  /** What is counted, as typed; several names where they share a number (各). */
  readonly labels: readonly string[];
  readonly token: NumberToken;
  /** Where the label starts in the block. */
  readonly start: number;
  /** A word such as 其中 stands in front: what comes before is no item of the same list. */
  readonly opens: boolean;
}

/** Two items and more in a row with one measure word, divided by nothing but a mark. */
export interface ItemRun {
  readonly items: readonly Item[];
  readonly start: number;
  readonly end: number;
}

const longestLabel = 24;
/** Words that lead into a list or join its last item and are no part of a label. */
const lead = /^(?:其中|分别(?:为|是)|依次(?:为|是)|以及|还有|另有|和|及|与|含|包括|有)?[：:]?/;
const opening = /^[ \t]*(?:其中|分别|依次|含|包括)/;
const divider = /^[ \t]*(?:[、，,；;]|和|及|以及)?[ \t]*$/;

/** The item that a token ends, its label running back to the last mark or number. */
export function itemOf(token: NumberToken, after: number): Item | undefined {
  const { text } = token.block;
  const from = Math.max(after, token.start - longestLabel);
  const before = text.slice(from, token.start);
  const cut =
    Math.max(...["：", ":", "；", ";", "。", "，", ",", "（", "("].map((mark) => before.lastIndexOf(mark))) + 1;
  let label = before.slice(cut);
  const shared = /(.+?)(?:各|均为|都是)[ \t]*$/.exec(label)?.[1];
  if (shared !== undefined) {
    const labels = shared
      .replace(lead, "")
      .split(/[、和]/)
      .map((name) => name.trim());
    return labels.some((name) => name === "")
      ? undefined
      : { labels, token, start: from + cut, opens: opening.test(shared) };
  }
  const mark = label.lastIndexOf("、") + 1;
  label = label.slice(mark);
  const stripped = label
    .replace(/^[ \t]+/, "")
    .replace(lead, "")
    .trim()
    .replace(/(?:为|是|有|共)$/, "");
  return stripped === "" || /\d/.test(stripped)
    ? undefined
    : { labels: [stripped], token, start: from + cut + mark, opens: opening.test(label) };
}

/** Every run of items among the tokens of one block, in order. */
export function itemRuns(tokens: readonly NumberToken[]): ItemRun[] {
  const runs: ItemRun[] = [];
  let items: Item[] = [];
  const flush = (): void => {
    const [first, last] = [items[0], items.at(-1)];
    if (items.length > 1 && first !== undefined && last !== undefined)
      runs.push({ items, start: first.start, end: quantityEnd(last.token) });
    items = [];
  };
  let end = 0;
  for (const token of tokens) {
    const last = items.at(-1)?.token;
    const item = token.kind === "count" && token.value !== undefined ? itemOf(token, end) : undefined;
    const joins =
      item !== undefined &&
      last !== undefined &&
      !item.opens &&
      token.measureWord === last.measureWord &&
      divider.test(token.block.text.slice(end, item.start));
    if (!joins) flush();
    if (item !== undefined) items.push(item);
    end = quantityEnd(token);
  }
  flush();
  return runs;
}
