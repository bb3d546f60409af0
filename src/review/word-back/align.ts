/** Maps a printed value to the YAML in which it was typed. */

/** Source offsets of a printed character. */
export interface Typed {
  readonly start: number;
  readonly end: number;
  /** Inside this expression (its number in the body), whose output was not typed. */
  readonly expression: number | undefined;
}

/**
 * Finds a printed value in `source.slice(from, to)`, unit by unit; `undefined` for units that nobody typed. YAML syntax
 * is skipped, so that a wrong match is possible in theory: callers must render the edited source and compare.
 */
export function align(text: string, source: string, from: number, to: number): (Typed | undefined)[] {
  let at = from;
  return text.split("").map((unit) => {
    const found = next(unit, source, at, to);
    if (found !== undefined) at = found.end;
    return found;
  });
}

/** Characters that may separate two printed neighbours in the source. */
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
