/** A typed number and the figure that it ought to be. */

import Fraction from "fraction.js";
import type { Issue } from "../../model/issue.ts";
import { fixed } from "../../compute/phrase/number-format.ts";
import type { Figure } from "../../compute/tally/figure.ts";
import type { IssueTallies } from "../../compute/tally/issue-tallies.ts";
import type { Scope } from "../../compute/tally/scope.ts";
import type { Tally } from "../../compute/tally/tally.ts";
import type { Part } from "../../compute/tally/breakdown.ts";
import { decimalsOf, isRounded, quantityEnd, telling, type NumberToken } from "./number-token.ts";
import { isExchanged, isOneWrong } from "../slips.ts";
import { allows, quantityIn } from "./quantity.ts";
import type { NumberFinding } from "./finding.ts";

/** What typed numbers of one issue are held against. */
export interface DataContext {
  readonly issue: Pick<Issue, "date">;
  readonly tallies: IssueTallies;
  /** Names of the bulletin and the office, by which its own region is known; empty where they do not matter. */
  readonly office?: string;
  /** The issue among the others, by which changes are known; absent where there are none to know. */
  readonly scope?: Scope;
}

/** A typed number with the figure that it ought to be. */
export interface Match {
  readonly token: NumberToken;
  /** As an editor would write it between {{ and }}. */
  readonly expression: string;
  readonly figure: Figure | undefined;
  readonly expected: Fraction;
  readonly agrees: boolean;
  /** What a finding says, where the number is no plain figure of the data. */
  readonly told?: { readonly message: string; readonly hint: string };
}

export function wholeMatch(token: NumberToken, expression: string, figure: Figure): Match | undefined {
  const quantity = quantityIn(token, figure.measureWord);
  if (quantity === undefined) return undefined;
  return { token, expression, figure, expected: figure.value, agrees: allows(quantity, figure.value) };
}

/** A rate is held against the data at the decimals it is typed with. */
export function rateMatch(token: NumberToken, figure: Figure): Match {
  const percent = figure.value.mul(100);
  return {
    token,
    expression: figure.name,
    figure,
    expected: new Fraction(fixed(percent, Math.max(telling(token, percent), figure.percent ?? 0))),
    agrees: isRounded(token, percent),
  };
}

export function batchMatch(token: NumberToken, tally: Tally): Match | undefined {
  const range = tally.batches;
  if (range === undefined || token.value === undefined) return undefined;
  const expected = token.value.sub(token.value).add(range.to - range.from + 1);
  return {
    token,
    expression: `${tally.definition.name}.批数`,
    figure: undefined,
    expected,
    agrees: token.value.equals(expected),
  };
}

/** A unit's number, with or without the joint cases that it has a part in. */
export function partMatch(token: NumberToken, { member, figure }: Part, joint: Tally["joint"]): Match | undefined {
  const quantity = quantityIn(token, figure.measureWord);
  if (quantity === undefined) return undefined;
  const all = joint
    .filter((item) => item.units.some((unit) => unit.member === member))
    .reduce((sum, item) => sum.add(item.figure.value), figure.value);
  const agrees = allows(quantity, figure.value) || allows(quantity, all);
  return { token, expression: figure.name, figure, expected: figure.value, agrees };
}

/** The finding of a match that does not agree. */
export function contradiction({ token, expression, figure, expected, agrees, told }: Match): NumberFinding[] {
  if (agrees) return [];
  if (told !== undefined) return [{ token, ...told }];
  const { text } = token.block;
  const written = text.slice(token.start, quantityEnd(token)).trim();
  const word = token.kind === "percentage" ? "%" : (figure?.measureWord ?? token.measureWord);
  const behind = token.kind === "percentage" ? "" : word;
  return [
    {
      token,
      message: `这里手写的是${written}，数据里“${expression}”是${expected.toString()}${token.measureWord === "" ? "" : word}`,
      hint: `请核对；是同一个数的，写成“{{${expression}}}${token.measureWord === "" ? "" : behind}”，以后不会再写错。`,
    },
  ];
}

/** 459 or 494 for 449; of two digits only both exchanged, for others are as likely to be another number. */
export function isSlip(token: NumberToken, meant: Fraction): boolean {
  if (token.value === undefined) return false;
  const decimals = decimalsOf(token);
  const [typed, right] = [fixed(token.value, decimals), fixed(meant, decimals)];
  return isExchanged(typed, right) || (isOneWrong(typed, right) && typed.replace(".", "").length > 2);
}
