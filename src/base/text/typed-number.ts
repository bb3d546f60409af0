/** A quantity as people type it: 97%, 0.97, 10000, １万, 1.5亿元, 30件, 5个百分点. */

import Fraction from "fraction.js";
import { fromWords } from "./numeral.ts";

export interface TypedNumber {
  /** The number without its unit: 97 for 97%, 1.5 for 1.5亿元. */
  readonly value: Fraction;
  /** The unit behind the number: %, 亿元, 件; empty when there is none. */
  readonly unit: string;
  /** Digits after the decimal point. */
  readonly decimals: number;
}

/** `undefined` for anything but a quantity. Accepts full-width digits and signs, and thousands separated by commas. */
export function readTypedNumber(typed: string): TypedNumber | undefined {
  const text = typed
    .trim()
    .replace(/[０-９％．＋－，]/gu, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(/^−/u, "-");
  const percent = /^百分之(.+)$/u.exec(text);
  if (percent !== null) return inUnit(readTypedNumber(percent[1] ?? ""), "%");
  const digits = /^([+-]?)(\d{1,3}(?:,\d{3})+|\d{1,15})(?:\.(\d{1,9}))?\s*([^\d\s.,][^\d\s.,]{0,9})?$/u.exec(text);
  if (digits !== null) {
    const [, sign = "", whole = "", decimals = "", unit = ""] = digits;
    const value = new Fraction(`${whole.replaceAll(",", "")}.${decimals}0`);
    return { value: sign === "-" ? value.neg() : value, unit, decimals: decimals.length };
  }
  const words = /^([零〇一二三四五六七八九十百千万亿两]+)(.*)$/u.exec(text);
  const value = words === null ? undefined : fromWords(words[1] ?? "");
  return value === undefined ? undefined : { value: new Fraction(value), unit: words?.[2]?.trim() ?? "", decimals: 0 };
}

function inUnit(number: TypedNumber | undefined, unit: string): TypedNumber | undefined {
  return number?.unit === "" ? { ...number, unit } : undefined;
}
