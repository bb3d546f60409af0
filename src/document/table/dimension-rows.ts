/** The rows of a table with a row for each member of a dimension: units, categories. */

import { ExpressionError } from "../../model/expression/expression.ts";
import type { Member } from "../../model/registry.ts";
import type { Dimension } from "../../model/vocabulary.ts";
import { countOf, nameOf } from "../../compute/phrase/list.ts";
import { figurePiece, textPiece } from "../../compute/phrase/piece.ts";
import type { Piece } from "../../compute/phrase/piece.ts";
import { figureAt } from "../../compute/tally/breakdown.ts";
import { evaluate, written } from "../../compute/tally/evaluate.ts";
import { operationFigure } from "../../compute/tally/figure.ts";
import type { Figure } from "../../compute/tally/figure.ts";
import { byDimension, jointOnly, overMembers, whole } from "../../compute/tally/lens.ts";
import type { Scope } from "../../compute/tally/scope.ts";
import type { Breakdown } from "../../compute/tally/breakdown.ts";
import { valueNames } from "../../compute/tally/value.ts";
import Fraction from "fraction.js";
import { memberCells } from "./cell.ts";
import type { CellWriter } from "./cell.ts";
import { figureIn } from "./column.ts";
import type { Column } from "./column.ts";
import type { Cell, Row } from "./model.ts";

/** A column with its breakdown by the dimension of the rows. */
export interface Broken {
  readonly column: Column;
  readonly breakdown: Breakdown;
  readonly write: CellWriter;
}

export interface RowChoice {
  readonly order: "登记序" | "原序" | "降序" | "升序";
  /** Label of the column that determines the order; the first column when `undefined`. */
  readonly by: string | undefined;
  readonly naming: "typed" | "full" | "short";
  /** The selected members; all when `undefined`. */
  readonly only: ReadonlySet<Member> | undefined;
  readonly first: number | undefined;
  readonly withTotal: boolean;
  readonly totalLabel: string | undefined;
}

/** Throws `ExpressionError` for a column that cannot be broken down by the dimension. */
export function breakColumns(columns: readonly Column[], dimension: Dimension, scope: Scope): Broken[] {
  return columns.map((column) => {
    const value = evaluate(column.expression, scope, byDimension(dimension.name));
    if (value.kind === "breakdown")
      return { column, breakdown: value.breakdown, write: memberCells(value.breakdown, column.filters) };
    throw new ExpressionError(
      "not-a-figure",
      `“${written(column.expression)}”是${valueNames[value.kind]}，不能按${dimension.name}列成一栏`,
      column.expression.span,
      "“×”后面写指标，如 交办、办结率。",
    );
  });
}

export function dimensionRows(broken: readonly Broken[], dimension: Dimension, choice: RowChoice, scope: Scope): Row[] {
  const listed = ordered(membersOf(broken), columnNamed(broken, choice.by), choice.order).filter(
    ({ member }) => choice.only === undefined || (member !== undefined && choice.only.has(member)),
  );
  const shown = choice.first === undefined ? listed : listed.slice(0, choice.first);
  const rest = listed.slice(shown.length);
  const rows = shown.map((line): Row => ({
    kind: "part",
    head: [textPiece(nameOf(line, choice.naming))],
    cells: broken.map(({ breakdown, write }) => write(figureAt(breakdown, line))),
  }));
  if (rest.length > 0) rows.push(restRow(rest, broken, dimension, scope));
  if (!choice.withTotal) return rows;
  if (choice.only !== undefined) {
    const lens = overMembers(dimension.name, memberSet(listed), "所列之和");
    rows.push(totalRow(choice.totalLabel ?? "小计", broken, (column) => figureIn(column, scope, lens)));
    return rows;
  }
  const totals = broken.map((one) => totalOf(one, scope));
  const joint = jointRow(broken, totals, scope);
  if (joint !== undefined) rows.push(joint);
  rows.push(totalRow(choice.totalLabel ?? "合计", broken, (_, at) => totals[at]));
  return rows;
}

export function columnNamed(broken: readonly Broken[], label: string | undefined): Broken | undefined {
  return label === undefined ? broken[0] : broken.find(({ column }) => column.label === label);
}

/** The members whose figure in a column fulfils a condition; a member that is not listed has 0. */
export function membersWhere(
  { breakdown }: Broken,
  broken: readonly Broken[],
  isWanted: (figure: Figure) => boolean,
): ReadonlySet<Member> {
  return memberSet(
    membersOf(broken).filter((line) => {
      const figure = figureAt(breakdown, line);
      return figure !== undefined && isWanted(figure);
    }),
  );
}

