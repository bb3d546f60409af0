/** Exact values as a reader or a program takes them. */

import Fraction from "fraction.js";
import { fixed, plain } from "../../compute/phrase/number-format.ts";
import type { Figure } from "../../compute/tally/figure.ts";
import type { Moment } from "../../base/text/moment.ts";

/** All digits where they end; else four decimals. */
export function valueText(value: Fraction): string {
  return plain(value) ?? `${fixed(value, 4)}…`;
}

/** 56件 */
export function quantityText(figure: Pick<Figure, "value" | "measureWord" | "decimals">): string {
  const { value, measureWord, decimals } = figure;
  const padded = decimals === undefined || plain(value) === undefined ? undefined : fixed(value, decimals);
  return `${padded !== undefined && new Fraction(padded).equals(value) ? padded : valueText(value)}${measureWord}`;
}

/** A number where it is one exactly; else a fraction in lowest terms, `32/43`. */
export function valueJson(value: Fraction): number | string {
  const text = plain(value);
  if (text === undefined) return value.toFraction();
  return Number.isSafeInteger(Math.trunc(Number(text))) ? Number(text) : text;
}

/** 2020-11-07, 2020-11-07T18:00 */
export function momentJson({ year, month, day, hour, minute }: Moment): string {
  const two = (value: number): string => String(value).padStart(2, "0");
  const clock = hour === undefined ? "" : `T${two(hour)}:${two(minute ?? 0)}`;
  return `${String(year).padStart(4, "0")}-${two(month)}-${two(day)}${clock}`;
}
