/** A printed number with where it comes from. */

import type { CheckedNumber } from "../numbers/index.ts";
import type { Figure } from "../../compute/tally/figure.ts";
import { formOf, type WrittenForm } from "./written-form.ts";

/** Numbers of one part of an issue: an article, 报头 or 版记. */
export interface NumberedPart {
  /** The headline; the column's name where there is none. */
  readonly title: string;
  /** The article's anchor; absent for 报头 and 版记. */
  readonly slug: string | undefined;
  readonly numbers: readonly CheckedNumber[];
}

export const stateNames = {
  computed: "由数据算出",
  "typed-agrees": "手写，与数据一致",
  "typed-unchecked": "手写，没有数据可核对",
  "not-a-count": "不是统计数字",
} as const;

export type TraceState = keyof typeof stateNames;

export interface TracedNumber {
  /** From 1, in reading order; the anchor of its entry is `n-12`. */
  readonly position: number;
  readonly part: NumberedPart;
  readonly number: CheckedNumber;
  readonly state: TraceState;
  /** The figure printed, or the one that a typed number agrees with. */
  readonly figure: Figure | undefined;
  /** What the editor wrote between {{ and }}, or would write in place of a typed number. */
  readonly phrase: string | undefined;
  /** How the figure's value became the text; absent for what is not computed. */
  readonly form: WrittenForm | undefined;
}

export function anchorOf({ position }: Pick<TracedNumber, "position">): string {
  return `n-${position}`;
}

/** Every number of an issue, `parts` in reading order. */
export function traceNumbers(parts: readonly NumberedPart[]): TracedNumber[] {
  const all = parts.flatMap((part) => part.numbers.map((number) => ({ part, number })));
  return all.map(({ part, number }, at) => ({ position: at + 1, part, number, ...originOf(number) }));
}

function originOf({ token, state }: CheckedNumber): Pick<TracedNumber, "state" | "figure" | "phrase" | "form"> {
  if (state.kind === "computed" && state.figure !== undefined) {
    const { figure, expression } = state;
    const form = formOf(token.text, figure.value, figure.cut === true || expression.includes("去尾"));
    // Digits that the figure's value does not give are nothing that the data says: a person has to look at them.
    if (form !== undefined) return { state: "computed", figure, phrase: expression, form };
  }
  if (state.kind === "not-a-count")
    return { state: "not-a-count", figure: undefined, phrase: token.computed?.expression, form: undefined };
  if (state.kind === "typed-agrees")
    return { state: "typed-agrees", figure: state.figure, phrase: state.expression, form: undefined };
  return { state: "typed-unchecked", figure: undefined, phrase: token.computed?.expression, form: undefined };
}
