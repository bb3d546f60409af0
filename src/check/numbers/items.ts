/** Lists of counts in running text: 冷水滩区56件、零陵区32件; A市、B市各10件. */

import { between, quantityEnd, type NumberToken } from "./number-token.ts";
import type { RespectiveRow } from "./respective.ts";

export interface Item {
  /** What is counted, as typed; several names where they share a number (各). */
  readonly labels: readonly string[];
  readonly token: NumberToken;
  /** Where the label starts in the block. */
  readonly start: number;
  /** A word such as 其中 stands in front: what comes before is no item of the same list. */
  readonly opens: boolean;
  /** The percentage in brackets behind it. */
  readonly share?: NumberToken;
}

/** Two items and more in a row with one measure word, divided by nothing but a mark. */
export interface ItemRun {
  readonly items: readonly Item[];
  readonly start: number;
  readonly end: number;
}

const longestLabel = 24;
/** Words that lead into a list or join its last item and are no part of a label. */
const lead = /^(?:其中|分别(?:为|是)|依次(?:为|是)|以及|和|及|与|含|包括|有)?[：:]?/;
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
export function itemRuns(tokens: readonly NumberToken[], rows: readonly RespectiveRow[]): ItemRun[] {
  const runs: ItemRun[] = [];
  let items: Item[] = [];
  let end = 0;
  const flush = (): void => {
    const [first, last] = [items[0], items.at(-1)];
    if (items.length > 1 && first !== undefined && last !== undefined) runs.push({ items, start: first.start, end });
    items = [];
  };
  for (const token of tokens) {
    const last = items.at(-1);
    // 餐饮8件（36%）、工业7件（32%）
    if (last !== undefined && last.share === undefined && isBracketed(token, end)) {
      items = [...items.slice(0, -1), { ...last, share: token }];
      end = quantityEnd(token) + 1;
      continue;
    }
    // 定点医院2107万元，占71.1%；诊所519万元，占17.5%
    if (last !== undefined && isShareOf(token, end)) {
      end = quantityEnd(token);
      continue;
    }
    const item = isCounted(token) ? itemOf(token, end) : undefined;
    const joins =
      item !== undefined &&
      last !== undefined &&
      !item.opens &&
      token.kind === last.token.kind &&
      token.measureWord === last.token.measureWord &&
      divider.test(token.block.text.slice(end, item.start));
    if (!joins) flush();
    if (item !== undefined) items.push(item);
    end = quantityEnd(token);
  }
  flush();
  return [...runs, ...respectively(rows)].sort((a, b) => a.start - b.start);
}

/** 长沙47、株洲8: a list may do without its measure word. */
function isCounted(token: NumberToken): boolean {
  const { kind, value } = token;
  return (kind === "count" || kind === "number" || kind === "measure" || kind === "money") && value !== undefined;
}

const isShareOf = ({ kind, block, start }: NumberToken, end: number): boolean =>
  kind === "percentage" && /^[，,]占(?:比)?$/.test(block.text.slice(end, start));

function isBracketed(token: NumberToken, end: number): boolean {
  const { text } = token.block;
  return (
    token.kind === "percentage" &&
    /^[ \t]*[（(](?:占)?[ \t]*$/.test(text.slice(end, token.start)) &&
    /^[）)]/.test(text.slice(quantityEnd(token)))
  );
}

/** 土壤、水、噪声分别为62件、59件和21件 */
function respectively(rows: readonly RespectiveRow[]): ItemRun[] {
  return rows.flatMap(({ tokens: row, names, measure, predicate }) => {
    const [first, last] = [row[0], row.at(-1)];
    if (first === undefined || last === undefined || names.length === 0 || measure !== "") return [];
    if (!isCounted(first) || !/^(?:为|是|有)?[ \t]*$/.test(predicate)) return [];
    const items = row.map((token, at): Item => ({
      labels: [(names[at] ?? "").replace(/(?:方面)?(?:的)?(?:问题|信访件|件数|数量|个数)?$/, "")],
      token,
      start: token.start,
      opens: false,
    }));
    return [{ items, start: first.start, end: quantityEnd(last) }];
  });
}

const pairWords = /^[ \t]*[，,（(]?(?:其中)?(?:已|均已)?([^，。；、\d]{1,10}?)[ \t]*$/;

/** 武汉58件，已办结58件；黄石20件，已办结20件: the first numbers of the pairs, and the second ones. */
export function pairedRuns(tokens: readonly NumberToken[]): ItemRun[] {
  const pairs: { readonly first: Item; readonly second: Item; readonly word: string }[] = [];
  const runs: ItemRun[] = [];
  let end = 0;
  const flush = (): void => {
    for (const items of [pairs.map(({ first }) => first), pairs.map(({ second }) => second)]) {
      const [head, last] = [items[0], items.at(-1)];
      if (items.length > 1 && head !== undefined && last !== undefined)
        runs.push({ items, start: head.start, end: quantityEnd(last.token) });
    }
    pairs.length = 0;
  };
  for (let at = 0; at + 1 < tokens.length; at++) {
    const [token, next] = [tokens[at], tokens[at + 1]];
    if (token === undefined || next === undefined) break;
    const { text } = token.block;
    const first = isCounted(token) && isCounted(next) ? itemOf(token, end) : undefined;
    const word = pairWords.exec(between(token, next))?.[1];
    const fits =
      first !== undefined &&
      word !== undefined &&
      /^[）)]?[ \t]*(?:[；;，,、。]|$)/.test(text.slice(quantityEnd(next)));
    const goesOn =
      pairs.length === 0 ||
      (pairs.at(-1)?.word === word && /^[）)]?[ \t]*[；;，,、][ \t]*$/.test(text.slice(end, first?.start ?? end)));
    if (!fits || !goesOn) flush();
    if (fits) {
      pairs.push({ first, second: { labels: first.labels, token: next, start: next.start, opens: false }, word });
      at++;
    }
    end = quantityEnd(tokens[at] ?? token);
  }
  flush();
  return runs;
}
