/** A typed quantity brought to the measure word that data counts in: 1.2万件 is 12000件, 3.5万元 35000元. */

import Fraction from "fraction.js";
import { decimalsOf, wordsBefore, type NumberToken } from "./number-token.ts";

/** Inclusive bounds; equal where the number is exact. */
export interface Quantity {
  readonly least: Fraction;
  readonly most: Fraction;
  /** As typed, the scale multiplied out. */
  readonly value: Fraction;
}

const scales: Readonly<Record<string, number>> = {
  百: 100,
  千: 1e3,
  万: 1e4,
  百万: 1e6,
  千万: 1e7,
  亿: 1e8,
  万亿: 1e12,
};

/** How many of `unit` a token says there are; `undefined` where it counts something else. */
export function quantityIn(token: NumberToken, unit: string): Quantity | undefined {
  const { value, measureWord } = token;
  if (value === undefined) return undefined;
  const own = scaleOf(measureWord, unit);
  if (own === undefined) return undefined;
  const typed = value.mul(own);
  const step = lastPlace(token).mul(own);
  return { value: typed, ...bounds(token, typed, step) };
}

/** What one of `word` is in `unit`: 万件 in 件 is 10000, 元 in 万元 1/10000. */
function scaleOf(word: string, unit: string): Fraction | undefined {
  const parts = (text: string): { scale: number; plain: string } => {
    const scale = /^(?:万亿|千万|百万|亿|万|千|百)(?=.)/.exec(text)?.[0] ?? "";
    return { scale: scales[scale] ?? 1, plain: text.slice(scale.length) };
  };
  const [typed, wanted] = [parts(word), parts(unit)];
  return typed.plain === wanted.plain ? new Fraction(typed.scale).div(wanted.scale) : undefined;
}

/** One in the last place that a number says something of: 300 → 100, 320 → 10, 1.2 → 0.1. */
function lastPlace({ text, value }: NumberToken): Fraction {
  const decimals = decimalsOf({ text });
  if (decimals > 0 || value === undefined || value.equals(0)) return new Fraction(1, 10 ** decimals);
  const zeros = /0*$/.exec(value.toString())?.[0].length ?? 0;
  return new Fraction(10 ** zeros);
}

/** More than, hardly, about: the widest that an honest writer could mean. */
function bounds(token: NumberToken, typed: Fraction, step: Fraction): Pick<Quantity, "least" | "most"> {
  const { text } = token.block;
  const before = wordsBefore(token, 5).trimEnd();
  const behind = /^[ \t]*(?:万|千|百|亿)?[ \t]*(余|多|来)/.exec(text.slice(token.end))?.[1];
  const around = /^[^，。；、]{0,3}?(左右|上下|以上|以下)/.exec(text.slice(token.end + token.measureWord.length))?.[1];
  if (behind !== undefined && behind !== "来") return { least: typed, most: typed.add(step) };
  if (around === "以上" || /(?:超|超过|逾|突破|至少|不少于|多达)$/.test(before))
    return { least: typed, most: typed.mul(2) };
  if (around === "以下" || /(?:不足|不到|少于)$/.test(before)) return { least: typed.div(2), most: typed };
  if (/(?:近|将近|接近)$/.test(before))
    return { least: typed.sub(step).compare(typed.div(2)) > 0 ? typed.sub(step) : typed.div(2), most: typed };
  if (token.approximate || around !== undefined) return { least: typed.sub(step.div(2)), most: typed.add(step.div(2)) };
  // 1.2万 says nothing of the hundreds: rounded or cut.
  const isScaled = /^(?:万|千|百|亿)/.test(token.measureWord) && !/^万元|^亿元|^千元/.test(token.measureWord);
  return isScaled || /[.．]/.test(token.text)
    ? { least: typed.sub(step.div(2)), most: typed.add(step) }
    : { least: typed, most: typed };
}

/** A value that the token may honestly stand for. */
export function allows({ least, most }: Quantity, value: Fraction): boolean {
  return value.compare(least) >= 0 && value.compare(most) <= 0;
}
