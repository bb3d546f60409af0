/** Finds, evaluates and formats `{{…}}` in running text. */

import { ExpressionError } from "../../model/expression/expression.ts";
import type { Expression, FilterCall, Pipeline } from "../../model/expression/expression.ts";
import { parsePipeline } from "../../model/expression/parse.ts";
import { halfWidthDigits } from "../../model/expression/token.ts";
import { evaluate, written } from "../tally/evaluate.ts";
import type { Scope } from "../tally/evaluate.ts";
import { didYouMean } from "../../base/text/nearest.ts";
import type { Filter } from "./filter.ts";
import { changeFilters } from "./change-filters.ts";
import { conditionFilters } from "./condition-filters.ts";
import { limitFilters } from "./limit-filters.ts";
import { listSelectFilters } from "./list-select-filters.ts";
import { listStyleFilters } from "./list-style-filters.ts";
import { listValueFilters } from "./list-value-filters.ts";
import { numberFilters } from "./number-filters.ts";
import { momentFilters, otherFilters } from "./other-filters.ts";
import { plainText } from "./piece.ts";
import type { Piece } from "./piece.ts";
import { showSeries } from "./series.ts";
import { piecesOf } from "./shown.ts";
import type { Shown } from "./shown.ts";
import { unitFilters } from "./unit-filters.ts";

/** Filters by purpose, as in the chapters of the handbook. */
export const filterGroups: readonly { readonly title: string; readonly filters: readonly Filter[] }[] = [
  { title: "数字怎样写", filters: [...numberFilters, ...unitFilters] },
  { title: "增减怎样说", filters: changeFilters },
  { title: "分项：选哪些、怎样排", filters: [...listSelectFilters, ...limitFilters] },
  { title: "分项：怎样写", filters: listStyleFilters },
  { title: "分项：求一个数", filters: listValueFilters },
  { title: "名单、共有件、批次", filters: otherFilters },
  { title: "日期", filters: momentFilters },
  { title: "有就说、没有就不说", filters: conditionFilters },
];

/** Every filter by its name. */
export const filters: ReadonlyMap<string, Filter> = new Map(
  filterGroups.flatMap((group) => group.filters).map((filter) => [filter.name, filter]),
);

/** The pieces of one expression (the text between the braces). Throws `ExpressionError`. */
export function phrase(text: string, scope: Scope): Piece[] {
  return piecesOf(show(parsePipeline(text), scope));
}

/** The value after all filters, before it becomes text. */
export function show(pipeline: Pipeline, scope: Scope): Shown {
  let shown: Shown;
  let mayBeEmpty = false;
  try {
    shown = valueOf(pipeline.expression, scope);
    for (const call of pipeline.filters) {
      const filter = filterOf(call);
      shown = run(filter, shown, call);
      mayBeEmpty ||= filter.mayBeEmpty === true;
    }
    // Formatting may fail, too (a value that needs decimals); here the error can be placed in the expression.
    if (plainText(piecesOf(shown)) === "" && !mayBeEmpty) throw nothingToPrint(pipeline);
  } catch (fault) {
    if (fault instanceof ExpressionError && fault.span.end === 0)
      throw new ExpressionError(fault.code, fault.message, pipeline.expression.span, fault.hint);
    throw fault;
  }
  return shown;
}

function filterOf(call: FilterCall): Filter {
  const filter = filters.get(call.name);
  if (filter !== undefined) return filter;
  throw new ExpressionError(
    "unknown-filter",
    `没有“${call.name}”这种格式`,
    call.span,
    didYouMean(call.name, filters.keys()) || `可用的格式见编辑手册：${[...filters.keys()].slice(0, 8).join("、")}……`,
  );
}

function run(filter: Filter, shown: Shown, call: FilterCall): Shown {
  return filter.run(shown, filter.verbatim === true ? call : { ...call, args: call.args.flatMap(separated) });
}

/** Applies the filters of a table's column, which may only define how figures are written. Throws `ExpressionError`. */
export function formatted(value: Shown, calls: readonly FilterCall[]): Shown {
  return calls.reduce((shown, call) => {
    const filter = filterOf(call);
    if (filter.writes === true) return run(filter, shown, call);
    throw new ExpressionError(
      "filter-input",
      `表格的一栏后面不能写“${call.name}”`,
      call.span,
      "这里只写数字的格式，如“百分比: 2”“占比: 1”“换算: 万元”；挑选、排列写在下面的“只要”“前”“次序”里。",
    );
  }, value);
}

function valueOf(expression: Expression, scope: Scope): Shown {
  if (expression.kind !== "series") return evaluate(expression, scope);
  return showSeries(expression, ({ expression: inner, filters: calls }) =>
    show({ expression: inner, filters: calls, text: written(inner) }, scope),
  );
}

/** 前: 3，并列 – full-width commas and digits mean the same in arguments that are not wording. */
function separated(argument: string): string[] {
  return argument.split(/[，、]/).map((text) => halfWidthDigits(text.trim()));
}

function nothingToPrint(pipeline: Pipeline): ExpressionError {
  return new ExpressionError(
    "empty-phrase",
    `“${pipeline.text}”什么也没有印出来`,
    pipeline.expression.span,
    "没有的时候要换一句话的，加“| 无则: …”；没有就不说的，加“| 有则”。",
  );
}

/** An expression found in a text, with the offsets of its braces. */
export interface Placeholder {
  readonly start: number;
  readonly end: number;
  /** The text between the braces, and its start. */
  readonly text: string;
  readonly textStart: number;
}

/** Longest placeholder in characters; the search for its end stays within, so that hostile texts take linear time. */
const longest = 2000;

/** All `{{…}}` of a text from `from` on, with the offsets of braces that are not closed or are full-width. */
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
    // A placeholder ends within its paragraph and contains no other.
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
