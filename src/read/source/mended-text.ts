import type { Fix } from "../../base/problem/problem.ts";
import { splice } from "../../base/problem/splice.ts";

/** A text with edits made, and the way from its offsets back to those of the text before. */
export class MendedText {
  readonly text: string;
  readonly #edits: readonly Fix[];

  /** Of edits that overlap, the first stays. */
  constructor(before: string, edits: readonly Fix[]) {
    const applied: Fix[] = [];
    for (const edit of [...edits].sort((a, b) => a.start - b.start || a.end - b.end))
      if (edit.start >= (applied.at(-1)?.end ?? 0)) applied.push(edit);
    this.#edits = applied;
    this.text = splice(before, applied);
  }

  /** Within what an edit put in, its beginning. */
  before(offset: number): number {
    let shift = 0;
    for (const { start, end, replacement } of this.#edits) {
      if (start + shift >= offset) break;
      if (offset < start + shift + replacement.length) return start;
      shift += replacement.length - (end - start);
    }
    return offset - shift;
  }

  after(offset: number): number {
    let shift = 0;
    for (const { start, end, replacement } of this.#edits) {
      if (start >= offset) break;
      if (offset < end) return start + shift;
      shift += replacement.length - (end - start);
    }
    return offset + shift;
  }
}
