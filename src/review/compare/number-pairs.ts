/** Which printed number of the old issue became which of the new one. */

import { diffArrays } from "diff";
import type { TracedNumber } from "../../check/trace/index.ts";

export interface NumberPair {
  readonly old: TracedNumber | undefined;
  readonly new: TracedNumber | undefined;
}

/** Numbers of one part, each list in reading order. In the new order; what was taken out stands where it stood. */
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
  // Lists are sorted by count: what changed its place is still the same figure; then what is told by other words.
  return [keyOf, figureOf].reduce(rejoined, pairs);
}

/** Taken out at one place and put in at another: the same number after all, where its name says so. */
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

/** What is computed is known by its figure and how it is written; what is typed by the words around it. */
function keyOf({ figure, phrase, state, number }: TracedNumber): string {
  if (state === "computed" && figure !== undefined) return `${figure.name}|${phrase ?? ""}`;
  const { block, start, end, kind, measureWord } = number.token;
  const words = block.text.slice(Math.max(0, start - 8), start).replaceAll(/\d[\d.,]*/g, "#");
  return `${kind}|${words.slice(-4)}|${measureWord}|${block.text.slice(end, end + 2)}`;
}

function figureOf({ figure, state }: TracedNumber): string | undefined {
  return state === "computed" ? figure?.name : undefined;
}
