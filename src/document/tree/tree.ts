/**
 * An article's body as a tree: what it prints, each piece with the place in the file where it was typed. Made by the one parse of the
 * Markdown (`read-tree.ts`); everything printed or checked is a walk over it.
 */

import type { ComputedResult } from "../computed-block.ts";
import type { Piece } from "../../compute/phrase/piece.ts";

/** Offsets of the file, the second one past the end. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Words of the text. As long as its span, it is what stands there; a reference (`&amp;`) is a text of its own, shorter than its span. */
export interface Text {
  readonly kind: "text";
  readonly text: string;
  readonly span: Span;
}

/** What an expression `{{…}}` printed. */
interface Phrase {
  readonly kind: "phrase";
  /** Counts the expressions of the body. */
  readonly index: number;
  /** Empty where the expression has a fault. */
  readonly pieces: readonly Piece[];
  readonly span: Span;
}

/** The end of a line within a paragraph, with the blank that it prints, or nothing. */
export interface LineEnd {
  readonly kind: "line-end";
  readonly text: string;
  readonly span: Span;
}

/** A line end that prints as one. */
interface Break {
  readonly kind: "break";
  readonly span: Span;
}

/** The number of a list's item, as typed: a blank follows it. */
interface Marker {
  readonly kind: "marker";
  readonly text: string;
  readonly span: Span;
}

export interface Picture {
  readonly kind: "picture";
  /** A path from the folder. */
  readonly source: string;
  /** Shown to those who do not see it. */
  readonly alternative: readonly Inline[];
  readonly span: Span;
}

/** A stretch in a type of its own: bold words, a link, 一、 at the beginning of a paragraph, 按： of a note. */
export interface Styled {
  readonly kind: "styled";
  readonly tag: string;
  readonly className: string;
  readonly inside: readonly Inline[];
}

export type Inline = Text | Phrase | LineEnd | Break | Marker | Picture | Styled;

interface Placed {
  /** Lines of the file that hold it, from 1, the second one past its end. */
  readonly lines: readonly [from: number, to: number];
  /** Names of the `:::` blocks around it, outermost first. */
  readonly within: readonly string[];
}

export type TextRole = "paragraph" | "heading" | "letter-title" | "salutation" | "signature" | "item";

export interface TextBlock extends Placed {
  readonly kind: "text";
  readonly role: TextRole;
  /** Of a heading: 1 to 4 by its number (一、 （一） 1. （1）), 0 without one. */
  readonly level: number;
  readonly content: readonly Inline[];
}

/** Pictures alone in their paragraph. */
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

/** A table typed by hand. */
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
  /** Offset of its marker. */
  readonly start: number;
  /** 表格, 图表 */
  readonly name: string;
  /** `undefined` where it has a fault. */
  readonly result: ComputedResult | undefined;
}

export type Block = TextBlock | PictureBlock | TableBlock | ComputedBlock;

/** What a piece prints. */
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

/** The pieces without those that hold others. */
export function leaves(content: readonly Inline[]): Exclude<Inline, Styled>[] {
  return content.flatMap((inline) => (inline.kind === "styled" ? leaves(inline.inside) : [inline]));
}
