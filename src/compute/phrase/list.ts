/** A breakdown as it will be printed: which lines, in which order, in which form. (分项) */

import { figureAt } from "../tally/breakdown.ts";
import { operationFigure } from "../tally/figure.ts";
import type { Figure } from "../tally/figure.ts";
import type { Breakdown, Part } from "../tally/breakdown.ts";
import { defaultNumber } from "./default-number.ts";
import { percentage } from "./number-format.ts";
import type { Rounding } from "./number-format.ts";
import { figurePiece, joinPieces, textPiece } from "./piece.ts";
import type { Piece } from "./piece.ts";

/** A figure in some form; `complete` when no 量词 follows (74.4%, 增加3件). */
export interface WrittenFigure {
  readonly pieces: readonly Piece[];
  readonly complete: boolean;
}

/** The share of `base`, printed in place of a number or after it. */
export interface ShareStyle extends Rounding {
  readonly base: Figure;
}

export interface ListStyle {
  readonly separator: string;
  readonly last: string | undefined;
  readonly naming: "typed" | "full" | "short";
  /** 量词; `undefined` means that of each figure. */
  readonly measureWord: string | undefined;
  readonly withName: boolean;
  readonly withValue: boolean;
  /** 合并: equal counts in one item (A市、B市各10件), the last two names joined with this. */
  readonly merged: string | undefined;
  /** 括号: A市（10件） */
  readonly bracketed: boolean;
  /** For breakdowns side by side: the text before the first number (武汉转办58件), and that between the numbers of one member. */
  readonly lead: string;
  readonly inner: string;
  /** 零作: the text in place of a 0. */
  readonly zero: string | undefined;
  /** Writes the numbers; `undefined` means the default form of each figure. */
  readonly write: ((figure: Figure) => WrittenFigure) | undefined;
  /** 附占比: the share after the count, in brackets or as “，占90.7%”. */
  readonly shareBehind: (ShareStyle & { readonly word: "（" | "（占" | "，占" }) | undefined;
  /** 等: the first few names, then the number of all with a noun: 等11个县区. */
  readonly among: { readonly names: number; readonly noun: string } | undefined;
}

export interface ShownList {
  readonly breakdown: Breakdown;
  readonly parts: readonly Part[];
  readonly style: ListStyle;
  /** 并列的分项: the further numbers of each member: 武汉58件，已办结58件. */
  readonly beside?: readonly Beside[];
  /** 并列: the figures that have a form of their own. */
  readonly own?: ReadonlyMap<Figure, WrittenFigure>;
  /** The parts were selected by a limit (不超过: 0), so that the list is not empty even if all its numbers are 0. */
  readonly isAsked?: boolean;
  /** 升序: ranks count from the smallest. */
  readonly ascending?: boolean;
}

/** A further breakdown of the same members, with a name and a form of its own. */
export interface Beside {
  /** Its name in the arguments of filters: 至少: 90%, 办结率. */
  readonly name: string;
  /** Printed before its figures; empty if the words of its filter suffice: 超汛限水位1.20米. */
  readonly label: string;
  readonly breakdown: Breakdown;
  readonly style: ListStyle;
}

const plainStyle: ListStyle = {
  separator: "、",
  last: undefined,
  naming: "typed",
  measureWord: undefined,
  withName: true,
  withValue: true,
  merged: undefined,
  bracketed: false,
  lead: "",
  inner: "，",
  zero: undefined,
  write: undefined,
  shareBehind: undefined,
  among: undefined,
};

/** The default of bulletins: descending, ties in the order of the data. */
export function listOf(breakdown: Breakdown): ShownList {
  return { breakdown, parts: descending(breakdown.parts), style: plainStyle };
}

/** Figures put side by side by the editor remain in that order. */
export function seriesList(breakdown: Breakdown, own: ReadonlyMap<Figure, WrittenFigure>): ShownList {
  return { breakdown, parts: breakdown.parts, style: plainStyle, own };
}

/** All figures that a list can print. */
export function figuresInList({ parts, beside = [] }: ShownList): Figure[] {
  return parts.flatMap((part) => [part.figure, ...beside.flatMap(({ breakdown }) => figureAt(breakdown, part) ?? [])]);
}

export function descending(parts: readonly Part[]): Part[] {
  return [...parts].sort((a, b) => b.figure.value.compare(a.figure.value));
}

export function nameOf(part: Pick<Part, "label" | "member">, naming: ListStyle["naming"]): string {
  if (naming === "typed" || part.member === undefined) return part.label;
  return naming === "full" ? part.member.fullName : part.member.shortName;
}

