/** The words of an article as they are printed, block by block, each character with its way back to the source. */

import type { Figure } from "../../compute/tally/figure.ts";
import type { Passage } from "../../document/computed-block.ts";
import { placeholders, type Placeholder } from "../../compute/phrase/phrase.ts";
import type { FigurePiece, Piece } from "../../compute/phrase/piece.ts";
import {
  leaves,
  type ComputedBlock,
  type Block as TreeBlock,
  type Inline,
  type Span,
  type TableBlock,
} from "../../document/tree/tree.ts";
import type { Article } from "../../model/issue.ts";
import type { BuiltIssue } from "../../document/issue-view.ts";
import type { Place } from "../../base/problem/problem.ts";
import type { SourceText } from "../../base/problem/source-text.ts";
import { lineJoint } from "../../base/text/line-joint.ts";

/** An article as this stage takes it: `Article` of the model, filled. */
export interface NumberedArticle {
  readonly source: SourceText;
  /** Front-matter values that are printed, such as 标题. */
  readonly printedRanges: readonly Range[];
  /** The expressions in them with what they printed. */
  readonly printed: readonly { readonly placeholder: Placeholder; readonly pieces: readonly Piece[] }[];
  readonly body: readonly TreeBlock[];
}

/** One of an issue's articles. */
export function numberedArticle({ phrases, bodies }: BuiltIssue, article: Article): NumberedArticle {
  return { ...article, printed: phrases.get(article) ?? [], body: bodies.get(article) ?? [] };
}

type Range = readonly [start: number, end: number];

/** A stretch that an expression printed. */
export interface Computed {
  readonly start: number;
  readonly end: number;
  readonly expression: string;
  /** Absent where the stretch is words or a date. */
  readonly figure: Figure | undefined;
  /** What printed the figure. */
  readonly piece?: FigurePiece;
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
  /** Of a cell of a table typed by hand; rows and columns count from 0. */
  readonly cell?: { readonly table: TableBlock; readonly row: number; readonly column: number };
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
  const { source, body } = article;
  const titles = article.printedRanges.map((range) => titleBlock(range, article));
  return [...titles, ...body.flatMap((block) => blocksOf(block, source))].filter(({ text }) => text.trim() !== "");
}

function blocksOf(block: TreeBlock, source: SourceText): Block[] {
  const of = (kind: Block["kind"], content: readonly Inline[]): Block =>
    leaves(content)
      .reduce((builder, piece) => builder.piece(piece), new BlockBuilder(kind, source))
      .finish();
  switch (block.kind) {
    case "text":
      if (block.role === "heading" || block.role === "letter-title") return [of("heading", block.content)];
      return [of(block.role === "item" ? "item" : "paragraph", block.content)];
    case "picture":
      return [of("paragraph", block.caption)];
    case "table":
      return [
        of("paragraph", block.title),
        of("paragraph", block.unit),
        ...block.rows.flatMap(({ cells }, row) =>
          cells.map(({ content }, column) => ({ ...of("cell", content), cell: { table: block, row, column } })),
        ),
      ];
    case "computed":
      return computedCells(block, source);
  }
}

/** Each cell of a table is a block of its own: digits of neighbours do not join. */
function computedCells({ start, name, result }: ComputedBlock, source: SourceText): Block[] {
  const { passages = [], behind = [] } = result ?? {};
  const marker = /[^\n]*/.exec(source.text.slice(start))?.[0] ?? "";
  const of = (passage: Passage, onScreenOnly: boolean): Block => ({
    ...new BlockBuilder("cell", source).put(passage.pieces, start, `::: ${name}`).finish(),
    passage,
    marker,
    onScreenOnly,
  });
  return [...passages.map((passage) => of(passage, false)), ...behind.map((passage) => of(passage, true))];
}

/** A value of the front matter, in which Markdown has no meaning. */
function titleBlock([start, end]: Range, { source, printed }: NumberedArticle): Block {
  const builder = new BlockBuilder("title", source);
  let at = start;
  for (const placeholder of placeholders(source.text.slice(0, end), start).found) {
    builder.lines(at, placeholder.start);
    // What an expression with a fault would have printed is not known.
    const pieces = printed.find((item) => item.placeholder.start === placeholder.start)?.pieces;
    if (pieces !== undefined) builder.put(pieces, placeholder.start, placeholder.text);
    at = placeholder.end;
  }
  return builder.lines(at, end).finish();
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

  piece(piece: ReturnType<typeof leaves>[number]): this {
    const { start, end } = piece.span;
    switch (piece.kind) {
      case "phrase":
        return this.put(piece.pieces, start, this.#source.text.slice(start + 2, end - 2));
      case "marker":
        return this.#typed(`${piece.text} `, piece.span);
      case "break":
        return this.#typed(" ", piece.span);
      case "picture":
        return this;
      default:
        return this.#typed(piece.text, piece.span);
    }
  }

  /** `expression`, which begins at `start`, printed these pieces. */
  put(pieces: readonly Piece[], start: number, expression: string): this {
    // Where an editor typed in the settings of a block.
    let typedAt: number | undefined;
    for (const piece of pieces) {
      const from = this.#text.length;
      this.#text += piece.text;
      const isTyped = piece.kind === "text" && piece.typedAt !== undefined;
      if (isTyped) typedAt = piece.typedAt;
      const at = typedAt ?? start;
      for (let unit = 0; unit < piece.text.length; unit++) this.#offsets.push(isTyped ? at + unit : at);
      if (isTyped) {
        typedAt = at + piece.text.length;
        continue;
      }
      this.#computed.push({
        start: from,
        end: this.#text.length,
        expression: expression.trim(),
        ...(piece.kind === "figure" ? { figure: piece.figure, piece } : { figure: undefined }),
      });
    }
    return this;
  }

  /** A stretch of the file as it stands; the lines of a long value are joined. */
  lines(start: number, end: number): this {
    let at = start;
    for (const [index, line] of this.#source.text.slice(start, end).split("\n").entries()) {
      const words = index === 0 ? line : line.replace(/^[ \t]+/, "");
      if (index > 0) this.#typed(lineJoint(this.#text, words), { start: at - 1, end: at });
      const from = at + line.length - words.length;
      this.#typed(at + line.length < end ? words.trimEnd() : words, { start: from, end: from + words.length });
      at += line.length + 1;
    }
    return this;
  }

  /** The last character stands for a backslash and its sign, the first for all of a reference. */
  #typed(text: string, { start, end }: Span): this {
    const at = this.#source.text.startsWith("\\", start) && end - start > text.length ? end - text.length : start;
    this.#text += text;
    for (let unit = 0; unit < text.length; unit++) this.#offsets.push(at + unit);
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
