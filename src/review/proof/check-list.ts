/** 数字核对表: every number of the printed bulletin, as rows to check by hand. */

import type { RulesOf, TracedNumber, TraceState } from "../../check/trace/index.ts";
import { contextOf, formulaOf, originSentence, stateNames } from "../../check/trace/index.ts";
import type { NumberContext } from "../../check/trace/index.ts";
import type { Sheet } from "../../document/sheet.ts";
import { placeOf, placeText } from "./grid-line.ts";
import type { PrintedPlace } from "./grid-line.ts";
import type { Located, PrintedNumber, StrayNumber } from "./locate-numbers.ts";
import type { Segment } from "./printed-segments.ts";

/** `stray`: digits in a drawing or a picture that belong to no text of the issue. */
export type CheckState = TraceState | "stray";

export const checkStateNames: Readonly<Record<CheckState, string>> = { ...stateNames, stray: "图里的数字" };

export interface CheckRow extends PrintedPlace, NumberContext {
  /** The number in the list of `npm run explain`; `undefined` for numbers it does not list. */
  readonly position: number | undefined;
  /** 3页12行 */
  readonly place: string;
  /** Its place in the table of contents, if printed there too. */
  readonly contents: string | undefined;
  readonly origin: string;
  readonly state: CheckState;
  /** Rules check the data behind it. */
  readonly ruled: boolean;
  /** Only a person can judge whether it is right. */
  readonly byHand: boolean;
}

export interface CheckGroup {
  /** The article's headline, 报头 or 版记. */
  readonly title: string;
  readonly rows: readonly CheckRow[];
}

export function checkList(
  located: Located,
  segments: readonly Segment[],
  sheet: Sheet,
  rulesOf: RulesOf,
): CheckGroup[] {
  const neighbours = byGroup(segments);
  const groups = new Map<object, { readonly title: string; readonly rows: CheckRow[] }>();
  for (const number of located.found) {
    const { part } = number.traced;
    const group = groups.get(part) ?? { title: part.title, rows: [] };
    groups.set(part, group);
    group.rows.push(rowOf(number, neighbours, sheet, rulesOf));
  }
  const ordered = [...groups.values()].map(({ title, rows }) => ({ title, rows: rows.sort(inReadingOrder) }));
  const stray = located.stray.map((number) => strayRow(number, neighbours, sheet));
  return stray.length === 0 ? ordered : [...ordered, { title: "图表、图片里的其他数字", rows: stray }];
}

/** By page and line; within a line or a table row in the order of the text. */
function inReadingOrder(a: CheckRow, b: CheckRow): number {
  return a.page - b.page || a.line - b.line;
}

function byGroup(segments: readonly Segment[]): Neighbours {
  const groups = new Map<object, Segment[]>();
  for (const segment of segments) {
    const known = groups.get(segment.group);
    if (known === undefined) groups.set(segment.group, [segment]);
    else known.push(segment);
  }
  return groups;
}

type Neighbours = ReadonlyMap<object, readonly Segment[]>;

function rowOf(number: PrintedNumber, neighbours: Neighbours, sheet: Sheet, rulesOf: RulesOf): CheckRow {
  const { traced, characters, segment, contents } = number;
  const inputs = traced.figure === undefined ? [] : formulaOf(traced.figure).inputs;
  const ruled = traced.state === "computed" && inputs.some(({ line }) => rulesOf(line).length > 0);
  return {
    ...firstPlace(characters, sheet),
    ...(traced.number.token.block.kind === "cell"
      ? besides(segment, neighbours, traced)
      : contextOf(traced.number.token)),
    position: traced.position,
    place: placeText(characters, sheet),
    contents: contents.length === 0 ? undefined : `目录${placeText(contents, sheet)}`,
    origin: originSentence(traced),
    state: traced.state,
    ruled,
    byHand: needsPerson(traced, ruled),
  };
}

/** Whether neither data nor a rule confirms the number. List numbers (1.) are checked by the copy-editing rules. */
function needsPerson({ state, phrase, number }: TracedNumber, ruled: boolean): boolean {
  switch (state) {
    case "computed":
      return !ruled;
    case "typed-agrees":
      return false;
    case "typed-unchecked":
      return true;
    case "not-a-count":
      return phrase === undefined && number.token.kind !== "list-number";
  }
}

function strayRow({ text, characters, segment }: StrayNumber, neighbours: Neighbours, sheet: Sheet): CheckRow {
  const at = segment.characters.findIndex((character) => character === characters[0]);
  const around = { before: segment.text.slice(0, at), text, after: segment.text.slice(at + text.length) };
  return {
    ...firstPlace(characters, sheet),
    ...(segment.text === text ? { ...around, before: rowBefore(segment, neighbours) } : around),
    position: undefined,
    place: placeText(characters, sheet),
    contents: undefined,
    origin:
      segment.kind === "drawing"
        ? "图上的刻度、标注或图片里的字，请对照原图。"
        : "印在纸上，稿件里没有找到对应的字，请看原始材料。",
    state: "stray",
    ruled: false,
    byHand: true,
  };
}

function firstPlace(characters: Located["found"][number]["characters"], sheet: Sheet): PrintedPlace {
  const [first] = characters;
  if (first === undefined) throw new RangeError("a number without characters");
  return placeOf(first, sheet);
}

/** A cell needs context: the other cells of its row, or the label of its bar. */
function besides(segment: Segment, neighbours: Neighbours, { number }: TracedNumber): NumberContext {
  const { text } = number.token;
  const at = segment.text.indexOf(text);
  const own = { before: segment.text.slice(0, at), after: segment.text.slice(at + text.length) };
  if (segment.kind !== "cell" && segment.kind !== "drawing") return { ...contextAround(segment.text, at, text) };
  return { before: `${rowBefore(segment, neighbours)}${own.before}`, text, after: own.after };
}

function contextAround(whole: string, at: number, text: string): NumberContext {
  const before = whole.slice(Math.max(0, at - 14), at);
  const after = whole.slice(at + text.length, at + text.length + 14);
  return { before: (at > 14 ? "……" : "") + before, text, after };
}

/** The first cell of the row; in a drawing, the text before the label on the same line. */
function rowBefore(segment: Segment, neighbours: Neighbours): string {
  const row = neighbours.get(segment.group) ?? [];
  const here = segment.characters[0]?.glyph;
  const head =
    segment.kind === "drawing"
      ? row.find(
          ({ characters: [first] }) =>
            first !== undefined && here !== undefined && first.glyph.left < here.left && isLevel(first.glyph, here),
        )
      : row.slice(0, row.indexOf(segment)).find(({ text }) => /\D/.test(text));
  return head === undefined ? "" : `${head.text}　`;
}

function isLevel(a: { readonly baseline: number }, b: { readonly baseline: number }): boolean {
  return Math.abs(a.baseline - b.baseline) < 0.5;
}
