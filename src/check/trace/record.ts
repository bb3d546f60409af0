/** A traced number as a record for programs: `explain --format json`. */

import { kindNames, sentenceOf, type NumberKind } from "../numbers/index.ts";
import type { CountLine } from "../../model/count-sheet.ts";
import { formulaOf, type Input } from "./formula.ts";
import type { TracedNumber, TraceState } from "./traced-number.ts";
import { momentJson, valueJson } from "./value-text.ts";
import type { WrittenForm } from "./written-form.ts";

export interface InputRecord {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** As typed in the data. */
  readonly label: string;
  readonly value: number | string;
  /** 交办.单位.冷水滩区 */
  readonly name: string;
  /** 受理编号 of the cases counted, where the number comes from a ledger. */
  readonly cases?: readonly string[];
}

/** `null` is what does not apply. */
export interface NumberRecord {
  /** The digits or the Chinese numeral, as printed. */
  readonly text: string;
  /** Exact: a number, or a fraction such as `32/43` whose decimals do not end. */
  readonly value: number | string | null;
  /** The figure's name; of a typed number the tally that it agrees with. */
  readonly name: string | null;
  /** A formula over `inputs`; the grammar is in `formula.ts`. */
  readonly expression: string | null;
  /** How the value of `expression` becomes `text`. */
  readonly format: Nullable<WrittenForm> | null;
  /** What stands between {{ and }} in the article. */
  readonly phrase: string | null;
  readonly asOf: string | null;
  readonly inputs: readonly InputRecord[];
  /** Ids of the reconciliation rules that would object if one of the inputs said something else. */
  readonly rules: readonly string[];
  readonly state: TraceState;
  /** What kind of number it is, in `number-token.ts` and in Chinese. */
  readonly kind: NumberKind;
  readonly kindName: string;
  /** The expression that the number is a part of: the whole date, telephone, case number. */
  readonly within: string;
  readonly place: {
    readonly article: string;
    readonly sentence: string;
    readonly file: string;
    readonly line: number;
    readonly column: number;
  };
}

type Nullable<T> = { readonly [K in keyof T]: Exclude<T[K], undefined> | (undefined extends T[K] ? null : never) };

export type RulesOf = (line: CountLine) => readonly string[];

export function recordOf(traced: TracedNumber, rulesOf: RulesOf): NumberRecord {
  const { number, part, state, figure, phrase, form } = traced;
  const { token } = number;
  const formula = figure === undefined ? undefined : formulaOf(figure);
  const inputs = formula?.inputs ?? [];
  const value = state === "not-a-count" ? undefined : state === "computed" ? figure?.value : token.value;
  return {
    text: token.text,
    value: value === undefined ? null : valueJson(value),
    name: figure?.name ?? (state === "typed-agrees" ? (phrase ?? null) : null),
    expression: formula?.expression ?? null,
    format: form === undefined ? null : { ...form, step: form.step ?? null, decimals: form.decimals ?? null },
    phrase: phrase ?? null,
    asOf: figure?.asOf === undefined ? null : momentJson(figure.asOf),
    inputs: inputs.map(inputRecord),
    rules: [...new Set(inputs.flatMap(({ line }) => rulesOf(line)))],
    state,
    kind: token.kind,
    kindName: kindNames[token.kind],
    within: token.whole.text,
    place: { article: part.title, sentence: sentenceOf(token).text.trim(), ...token.block.place(token.start) },
  };
}

function inputRecord({ name, line }: Input): InputRecord {
  const { file, line: row, column } = line.place;
  const cases = line.cases?.map(({ number }) => number);
  return {
    file,
    line: row,
    column,
    label: line.label,
    value: valueJson(line.value),
    name,
    ...(cases === undefined ? {} : { cases }),
  };
}
