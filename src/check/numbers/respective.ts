/** Rows of numbers behind 分别: 土壤、水、噪声分别为62件、59件和21件; 武汉58件、黄石20件，分别占47.9%、16.5%. */

import { between, lastStop, quantityEnd, wordsBefore, type NumberToken } from "./number-token.ts";

export interface RespectiveRow {
  readonly tokens: readonly NumberToken[];
  /** What stands in front of the names in the sentence. */
  readonly lead: string;
  /** As many as there are numbers; none where `counts` are what the row is about. */
  readonly names: readonly string[];
  /** The numbers before, one for each of the row. */
  readonly counts: readonly NumberToken[];
  /** What a further row of the same names is of: 受理量分别为…，办结率分别为…. Empty for the first. */
  readonly measure: string;
  /** Between the last name and the first number, without 分别: 占, 同比增长, 为. */
  readonly predicate: string;
}

const adverb = /[ \t]*(?:分别|依次)([^，。；：\d]{0,16})$/;
const joint = /^[ \t]*[、，,和及][ \t]*$/;
/** Names end with the last mark; 同比 and 环比 stand behind them. */
const named = /([^，,。；;：:（）()]{2,120}?)((?:同比|环比|周同比|[较比与](?:上|去|前|昨)[^，。；、]{1,5})?)$/;

/** Of the tokens of one block, in order. */
export function respectiveRows(tokens: readonly NumberToken[]): RespectiveRow[] {
  const rows: RespectiveRow[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const first = tokens[at];
    if (first === undefined || first.value === undefined) continue;
    const { text } = first.block;
    const near = wordsBefore(first, 24);
    const behind = near.includes("分别") || near.includes("依次") ? adverb.exec(near) : null;
    if (behind === null) continue;
    const row = rowFrom(tokens, at);
    const names = first.start - behind[0].length;
    const start = lastStop(text, first.start);
    const sentence = text.slice(Math.max(start, names - 140), names);
    const counts = countsBefore(tokens, at, row.length, names);
    const [, list = "", base = ""] = counts.length > 0 ? [] : (named.exec(sentence) ?? []);
    const own = list.split(/[、和及与]/).map((name) => name.trim());
    const last = rows.at(-1);
    const goesOn = own.length === 1 && last !== undefined && last.names.length === row.length && lastOf(last) >= start;
    const parts = goesOn ? last.names : own;
    if (row.length > 1 && (counts.length > 0 || parts.length === row.length))
      rows.push({
        tokens: row,
        lead: goesOn ? last.lead : sentence.slice(0, sentence.length - list.length - base.length),
        names: counts.length > 0 ? [] : parts,
        counts,
        measure: goesOn ? list : "",
        predicate: base + (behind[1] ?? ""),
      });
    at += row.length - 1;
  }
  return rows;
}

const lastOf = ({ tokens }: RespectiveRow): number => tokens.at(-1)?.end ?? 0;

function rowFrom(tokens: readonly NumberToken[], at: number): NumberToken[] {
  const row = tokens.slice(at, at + 1);
  for (const next of tokens.slice(at + 1)) {
    const last = row.at(-1) ?? next;
    const isAlike = next.kind === last.kind && next.measureWord === last.measureWord;
    if (next.value === undefined || !isAlike || !joint.test(between(last, next))) break;
    row.push(next);
  }
  return row;
}

/** 武汉58件、黄石20件，分别…: the last numbers before, where nothing but a mark stands between. */
function countsBefore(tokens: readonly NumberToken[], at: number, length: number, end: number): readonly NumberToken[] {
  const counts = tokens.slice(Math.max(0, at - length), at);
  const last = counts.at(-1);
  const isRow =
    last !== undefined &&
    counts.length === length &&
    counts.every(({ kind, measureWord }) => kind === "count" && measureWord === last.measureWord) &&
    /^[ \t]*[，,]?$/.test(last.block.text.slice(quantityEnd(last), end));
  return isRow ? counts : [];
}
