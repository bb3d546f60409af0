/** Every printed number that changed, with the data lines that caused it. (变动的数字) */

import { contextOf, formulaOf, valueText } from "../../check/trace/index.ts";
import type { Input, NumberContext, TracedNumber } from "../../check/trace/index.ts";
import type { Place } from "../../base/problem/problem.ts";
import { pairNumbers } from "./number-pairs.ts";
import type { NumberPair } from "./number-pairs.ts";

/** A line of the data, or of an article, that has changed. */
export interface Cause {
  /** 冷水滩区 */
  readonly label: string;
  readonly old: string | undefined;
  readonly new: string | undefined;
  /** `undefined` for an added or a removed line. */
  readonly oldPlace: Place | undefined;
  readonly newPlace: Place | undefined;
}

export interface MovedFigure {
  /** 交办.单位.冷水滩区, or the editor's expression; `undefined` for a number typed by hand. */
  readonly name: string | undefined;
  /** 56件 */
  readonly old: string | undefined;
  readonly new: string | undefined;
  /** The words around it now; for a removed number, the words around it before. */
  readonly context: NumberContext;
  readonly causes: readonly Cause[];
}

export function movedFigures(old: readonly TracedNumber[], current: readonly TracedNumber[]): MovedFigure[] {
  const isCompared = ({ number: { token } }: TracedNumber): boolean =>
    token.kind !== "list-number" && token.block.onScreenOnly !== true;
  return pairNumbers(old.filter(isCompared), current.filter(isCompared)).flatMap((pair) => {
    const shown = pair.new ?? pair.old;
    const [before, after] = [textOf(pair.old), textOf(pair.new)];
    if (shown === undefined || before === after) return [];
    return [
      {
        name: shown.figure?.name ?? shown.phrase,
        old: before,
        new: after,
        context: contextOf(shown.number.token),
        causes: causesOf(pair),
      },
    ];
  });
}

function textOf(number: TracedNumber | undefined): string | undefined {
  return number === undefined ? undefined : contextOf(number.number.token).text;
}

function causesOf(pair: NumberPair): Cause[] {
  const moved = movedInputs(inputsOf(pair.old), inputsOf(pair.new));
  return moved.length > 0 && pair.old !== undefined && pair.new !== undefined ? moved : [written(pair)];
}

function inputsOf(number: TracedNumber | undefined): readonly Input[] {
  return number?.figure === undefined || number.state !== "computed" ? [] : formulaOf(number.figure).inputs;
}

/** Matches data lines by the name that the formula uses; lines with the same name (joint cases) by their order. */
function movedInputs(old: readonly Input[], current: readonly Input[]): Cause[] {
  const numbered = (inputs: readonly Input[]): Map<string, Input> => {
    const seen = new Map<string, number>();
    return new Map(
      inputs.map((input) => {
        const count = (seen.get(input.name) ?? 0) + 1;
        seen.set(input.name, count);
        return [`${input.name}#${count}`, input];
      }),
    );
  };
  const before = numbered(old);
  const after = numbered(current);
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((key): Cause[] => {
    const [was, is] = [before.get(key), after.get(key)];
    if (was !== undefined && is !== undefined && was.line.value.equals(is.line.value)) return [];
    return [
      {
        label: (is ?? was)?.line.label ?? "",
        old: was && valueText(was.line.value),
        new: is && valueText(is.line.value),
        oldPlace: was?.line.place,
        newPlace: is?.line.place,
      },
    ];
  });
}

/** For a number whose data did not change: the text or the expression did. */
function written({ old, new: current }: NumberPair): Cause {
  const placeOf = (number: TracedNumber | undefined): Place | undefined =>
    number?.number.token.block.place(number.number.token.start);
  const typed = (number: TracedNumber | undefined): string | undefined =>
    number === undefined
      ? undefined
      : number.phrase === undefined || number.state === "typed-agrees"
        ? textOf(number)
        : `{{${number.phrase}}}`;
  return { label: "", old: typed(old), new: typed(current), oldPlace: placeOf(old), newPlace: placeOf(current) };
}
