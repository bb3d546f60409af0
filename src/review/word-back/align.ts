/** A printed value ↔ the YAML it was typed in. */

/** Where a character of the text was typed: offsets in the source. */
export interface Typed {
  readonly start: number;
  readonly end: number;
  /** Within this expression (its number in the body), whose output is not typed. */
  readonly expression: number | undefined;
}

/**
 * Finds a printed value in `source.slice(from, to)`, unit by unit; `undefined` for one that nobody typed. What YAML leaves out is passed
 * over, so a wrong match is possible in theory: whoever edits by this map renders the result and compares.
 */
export function align(text: string, source: string, from: number, to: number): (Typed | undefined)[] {
  let at = from;
  return text.split("").map((unit) => {
    const found = next(unit, source, at, to);
    if (found !== undefined) at = found.end;
    return found;
  });
}

/** What may stand between two characters that print side by side. */
const markup = /[\\*_~#>|:\-[\]()!.+=\s\u3000｜"']/u;
const furthest = 200;

function next(unit: string, source: string, from: number, to: number): Typed | undefined {
  for (let at = from; at < Math.min(to, from + furthest); at++) {
    const character = source[at] ?? "";
    if (character === "\\" && source[at + 1] === unit && /[!-/:-@[-`{-~]/.test(unit))
      return { start: at, end: at + 2, expression: undefined };
    if (character === unit || (unit === " " && character === "\n"))
      return { start: at, end: at + 1, expression: undefined };
    const entity = /^&#(\d{1,7});/.exec(source.slice(at, at + 10));
    if (entity !== null && String.fromCodePoint(Number(entity[1])) === unit)
      return { start: at, end: at + entity[0].length, expression: undefined };
    if (!markup.test(character)) return undefined;
  }
  return undefined;
}
