/** Several figures side by side, each with its name, or several breakdowns, member by member. (并列) */

import { ExpressionError } from "../../model/expression/expression.ts";
import type { Expression, SeriesItem } from "../../model/expression/expression.ts";
import { Registry } from "../../model/registry.ts";
import { figureAt } from "../tally/breakdown.ts";
import { written } from "../tally/evaluate.ts";
import { sumFigure } from "../tally/figure.ts";
import type { Figure } from "../tally/figure.ts";
import type { Breakdown, Part } from "../tally/breakdown.ts";
import { complete, figureIn, listIn } from "./filter.ts";
import { listOf, seriesList } from "./list.ts";
import type { Beside, ShownList, WrittenFigure } from "./list.ts";
import { shownNames } from "./shown.ts";
import type { Shown } from "./shown.ts";

type Series = Extract<Expression, { kind: "series" }>;

/** `show` evaluates an item with its own filters. Throws `ExpressionError` for items that cannot be combined. */
export function showSeries(series: Series, show: (item: SeriesItem) => Shown): Shown {
  const shown = series.items.map((item) => ({ item, value: show(item) }));
  const lists = shown.flatMap(({ item, value }) => {
    const list = listIn(value);
    return list === undefined ? [] : [{ item, list }];
  });
  const [first, ...rest] = lists;
  if (first === undefined || lists.length < shown.length) return { kind: "list", list: figures(shown, series) };
  return { kind: "list", list: paired(first, rest) };
}

interface Listed {
  readonly item: SeriesItem;
  readonly list: ShownList;
}

/** 武汉58件，已办结58件；黄石…… The first breakdown determines the order and the selection. */
function paired({ item, list }: Listed, rest: readonly Listed[]): ShownList {
  const { breakdown } = list;
  for (const { item: other, list: against } of rest) {
    if (against.breakdown.dimension.name === breakdown.dimension.name) continue;
    throw new ExpressionError(
      "mixed-dimensions",
      `“${written(item.expression)}”按${breakdown.dimension.name}分，“${written(other.expression)}”按${against.breakdown.dimension.name}分，不能并列`,
      other.expression.span,
      "请用同一种分组。",
    );
  }
  const beside = rest.map((other): Beside => ({
    name: other.item.label || nameOf(other),
    label: other.item.label ?? nameOf(other),
    breakdown: other.list.breakdown,
    style: other.list.style,
  }));
  const whole = item.filters.length > 0 ? list : listOf({ ...breakdown, parts: everyMember(breakdown, beside) });
  return { ...whole, style: { ...list.style, lead: item.label ?? "", separator: "；" }, beside };
}

/** The members of the first breakdown, then those that occur only in another one and are 0 in the first. */
function everyMember(breakdown: Breakdown, beside: readonly Beside[]): Part[] {
  const parts = [...breakdown.parts];
  const known = new Set<unknown>(parts.map(({ member, label }) => member ?? label));
  for (const { label, member } of beside.flatMap((other) => other.breakdown.parts)) {
    if (known.has(member ?? label)) continue;
    known.add(member ?? label);
    const figure = figureAt(breakdown, { label, member });
    if (figure !== undefined) parts.push({ label, member, figure });
  }
  return parts;
}

/** 办结 of 办结.单位, 上期交办 of 上期.交办.单位. */
function nameOf({ item: { expression }, list }: Listed): string {
  const words =
    expression.kind === "path"
      ? expression.segments.map(({ name }) => name).filter((name) => name !== list.breakdown.dimension.name)
      : [];
  if (words.length > 0) return words.join("");
  throw new ExpressionError(
    "unnamed-item",
    `“${written(expression)}”要起个名称`,
    expression.span,
    `写成“名称=${written(expression)}”。`,
  );
}

/** 责令整改889家、罚款1547.256万元 */
function figures(shown: readonly { readonly item: SeriesItem; readonly value: Shown }[], series: Series): ShownList {
  const own = new Map<Figure, WrittenFigure>();
  const name = written(series);
  const parts = shown.map(({ item: { label, expression }, value }): Part => {
    const figure = figureOf(value);
    if (figure === undefined)
      throw new ExpressionError(
        "not-a-figure",
        `用顿号并列的，应当都是数字，或都是分项，“${written(expression)}”是${shownNames[value.kind]}`,
        expression.span,
      );
    if (value.kind === "pieces") own.set(figure, complete(...value.pieces));
    const last = expression.kind === "path" ? expression.segments.at(-1)?.name : undefined;
    return { label: label ?? last ?? written(expression), member: undefined, figure };
  });
  const words = new Set(parts.map(({ figure }) => figure.measureWord));
  const [word = ""] = words;
  const breakdown: Breakdown = {
    name,
    dimension: { name: "指标", registry: new Registry([]), overlapping: false, measureWord: undefined },
    overlapping: false,
    measureWord: words.size === 1 ? word : "",
    parts,
    sum: sumFigure(
      { name: `${name}之和`, measureWord: word, asOf: undefined },
      parts.map((part) => part.figure),
    ),
    additive: words.size === 1 && parts.every(({ figure }) => figure.percent === undefined),
    blanks: [],
    total: undefined,
    joint: undefined,
  };
  return seriesList(breakdown, own);
}

/** The figure of a value, also of a formatted one: 罚款 in 万元. A copy, because the same figure may occur in two forms. */
function figureOf(value: Shown): Figure | undefined {
  const figure =
    value.kind === "pieces"
      ? value.pieces.flatMap((piece) => (piece.kind === "figure" ? [piece.figure] : []))[0]
      : figureIn(value);
  return figure === undefined ? undefined : { ...figure };
}
