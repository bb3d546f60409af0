/** How much of a half of the corpus the gate finds. */

import { SourceText } from "../../../../../src/base/problem/source-text.ts";
import { checkPrivacyText } from "../../../../../src/check/privacy/check.ts";
import { KINDS, type CorpusHalf, type Kind } from "./half.ts";

export interface Missed {
  readonly kind: Kind;
  readonly sentence: string;
}

export interface Measured {
  readonly items: number;
  /** Found as an error. */
  readonly sure: number;
  /** Found as an error or a reminder. */
  readonly found: number;
  /** Not found as an error. */
  readonly missed: readonly Missed[];
}

export function measure(half: CorpusHalf, kinds: readonly Kind[]): Measured {
  const parts = kinds.map((kind) => {
    const { missed, ...part } = measureSentences(half.personal[kind]);
    return { ...part, missed: missed.map((sentence): Missed => ({ kind, sentence })) };
  });
  const sum = (of: "items" | "sure" | "found"): number => parts.reduce((total, part) => total + part[of], 0);
  return { items: sum("items"), sure: sum("sure"), found: sum("found"), missed: parts.flatMap(({ missed }) => missed) };
}

/** Sentences with each item in ⟦⟧. */
export function measureSentences(
  sentences: readonly string[],
): Omit<Measured, "missed"> & { readonly missed: readonly string[] } {
  let [items, sure, found] = [0, 0, 0];
  const missed: string[] = [];
  for (const sentence of sentences) {
    const { text, spans } = marked(sentence);
    const findings = findingsOf(text);
    for (const [start, end] of spans) {
      const hits = findings.filter(({ offset }) => reaches(offset, start, end));
      items += 1;
      if (hits.length > 0) found += 1;
      if (hits.some(({ isError }) => isError)) sure += 1;
      else missed.push(hits.length > 0 ? `（提醒）${sentence}` : sentence);
    }
  }
  return { items, sure, found, missed };
}

/** The innocent strings in which something is found, as errors and as reminders; of one rule alone where it is named. */
export function falseAlarms(innocent: readonly string[], rule?: string): { errors: string[]; reminders: string[] } {
  const told = innocent
    .map((text) => ({ text, findings: findingsOf(text).filter(({ code }) => rule === undefined || code === rule) }))
    .filter(({ findings }) => findings.length > 0);
  const [errors, reminders] = [
    told.filter(({ findings }) => findings.some(({ isError }) => isError)),
    told.filter(({ findings }) => !findings.some(({ isError }) => isError)),
  ];
  return { errors: errors.map(({ text }) => text), reminders: reminders.map(({ text }) => text) };
}

/** Every kind, for the whole. */
export const ALL: readonly Kind[] = KINDS;

function marked(sentence: string): { text: string; spans: (readonly [number, number])[] } {
  const parts = sentence.split(/[⟦⟧]/);
  let at = 0;
  const spans: (readonly [number, number])[] = [];
  for (const [index, part] of parts.entries()) {
    if (index % 2 === 1) spans.push([at, at + part.length]);
    at += part.length;
  }
  return { text: parts.join(""), spans };
}

/** A finding may begin a little before the item, with a bracket or the number of a house before its stairs. */
function reaches(offset: number, start: number, end: number): boolean {
  return offset >= start - 2 && offset < end;
}

function findingsOf(text: string): { code: string; offset: number; isError: boolean }[] {
  const source = new SourceText("a.md", text);
  return checkPrivacyText(source, 0, text.length).map(({ code, place, severity }) => ({
    code,
    offset: source.lineStart(place.line) + [...source.line(place.line)].slice(0, place.column - 1).join("").length,
    isError: severity === "error",
  }));
}
