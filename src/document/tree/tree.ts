/**
 * The tree of an article's body: the printed content, each piece with its place in the file. It is made from the only parse of the Markdown
 * (`read-tree.ts`); everything that is printed or checked is derived from it.
 */

import type { ComputedResult } from "../computed-block.ts";
import type { Piece } from "../../compute/phrase/piece.ts";

/** Offsets in the file; `end` is exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Typed text, identical to its span, except that a character reference (`&amp;`) is a text shorter than its span. */
export interface Text {
  readonly kind: "text";
  readonly text: string;
  readonly span: Span;
}

/** The printed result of an expression `{{…}}`. */
interface Phrase {
  readonly kind: "phrase";
  /** Number of the expression in the body, from 0. */
  readonly index: number;
  /** Empty when the expression has an error. */
  readonly pieces: readonly Piece[];
  readonly span: Span;
}

/** The end of a line within a paragraph, printed as a blank or nothing. */
export interface LineEnd {
  readonly kind: "line-end";
  readonly text: string;
  readonly span: Span;
}

/** A line break that is printed. */
interface Break {
  readonly kind: "break";
  readonly span: Span;
}

/** The number of a list item, as typed; a blank follows it. */
interface Marker {
  readonly kind: "marker";
  readonly text: string;
  readonly span: Span;
}

export interface Picture {
  readonly kind: "picture";
  /** Path relative to the folder. */
  readonly source: string;
  /** The text for blind readers. */
  readonly alternative: readonly Inline[];
  readonly span: Span;
}

/** Words in another typeface: bold words, a link, 一、 at the beginning of a paragraph, 按： of a note. */
export interface Styled {
  readonly kind: "styled";
  readonly tag: string;
  readonly className: string;
  readonly inside: readonly Inline[];
}

export type Inline = Text | Phrase | LineEnd | Break | Marker | Picture | Styled;

interface Placed {
  /** Its lines in the file, from 1; the second number is exclusive. */
  readonly lines: readonly [from: number, to: number];
  /** Names of the `:::` blocks around it, outermost first. */
  readonly within: readonly string[];
}

export type TextRole = "paragraph" | "heading" | "letter-title" | "salutation" | "signature" | "item";

export interface TextBlock extends Placed {
  readonly kind: "text";
  readonly role: TextRole;
  /** For a heading: 1 to 4 by its number (一、 （一） 1. （1）), 0 without one. */
  readonly level: number;
  readonly content: readonly Inline[];
}

/** A paragraph of pictures only. */
interface PictureBlock extends Placed {
  readonly kind: "picture";
  readonly pictures: readonly Picture[];
  readonly caption: readonly Inline[];
}

export interface TableCell {
  readonly align: "left" | "center" | "right";
  readonly content: readonly Inline[];
}

export interface TableRow {
  readonly head: boolean;
  readonly cells: readonly TableCell[];
}

/** A typed table. */
export interface TableBlock extends Placed {
  readonly kind: "table";
  readonly title: readonly Inline[];
  /** 单位：件 */
  readonly unit: readonly Inline[];
  readonly rows: readonly TableRow[];
}

/** A table or chart computed from data. */
export interface ComputedBlock extends Placed {
  readonly kind: "computed";
  /** Offset of its marker in the file. */
  readonly start: number;
  /** 表格, 图表 */
  readonly name: string;
  /** `undefined` when it has an error. */
  readonly result: ComputedResult | undefined;
}

export type Block = TextBlock | PictureBlock | TableBlock | ComputedBlock;

/** The printed text of a piece. */
export function inlineText(inline: Inline): string {
  switch (inline.kind) {
    case "text":
    case "line-end":
      return inline.text;
    case "marker":
      return `${inline.text} `;
    case "phrase":
      return inline.pieces.map((piece) => piece.text).join("");
    case "break":
      return "\n";
    case "picture":
      return "";
    case "styled":
      return contentText(inline.inside);
  }
}

export function contentText(content: readonly Inline[]): string {
  return content.map(inlineText).join("");
}

/** All pieces inside styled ones, without these. */
export function leaves(content: readonly Inline[]): Exclude<Inline, Styled>[] {
  return content.flatMap((inline) => (inline.kind === "styled" ? leaves(inline.inside) : [inline]));
}
