/** A number in print: where it stands, what it says, and what kind of number it is. */

import Fraction from "fraction.js";
import { fixed, tellingDecimals, type Rounding } from "../../compute/phrase/number-format.ts";
import type { Block, Computed } from "./printed-text.ts";

/** Kinds that say how many or how much; data may confirm them. */
export const countKinds = ["count", "money", "percentage", "measure", "number"] as const;
export const otherKinds = [
  "date",
  "ordinal",
  "list-number",
  "case-number",
  "document-number",
  "telephone",
  "code",
] as const;

export type NumberKind = (typeof countKinds)[number] | (typeof otherKinds)[number];

/** 数字的种类, as trace pages and tables call it. */
export const kindNames: Readonly<Record<NumberKind, string>> = {
  count: "件数、个数",
  money: "金额",
  percentage: "百分比",
  measure: "度量",
  number: "数字",
  date: "日期、时间",
  ordinal: "序数",
  "list-number": "层次序号",
  "case-number": "受理编号",
  "document-number": "文号",
  telephone: "电话",
  code: "代码",
};

export interface NumberToken {
  /** The digits or the Chinese numeral alone, as printed: 2020, 5.5, 十五. */
  readonly text: string;
  /** `undefined` where the figure printed is a word (持平). */
  readonly value: Fraction | undefined;
  readonly kind: NumberKind;
  /** 量词 or unit behind it: 件, 亿元, %; empty when there is none. */
  readonly measureWord: string;
  /** 余, 多, 约 …: the number is a round one. */
  readonly approximate: boolean;
  readonly block: Block;
  /** In `block.text`. */
  readonly start: number;
  readonly end: number;
  /** The expression of which the number is a part: the whole date, case number, telephone. Its bounds in `block.text`. */
  readonly whole: { readonly text: string; readonly start: number; readonly end: number };
  /** Printed by an expression; with a figure where it is one. */
  readonly computed: Computed | undefined;
}

export function isCount(kind: NumberKind): boolean {
  return (countKinds as readonly NumberKind[]).includes(kind);
}

/** Places behind the point, as typed. */
export function decimalsOf({ text }: Pick<NumberToken, "text">): number {
  return text.split(/[.．]/)[1]?.length ?? 0;
}

/** A stretch of a block. */
export type Stretch = Pick<NumberToken, "block" | "start" | "end">;

/** The characters before it, at most so many. */
export function wordsBefore({ block, start }: Pick<Stretch, "block" | "start">, most: number): string {
  return block.text.slice(Math.max(0, start - most), start);
}

/** What stands between a quantity and something behind it. */
export function between(token: NumberToken, { start }: Pick<Stretch, "start">): string {
  return token.block.text.slice(quantityEnd(token), start);
}

/** Whether it is what a value is rounded to; by default at the decimals it is typed with, for 2499 of 2500 are no 100%. */
export function isRounded(
  token: NumberToken,
  exact: Fraction,
  rounding: Rounding | number = telling(token, exact),
): boolean {
  return token.value?.equals(new Fraction(fixed(exact, rounding))) === true;
}

/** Of a percentage. */
export function telling(token: NumberToken, exact: Fraction): number {
  return tellingDecimals(exact, decimalsOf(token));
}

/** Where the measure word ends: what follows the whole quantity starts here. */
export function quantityEnd(token: NumberToken): number {
  const rest = token.block.text.slice(token.end, token.end + 24);
  const blank = /^[ \t]*/.exec(rest)?.[0].length ?? 0;
  const round = /^(?:万亿|亿|万|千|百)?(?:余|多|来)/.test(rest.slice(blank)) ? 1 : 0;
  return token.end + blank + round + token.measureWord.length;
}

/** No sentence is longer; the bound keeps a text without full stops cheap. */
const longest = 2000;

/** The sentence around a token, from the last full stop to the next. */
export function sentenceOf({ block, start, end }: Stretch): { text: string; start: number; end: number } {
  const from = lastStop(block.text, start);
  const stop = block.text.slice(end, end + longest).search(/[。！？]/);
  const to = stop < 0 ? Math.min(block.text.length, end + longest) : end + stop + 1;
  return { text: block.text.slice(from, to), start: from, end: to };
}

/** Just behind the last full stop before an index. */
export function lastStop(text: string, index: number): number {
  const from = Math.max(0, index - longest);
  const before = text.slice(from, index);
  return from + Math.max(...["。", "！", "？"].map((mark) => before.lastIndexOf(mark))) + 1;
}
