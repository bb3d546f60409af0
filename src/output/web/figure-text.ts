/** How the site writes figures. */

import { customaryNumber } from "../../compute/phrase/default-number.ts";
import { fixed, tellingDecimals, tellingPercentage } from "../../compute/phrase/number-format.ts";
import type { Figure } from "../../compute/tally/figure.ts";
import { operationFigure } from "../../compute/tally/figure.ts";
import { momentForms } from "../../base/text/moment.ts";
import type { Moment } from "../../base/text/moment.ts";

/** Digits only; a ratio as a percentage that is 100% or 0% only where it is just that, and two decimals where a value does not end. */
export function figureText(figure: Figure): string {
  if (figure.percent !== undefined && figure.cut !== true) return tellingPercentage(figure.value, figure.percent);
  return customaryNumber(figure) ?? fixed(figure.value, 2);
}

/** 截至2020年11月7日18时 */
export function asOfText(asOf: Moment | undefined): string | undefined {
  return asOf === undefined ? undefined : `截至${momentForms.年月日时(asOf)}`;
}

export interface Change {
  /** 比第14期增加12件 */
  readonly text: string;
  readonly direction: "up" | "down" | "same";
}

/** What became of a figure since an earlier issue, which `since` names (第14期). */
export function changeOf(now: Figure, before: Figure, since: string): Change {
  const difference = operationFigure(
    { name: now.name, measureWord: now.measureWord, asOf: now.asOf },
    "-",
    now,
    before,
  );
  const size = difference.value.abs();
  const digits =
    now.percent === undefined
      ? (customaryNumber({ ...difference, value: size }) ?? fixed(size, 2))
      : fixed(size.mul(100), shownDecimals(now, before));
  // What the printed decimals do not show is no change to a reader.
  if (!/[1-9]/.test(digits)) return { text: `与${since}持平`, direction: "same" };
  const rises = difference.value.compare(0) > 0;
  const words =
    now.percent === undefined
      ? `${rises ? "增加" : "减少"}${digits}${now.measureWord}`
      : `${rises ? "上升" : "下降"}${digits}个百分点`;
  return { text: `比${since}${words}`, direction: rises ? "up" : "down" };
}

/** So many that the change fits the two rates as they are printed. */
function shownDecimals(...rates: readonly Figure[]): number {
  return Math.max(...rates.map(({ value, percent = 1 }) => tellingDecimals(value.mul(100), percent)));
}

/** 173 KB, 1.2 MB */
export function sizeText(bytes: number): string {
  return bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1000))} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
