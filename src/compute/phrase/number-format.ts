/** Exact values → digits. */

import Fraction from "fraction.js";

/** 取位: the number of decimals, and how the rest is dropped. */
export interface Rounding {
  readonly decimals: number;
  /** 去尾: cut off instead of rounding half up. */
  readonly cut: boolean;
  /** 去零: 39.80 becomes 39.8. */
  readonly trimmed: boolean;
}

/** A value with a fixed number of decimals, rounded exactly (half away from zero) or cut. A bare number of decimals rounds. */
export function fixed(value: Fraction, rounding: Rounding | number): string {
  const { decimals, cut, trimmed } =
    typeof rounding === "number" ? { decimals: rounding, cut: false, trimmed: false } : rounding;
  const scale = 10n ** BigInt(decimals);
  const scaled = value.abs().mul(new Fraction(scale.toString()));
  const quotient = scaled.n / scaled.d;
  const remainder = scaled.n % scaled.d;
  const up = !cut && remainder * 2n >= scaled.d ? 1n : 0n;
  const digits = (quotient + up).toString().padStart(decimals + 1, "0");
  const sign = value.s < 0n && /[1-9]/.test(digits) ? "-" : "";
  if (decimals === 0) return sign + digits;
  const text = `${sign}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
  return trimmed ? text.replace(/\.?0+$/, "") : text;
}

/** All digits of a value that ends within six decimals; `undefined` for one that does not (1/3). */
export function plain(value: Fraction): string | undefined {
  const text = fixed(value, { decimals: 6, cut: false, trimmed: true });
  return new Fraction(text).equals(value) ? text : undefined;
}

/** 12345.6 → 12,345.6 */
export function grouped(digits: string): string {
  const [whole = "", decimals] = digits.split(".");
  return whole.replace(/\B(?=(\d{3})+$)/g, ",") + (decimals === undefined ? "" : `.${decimals}`);
}

const mostDecimals = 6;

/**
 * The number of decimals, at least the given one and at most six, with which a percentage is not misleadingly rounded to 100% or 0%:
 * 99.96, not 100.0; 0.04, not 0.0.
 */
export function tellingDecimals(percent: Fraction, decimals: number): number {
  const misleads = (places: number): boolean => {
    const shown = new Fraction(fixed(percent, places));
    return !shown.equals(percent) && (shown.equals(0) || shown.equals(100));
  };
  let places = decimals;
  while (places < mostDecimals && misleads(places)) places++;
  return places;
}

/** Like `percentage`, but with more decimals where the value would otherwise misleadingly become 100% or 0%. */
export function tellingPercentage(value: Fraction, decimals: number): string {
  return percentage(value, tellingDecimals(value.mul(100), decimals));
}

/** 0.744 → 74.4% */
export function percentage(value: Fraction, rounding: Rounding | number): string {
  return `${fixed(value.mul(100), rounding)}%`;
}
