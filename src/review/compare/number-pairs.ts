/** Matches the printed numbers of the old issue with those of the new one. */

import { diffArrays } from "diff";
import type { TracedNumber } from "../../check/trace/index.ts";

export interface NumberPair {
  readonly old: TracedNumber | undefined;
  readonly new: TracedNumber | undefined;
}

/** Pairs numbers of one part, both lists in reading order; in the new order, removed numbers at their old position. */
export function pairNumbers(old: readonly TracedNumber[], current: readonly TracedNumber[]): NumberPair[] {
  const pairs: NumberPair[] = [];
  let before = 0;
  let after = 0;
  for (const { added, removed, value } of diffArrays(old.map(keyOf), current.map(keyOf))) {
    for (let count = 0; count < value.length; count++) {
      pairs.push({
        old: added === true ? undefined : old[before++],
        new: removed === true ? undefined : current[after++],
      });
    }
  }
  // Lists are sorted by count: first match figures that changed position, then figures that changed their wording.
  return [keyOf, figureOf].reduce(rejoined, pairs);
}

/** Joins a number removed at one place with the same-named number inserted at another. */
function rejoined(pairs: readonly NumberPair[], nameOf: (number: TracedNumber) => string | undefined): NumberPair[] {
  const gone = pairs.filter((pair) => pair.new === undefined);
  const used = new Set<NumberPair>();
  const joined = pairs.map((pair) => {
    if (pair.old !== undefined || pair.new === undefined) return pair;
    const name = nameOf(pair.new);
    const match = gone.find((other) => !used.has(other) && other.old !== undefined && nameOf(other.old) === name);
    if (name === undefined || match === undefined) return pair;
    used.add(match);
    return { old: match.old, new: pair.new };
  });
  return joined.filter((pair) => !used.has(pair));
}

/** A computed number is identified by its figure and form, a typed one by the words around it. */
function keyOf({ figure, phrase, state, number }: TracedNumber): string {
  if (state === "computed" && figure !== undefined) return `${figure.name}|${phrase ?? ""}`;
  const { block, start, end, kind, measureWord } = number.token;
  const words = block.text.slice(Math.max(0, start - 8), start).replaceAll(/\d[\d.,]*/g, "#");
  return `${kind}|${words.slice(-4)}|${measureWord}|${block.text.slice(end, end + 2)}`;
}

function figureOf({ figure, state }: TracedNumber): string | undefined {
  return state === "computed" ? figure?.name : undefined;
}
