/** The rows of tables by issues (各期) or measures (指标). */

import { ExpressionError } from "../../model/expression/expression.ts";
import type { SeriesItem } from "../../model/expression/expression.ts";
import { textPiece } from "../../compute/phrase/piece.ts";
import type { Piece } from "../../compute/phrase/piece.ts";
import { evaluate, written } from "../../compute/tally/evaluate.ts";
import type { Scope } from "../../compute/tally/scope.ts";
import type { Tally } from "../../compute/tally/tally.ts";
import { figureOf, valueNames } from "../../compute/tally/value.ts";
import { momentForms } from "../../base/text/moment.ts";
import { figureIn, headOf, measuresIn } from "./column.ts";
import type { Column } from "./column.ts";
import { figureCell, wordCell } from "./cell.ts";
import type { Row } from "./model.ts";

type IssueNaming = "期号" | "截至" | "批次";

/**
 * The last `count` issues up to this one that have any of the figures; a missing figure is a blank cell. If they are named by numbers, only
 * printed issues are included, because readers do not know the numbers of others.
 */
export function issueRows(
  columns: readonly Column[],
  scope: Scope,
  count: number | undefined,
  naming: IssueNaming,
): Row[] {
  const rows = scope.issues().flatMap((issue) => {
    if (naming === "期号" && issue.dataOnly) return [];
    const cells = columns.map((column) => figureCell(figureIn(column, issue, undefined), column.filters));
    if (cells.every((cell) => cell === undefined)) return [];
    return [{ issue, name: issueName(issue, columns, naming, scope), cells }];
  });
  const chosen = count === undefined ? rows : rows.slice(-count);
  return chosen.map(({ issue, name, cells }): Row => {
    const isOne = chosen.filter((other) => other.name === name).length === 1;
    return { kind: "part", head: [textPiece(isOne ? name : `${name}（${issue.name}）`)], cells };
  });
}

/** The name of an issue, with the year if it is not that of this issue. */
function issueName(issue: Scope, columns: readonly Column[], naming: IssueNaming, own: Scope): string {
  const names = columns.flatMap(({ expression }) => measuresIn(expression));
  const measured = ({ tallies }: Scope): Tally | undefined =>
    names.map((name) => tallies.get(name)).find((tally) => tally !== undefined);
  const tally = measured(issue);
  if (naming === "截至" && tally?.asOf !== undefined) {
    // The data of an issue in January is of last year.
    const ownYear = measured(own)?.asOf?.year ?? yearOf(own);
    return tally.asOf.year === ownYear ? momentForms.月日时(tally.asOf) : momentForms.年月日时(tally.asOf);
  }
  if (naming === "批次" && tally?.batches !== undefined) {
    const { from, to } = tally.batches;
    return from === to ? `第${to}批` : `第${from}—${to}批`;
  }
  return yearOf(issue) === yearOf(own) ? issue.name.replace(/^\d+年/, "") : issue.name;
}

function yearOf({ name }: Scope): number {
  return Number(/^\d+/.exec(name)?.[0]);
}

/** Each measure with its number and 量词. `printed`: the text from which `items` were parsed. Throws `ExpressionError` when a value is not a figure. */
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
