import type { Fix } from "../../base/problem/problem.ts";
import { splice } from "../../base/problem/splice.ts";

/** A text with edits applied, and the mapping between its offsets and those of the original text. */
export class MendedText {
  readonly text: string;
  readonly #edits: readonly Fix[];

  /** Of overlapping edits only the first is applied. */
  constructor(before: string, edits: readonly Fix[]) {
    const applied: Fix[] = [];
    for (const edit of [...edits].sort((a, b) => a.start - b.start || a.end - b.end))
      if (edit.start >= (applied.at(-1)?.end ?? 0)) applied.push(edit);
    this.#edits = applied;
    this.text = splice(before, applied);
  }

  /** The offset in the original text; inside a replacement, the start of what it replaced. */
  before(offset: number): number {
    let shift = 0;
    for (const { start, end, replacement } of this.#edits) {
      if (start + shift >= offset) break;
      if (offset < start + shift + replacement.length) return start;
      shift += replacement.length - (end - start);
    }
    return offset - shift;
  }

  /** The offset in the edited text; inside a replaced part, the start of the replacement. */
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
