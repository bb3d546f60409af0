/** The columns of a table: measures, expressions, and cross breakdowns with a column for each member. */

import { ExpressionError } from "../../model/expression/expression.ts";
import type { Expression, FilterCall, Segment, SeriesItem } from "../../model/expression/expression.ts";
import { piecesBetween, textPiece } from "../../compute/phrase/piece.ts";
import type { Piece } from "../../compute/phrase/piece.ts";
import type { Registry } from "../../model/registry.ts";
import { orientedCross } from "../../compute/tally/cross.ts";
import { evaluate, written } from "../../compute/tally/evaluate.ts";
import type { Figure } from "../../compute/tally/figure.ts";
import type { Lens } from "../../compute/tally/lens.ts";
import type { Scope } from "../../compute/tally/scope.ts";
import { figureOf } from "../../compute/tally/value.ts";

export interface Column {
  readonly label: string;
  /** The pieces of the label, which may contain figures (第15批). */
  readonly head: readonly Piece[];
  readonly expression: Expression;
  /** The filters that define how its figures are written. */
  readonly filters: readonly FilterCall[];
  /** For a column of a cross breakdown: its dimension, 类别 in a table of units by categories. */
  readonly spread: string | undefined;
}

/**
 * 交办.类别 becomes a column for each category; every other item is one column. `printed`: the text from which `items` were parsed; `rows`:
 * the dimension of the rows.
 */
export function columnsOf(
  items: readonly SeriesItem[],
  printed: readonly Piece[],
  rows: string | undefined,
  scope: Scope,
): Column[] {
  return items.flatMap((item, at): Column[] => {
    if (rows === undefined && columnWord(item, scope) !== undefined)
      throw new ExpressionError(
        "block-argument",
        `“各期”的表里没有“${columnWord(item, scope)?.name ?? ""}”这一栏`,
        item.expression.span,
        "它是一个分组里各项的占比、名次，写在“单位 × 交办、占比、名次”这样的表里。",
      );
    const { label, expression, filters } = ofColumnBefore(item, items.slice(0, at), scope);
    const spread = rows === undefined ? undefined : spreadOver(expression, rows, scope);
    if (spread !== undefined) return spread.map((column) => ({ ...column, filters }));
    const path = expression.kind === "path" ? expression.segments : [];
    const last = path.at(-1)?.name;
    const name = label ?? (path.length === 1 ? last : undefined) ?? written(expression);
    const head = headOf(item, printed) ?? [textPiece(name)];
    return [{ label: name, head, expression, filters, spread: undefined }];
  });
}

/** The name that the editor gave to a column, or to a row in a table of measures. */
export function headOf({ labelSpan }: SeriesItem, printed: readonly Piece[]): readonly Piece[] | undefined {
  return labelSpan === undefined ? undefined : piecesBetween(printed, labelSpan.start, labelSpan.end);
}

/** 占比, 占合计 and 名次 as columns refer to the column before. */
function ofColumnBefore(item: SeriesItem, earlier: readonly SeriesItem[], scope: Scope): SeriesItem {
  const word = columnWord(item, scope);
  if (word === undefined) return item;
  const before = earlier.findLast((other) => columnWord(other, scope) === undefined);
  const label = item.label ?? word.name;
  if (before === undefined)
    throw new ExpressionError(
      "block-argument",
      `“${word.name}”前面要有一栏数`,
      word,
      `如“单位 × 交办、${word.name}”。`,
    );
  if (word.name !== "名次") {
    // 占比 | 百分比: 0 defines how the share is written.
    const [form, ...others] = item.filters;
    const args = form?.name === "百分比" || form?.name === word.name ? form.args : undefined;
    const share = { name: word.name, args: args ?? [], span: word };
    return { label, expression: before.expression, filters: [share, ...(args === undefined ? item.filters : others)] };
  }
  if (before.expression.kind !== "path")
    throw new ExpressionError(
      "block-argument",
      "“名次”前面的一栏要是指标",
      word,
      "算出来的，请先在 data/tallies.yaml 里立成指标。",
    );
  return {
    label,
    expression: { ...before.expression, segments: [...before.expression.segments, word] },
    filters: item.filters,
  };
}

function columnWord({ expression }: SeriesItem, scope: Scope): Segment | undefined {
  const [word, ...more] = expression.kind === "path" ? expression.segments : [];
  if (word === undefined || more.length > 0 || scope.tallies.vocabulary.measures.has(word.name)) return undefined;
  return ["占比", "占合计", "名次"].includes(word.name) ? word : undefined;
}

function spreadOver(expression: Expression, rows: string, scope: Scope): Omit<Column, "filters">[] | undefined {
  if (expression.kind !== "path") return undefined;
  const [measure, dimension, ...rest] = expression.segments;
  if (measure === undefined || dimension === undefined || rest.length > 0) return undefined;
  const known = scope.tallies.vocabulary.dimensions.get(dimension.name);
  const tally = scope.tallies.get(measure.name);
  if (known === undefined || tally === undefined) return undefined;
  const cross = orientedCross(tally.crosses, rows, dimension.name);
  if (cross === undefined) {
    throw new ExpressionError(
      "no-cross",
      `“${measure.name}”没有“${rows}×${dimension.name}”的数据`,
      { start: measure.start, end: dimension.end },
      `请在 counts.yaml 的“${measure.name}”下面写“${rows}×${dimension.name}:”，每个${rows}一段。`,
    );
  }
  const labels = new Map<string, string>();
  for (const line of cross.lines)
    for (const part of line.breakdown.parts) labels.set(part.member?.fullName ?? part.label, part.label);
  const segment = (name: string): Segment => ({ name, start: dimension.start, end: dimension.end });
  return inRegistryOrder([...labels.values()], known.registry).map((label) => ({
    label,
    head: [textPiece(label)],
    expression: { kind: "path", segments: [measure, dimension, segment(label)], span: expression.span },
    spread: dimension.name,
  }));
}

function inRegistryOrder(labels: readonly string[], registry: Registry): string[] {
  const place = (label: string): number => registry.find(label)?.order ?? Infinity;
  return [...labels].sort((a, b) => place(a) - place(b));
}

/** The figure of a column with a lens; `undefined` when there is no such part, or on division by zero. */
export function figureIn(column: Column, scope: Scope, lens: Lens | undefined): Figure | undefined {
  try {
    return figureOf(evaluate(column.expression, scope, lens));
  } catch (fault) {
    if (fault instanceof ExpressionError) return undefined;
    throw fault;
  }
}

/** The names of the measures in the expression of a column. */
export function measuresIn(expression: Expression): string[] {
  switch (expression.kind) {
    case "number":
      return [];
    case "path":
      return expression.segments.map(({ name }) => name);
    case "part":
      return measuresIn(expression.of);
    case "series":
      return expression.items.flatMap((item) => measuresIn(item.expression));
    case "binary":
      return [...measuresIn(expression.left), ...measuresIn(expression.right)];
  }
}
