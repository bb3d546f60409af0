/** Blocks of an article that are computed from data: tables and charts. (计算块) */

import { ExpressionError } from "../expression/expression.ts";
import type { Span } from "../expression/expression.ts";
import type { Scope } from "../tally/scope.ts";
import type { Piece } from "./piece.ts";

/** What a block comes to. */
export interface ComputedResult {
  readonly html: string;
  /** Everything it prints, in reading order: a printed number leads back to its figure here as in running text. */
  readonly pieces: readonly Piece[];
  /** What a screen shows on demand and paper does not: the table behind a drawing. */
  readonly behind?: readonly Piece[];
}

/** A line between the marker and the end of the block, its expressions already evaluated. */
export type ComputedLine = readonly Piece[];

/** Throws `ComputedBlockError`, or an `ExpressionError` with a span within `argument`. */
export type ComputedBlock = (argument: string, lines: readonly ComputedLine[], scope: Scope) => ComputedResult;

/** A fault in one of the block's lines: 0 is that of the marker, whose text is the argument. */
export class ComputedBlockError extends ExpressionError {
  readonly line: number;

  constructor(line: number, code: string, message: string, span: Span, hint?: string) {
    super(code, message, span, hint);
    this.line = line;
  }
}
