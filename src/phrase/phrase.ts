/** `{{…}}` in running text: found, evaluated, formatted. */

import { ExpressionError } from "../expression/expression.ts";
import type { Pipeline } from "../expression/expression.ts";
import { parsePipeline } from "../expression/parse.ts";
import { evaluate } from "../tally/evaluate.ts";
import type { Scope } from "../tally/evaluate.ts";
import { didYouMean } from "../text/nearest.ts";
import type { Filter } from "./filter.ts";
import { listFilters } from "./list-filters.ts";
import { numberFilters } from "./number-filters.ts";
import { otherFilters } from "./other-filters.ts";
import type { Piece } from "./piece.ts";
import { piecesOf } from "./shown.ts";
import type { Shown } from "./shown.ts";

/** Every filter by its name. */
export const filters: ReadonlyMap<string, Filter> = new Map(
  [...numberFilters, ...listFilters, ...otherFilters].map((filter) => [filter.name, filter]),
);

/** The pieces of one expression (the text between the braces). Throws `ExpressionError`. */
export function phrase(text: string, scope: Scope): Piece[] {
  return piecesOf(show(parsePipeline(text), scope));
}

/** The value after all filters, before it becomes text. */
export function show(pipeline: Pipeline, scope: Scope): Shown {
  let shown: Shown;
  try {
    shown = evaluate(pipeline.expression, scope);
    for (const call of pipeline.filters) {
      const filter = filters.get(call.name);
      if (filter === undefined) {
        throw new ExpressionError(
          "unknown-filter",
          `没有“${call.name}”这种格式`,
          call.span,
          didYouMean(call.name, filters.keys()) ||
            `可用的格式见编辑手册：${[...filters.keys()].slice(0, 8).join("、")}……`,
        );
      }
      shown = filter.run(shown, call);
    }
    // Formatting may fail too (a value that needs decimals); better here, with the expression at hand.
    piecesOf(shown);
  } catch (fault) {
    if (fault instanceof ExpressionError && fault.span.end === 0)
      throw new ExpressionError(fault.code, fault.message, pipeline.expression.span, fault.hint);
    throw fault;
  }
  return shown;
}

/** An expression found in a text, with the offsets of its braces. */
export interface Placeholder {
  readonly start: number;
  readonly end: number;
  /** What stands between the braces, and where it starts. */
  readonly text: string;
  readonly textStart: number;
}

const longest = 2000;

/** All `{{…}}` of a text from `from` on. Braces left open or typed full-width are given by offset. */
export function placeholders(
  text: string,
  from = 0,
): { readonly found: Placeholder[]; readonly unclosed: number[]; readonly fullWidth: number[] } {
  const found: Placeholder[] = [];
  const unclosed: number[] = [];
  let at = from;
  for (;;) {
    const start = text.indexOf("{{", at);
    if (start < 0) break;
    // An expression stays within its paragraph and holds no other; the window keeps hostile texts linear.
    const window = text.slice(start + 2, start + longest);
    const length = window.search(/\}\}|\{\{|\n[ \t\r]*\n/);
    if (length < 0 || !window.startsWith("}}", length)) {
      unclosed.push(start);
      at = start + 2;
      continue;
    }
    const close = start + 2 + length;
    found.push({ start, end: close + 2, text: text.slice(start + 2, close), textStart: start + 2 });
    at = close + 2;
  }
  const fullWidth = [...text.slice(from).matchAll(/｛｛|｝｝|｛\{|\{｛/g)].map((match) => from + match.index);
  return { found, unclosed, fullWidth };
}
