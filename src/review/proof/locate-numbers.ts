/** Finds every number of an issue in its printed pages. */

import type { Block } from "../../check/numbers/index.ts";
import type { TracedNumber } from "../../check/trace/index.ts";
import { withoutBlanks } from "./printed-segments.ts";
import type { PrintedCharacter, Segment } from "./printed-segments.ts";

/** A number with its printed characters. */
export interface PrintedNumber {
  readonly traced: TracedNumber;
  readonly characters: readonly PrintedCharacter[];
  readonly segment: Segment;
  /** The characters in the table of contents, if it is printed there too. */
  readonly contents: readonly PrintedCharacter[];
}

/** Printed digits that belong to no number of the issue: an axis label, text in a picture. */
export interface StrayNumber {
  readonly text: string;
  readonly characters: readonly PrintedCharacter[];
  readonly segment: Segment;
}

export interface Located {
  /** In the order of `numbers`. */
  readonly found: readonly PrintedNumber[];
  readonly missing: readonly TracedNumber[];
  /** In reading order. */
  readonly stray: readonly StrayNumber[];
}

/** Characters of the source that are not printed: quotation marks of YAML, marks for the break of a headline. */
const unprinted = /["｜|\\]/g;

/** Numbers shown only on screen are omitted from all three lists. */
export function locateNumbers(all: readonly TracedNumber[], segments: readonly Segment[]): Located {
  const numbers = all.filter(({ number }) => number.token.block.onScreenOnly !== true);
  const stream = new Stream(segments.filter(({ kind }) => kind !== "contents"));
  const contents = segments.filter(({ kind }) => kind === "contents");
  const found = new Map<TracedNumber, PrintedNumber>();
  let cursor = 0;
  let start = 0;
  let part: unknown;
  for (const [block, own] of byBlock(numbers)) {
    if (own[0]?.part !== part) start = cursor;
    part = own[0]?.part;
    const wanted = printedText(block.text);
    // A value from the article's head may be printed at its end (供稿): search from its start.
    const spot = stream.take(wanted, block, cursor) ?? stream.take(wanted, block, start);
    if (spot === undefined) continue;
    const entry = block.kind === "title" ? contents.find(({ text }) => text.startsWith(wanted)) : undefined;
    for (const traced of own) {
      const { token } = traced.number;
      const from = printedText(block.text.slice(0, token.start)).length;
      const to = from + printedText(token.text).length;
      found.set(traced, {
        traced,
        characters: stream.characters.slice(spot + from, spot + to),
        segment: stream.segmentAt(spot + from),
        contents: entry?.characters.slice(from, to) ?? [],
      });
    }
    if (block.kind !== "title" || spot < cursor + wanted.length) cursor = spot + wanted.length;
  }
  return {
    found: numbers.flatMap((number) => found.get(number) ?? []),
    missing: numbers.filter((number) => !found.has(number)),
    stray: stream.rest(),
  };
}

function byBlock(numbers: readonly TracedNumber[]): Map<Block, TracedNumber[]> {
  const blocks = new Map<Block, TracedNumber[]>();
  for (const number of numbers) {
    const { block } = number.number.token;
    const known = blocks.get(block);
    if (known === undefined) blocks.set(block, [number]);
    else known.push(number);
  }
  return blocks;
}

function printedText(text: string): string {
  return withoutBlanks(text).replaceAll(unprinted, "");
}

/** All printed characters, each assigned to at most one block. */
class Stream {
  readonly characters: readonly PrintedCharacter[];
  readonly #segments: readonly Segment[];
  readonly #text: string;
  readonly #taken: boolean[];

  constructor(segments: readonly Segment[]) {
    this.#segments = segments.flatMap((segment) => segment.characters.map(() => segment));
    this.characters = segments.flatMap(({ characters }) => characters);
    this.#text = segments.map(({ text }) => text).join("");
    this.#taken = this.characters.map(() => false);
  }

  segmentAt(index: number): Segment {
    const segment = this.#segments[index];
    if (segment === undefined) throw new RangeError(`no character ${index} in print`);
    return segment;
  }

  /** Position of the text among the free characters from `from` on; never part of a longer number. */
  take(wanted: string, block: Block, from: number): number | undefined {
    for (let at = this.#text.indexOf(wanted, from); at >= 0; at = this.#text.indexOf(wanted, at + 1)) {
      const end = at + wanted.length;
      if (!this.#fits(block, at, end) || this.#taken.slice(at, end).includes(true)) continue;
      this.#taken.fill(true, at, end);
      return at;
    }
    return undefined;
  }

  /** Digits that no block has taken. */
  rest(): StrayNumber[] {
    const found: StrayNumber[] = [];
    for (const segment of new Set(this.#segments)) {
      const from = this.#segments.indexOf(segment);
      for (const match of segment.text.matchAll(/\d+(?:\.\d+)?/g)) {
        const [start, end] = [from + match.index, from + match.index + match[0].length];
        if (this.#taken.slice(start, end).includes(true)) continue;
        found.push({ text: match[0], characters: this.characters.slice(start, end), segment });
      }
    }
    return found;
  }

  #fits(block: Block, start: number, end: number): boolean {
    const segment = this.segmentAt(start);
    if (!this.#isWhole(start, end)) return false;
    // A block is printed in cells, labels, captions or notes and never crosses the edge of one.
    if (block.kind === "cell") return segment === this.#segments[end - 1];
    return segment.kind === "text" || segment.kind === "caption";
  }

  /** Whether this is not part of a longer number, as 5 of 56 or of 5.6; numbers never cross paragraphs or cells. */
  #isWhole(start: number, end: number): boolean {
    const segment = this.#segments[start];
    const own = (from: number, to: number): string =>
      this.characters
        .slice(Math.max(0, from), to)
        .filter((_, at) => this.#segments[Math.max(0, from) + at] === segment)
        .map(({ text }) => text)
        .join("");
    const cut = (left: string, right: string): boolean => /\d[.,]?$/.test(left) && /^[.,]?\d/.test(right);
    const text = this.#text.slice(start, end);
    return !cut(own(start - 2, start), text) && (this.#segments[end - 1] !== segment || !cut(text, own(end, end + 2)));
  }
}
