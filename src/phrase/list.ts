/** A breakdown on its way to print: which lines, in which order, in which form. (分项) */

import { operationFigure } from "../tally/figure.ts";
import type { Figure } from "../tally/figure.ts";
import type { Breakdown, Part } from "../tally/tally.ts";
import { defaultNumber } from "./default-number.ts";
import { percentage } from "./number-format.ts";
import type { Rounding } from "./number-format.ts";
import { figurePiece, joinPieces, textPiece } from "./piece.ts";
import type { Piece } from "./piece.ts";

/** What stands for a part's number: the count, or its share. */
export interface ShareStyle {
  readonly base: Figure;
  readonly decimals: number;
  readonly rounding: Rounding;
}

export interface ListStyle {
  readonly separator: string;
  readonly last: string | undefined;
  readonly naming: "typed" | "full" | "short";
  readonly measureWord: string;
  readonly withName: boolean;
  readonly withValue: boolean;
  /** 合并: equal counts in one item (A市、B市各10件). */
  readonly merged: boolean;
  /** 括号: A市（10件） */
  readonly bracketed: boolean;
  /** 占比 instead of the count. */
  readonly share: ShareStyle | undefined;
  /** 附占比: the share in brackets behind the count. */
  readonly shareBehind: ShareStyle | undefined;
}

export interface ShownList {
  readonly breakdown: Breakdown;
  readonly parts: readonly Part[];
  readonly style: ListStyle;
}

/** Descending, ties in the order of the data: what bulletins do unless told otherwise. */
export function listOf(breakdown: Breakdown): ShownList {
  return {
    breakdown,
    parts: descending(breakdown.parts),
    style: {
      separator: "、",
      last: undefined,
      naming: "typed",
      measureWord: breakdown.measureWord,
      withName: true,
      withValue: true,
      merged: false,
      bracketed: false,
      share: undefined,
      shareBehind: undefined,
    },
  };
}

export function descending(parts: readonly Part[]): Part[] {
  return [...parts].sort((a, b) => b.figure.value.compare(a.figure.value));
}

export function nameOf(part: Part, naming: ListStyle["naming"]): string {
  if (naming === "typed" || part.member === undefined) return part.label;
  return naming === "full" ? part.member.fullName : part.member.shortName;
}

/** 冷水滩区56件、零陵区32件 */
export function listPieces(list: ShownList): Piece[] {
  const { style } = list;
  const items = groups(list).map((parts) => itemPieces(parts, style));
  return joinPieces(items, style.separator, style.last ?? style.separator);
}

function groups({ parts, style }: ShownList): Part[][] {
  if (!style.merged) return parts.map((part) => [part]);
  const found: Part[][] = [];
  for (const part of parts) {
    const equal = found.find((group) => group[0]?.figure.value.equals(part.figure.value));
    if (equal === undefined) found.push([part]);
    else equal.push(part);
  }
  return found;
}

function itemPieces(parts: readonly Part[], style: ListStyle): Piece[] {
  const [first] = parts;
  if (first === undefined) return [];
  const name = style.withName ? parts.map((part) => nameOf(part, style.naming)).join("、") : "";
  if (!style.withValue) return [textPiece(name)];
  const value = valuePieces(first, style);
  const each = parts.length > 1 ? "各" : "";
  return style.bracketed
    ? [textPiece(`${name}（${each}`), ...value, textPiece("）")]
    : [textPiece(name + each), ...value];
}

function valuePieces({ figure }: Part, style: ListStyle): Piece[] {
  if (style.share !== undefined) return [sharePiece(figure, style.share)];
  const count: Piece[] = [
    figurePiece(defaultNumber(figure), figure),
    ...(style.measureWord === "" ? [] : [textPiece(style.measureWord)]),
  ];
  if (style.shareBehind === undefined) return count;
  return [...count, textPiece("（"), sharePiece(figure, style.shareBehind), textPiece("）")];
}

function sharePiece(figure: Figure, { base, decimals, rounding }: ShareStyle): Piece {
  const share = operationFigure(
    { name: `${figure.name} ÷ ${base.name}`, measureWord: "", asOf: figure.asOf, percent: decimals },
    "÷",
    figure,
    base,
  );
  return figurePiece(percentage(share.value, decimals, rounding), share);
}
