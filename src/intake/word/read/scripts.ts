/** Writes superscripts and subscripts with their own characters: 10⁴, CO₂. */

export type Script = "super" | "sub";

const pairs: Readonly<Record<Script, readonly [plain: string, small: string]>> = {
  super: ["0123456789+-−–=()ni", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁻⁼⁽⁾ⁿⁱ"],
  sub: ["0123456789+-−–=()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₋₌₍₎"],
};

/** `undefined` when a character has no such form. */
export function inScript(text: string, script: Script): string | undefined {
  const [plain, small] = pairs[script];
  const characters = [...text].map((character) =>
    /\s/.test(character) ? character : [...small][[...plain].indexOf(character)],
  );
  return characters.includes(undefined) ? undefined : characters.join("");
}

/** Characters that would be read together with a neighbour as another number or word. */
const joins = /[\dA-Za-zＡ-Ｚａ-ｚ０-９.,+\-−–%‰〇零一二三四五六七八九十百千万亿]/u;

/**
 * Writes a script that has no characters of its own: PM2.5 unchanged, but 10^(4.5), which would otherwise be read as 104.5. `before` and
 * `behind` are the neighbouring texts.
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

/** ½ for 1 and 2; `undefined` when there is no such character. */
function vulgarFraction(numerator: string, denominator: string): string | undefined {
  return fractions[`${numerator.trim()}/${denominator.trim()}`];
}

const fractions: Readonly<Record<string, string>> = {
  ...{ "1/2": "½", "1/3": "⅓", "2/3": "⅔", "1/4": "¼", "3/4": "¾", "1/5": "⅕", "2/5": "⅖", "3/5": "⅗", "4/5": "⅘" },
  ...{ "1/6": "⅙", "5/6": "⅚", "1/8": "⅛", "3/8": "⅜", "5/8": "⅝", "7/8": "⅞" },
};

/** A fraction in a line of text, in brackets where it would run together with its parts or neighbours. */
export function lineFraction(numerator: string, denominator: string): string {
  const part = (text: string): string => (/^[\p{L}\p{N}.%]+$/u.test(text) ? text : `(${text})`);
  return vulgarFraction(numerator, denominator) ?? `(${part(numerator.trim())}/${part(denominator.trim())})`;
}
