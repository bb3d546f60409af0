/** Converts amounts of a spreadsheet, typed or formatted, to the form of the ledger. */

import type { AmountColumn } from "../../model/ledger.ts";
import { isNothing } from "./plain-text.ts";

/** The number without redundant words around it, else the whole text, which the ledger will refuse. */
export function plainAmount(text: string, column: AmountColumn): string {
  if (isNothing(text)) return "";
  // 元 is redundant in a column of 元, but not in one of 万元.
  const word = isInWan(column) ? /^([\d.,]+)\s*万元?$/u : /^(?:[¥￥]\s*)?([\d.,]+)\s*(?:元|家|件|人|起|次|份|个)?$/u;
  const bare = text.replace(word, "$1");
  return /^\d{1,3}(,\d{3})+(\.\d+)?$/.test(bare) ? bare.replaceAll(",", "") : bare;
}

/**
 * The stored amount, if the shown one agrees with it, exactly or rounded. Otherwise, as with 2.5 shown as 2.50万元 in a column of 元,
 * the shown text, which the ledger will refuse.
 */
export function storedAmount(
  shown: string,
  stored: string,
  column: AmountColumn,
): { readonly text: string; readonly isExact: boolean } {
  // Scientific notation, 1.20E+04, comes from the format or a narrow column; the stored number is complete.
  if (/^-?\d(?:\.\d+)?E[+-]\d+$/i.test(shown)) return { text: stored, isExact: true };
  const inBrackets = /^\((.+)\)$/.exec(shown)?.[1];
  const unsigned = (inBrackets ?? shown).replace(/^-\s*/, "");
  const isNegative = inBrackets !== undefined || unsigned !== shown;
  const match = /^(\d+(?:\.(\d*))?)\s*([万亿]?)元?$/u.exec(plainAmount(unsigned, column).replaceAll(",", ""));
  if (match === null) return { text: isNothing(shown) && Number(stored) === 0 ? "" : shown, isExact: true };
  const [, digits = "", decimals = "", size = ""] = match;
  const unit = (size === "万" ? 1e4 : size === "亿" ? 1e8 : 1) / (isInWan(column) && size !== "" ? 1e4 : 1);
  const seen = (isNegative ? -1 : 1) * Number(digits) * unit;
  const difference = Math.abs(seen - Number(stored));
  const precision = unit / 10 ** decimals.length;
  if (difference > precision / 2 + 1e-9 * Math.abs(seen)) return { text: shown, isExact: true };
  return { text: stored, isExact: difference < 1e-9 * Math.max(1, Math.abs(seen)) };
}

function isInWan(column: AmountColumn): boolean {
  return column.name.includes("万");
}
