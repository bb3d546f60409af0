/** The columns of a table: measures, what is computed of them, and crosses spread out over their members. */

import { ExpressionError } from "../expression/expression.ts";
import type { Expression, Segment, SeriesItem } from "../expression/expression.ts";
import type { Registry } from "../model/registry.ts";
import { orientedCross } from "../tally/cross.ts";
import { evaluate, written } from "../tally/evaluate.ts";
import type { Figure } from "../tally/figure.ts";
import type { Lens } from "../tally/lens.ts";
import type { Scope } from "../tally/scope.ts";
import { figureOf } from "../tally/value.ts";

export interface Column {
  readonly label: string;
  readonly expression: Expression;
  /** The dimension whose member this column is: 类别 in a table of units by categories. */
  readonly spread: string | undefined;
}

/** 交办.类别 becomes a column for each category; everything else is one column. `rows` is the dimension of the rows. */
export function columnsOf(items: readonly SeriesItem[], rows: string | undefined, scope: Scope): Column[] {
  return items.flatMap(({ label, expression }): Column[] => {
    const spread = rows === undefined ? undefined : spreadOver(expression, rows, scope);
    if (spread !== undefined) return spread;
    const path = expression.kind === "path" ? expression.segments : [];
    const last = path.at(-1)?.name;
    return [
      { label: label ?? (path.length === 1 ? last : undefined) ?? written(expression), expression, spread: undefined },
    ];
  });
}

function spreadOver(expression: Expression, rows: string, scope: Scope): Column[] | undefined {
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
    expression: { kind: "path", segments: [measure, dimension, segment(label)], span: expression.span },
    spread: dimension.name,
  }));
}

function inRegistryOrder(labels: readonly string[], registry: Registry): string[] {
  const place = (label: string): number => registry.find(label)?.order ?? Infinity;
  return [...labels].sort((a, b) => place(a) - place(b));
}

/** The figure of a column through a lens; `undefined` where it cannot be had: no such part, or a division by zero. */
export function figureIn(column: Column, scope: Scope, lens: Lens | undefined): Figure | undefined {
  try {
    return figureOf(evaluate(column.expression, scope, lens));
  } catch (fault) {
    if (fault instanceof ExpressionError) return undefined;
    throw fault;
  }
}

/** Names of the measures that a column rests on, as written in it. */
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
