/** Markdown read for its printed characters only: which stretches of the source are printed, block by block. */

import { linesFrom } from "../../base/text/lines.ts";
import type { Block } from "./printed-text.ts";

export interface Stretch {
  /** Offset of its first character. */
  readonly start: number;
  readonly kind: Block["kind"];
  /** Offsets of what is printed; an expression `{{…}}` is a run of its own. */
  readonly runs: readonly (readonly [start: number, end: number])[];
  /** Of a cell: its place in its row, from 0; blank cells count. */
  readonly column?: number;
}

const heading = /^[ \t>]*#{1,6}[ \t]*/;
const bullet = /^[ \t>]*[-+*][ \t]+/;
/** The number of a list item is printed. */
const numbered = /^[ \t>]*(?=\d{1,9}[.)、．][ \t]*\S)/;
const quote = /^[ \t]*>[ \t>]*/;
const marker = /^[ \t]*(?::{3,}|：{3,})[ \t]*([^\s:：]*)[ \t]*/;
const tableRule = /^[ \t]*\|?[ \t]*:?-{2,}[-:| \t]*$/;
/** Signs of Markdown within a line. Bounded, so that openings without an end stay cheap. */
const inline =
  /\{\{[^{}]{0,2000}\}\}|!\[|\]\((?:<[^<>\n]{0,1000}>|[^()\s]{0,1000})(?:\s+"[^"\n]{0,200}")?\)|\\(?=[!-/:-@[-`{-~])|\*{1,3}|__|~~/g;

/** `computed` names the `:::` blocks whose lines are settings, not prose. */
export function readMarkup(text: string, from: number, computed: ReadonlySet<string>): Stretch[] {
  const reader = new MarkupReader(text, computed);
  for (const { start, end } of linesFrom(text, from)) reader.line(start, end);
  return reader.finish();
}

class MarkupReader {
  readonly #text: string;
  readonly #stretches: Stretch[] = [];
  #open: { kind: Block["kind"]; start: number; end: number } | undefined;
  readonly #computed: ReadonlySet<string>;
  /** How deep within a computed block. */
  #settings = 0;

  constructor(text: string, computed: ReadonlySet<string>) {
    this.#text = text;
    this.#computed = computed;
  }

  finish(): Stretch[] {
    this.#close();
    return this.#stretches;
  }

  line(start: number, end: number): void {
    const line = this.#text.slice(start, end).replace(/\r$/, "");
    const block = marker.exec(line);
    if (block !== null) {
      this.#close();
      const name = block[1] ?? "";
      if (this.#settings > 0) this.#settings += name === "" ? -1 : 1;
      else if (this.#computed.has(name)) this.#settings = 1;
      else if (name !== "" && block[0].length < line.length)
        this.#push("heading", start + block[0].length, start + line.length);
      return;
    }
    if (this.#settings > 0) return;
    if (line.trim() === "" || tableRule.test(line)) {
      this.#close();
      return;
    }
    const title = heading.exec(line);
    if (
      title !== null &&
      line
        .trimStart()
        .replace(/^[> ]+/, "")
        .startsWith("#")
    ) {
      this.#close();
      this.#push("heading", start + title[0].length, start + line.length);
    } else if (line.trimStart().startsWith("|")) this.#row(start, line);
    else if (bullet.test(line)) this.#begin("item", start + (bullet.exec(line)?.[0].length ?? 0), start + line.length);
    else if (numbered.test(line))
      this.#begin("item", start + (numbered.exec(line)?.[0].length ?? 0), start + line.length);
    else if (this.#open === undefined)
      this.#begin("paragraph", start + (quote.exec(line)?.[0].length ?? 0), start + line.length);
    else this.#open.end = start + line.length;
  }

  #row(start: number, line: string): void {
    this.#close();
    let column = 0;
    // A bar within an expression parts no cells.
    for (const [at, cell] of [...line.matchAll(/(?:\{\{[^{}]{0,2000}\}\}|[^|\\]|\\.)+|\|/g)].entries()) {
      if (cell[0] === "|") {
        // The bar at the row's beginning parts nothing.
        if (at > 0 && line.slice(0, cell.index).trim() !== "") column++;
      } else if (cell[0].trim() !== "")
        this.#push("cell", start + cell.index, start + cell.index + cell[0].length, column);
    }
  }

  #begin(kind: Block["kind"], start: number, end: number): void {
    this.#close();
    this.#open = { kind, start, end };
  }

  #close(): void {
    if (this.#open !== undefined) this.#push(this.#open.kind, this.#open.start, this.#open.end);
    this.#open = undefined;
  }

  #push(kind: Block["kind"], start: number, end: number, column?: number): void {
    const runs = runsOf(this.#text, start, end, inline);
    this.#stretches.push({ start, kind, runs, ...(column === undefined ? {} : { column }) });
  }
}

/** Runs of a front-matter value, in which Markdown has no meaning. */
export function plainRuns(text: string, start: number, end: number): Stretch["runs"] {
  return runsOf(text, start, end, /\{\{[^{}]{0,2000}\}\}/g);
}

/** What is left when signs are taken out, expressions apart. */
function runsOf(text: string, start: number, end: number, signs: RegExp): Stretch["runs"] {
  const raw = text.slice(start, end);
  const runs: (readonly [number, number])[] = [];
  let at = 0;
  const keep = (to: number): void => {
    if (to > at) runs.push([start + at, start + to]);
  };
  for (const sign of raw.matchAll(signs)) {
    keep(sign.index);
    at = sign.index + sign[0].length;
    if (sign[0].startsWith("{{")) runs.push([start + sign.index, start + at]);
  }
  keep(raw.length);
  return runs;
}
