/** Superscripts and subscripts in characters of their own: 10⁴, CO₂. */

export type Script = "super" | "sub";

const pairs: Readonly<Record<Script, readonly [plain: string, small: string]>> = {
  super: ["0123456789+-−–=()ni", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁻⁼⁽⁾ⁿⁱ"],
  sub: ["0123456789+-−–=()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₋₌₍₎"],
};

/** `undefined` when not every character has such a form. */
export function inScript(text: string, script: Script): string | undefined {
  const [plain, small] = pairs[script];
  const characters = [...text].map((character) =>
    /\s/.test(character) ? character : [...small][[...plain].indexOf(character)],
  );
  return characters.includes(undefined) ? undefined : characters.join("");
}

/** What would make another number, or another word, of a neighbour. */
const joins = /[\dA-Za-zＡ-Ｚａ-ｚ０-９.,+\-−–%‰〇零一二三四五六七八九十百千万亿]/u;

/**
 * How a script is written that has no characters of its own, between what stands before and behind it: PM2.5 as it is,
 * 10^(4.5) so that it cannot be read as 104.5.
 */
export function aroundScript(
  text: string,
  script: Script,
  before: string,
  behind: string,
): readonly [open: string, close: string] {
  const [first = "", last = ""] = [[...text].at(0), [...text].at(-1)];
  const apart = !(joins.test(before) && joins.test(first)) && !(joins.test(last) && joins.test(behind));
  const index = script === "sub" && /[A-Za-zΑ-Ωα-ω]/u.test(before) && !joins.test(behind);
  if (apart || index) return ["", ""];
  return [script === "super" ? "^(" : "_(", ")"];
}

/** ½ for 1 and 2; `undefined` where there is no such character. */
export function vulgarFraction(numerator: string, denominator: string): string | undefined {
  return fractions[`${numerator.trim()}/${denominator.trim()}`];
}

const fractions: Readonly<Record<string, string>> = {
  ...{ "1/2": "½", "1/3": "⅓", "2/3": "⅔", "1/4": "¼", "3/4": "¾", "1/5": "⅕", "2/5": "⅖", "3/5": "⅗", "4/5": "⅘" },
  ...{ "1/6": "⅙", "5/6": "⅚", "1/8": "⅛", "3/8": "⅜", "5/8": "⅝", "7/8": "⅞" },
};

/** In a line of text; between brackets, so that neither its parts nor its neighbours run together. */
export function lineFraction(numerator: string, denominator: string): string {
  const part = (text: string): string => (/^[\p{L}\p{N}.%]+$/u.test(text) ? text : `(${text})`);
  return vulgarFraction(numerator, denominator) ?? `(${part(numerator.trim())}/${part(denominator.trim())})`;
}
