/** Names of persons in a text, by the evidence for them. (姓名的搜索) */

import type { Certainty } from "./item.ts";
import { nameCandidates, type NameCandidate } from "./name-candidate.ts";
import { Sentence, type Evidence } from "./name-evidence.ts";
import { NameTable } from "./name-column.ts";
import { NAME_WEIGHTS } from "./name-weights.ts";

export interface FoundName {
  readonly start: number;
  readonly name: string;
  readonly certainty: Certainty;
}

interface Scored extends NameCandidate {
  readonly score: number;
}

/** The logarithm of the odds above which a candidate may be, and surely is, a private person's name: an error stops a bulletin, so it wants more. */
const POSSIBLE = -1.2;
const SURE = 3;
/** What is a name in one sentence is one in another that says less. */
const AGAIN = 2.5;
/** 李四、王五: whoever is named beside a person. */
const NEIGHBOUR = 4;
/** The most that the words about it can say for a name. */
const PLACE_FOR = 8;
/** The most that the dictionary of words can say for a name. */
const WORDS_FOR = 3;
const JOINED = /^(?:[、,]|和|与|及|以及) ?$/;
/** A sentence. A long one is divided at a comma: the dictionary takes a time that grows as the square of the length. */
export const SENTENCE = /[^。!?\n]{1,400}(?:(?=[。!?\n])|[,;、]|$)|[^。!?\n]{1,400}/g;

/** The names of `text` that `isPublic` does not know; the surer of two that overlap. */
export function namesIn(text: string, isPublic: (start: number, name: string) => boolean): FoundName[] {
  const table = new NameTable();
  const scored = [...text.matchAll(SENTENCE)]
    .flatMap(({ index, 0: sentence }) => moved(inSentence(sentence, table.row(sentence)), index))
    .filter(({ start, name }) => !isPublic(start, name));
  const known = new Map<string, number>();
  for (const { name, score } of scored) known.set(name, Math.max(score, known.get(name) ?? -Infinity));
  const taken = new Uint8Array(text.length);
  return scored
    .map((candidate) => {
      const best = known.get(candidate.name) ?? 0;
      return {
        ...candidate,
        score: best > POSSIBLE ? Math.max(candidate.score, Math.min(best, candidate.score + AGAIN)) : candidate.score,
      };
    })
    .filter(({ score }) => score > POSSIBLE)
    .sort((a, b) => b.score - a.score)
    .filter(({ start, name }) => {
      if (taken.subarray(start, start + name.length).includes(1)) return false;
      taken.fill(1, start, start + name.length);
      return true;
    })
    .map(({ start, name, score }) => ({ start, name, certainty: score > SURE ? "sure" : "possible" }));
}

/** Candidates of a sentence that may be names, and those beside them. */
function inSentence(text: string, isLabelled: ((index: number) => boolean) | undefined): readonly Scored[] {
  if (isLabelled !== undefined) return weighed(text, isLabelled);
  const known = remembered.get(text) ?? weighed(text);
  if (remembered.size >= REMEMBERED) remembered.clear();
  remembered.set(text, known);
  return known;
}

/** A text is read with its blanks and without, and a site says most things many times. */
const remembered = new Map<string, readonly Scored[]>();
const REMEMBERED = 5000;

function moved(names: readonly Scored[], by: number): Scored[] {
  return names.map((each) => ({ ...each, start: each.start + by }));
}

function weighed(text: string, isLabelled?: (index: number) => boolean): readonly Scored[] {
  const candidates = nameCandidates(text);
  if (candidates.length === 0) return [];
  const sentence = new Sentence(text, isLabelled);
  /** Inside the name of somebody in office nobody else begins. */
  const passed = new Uint8Array(text.length);
  const scored = candidates.flatMap((candidate): Scored[] => {
    const first = (NAME_WEIGHTS["bias"] ?? 0) + scoreOf(sentence.characters(candidate));
    if (first + PLACE_FOR < POSSIBLE) return [];
    const place = sentence.place(candidate);
    if (place === undefined) {
      passed.fill(1, candidate.start + 1, candidate.start + candidate.name.length);
      return [];
    }
    const second = first + scoreOf(place);
    if (passed[candidate.start] === 1 || second + WORDS_FOR + NEIGHBOUR < POSSIBLE) return [];
    return [{ ...candidate, score: second + scoreOf(sentence.words(candidate)) }];
  });
  return besides(text, scored);
}

function scoreOf(evidence: Evidence): number {
  let score = 0;
  for (const [key, value] of evidence) score += (NAME_WEIGHTS[key] ?? 0) * value;
  return score;
}

/** A name beside a name, in the order of the text and against it. */
function besides(text: string, scored: readonly Scored[]): readonly Scored[] {
  if (scored.length < 2) return scored;
  const all = scored.map((each) => ({ ...each }));
  const pass = (from: (typeof all)[number], to: (typeof all)[number]): void => {
    if (from.score > POSSIBLE) to.score = Math.max(to.score, Math.min(from.score, to.score + NEIGHBOUR));
  };
  const pairs = all.flatMap((left) => {
    const end = left.start + left.name.length;
    return all
      .filter(({ start }) => start > end && start <= end + 3 && JOINED.test(text.slice(end, start)))
      .map((right) => [left, right] as const);
  });
  for (const [left, right] of pairs) pass(left, right);
  for (const [left, right] of pairs.toReversed()) pass(right, left);
  return all;
}
