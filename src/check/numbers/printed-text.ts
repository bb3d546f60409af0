/** The words of an article as they are printed, block by block, each character with its way back to the source. */

import type { Figure } from "../../compute/tally/figure.ts";
import type { Passage } from "../../compute/phrase/computed-block.ts";
import type { Piece } from "../../compute/phrase/piece.ts";
import type { Placeholder } from "../../compute/phrase/phrase.ts";
import type { Place } from "../../base/problem/problem.ts";
import type { SourceText } from "../../base/problem/source-text.ts";
import { lineJoint } from "../../base/text/line-joint.ts";
import { plainRuns, readMarkup } from "./markup.ts";
import type { Stretch } from "./markup.ts";

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
  /** Tables and charts computed from data, with what they printed; `start` is the offset of the marker. */
  readonly blocks?: readonly ComputedText[];
}

/** What a table or chart prints; `behind` is what only a screen shows of it. */
export interface ComputedText {
  readonly start: number;
  readonly name: string;
  readonly passages: readonly Passage[];
  readonly behind?: readonly Passage[];
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
  /** Shown on a screen only: the table behind a chart. */
  readonly onScreenOnly?: boolean;
  /** In order, without overlap. */
  readonly computed: readonly Computed[];
  /** The place in the source of the character at an index of `text`. */
  readonly place: (index: number) => Place;
  /** Of a cell of a table typed by hand: its place in its row, from 0. */
  readonly column?: number | undefined;
  /** Of a computed table or chart. */
  readonly passage?: Passage;
  /** Its first line: `::: 表格 单位 × 交办`. */
  readonly marker?: string;
}

/** Whether any of a stretch of the text is printed by an expression. */
export function isComputed({ computed }: Block, from: number, to: number): boolean {
  return computed.some(({ start, end }) => start < to && from < end);
}

/** Titles first, then the body in order. Linear in the length of the source. */
export function printedBlocks(article: NumberedArticle): Block[] {
  const { source, bodyStart, printedRanges, printed, blocks = [] } = article;
  const byStart = new Map(printed.map((item) => [item.placeholder.start, item]));
  const build = (kind: Block["kind"], runs: Stretch["runs"], column?: number): Block => {
    const builder = new BlockBuilder(kind, source, column);
    for (const [start, end] of runs) {
      const found = byStart.get(start);
      if (found !== undefined) builder.put(found);
      // What an expression with a fault would have printed is not known.
      else if (!source.text.startsWith("{{", start)) builder.copy(start, end);
    }
    return builder.finish();
  };
  const titles = printedRanges.map(([start, end]) => build("title", plainRuns(source.text, start, end)));
  const computed = new Set(blocks.map((block) => block.name));
  const body = [
    ...readMarkup(source.text, bodyStart, computed).map(({ start, kind, runs, column }) => ({
      start,
      blocks: [build(kind, runs, column)],
    })),
    ...blocks.map(({ start, name, passages, behind = [] }) => ({
      start,
      blocks: [...cells(source, start, name, passages), ...cells(source, start, name, behind, true)],
    })),
  ].sort((a, b) => a.start - b.start);
  return [...titles, ...body.flatMap((part) => part.blocks)].filter((block) => block.text.trim() !== "");
}

/** Each cell of a table is a block of its own: digits of neighbours do not join. */
function cells(
  source: SourceText,
  start: number,
  name: string,
  passages: readonly Passage[],
  onScreenOnly = false,
): Block[] {
  const placeholder = { start, end: start, text: `::: ${name}`, textStart: start };
  const marker = /[^\n]*/.exec(source.text.slice(start))?.[0] ?? "";
  return passages.map((passage) => ({
    ...new BlockBuilder("cell", source).put({ placeholder, pieces: passage.pieces }).finish(),
    passage,
    marker,
    onScreenOnly,
  }));
}

class BlockBuilder {
  readonly #kind: Block["kind"];
  readonly #source: SourceText;
  readonly #column: number | undefined;
  #text = "";
  readonly #offsets: number[] = [];
  readonly #computed: Computed[] = [];
  /** The offset of a line end that nothing printed has followed yet. */
  #lineEnd: number | undefined;

  constructor(kind: Block["kind"], source: SourceText, column?: number) {
    this.#kind = kind;
    this.#source = source;
    this.#column = column;
  }

  copy(start: number, end: number): this {
    for (let at = start; at < end; at++) {
      const character = this.#source.text.charAt(at);
      if (character === "\n") this.#endLine(at);
      if (character === "\n" || character === "\r") continue;
      // Nor do those at the beginning of the next.
      if (this.#lineEnd !== undefined && (character === " " || character === "\t")) continue;
      this.#joinLines(character);
      this.#text += character;
      this.#offsets.push(at);
    }
    return this;
  }

  put({ placeholder, pieces }: Printed): this {
    this.#joinLines(pieces.map(({ text }) => text).join(""));
    // Where an editor typed in the settings of a block.
    let typedAt: number | undefined;
    for (const piece of pieces) {
      const start = this.#text.length;
      this.#text += piece.text;
      const isTyped = piece.kind === "text" && piece.typedAt !== undefined;
      if (isTyped) typedAt = piece.typedAt;
      const at = typedAt ?? placeholder.start;
      for (let unit = 0; unit < piece.text.length; unit++) this.#offsets.push(isTyped ? at + unit : at);
      if (isTyped) {
        typedAt = at + piece.text.length;
        continue;
      }
      const figure = piece.kind === "figure" ? piece.figure : undefined;
      this.#computed.push({ start, end: this.#text.length, expression: placeholder.text.trim(), figure });
    }
    return this;
  }

  /** Blanks at the end of a line do not print. */
  #endLine(at: number): void {
    const text = this.#text.replace(/[ \t]+$/, "");
    this.#offsets.length = text.length;
    this.#text = text;
    this.#lineEnd = at;
  }

  /** Before what a line begins with: the blank that joins it to the line above, if one does. */
  #joinLines(after: string): void {
    if (this.#lineEnd === undefined) return;
    const joint = lineJoint(this.#text, after);
    if (joint !== "") {
      this.#text += joint;
      this.#offsets.push(this.#lineEnd);
    }
    this.#lineEnd = undefined;
  }

  finish(): Block {
    const offsets = this.#offsets;
    const source = this.#source;
    return {
      kind: this.#kind,
      text: this.#text,
      computed: this.#computed,
      column: this.#column,
      place: (index) => source.place(offsets[Math.min(index, offsets.length - 1)] ?? 0),
    };
  }
}
