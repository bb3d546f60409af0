/** Slips of the pen: how a number is mistyped most often. (笔误) */

import type Fraction from "fraction.js";

/** Two neighbouring digits swapped, or a digit too many or too few. */
export function isSlip(typed: Fraction, right: Fraction): boolean {
  return isSwap(typed, right) || isLonger(typed, right) || isLonger(right, typed);
}

/** 56 and 65: the same digits with two neighbours swapped. */
export function isSwap(a: Fraction, b: Fraction): boolean {
  const [left, right] = [digitsOf(a), digitsOf(b)];
  if (left === undefined || right === undefined || left === right || left.length !== right.length) return false;
  for (let at = 0; at + 1 < left.length; at++) {
    const swapped = left.slice(0, at) + left.charAt(at + 1) + left.charAt(at) + left.slice(at + 2);
    if (swapped === right) return true;
  }
  return false;
}

/** 180 and 18: one digit more. */
function isLonger(a: Fraction, b: Fraction): boolean {
  const [long, short] = [digitsOf(a), digitsOf(b)];
  if (long === undefined || short?.length !== long.length - 1) return false;
  return [...long].some((_, at) => long.slice(0, at) + long.slice(at + 1) === short);
}

function digitsOf(value: Fraction): string | undefined {
  return value.d === 1n && value.s > 0n ? value.toString() : undefined;
}
