/** Names of persons in a text, by the evidence for them. (姓名的搜索) */

import type { Certainty } from "./personal-item.ts";
import { nameCandidates, type NameCandidate } from "./name-candidate.ts";
import { Sentence, type Evidence } from "./name-evidence.ts";
import { isHeader, NameTable } from "./name-column.ts";
import { NAME_WEIGHTS } from "./name-weights.ts";

export interface FoundName {
  readonly start: number;
  readonly name: string;
  readonly certainty: Certainty;
}

interface Scored extends NameCandidate {
  readonly score: number;
}

/** What is known of a candidate before the dictionary of words is asked, which takes longer than all else. */
interface Weighed extends NameCandidate {
  /** The most that the score can be. */
  readonly most: number;
  readonly score: () => number;
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
/** The most that the dictionary of words can say for a name: that it begins and ends where words do. */
const WORDS_FOR = (NAME_WEIGHTS["starts"] ?? 0) + (NAME_WEIGHTS["ends"] ?? 0);
const JOINED = /^(?:[、,]|和|与|及|以及) ?$/;
/** A sentence. A long one is divided at a comma: the dictionary takes a time that grows as the square of the length. */
export const SENTENCE = /[^。!?\n]{1,400}(?:(?=[。!?\n])|[,;、]|$)|[^。!?\n]{1,400}/g;

/** The names of `text` that `isPublic` does not know; the surer of two that overlap. */
export function namesIn(text: string, isPublic: (start: number, name: string) => boolean): FoundName[] {
  const table = new NameTable();
  const sentences = [...text.matchAll(SENTENCE)].map(({ index, 0: sentence }) => ({
    index,
    sentence,
    names: inSentence(sentence, table.row(sentence)).filter(({ start, name }) => !isPublic(index + start, name)),
  }));
  // What is raised by another is raised by one that says enough for itself.
  if (!sentences.some(({ names }) => names.some((name) => name.most > POSSIBLE && name.score() > POSSIBLE))) return [];
  const scored = sentences.flatMap(({ index, sentence, names }) =>
    besides(
      sentence,
      names.map((name) => ({ ...name, score: name.score() })),
    ).map((name) => ({ ...name, start: name.start + index })),
  );
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

/** Whether `text` could hold a name, whoever is public and whatever its columns are called: nearly every sentence could not. */
export function mayHoldNames(text: string): boolean {
  return [...text.matchAll(SENTENCE)].some(
    ({ 0: sentence }) =>
      isHeader(sentence) ||
      inSentence(sentence, sentence.includes("|") ? () => true : undefined).some(({ most }) => most > POSSIBLE),
  );
}

/** Candidates of a sentence that may be names, and those beside them. */
function inSentence(text: string, isLabelled: ((index: number) => boolean) | undefined): readonly Weighed[] {
  if (isLabelled !== undefined) return weighed(text, isLabelled);
  const known = remembered.get(text);
  if (known !== undefined) return known;
  const made = weighed(text);
  if (remembered.size >= REMEMBERED) remembered.clear();
  remembered.set(text, made);
  return made;
}

/** A text is read with its blanks and without, and a site says most things many times. */
const remembered = new Map<string, readonly Weighed[]>();
const REMEMBERED = 5000;

function weighed(text: string, isLabelled?: (index: number) => boolean): readonly Weighed[] {
  const candidates = nameCandidates(text);
  if (candidates.length === 0) return [];
  const sentence = new Sentence(text, isLabelled);
  /** Inside the name of somebody in office nobody else begins. */
  const passed = new Uint8Array(text.length);
  return candidates.flatMap((candidate): Weighed[] => {
    const first = (NAME_WEIGHTS["bias"] ?? 0) + scoreOf(sentence.characters(candidate));
    if (first + PLACE_FOR < POSSIBLE) return [];
    const place = sentence.place(candidate);
    if (place === undefined) {
      passed.fill(1, candidate.start + 1, candidate.start + candidate.name.length);
      return [];
    }
    const second = first + scoreOf(place);
    const most = second + (candidate.kind === "han" ? WORDS_FOR : 0);
    if (passed[candidate.start] === 1 || most + NEIGHBOUR < POSSIBLE) return [];
    let score: number | undefined;
    return [{ ...candidate, most, score: () => (score ??= second + scoreOf(sentence.words(candidate))) }];
  });
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
