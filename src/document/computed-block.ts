/** Types of blocks that are computed from data: tables and charts. (计算块) */

import type { Markup } from "../base/text/markup.ts";
import type { FigureLink } from "../compute/phrase/markup.ts";
import type { Piece } from "../compute/phrase/piece.ts";
import type { Scope } from "../compute/tally/scope.ts";
import type { Figure } from "../compute/tally/figure.ts";
import { ExpressionError } from "../model/expression/expression.ts";
import type { Span } from "../model/expression/expression.ts";
import type { TableModel } from "./table/model.ts";

/** A part of a block's printed text: a caption, the header of a column, a cell, a remark. */
export interface Passage {
  readonly pieces: readonly Piece[];
  /** For texts of the editor: 标题, 说明. */
  readonly part?: "caption" | "note";
  /** For a caption or header: the figures to which its words refer. */
  readonly about?: readonly Figure[];
  /** For a cell: the header of its column. */
  readonly column?: string;
}

export interface Drawing {
  readonly caption: readonly Piece[];
  /** The description of the drawing in words. */
  readonly description: string;
  /** Whether its table is printed below it; screens always offer the table. */
  readonly isTablePrinted: boolean;
}

/** The result of a computed block. */
export interface ComputedResult {
  readonly markup: (link?: FigureLink) => Markup;
  readonly table: TableModel;
  /** Present for a chart. */
  readonly drawing?: Drawing;
  /** Everything it prints, in reading order; like in running text, printed numbers refer to their figures. */
  readonly passages: readonly Passage[];
  /** The table of a drawing, which screens show on demand. */
  readonly behind?: readonly Passage[];
}

/** A line between the marker and the end of the block, with evaluated expressions. */
export type ComputedLine = readonly Piece[];

/** `argument`: the text after the marker. Throws `ComputedBlockError`, or an `ExpressionError` with a span within `argument`. */
export type ComputedBlock = (argument: ComputedLine, lines: readonly ComputedLine[], scope: Scope) => ComputedResult;

/** An error in a line of the block; line 0 is that of the marker with the argument. */
export class ComputedBlockError extends ExpressionError {
  readonly line: number;

  constructor(line: number, code: string, message: string, span: Span, hint?: string) {
    super(code, message, span, hint);
    this.line = line;
  }
}
