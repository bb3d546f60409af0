/** Tables whose rows are no members: issue by issue (各期), or measure by measure (指标). */

import { ExpressionError } from "../expression/expression.ts";
import type { SeriesItem } from "../expression/expression.ts";
import { textPiece } from "../phrase/piece.ts";
import type { Piece } from "../phrase/piece.ts";
import { evaluate, written } from "../tally/evaluate.ts";
import type { Scope } from "../tally/scope.ts";
import { figureOf, valueNames } from "../tally/value.ts";
import { momentForms } from "../text/moment.ts";
import { figureIn, headOf } from "./column.ts";
import type { Column } from "./column.ts";
import { figureCell, wordCell } from "./cell.ts";
import type { Row } from "./model.ts";

export type IssueNaming = "期号" | "截至" | "批次";

/** The last `count` issues up to this one that have any of the figures; an issue without one of them has a blank there. */
export function issueRows(
  columns: readonly Column[],
  scope: Scope,
  count: number | undefined,
  naming: IssueNaming,
): Row[] {
  const rows = scope.issues().flatMap((issue): Row[] => {
    const cells = columns.map((column) => figureCell(figureIn(column, issue, undefined), column.filters));
    if (cells.every((cell) => cell === undefined)) return [];
    return [{ kind: "part", head: [textPiece(issueName(issue, columns, naming, scope))], cells }];
  });
  return count === undefined ? rows : rows.slice(-count);
}

/** With its year where that is not this issue's: last year's 第4期 is not this year's. */
function issueName(issue: Scope, columns: readonly Column[], naming: IssueNaming, own: Scope): string {
  const [year, ownYear] = [issue, own].map(({ name }) => /^\d+/.exec(name)?.[0]);
  const number = year === ownYear ? issue.name.replace(/^\d+年/, "") : issue.name;
  const [first] = columns;
  const measure = first?.expression.kind === "path" ? first.expression.segments[0]?.name : undefined;
  const tally = measure === undefined ? undefined : issue.tallies.get(measure);
  if (naming === "截至" && tally?.asOf !== undefined)
    return year === ownYear ? momentForms.月日时(tally.asOf) : momentForms.年月日时(tally.asOf);
  if (naming === "批次" && tally?.batches !== undefined) {
    const { from, to } = tally.batches;
    return from === to ? `第${to}批` : `第${from}—${to}批`;
  }
  return number;
}

/** Each measure with its number and its unit word; `printed` is the text that `items` was read from. Throws `ExpressionError` for what is no figure. */
export function measureRows(items: readonly SeriesItem[], printed: readonly Piece[], scope: Scope): Row[] {
  return items.map((item): Row => {
    const { expression, filters } = item;
    const value = evaluate(expression, scope);
    const figure = figureOf(value);
    if (figure === undefined)
      throw new ExpressionError(
        "not-a-figure",
        `“${written(expression)}”是${valueNames[value.kind]}，不是数字`,
        expression.span,
      );
    const last = expression.kind === "path" ? expression.segments.at(-1)?.name : undefined;
    const cell = figureCell(figure, filters);
    const shown = cell?.figure;
    return {
      kind: "part",
      head: headOf(item, printed) ?? [textPiece(last ?? written(expression))],
      cells: [cell, wordCell(shown?.percent === undefined ? (shown?.measureWord ?? "") : "")],
    };
  });
}
