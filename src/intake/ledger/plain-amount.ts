/** Amounts of a spreadsheet, typed or shown by a number format, as the ledger writes them. */

import type { AmountColumn } from "../../model/ledger.ts";
import { isNothing } from "./plain-text.ts";

/** @returns the number alone where the words around it say nothing new, else the text, for the ledger to refuse. */
export function plainAmount(text: string, column: AmountColumn): string {
  if (isNothing(text)) return "";
  // 元 says nothing new in a column of 元, and something else in one of 万元.
  const word = isInWan(column) ? /^([\d.,]+)\s*万元?$/u : /^(?:[¥￥]\s*)?([\d.,]+)\s*(?:元|家|件|人|起|次|份|个)?$/u;
  const bare = text.replace(word, "$1");
  return /^\d{1,3}(,\d{3})+(\.\d+)?$/.test(bare) ? bare.replaceAll(",", "") : bare;
}

/**
 * A stored amount by what is seen of it. Where the two agree it is the stored one, exact or rounded in what is seen; where they do
 * not, as with 2.5 shown as 2.50万元 in a column of 元, it is what is seen, for the ledger to refuse with its words.
 */
export function storedAmount(
  shown: string,
  stored: string,
  column: AmountColumn,
): { readonly text: string; readonly isExact: boolean } {
  // 1.20E+04 is how a format, or a narrow column, shows what is there in full.
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
