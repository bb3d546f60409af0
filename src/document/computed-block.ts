/** Blocks of an article that are computed from data: tables and charts. (计算块) */

import type { Markup } from "../base/text/markup.ts";
import type { FigureLink } from "../compute/phrase/markup.ts";
import type { Piece } from "../compute/phrase/piece.ts";
import type { Scope } from "../compute/tally/scope.ts";
import type { Figure } from "../compute/tally/figure.ts";
import { ExpressionError } from "../model/expression/expression.ts";
import type { Span } from "../model/expression/expression.ts";
import type { TableModel } from "./table/model.ts";

/** One stretch of what a block prints: a caption, the head of a column, a cell, a remark. */
export interface Passage {
  readonly pieces: readonly Piece[];
  /** Of what an editor says in words: 标题, 说明. */
  readonly part?: "caption" | "note";
  /** Of a caption or head: the figures that its words are said of. */
  readonly about?: readonly Figure[];
  /** Of a cell: the head of its column. */
  readonly column?: string;
}

export interface Drawing {
  readonly caption: readonly Piece[];
  /** All that it shows, in words. */
  readonly description: string;
  /** Whether its table is printed below it; a screen shows it anyway. */
  readonly isTablePrinted: boolean;
}

/** What a block comes to. */
export interface ComputedResult {
  readonly markup: (link?: FigureLink) => Markup;
  readonly table: TableModel;
  /** Of a chart, which draws what the table says. */
  readonly drawing?: Drawing;
  /** Everything it prints, in reading order: a printed number leads back to its figure here as in running text. */
  readonly passages: readonly Passage[];
  /** What a screen shows on demand and paper does not: the table behind a drawing. */
  readonly behind?: readonly Passage[];
}

/** A line between the marker and the end of the block, its expressions already evaluated. */
export type ComputedLine = readonly Piece[];

/** Throws `ComputedBlockError`, or an `ExpressionError` with a span within the text of `argument`, what stands behind the marker. */
export type ComputedBlock = (argument: ComputedLine, lines: readonly ComputedLine[], scope: Scope) => ComputedResult;

/** A fault in one of the block's lines: 0 is that of the marker, whose text is the argument. */
export class ComputedBlockError extends ExpressionError {
  readonly line: number;

  constructor(line: number, code: string, message: string, span: Span, hint?: string) {
    super(code, message, span, hint);
    this.line = line;
  }
}
