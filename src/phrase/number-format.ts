/** Exact values → digits. */

import Fraction from "fraction.js";

export type Rounding = "四舍五入" | "去尾";

/** A value with a fixed number of decimals, exactly rounded (half away from zero) or cut. */
export function fixed(value: Fraction, decimals: number, rounding: Rounding = "四舍五入"): string {
  const scale = 10n ** BigInt(decimals);
  const scaled = value.abs().mul(new Fraction(scale.toString()));
  const quotient = scaled.n / scaled.d;
  const remainder = scaled.n % scaled.d;
  const up = rounding === "四舍五入" && remainder * 2n >= scaled.d ? 1n : 0n;
  const digits = (quotient + up).toString().padStart(decimals + 1, "0");
  const sign = value.s < 0n && /[1-9]/.test(digits) ? "-" : "";
  if (decimals === 0) return sign + digits;
  return `${sign}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}

/** All digits of a value that ends within six decimals; `undefined` for one that does not (1/3). */
export function plain(value: Fraction): string | undefined {
  for (let decimals = 0; decimals <= 6; decimals++) {
    const text = fixed(value, decimals);
    if (new Fraction(text).equals(value)) return text;
  }
  return undefined;
}

/** 12345.6 → 12,345.6 */
export function grouped(digits: string): string {
  const [whole = "", decimals] = digits.split(".");
  return whole.replace(/\B(?=(\d{3})+$)/g, ",") + (decimals === undefined ? "" : `.${decimals}`);
}

/** 0.744 → 74.4% */
export function percentage(value: Fraction, decimals: number, rounding: Rounding = "四舍五入"): string {
  return `${fixed(value.mul(100), decimals, rounding)}%`;
}
