/** How a typed number comes to differ from the one that was meant: a digit, two digits exchanged. (笔误) */

import { fixed } from "../../compute/phrase/number-format.ts";
import type Fraction from "fraction.js";
import { decimalsOf, type NumberToken } from "./number-token.ts";

/** 459 or 494 for 449; of two digits only both exchanged, for others are as likely to be another number. */
export function isSlip({ text, value }: NumberToken, meant: Fraction): boolean {
  if (value === undefined) return false;
  const decimals = decimalsOf({ text });
  const [typed, right] = [fixed(value, decimals), fixed(meant, decimals)];
  if (typed.length !== right.length) return false;
  const differs = [...typed].flatMap((digit, at) => (digit === right[at] ? [] : [at]));
  const [first = 0, second] = differs;
  const isExchanged =
    second === first + 1 && differs.length === 2 && typed[first] === right[second] && typed[second] === right[first];
  return isExchanged || (differs.length === 1 && typed.replace(".", "").length > 2);
}
