/** Printed text ↔ the Markdown or YAML it was typed in. */

/** Where a character of the text was typed: offsets in the source. */
export interface Typed {
  readonly start: number;
  readonly end: number;
  /** Within this expression (its number in the body), whose output is not typed. */
  readonly expression: number | undefined;
}

/** A stretch of printed text: typed as such, or what an expression printed. */
export interface Stretch {
  readonly text: string;
  readonly expression?: { readonly index: number; readonly start: number; readonly end: number };
}

export interface Alignment {
  /** For each UTF-16 unit of the text; `undefined` for one that nobody typed, like the brackets around a contributor. */
  readonly typed: readonly (Typed | undefined)[];
  /** Where the next text can be looked for. */
  readonly end: number;
}

/**
 * Finds the stretches in `source.slice(from, to)`, in order. What Markdown leaves out (marks of emphasis, backslashes) is passed over,
 * so a wrong match is possible in theory: whoever edits by this map renders the result and compares.
 */
export function align(stretches: readonly Stretch[], source: string, from: number, to: number): Alignment {
  const typed: (Typed | undefined)[] = [];
  let at = from;
  for (const { text, expression } of stretches) {
    if (expression !== undefined) {
      const { index, start, end } = expression;
      for (let unit = 0; unit < text.length; unit++) typed.push({ start, end, expression: index });
      at = Math.max(at, end);
      continue;
    }
    for (const unit of text.split("")) {
      const found = next(unit, source, at, to);
      typed.push(found);
      if (found !== undefined) at = found.end;
    }
  }
  return { typed, end: at };
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
