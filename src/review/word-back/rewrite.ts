/** Applies changes to the source of an article and checks that the result prints as expected. */

import type { Article } from "../../model/issue.ts";
import { SourceText } from "../../base/problem/source-text.ts";
import { readArticle } from "../../read/schema/read-article.ts";
import type { Scope } from "../../compute/tally/scope.ts";
import type { Atom, Splice } from "./atom.ts";
import { printsAs } from "./settle.ts";
import type { Expected } from "./settle.ts";
import { partsOf, unitsOf } from "./units.ts";
import type { Unit } from "./units.ts";

/** `undefined` when the result would print differently from what is expected. */
export function rewritten(
  article: Article,
  scope: Scope | undefined,
  units: readonly Unit[],
  atoms: readonly Atom[],
  expected: readonly Expected[],
): string | undefined {
  const { source } = article;
  let { text } = source;
  for (const { start, end, replacement } of splicesOf(atoms, units, source))
    text = text.slice(0, start) + replacement + text.slice(end);
  const reading = readArticle(new SourceText(source.file, text));
  if (reading.value === undefined) return undefined;
  return printsAs(unitsOf(partsOf(reading.value, scope)), expected) ? text : undefined;
}

/** From last to first, so that offsets stay valid. */
function splicesOf(atoms: readonly Atom[], units: readonly Unit[], source: SourceText): Splice[] {
  const gone = new Set(atoms.flatMap(({ unit, isGone }) => (isGone && unit !== undefined ? [unit] : [])));
  const splices = atoms.flatMap((atom): Splice[] => {
    const { unit, isGone, splice, joins } = atom;
    if (unit === undefined) return [];
    if (isGone && unit.lines !== undefined) return [withBlankLines(unit.lines, source)];
    if (isGone && unit.removal !== undefined)
      return [{ start: unit.removal[0], end: unit.removal[1], replacement: "" }];
    if (!joins) return splice === undefined ? [] : [splice];
    const next = units.slice(units.indexOf(unit) + 1).find((other) => !gone.has(other));
    const start = unit.typed.at(-1)?.end;
    const end = next?.typed[0]?.start;
    return start === undefined || end === undefined ? [] : [{ start, end, replacement: "" }];
  });
  return splices.sort((a, b) => b.start - a.start || b.end - a.end);
}

/** Extends a paragraph over the blank lines after it. */
function withBlankLines([start, end]: readonly [number, number], { text }: SourceText): Splice {
  const blank = /^(?:[ \t\r]*\n)*/.exec(text.slice(end))?.[0].length ?? 0;
  return { start, end: end + blank, replacement: "" };
}