/** 冷水滩区56件、零陵区32件 */
export function listPieces(list: ShownList): Piece[] {
  const { style } = list;
  if (style.among !== undefined) return amongPieces(list, style.among);
  const items = groups(list).map((parts) => itemPieces(parts, list));
  return joinPieces(items, style.separator, style.last ?? style.separator);
}

/** 冷水滩区、零陵区、东安县等11个县区 */
function amongPieces({ parts, style, breakdown }: ShownList, among: NonNullable<ListStyle["among"]>): Piece[] {
  const names = parts.slice(0, among.names).map((part) => nameOf(part, style.naming));
  return [
    textPiece(`${names.join(style.separator)}等`),
    figurePiece(String(parts.length), countOf(breakdown, parts)),
    textPiece(`个${among.noun}`),
  ];
}

function groups(list: ShownList): Part[][] {
  if (list.style.merged === undefined) return list.parts.map((part) => [part]);
  const found: Part[][] = [];
  for (const part of list.parts) {
    // Only neighbours are merged, so that the order of the list is preserved.
    const before = found.at(-1);
    if (before?.[0] !== undefined && sameFigures(before[0], part, list)) before.push(part);
    else found.push([part]);
  }
  return found;
}

function sameFigures(a: Part, b: Part, { beside = [] }: ShownList): boolean {
  if (!a.figure.value.equals(b.figure.value)) return false;
  return beside.every(({ breakdown }) => {
    const [left, right] = [figureAt(breakdown, a), figureAt(breakdown, b)];
    return left === undefined || right === undefined ? left === right : left.value.equals(right.value);
  });
}

function itemPieces(parts: readonly Part[], list: ShownList): Piece[] {
  const [first] = parts;
  if (first === undefined) return [];
  const { style } = list;
  const names = parts.map((part) => [textPiece(nameOf(part, style.naming))]);
  const name = style.withName ? joinPieces(names, "、", style.merged) : [];
  if (!style.withValue) return name;
  const each = parts.length > 1 ? "各" : "";
  const own = said(style.lead, each, first.figure, style, list.own);
  const besides = (list.beside ?? []).flatMap(({ label, breakdown, style: form }) => {
    const figure = figureAt(breakdown, first);
    return figure === undefined ? [] : [said(label, each, figure, { ...form, zero: style.zero })];
  });
  if (besides.length === 0)
    return style.bracketed ? [...name, textPiece("（"), ...own, textPiece("）")] : [...name, ...own];
  if (!style.bracketed) return [...name, ...joinPieces([own, ...besides], style.inner)];
  return [...name, ...own, textPiece("（"), ...joinPieces(besides, style.inner), textPiece("）")];
}

/** 已办结58件, 各10件; only the text of 零作 for a 0. */
function said(label: string, each: string, figure: Figure, style: ListStyle, own?: ShownList["own"]): Piece[] {
  if (style.zero !== undefined && figure.value.equals(0)) return [figurePiece(style.zero, figure)];
  const lead = label + each;
  return [...(lead === "" ? [] : [textPiece(lead)]), ...valuePieces(figure, style, own)];
}

export function valuePieces(figure: Figure, style: ListStyle, own?: ShownList["own"]): Piece[] {
  const { pieces, complete } = own?.get(figure) ?? style.write?.(figure) ?? customary(figure);
  const word = complete ? "" : (style.measureWord ?? figure.measureWord);
  const count = [...pieces, ...(word === "" ? [] : [textPiece(word)])];
  if (style.shareBehind === undefined) return count;
  const { word: lead } = style.shareBehind;
  return [
    ...count,
    textPiece(lead),
    sharePiece(figure, style.shareBehind),
    ...(lead.startsWith("（") ? [textPiece("）")] : []),
  ];
}

function customary(figure: Figure): WrittenFigure {
  return { pieces: [figurePiece(defaultNumber(figure), figure)], complete: figure.percent !== undefined };
}

export function sharePiece(figure: Figure, share: ShareStyle): Piece {
  const { base } = share;
  const quotient = operationFigure(
    { name: `${figure.name} ÷ ${base.name}`, measureWord: "", asOf: figure.asOf, percent: share.decimals },
    "÷",
    figure,
    base,
  );
  return figurePiece(percentage(quotient.value, share), quotient);
}

/** 项数: how many parts there are. */
export function countOf(breakdown: Breakdown, parts: readonly Part[]): Figure {
  return {
    name: `${breakdown.name}.项数`,
    value: breakdown.sum.value.mul(0).add(parts.length),
    measureWord: "个",
    asOf: breakdown.sum.asOf,
    derivation: { kind: "count", of: parts.map((part) => part.figure) },
  };
}
