/** A text with some parts replaced, and the mapping of its offsets to the original. */

export interface Edit {
  /** Offsets in the original. */
  readonly start: number;
  readonly end: number;
  readonly replacement: string;
}

/** The origin of a character, with the number of following characters from the same part. */
export interface Origin {
  readonly offset: number;
  readonly length: number;
  /** Whether it was typed; a replacement has the offset of the replaced text. */
  readonly typed: boolean;
}

interface Stretch {
  /** Offset in the edited text. */
  readonly at: number;
  readonly offset: number;
  readonly typed: boolean;
}

export class EditedText {
  readonly text: string;
  readonly #stretches: Stretch[] = [];

  /** `edits`: in order, without overlap. The text before `from` is left out. */
  constructor(original: string, from: number, edits: readonly Edit[]) {
    let text = "";
    let done = from;
    for (const { start, end, replacement } of edits) {
      if (start > done) this.#stretches.push({ at: text.length, offset: done, typed: true });
      text += original.slice(done, start);
      if (replacement !== "") this.#stretches.push({ at: text.length, offset: start, typed: false });
      text += replacement;
      done = end;
    }
    this.#stretches.push({ at: text.length, offset: done, typed: true });
    this.text = text + original.slice(done);
  }

  origin(at: number): Origin {
    let low = 0;
    let high = this.#stretches.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#stretches[middle]?.at ?? 0) <= at) low = middle;
      else high = middle - 1;
    }
    const stretch = this.#stretches[low] ?? { at: 0, offset: 0, typed: true };
    const next = this.#stretches[low + 1]?.at ?? this.text.length;
    return {
      offset: stretch.typed ? stretch.offset + at - stretch.at : stretch.offset,
      length: Math.max(1, next - at),
      typed: stretch.typed,
    };
  }
}
