/** How a value became the digits in print, so that the digits can be written again from the value. */

import Fraction from "fraction.js";
import { fixed, grouped, plain } from "../../compute/phrase/number-format.ts";
import { inCountingWords, inWords } from "../../base/text/numeral.ts";

/** Applied in this order. */
export interface WrittenForm {
  /** The sign is dropped: 减少3件. */
  readonly absolute: boolean;
  /** Multiplied by this, a whole number or a fraction: 100 for percentages, 1/10000 for 万. */
  readonly times: string;
  /** Cut to multiples of this: 210余. */
  readonly step: number | undefined;
  /** Rounded to so many decimals; `undefined` prints all digits of a value that ends. */
  readonly decimals: number | undefined;
  readonly rounding: "half-up" | "down";
  /** 39.80 becomes 39.8. */
  readonly trimmed: boolean;
  /** 21,500 */
  readonly grouped: boolean;
  /** 15, 十五, 两 for 2 before a measure word, or a word that stands for zero (持平). */
  readonly numerals: "digits" | "chinese" | "counting" | "word";
}

const customary: WrittenForm = {
  absolute: false,
  times: "1",
  step: undefined,
  decimals: undefined,
  rounding: "half-up",
  trimmed: false,
  grouped: false,
  numerals: "digits",
};

/** The text of a value in some form; `undefined` where the form does not fit the value. */
export function writeIn(form: WrittenForm, value: Fraction): string | undefined {
  if (form.numerals === "word") return undefined;
  let exact = (form.absolute ? value.abs() : value).mul(new Fraction(form.times));
  if (form.step !== undefined) exact = exact.div(form.step).floor().mul(form.step);
  if (form.numerals !== "digits") {
    const whole = exact.valueOf();
    if (exact.d !== 1n || !Number.isSafeInteger(whole) || whole < 0) return undefined;
    return form.numerals === "counting" ? inCountingWords(whole) : inWords(whole);
  }
  const { decimals, rounding, trimmed } = form;
  const digits = decimals === undefined ? plain(exact) : fixed(exact, { decimals, cut: rounding === "down", trimmed });
  return digits === undefined || !form.grouped ? digits : grouped(digits);
}

/**
 * The simplest form in which `value` is written as `text`; `undefined` when there is none. `cut` prefers 去尾 where both ways
 * of rounding give the same digits.
 */
export function formOf(text: string, value: Fraction, cut: boolean): WrittenForm | undefined {
  if (value.equals(0) && !/[0-9零〇]/.test(text)) return { ...customary, numerals: "word" };
  for (const absolute of value.s < 0n ? [false, true] : [false])
    for (const form of candidates(text, cut)) {
      const full = { ...form, absolute };
      if (writeIn(full, value) === text) return full;
    }
  return undefined;
}

/** Between units: powers of ten, and 15 亩 to the hectare. The simplest first. */
const scales = [
  ...new Set([
    "1",
    "100",
    ...[0, 1, 2, 3, 4, 5, 6, 7, 8].flatMap((power) => {
      const ten = `1${"0".repeat(power)}`;
      return [`1/${ten}`, ten, `15/${ten}`, `15${"0".repeat(power)}`, `${ten}/15`, `1/15${"0".repeat(power)}`];
    }),
  ]),
].sort((a, b) => a.length - b.length);

const mostDecimals = 10;

function* candidates(text: string, cut: boolean): Generator<WrittenForm> {
  if (!/[0-9]/.test(text)) {
    yield { ...customary, numerals: "chinese" };
    yield { ...customary, numerals: "counting" };
    return;
  }
  const shown = text.split(".")[1]?.length ?? 0;
  const groups = text.includes(",");
  const roundings = cut ? (["down", "half-up"] as const) : (["half-up", "down"] as const);
  yield { ...customary, grouped: groups };
  for (const times of scales) {
    const form = { ...customary, times, grouped: groups };
    for (const rounding of roundings) yield { ...form, decimals: shown, rounding };
    for (const rounding of roundings)
      for (let decimals = shown + 1; decimals <= mostDecimals; decimals++)
        yield { ...form, decimals, rounding, trimmed: true };
    if (times === "1")
      for (let step = 10; step <= 1e8; step *= 10) yield { ...form, step, decimals: 0, rounding: "down" };
  }
}
