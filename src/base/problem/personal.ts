/**
 * Masks personal text in problem reports. One rule finds a telephone number, another complains that its digits are
 * full-width: the second must not print what the first has masked, since reports land in public logs.
 */

import type { Problem } from "./problem.ts";

/** Shortest run of characters shared with a personal text that is masked, by how near the problem is to that text. */
const inside = 1;
const onItsLine = 3;
const elsewhere = 6;

/** Runs of characters taken from personal texts, by length. */
type Runs = Map<number, Set<string>>;

export class PersonalTexts {
  readonly #files = new Map<string, Runs>();
  readonly #lines = new Map<string, Runs>();
  readonly #spans = new Map<string, { from: number; to: number; runs: Runs }[]>();

  constructor(problems: readonly Problem[]) {
    for (const { sensitive, place } of problems) {
      if (typeof sensitive !== "string") continue;
      const characters = canonical(sensitive);
      add(entry(this.#files, place.file, newRuns), characters, elsewhere);
      add(entry(this.#lines, lineKey(place), newRuns), characters, onItsLine);
      const span = { from: place.column, to: place.column + characters.length, runs: newRuns() };
      add(span.runs, characters, inside);
      entry(this.#spans, lineKey(place), () => []).push(span);
    }
  }

  /** Replaces personal text by `*` in message and hint; the report of that text itself is already masked. */
  masked(problem: Problem): Problem {
    const { place, sensitive, message, hint } = problem;
    const file = this.#files.get(place.file);
    if (file === undefined || typeof sensitive === "string") return problem;
    const line = this.#lines.get(lineKey(place));
    const span = this.#spans.get(lineKey(place))?.find(({ from, to }) => from <= place.column && place.column < to);
    const mask = (text: string): string =>
      [line, span?.runs].reduce<string>((shown, runs) => withinQuotes(shown, runs), hide(text, file));
    return { ...problem, message: mask(message), ...(hint === undefined ? {} : { hint: mask(hint) }) };
  }

  /** A line of a file with personal text masked. */
  line(file: string, line: number, text: string): string {
    const runs = this.#lines.get(lineKey({ file, line }));
    return runs === undefined ? text : hide(text, runs);
  }
}

const lineKey = ({ file, line }: { readonly file: string; readonly line: number }): string => `${file}:${line}`;
const newRuns = (): Runs => new Map<number, Set<string>>();

function entry<K, T>(map: Map<K, T>, key: K, make: () => T): T {
  const found = map.get(key) ?? make();
  map.set(key, found);
  return found;
}

/** One entry per character, so that positions stay valid: full-width digits and letters become half-width. */
function canonical(text: string): string[] {
  return [...text].map((character) => character.normalize("NFKC"));
}

/** Adds every run of `length` characters, or the whole text where it is shorter. */
function add(runs: Runs, characters: readonly string[], length: number): void {
  const size = Math.min(length, characters.length);
  for (let at = 0; at + size <= characters.length; at++) {
    const run = characters.slice(at, at + size).join("");
    if (run.trim() !== "") entry(runs, size, () => new Set<string>()).add(run);
  }
}

function withinQuotes(text: string, runs: Runs | undefined): string {
  return runs === undefined ? text : text.replace(/“[^”]*”/g, (quoted) => hide(quoted, runs));
}

function hide(text: string, runs: Runs): string {
  const shown = [...text];
  const characters = canonical(text);
  for (const [size, known] of runs) {
    for (let at = 0; at + size <= characters.length; at++)
      if (known.has(characters.slice(at, at + size).join(""))) shown.fill("*", at, at + size);
  }
  return shown.join("");
}
