/** Compares the sentences and figures of two states of an issue: what would readers find changed? */

import { diffArrays } from "diff";
import type { PrintedFigure, PublishedText, TextPart } from "../model/issue-record.ts";
import { sentencesOf } from "./sentences.ts";

export interface SentenceChange {
  readonly kind: "sentence";
  /** The part under its current name, or its old name where it was removed. */
  readonly part: TextPart;
  /** `undefined` for a sentence that was added or removed. */
  readonly before: string | undefined;
  readonly after: string | undefined;
  readonly figures: readonly FigureChange[];
}

/** A whole part that was added or removed. */
export interface PartChange {
  readonly kind: "part";
  readonly part: TextPart;
  readonly now: boolean;
}

export interface FigureChange {
  readonly name: string;
  readonly before: string;
  readonly after: string;
}

/** A changed line of the data files that no changed sentence reflects. `after` is `undefined` where it was removed. */
export interface DataChange {
  readonly kind: "data";
  readonly name: string;
  readonly before: string;
  readonly after: string | undefined;
}

export type Change = SentenceChange | PartChange | DataChange;

/** In reading order, data lines last. Added data lines are omitted: they change nothing that was published. */
export function compareTexts(before: PublishedText, after: PublishedText): Change[] {
  const figures = figureChanges(before, after);
  const words = partChanges(before, after, figures);
  const reported = new Set(words.flatMap((change) => (change.kind === "sentence" ? change.figures : [])).map(nameOf));
  const unheard = figures.filter((change) => !reported.has(change.name));
  const now = new Map(after.data.map(({ name, value }) => [name, value]));
  const data = before.data.flatMap(({ name, value }): DataChange[] =>
    now.get(name) === value || reported.has(name) ? [] : [{ kind: "data", name, before: value, after: now.get(name) }],
  );
  const listed = new Set(data.map(nameOf));
  return [
    ...words,
    ...data,
    ...unheard.filter(({ name }) => !listed.has(name)).map((change): DataChange => ({ kind: "data", ...change })),
  ];
}

const nameOf = ({ name }: { readonly name: string }): string => name;

/** Figures printed under the same name in both states, with no value in common. */
function figureChanges(before: PublishedText, after: PublishedText): FigureChange[] {
  const now = byName(after.figures);
  return [...byName(before.figures)].flatMap(([name, old]) => {
    const current = now.get(name) ?? [];
    const [was, is] = [old[0], current[0]];
    if (was === undefined || is === undefined) return [];
    return current.some(({ value }) => old.some((each) => each.value === value))
      ? []
      : [{ name, before: was.text, after: is.text }];
  });
}

/** Figures based on unpublished data have no name; only their sentences are compared. */
function byName(figures: readonly PrintedFigure[]): Map<string, PrintedFigure[]> {
  const lists = new Map<string, PrintedFigure[]>();
  for (const figure of figures)
    if (figure.name !== "") lists.set(figure.name, [...(lists.get(figure.name) ?? []), figure]);
  return lists;
}

function partChanges(
  before: PublishedText,
  after: PublishedText,
  figures: readonly FigureChange[],
): (SentenceChange | PartChange)[] {
  const old = new Map(before.parts.map((part) => [keyOf(part), part]));
  const now = new Set(after.parts.map(keyOf));
  const gone = before.parts.filter((part) => !now.has(keyOf(part)));
  return [
    ...after.parts.flatMap((part): (SentenceChange | PartChange)[] => {
      const was = old.get(keyOf(part));
      return was === undefined ? [{ kind: "part", part, now: true }] : sentenceChanges(was, part, figures);
    }),
    ...gone.map((part): PartChange => ({ kind: "part", part, now: false })),
    ...orderChange(before, after),
  ];
}

/** A different order of parts, which no sentence shows. */
function orderChange(before: PublishedText, after: PublishedText): SentenceChange[] {
  const common = (text: PublishedText, other: PublishedText): TextPart[] => {
    const known = new Set(other.parts.map(keyOf));
    return text.parts.filter((part) => known.has(keyOf(part)));
  };
  const [was, is] = [common(before, after), common(after, before)];
  if (was.every((part, at) => keyOf(part) === keyOf(is[at] ?? part))) return [];
  const list = (parts: readonly TextPart[]): string => parts.map(({ name }) => `《${name}》`).join("");
  const part: TextPart = { name: "各篇次序", slug: "", blocks: [] };
  return [{ kind: "sentence", part, before: list(was), after: list(is), figures: [] }];
}

const keyOf = ({ slug, name }: TextPart): string => (slug === "" ? name : `#${slug}`);

function sentenceChanges(before: TextPart, after: TextPart, figures: readonly FigureChange[]): SentenceChange[] {
  const changes: SentenceChange[] = [];
  const note = (old: string | undefined, now: string | undefined): void => {
    const own = figures.filter((change) => prints(old, change.before) && prints(now, change.after));
    changes.push({ kind: "sentence", part: after, before: old, after: now, figures: own });
  };
  let removed: string[] = [];
  const close = (added: readonly string[]): void => {
    for (let at = 0; at < Math.max(removed.length, added.length); at++) note(removed[at], added[at]);
    removed = [];
  };
  for (const run of diffArrays(pieces(before), pieces(after))) {
    if (run.removed) removed = run.value;
    else if (run.added) close(run.value);
    else close([]);
  }
  close([]);
  return changes.filter((change) => change.before !== change.after);
}

/** Whether a sentence contains the number, and not as part of a longer one. */
function prints(sentence: string | undefined, number: string): boolean {
  if (sentence === undefined || number === "") return false;
  for (let at = sentence.indexOf(number); at >= 0; at = sentence.indexOf(number, at + 1))
    if (!/[\d.]/.test(sentence[at - 1] ?? "") && !/\d/.test(sentence[at + number.length] ?? "")) return true;
  return false;
}

/** Sentences; a line break marks the first of a paragraph, so that joining two paragraphs counts as a change. */
function pieces({ blocks }: TextPart): string[] {
  return blocks.flatMap((block) => sentencesOf(block).map((sentence, at) => (at === 0 ? `\n${sentence}` : sentence)));
}
