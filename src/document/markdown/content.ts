/** An article's body as blocks of runs, for whatever is not HTML. Made of the same tokens as the HTML, so their texts cannot differ. */

import type { Piece } from "../../compute/phrase/piece.ts";
import type { PictureReference } from "./render.ts";

/** What a piece of text is set in, where it differs from its block: 一、 at a paragraph's beginning, 按： of a note. */
export type RunLook = "level-1" | "level-2" | "note-label" | undefined;

export type Run =
  | { readonly kind: "text"; readonly text: string; readonly look: RunLook }
  /** What an expression printed. `index` counts the expressions of the body. */
  | { readonly kind: "phrase"; readonly pieces: readonly Piece[]; readonly index: number; readonly look: RunLook }
  | { readonly kind: "break" };

interface Block {
  /** Lines of the file that hold it, from 1, the second one past its end. */
  readonly lines: readonly [from: number, to: number];
  /** Names of the `:::` blocks around it, outermost first. */
  readonly within: readonly string[];
}

export type TextRole = "paragraph" | "heading" | "letter-title" | "salutation" | "signature" | "item";

export interface TextBlock extends Block {
  readonly kind: "text";
  readonly role: TextRole;
  /** Of a heading: 1 to 4 by its number (一、 （一） 1. （1）), 0 without one. */
  readonly level: number;
  readonly runs: readonly Run[];
}

export interface PictureBlock extends Block {
  readonly kind: "picture";
  /** Addresses as typed: paths from the folder. */
  readonly sources: readonly PictureReference["source"][];
  readonly caption: readonly Run[];
}

export interface TableCell {
  readonly align: "left" | "center" | "right";
  readonly runs: readonly Run[];
}

export interface TableBlock extends Block {
  readonly kind: "table";
  readonly title: readonly Run[];
  /** 单位：件 */
  readonly unit: readonly Run[];
  readonly rows: readonly { readonly head: boolean; readonly cells: readonly TableCell[] }[];
}

/** A table or chart computed from data, as its HTML. */
export interface ComputedBlock extends Block {
  readonly kind: "computed";
  readonly html: string;
}

export type ContentBlock = TextBlock | PictureBlock | TableBlock | ComputedBlock;

export function runText(run: Run): string {
  switch (run.kind) {
    case "text":
      return run.text;
    case "phrase":
      return run.pieces.map((piece) => piece.text).join("");
    case "break":
      return "\n";
  }
}

export function runsText(runs: readonly Run[]): string {
  return runs.map(runText).join("");
}
