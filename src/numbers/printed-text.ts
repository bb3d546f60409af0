/** The words of an article as they are printed, block by block, each character with its way back to the source. */

import type { Figure } from "../tally/figure.ts";
import type { Piece } from "../phrase/piece.ts";
import type { Placeholder } from "../phrase/phrase.ts";
import type { Place } from "../problem/problem.ts";
import type { SourceText } from "../problem/source-text.ts";
import { readMarkup } from "./markup.ts";

/** An expression with what it printed, as rendering an article gives it. */
export interface Printed {
  readonly placeholder: Placeholder;
  readonly pieces: readonly Piece[];
}

/** An article as this stage takes it; `Article` of the model with the expressions of its body. */
export interface NumberedArticle {
  readonly source: SourceText;
  readonly bodyStart: number;
  /** Front-matter values that are printed, such as 标题. */
  readonly printedRanges: readonly (readonly [start: number, end: number])[];
  readonly printed: readonly Printed[];
  /** Names of the `:::` blocks that are computed: their lines are settings, not prose. */
  readonly computedBlocks?: ReadonlySet<string>;
}

/** A stretch that an expression printed. */
export interface Computed {
  readonly start: number;
  readonly end: number;
  readonly expression: string;
  /** Absent where the stretch is words or a date. */
  readonly figure: Figure | undefined;
}

/** One paragraph, heading, list item or table cell. */
export interface Block {
  readonly kind: "title" | "heading" | "item" | "cell" | "paragraph";
  readonly text: string;
  /** In order, without overlap. */
  readonly computed: readonly Computed[];
  /** The place in the source of the character at an index of `text`. */
  readonly place: (index: number) => Place;
}

/** Titles first, then the body in order. Linear in the length of the source. */
export function printedBlocks(article: NumberedArticle): Block[] {
  const { source, bodyStart, printedRanges } = article;
  const byStart = new Map(article.printed.map((item) => [item.placeholder.start, item]));
  const titles = printedRanges.map(([start, end]) => new BlockBuilder("title", source).copy(start, end).finish());
  const body = readMarkup(source.text, bodyStart, article.computedBlocks ?? new Set()).map(({ kind, runs }) => {
    const builder = new BlockBuilder(kind, source);
    for (const [start, end] of runs) {
      const printed = byStart.get(start);
      // What an expression with a fault would have printed is not known.
      if (printed !== undefined) builder.put(printed);
      else if (source.text.startsWith("{{", start))
        builder.put({ placeholder: { start, end, text: "", textStart: start }, pieces: [] });
      else builder.copy(start, end);
    }
    return builder.finish();
  });
  return [...titles, ...body].filter((block) => block.text.trim() !== "");
}

class BlockBuilder {
  readonly #kind: Block["kind"];
  readonly #source: SourceText;
  #text = "";
  readonly #offsets: number[] = [];
  readonly #computed: Computed[] = [];

  constructor(kind: Block["kind"], source: SourceText) {
    this.#kind = kind;
    this.#source = source;
  }

  copy(start: number, end: number): this {
    for (let at = start; at < end; at++) {
      const character = this.#source.text.charAt(at);
      // Lines of one paragraph join; Chinese needs no space between.
      if (character === "\n" || character === "\r") continue;
      this.#text += character;
      this.#offsets.push(at);
    }
    return this;
  }

  put({ placeholder, pieces }: Printed): this {
    for (const piece of pieces) {
      const start = this.#text.length;
      this.#text += piece.text;
      for (let unit = 0; unit < piece.text.length; unit++) this.#offsets.push(placeholder.start);
      const figure = piece.kind === "figure" ? piece.figure : undefined;
      this.#computed.push({ start, end: this.#text.length, expression: placeholder.text.trim(), figure });
    }
    return this;
  }

  finish(): Block {
    const offsets = this.#offsets;
    const source = this.#source;
    return {
      kind: this.#kind,
      text: this.#text,
      computed: this.#computed,
      place: (index) => source.place(offsets[Math.min(index, offsets.length - 1)] ?? 0),
    };
  }
}