type Line = Pick<Breakdown["parts"][number], "label" | "member">;

/** The members of all columns, with the name in the first column that lists them. */
function membersOf(broken: readonly Broken[]): Line[] {
  const found = new Map<unknown, Line>();
  for (const { breakdown } of broken)
    for (const line of [...breakdown.parts, ...breakdown.blanks])
      if (!found.has(line.member ?? line.label)) found.set(line.member ?? line.label, line);
  return [...found.values()];
}

function memberSet(lines: readonly Line[]): ReadonlySet<Member> {
  return new Set(lines.flatMap(({ member }) => member ?? []));
}

function ordered(lines: readonly Line[], by: Broken | undefined, order: RowChoice["order"]): Line[] {
  if (order === "原序") return [...lines];
  const place = ({ member }: Line): number => member?.order ?? Infinity;
  if (order === "登记序") return [...lines].sort((a, b) => place(a) - place(b));
  const value = (line: Line): Fraction =>
    (by === undefined ? undefined : figureAt(by.breakdown, line)?.value) ?? new Fraction(0);
  const sign = order === "降序" ? -1 : 1;
  return [...lines].sort((a, b) => sign * value(a).compare(value(b)));
}

function restRow(rest: readonly Line[], broken: readonly Broken[], dimension: Dimension, scope: Scope): Row {
  const lens = overMembers(dimension.name, memberSet(rest), "其余之和");
  return {
    kind: "rest",
    head: [textPiece("其余"), countPiece(rest, broken), textPiece(`个${dimension.name}`)],
    cells: broken.map(({ column, write }) => write(figureIn(column, scope, lens))),
  };
}

function countPiece(lines: readonly Line[], [first]: readonly Broken[]): Piece {
  const parts = lines.flatMap((line) => {
    const figure = first === undefined ? undefined : figureAt(first.breakdown, line);
    return figure === undefined ? [] : [{ ...line, figure }];
  });
  const text = String(lines.length);
  return first === undefined || parts.length < lines.length
    ? textPiece(text)
    : figurePiece(text, countOf(first.breakdown, parts));
}

/** A row for joint cases counted apart (单列), which are in no other row, so that the column adds up. */
function jointRow(broken: readonly Broken[], totals: readonly (Figure | undefined)[], scope: Scope): Row | undefined {
  const joints = broken.map(({ breakdown }) => breakdown.joint).filter((joint) => joint?.counting === "apart");
  if (!joints.some((joint) => joint !== undefined && !joint.total.value.equals(0))) return undefined;
  const items = joints.flatMap((joint) => joint?.items ?? []);
  const owners = new Set(items.map((item) => item.units.map((unit) => unit.label).join("、")));
  const [only] = owners;
  return {
    kind: "joint",
    head: [textPiece(owners.size === 1 && only !== undefined && only !== "" ? `${only}共有` : "共有")],
    cells: broken.map(({ column, breakdown, write }, at) => {
      const total = totals[at];
      if (column.spread === undefined) return write(figureIn(column, scope, jointOnly));
      if (total === undefined || breakdown.overlapping) return undefined;
      const head = { name: `${breakdown.name}.共有`, measureWord: breakdown.measureWord, asOf: total.asOf };
      return write(operationFigure(head, "-", total, breakdown.sum));
    }),
  };
}

/** The total of the measure itself, never a sum or average of the rows; only a column of a cross breakdown may be added up. */
function totalOf({ column, breakdown }: Broken, scope: Scope): Figure | undefined {
  const total = figureIn(column, scope, whole);
  if (total !== undefined) return total;
  return column.spread !== undefined && breakdown.additive && breakdown.joint === undefined ? breakdown.sum : undefined;
}

/** The total of a column. A share of overlapping parts has none, because the total is not a part of their sum. */
function totalCell({ column, breakdown, write }: Broken, figure: Figure | undefined): Cell {
  const ofMentions = column.filters.some(({ name }) => name === "占比" || name === "附占比");
  return ofMentions && figure !== undefined && figure.value.compare(breakdown.sum.value) !== 0 && breakdown.overlapping
    ? undefined
    : write(figure);
}

function totalRow(
  label: string,
  broken: readonly Broken[],
  figureOf: (column: Column, at: number) => Figure | undefined,
): Row {
  return {
    kind: "total",
    head: [textPiece(label)],
    cells: broken.map((one, at) => totalCell(one, figureOf(one.column, at))),
  };
}
