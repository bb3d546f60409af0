import type { Place } from "./problem.ts";

/** A decoded text file with line positions: turns offsets into places and back into excerpts. */
export class SourceText {
  readonly file: string;
  readonly text: string;
  readonly #starts: number[];
  /** Cache of the last column counted: its line's start, its offset, and the surrogate pairs seen so far. */
  #counted = { start: 0, at: 0, halves: 0 };

  /** `file` is relative to the root, with `/`. `text` has no byte order mark; its line ends may be LF or CRLF. */
  constructor(file: string, text: string) {
    this.file = file;
    this.text = text;
    this.#starts = [0];
    for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) this.#starts.push(at + 1);
  }

  /** The place of a UTF-16 offset; the column counts characters (code points), as editors show it. */
  place(offset: number): Place {
    const bounded = Math.max(0, Math.min(offset, this.text.length));
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#starts[middle] ?? 0) <= bounded) low = middle;
      else high = middle - 1;
    }
    const start = this.#starts[low] ?? 0;
    // Places are usually requested in order, so on one very long line counting resumes where it stopped.
    const goesOn = this.#counted.start === start && this.#counted.at <= bounded;
    let { at, halves } = goesOn ? this.#counted : { at: start, halves: 0 };
    // The second half of a surrogate pair is not a character of its own.
    for (; at < bounded; at++) if ((this.text.charCodeAt(at) & 0xfc00) === 0xdc00) halves++;
    this.#counted = { start, at, halves };
    return { file: this.file, line: low + 1, column: bounded - start + 1 - halves };
  }

  /** The offset at which a line (from 1) starts. */
  lineStart(line: number): number {
    return this.#starts[line - 1] ?? this.text.length;
  }

  /** A line (from 1) without its line end. */
  line(line: number): string {
    const start = this.lineStart(line);
    const next = this.#starts[line];
    return this.text.slice(start, next === undefined ? this.text.length : next - 1).replace(/\r$/, "");
  }

  get lineCount(): number {
    return this.#starts.length;
  }
}
