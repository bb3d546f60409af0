/** Names in no frame that a pattern could list, weighed by their characters and by what stands about them. (姓名的可能性) */

import {
  BODY_BEHIND,
  COMPILERS,
  GIVEN_WEIGHTS,
  GRAMMAR_SURNAMES,
  NAME_WEIGHTS,
  PERSON_BEFORE,
  PERSON_BEHIND,
  PINYIN_SURNAMES,
  PLACE_ENDS,
  PRIVATE_LIFE,
  PUBLIC_FIGURES,
  SOUNDING,
  SOUNDS,
  SURNAME_WEIGHTS,
  TAKES_PERSON,
  TELLS,
} from "./name-table.ts";
import { isOrdinaryWord, TITLE } from "./person-name.ts";
import { latinNameAt } from "./pinyin.ts";
import { isSurname, surnameAt } from "./surname.ts";
import { COMMON_WORDS } from "./word-table.ts";
import { wordSegmenter } from "../../base/text/word-segmenter.ts";

/** What speaks for a name or against it; its weight in `NAME_WEIGHTS` has the same key. */
export type Evidence = Readonly<Record<keyof typeof NAME_WEIGHTS, number>>;

export interface NameCandidate {
  readonly start: number;
  readonly name: string;
  readonly evidence: Evidence;
}

export interface LikelyName {
  readonly start: number;
  readonly name: string;
}

/** Above this the odds are for a person: of 900,000 characters of laws and bulletins about a hundred places are. */
const LIKELY = -1.6;
/** What is a name in one sentence is one in another that says less. */
const LIKELY_AGAIN = LIKELY - 2;
const FEWEST = 1;

const weightsOf = (table: readonly (readonly [number, string])[]): ReadonlyMap<string, number> =>
  new Map(table.flatMap(([weight, signs]) => [...signs].map((sign) => [sign, weight] as const)));
const GIVEN = weightsOf(GIVEN_WEIGHTS);
const SURNAME = weightsOf(SURNAME_WEIGHTS);
const HAN = /^[\u3400-\u9fff]+$/;
const NEVER_GIVEN =
  /[某的了是在有与及或被把将就不没未也都又再还已该此其各每们个为于至到从向对所这那您我你他她吗呢吧县村镇乡区市省州局厅部处科员户民众组队号件年月日时分秒元吨米亩斤地等]/;
const BEFORE = new RegExp(`(?:${PERSON_BEFORE})(?:[:("“ ]{0,2}|[是为]:?)$`);
const TAKES = new RegExp(`(?:${TAKES_PERSON})(?:[:("“ ]{0,2}|[是为]:?)$`);
const TELLING = new RegExp(`^(?:${TELLS})`);
const BEHIND = new RegExp(`^(?:${TELLS}|${PERSON_BEHIND})`);
/** 和邻居, 向公安: no surnames before a word of its own. */
const JOINS = /^[和向于对与同及经由从在并等]/;
const IS_PLACE = new RegExp(`^(?:${BODY_BEHIND})`);
const ENDS_AS_PLACE = new RegExp(`(?:${PLACE_ENDS})$`);
const IS_TITLED = new RegExp(`^(?:${TITLE}|姓|氏)`);
const COMPILED = new RegExp(`(?:${COMPILERS})[:/ ]{0,3}(?:[\\u3400-\\u9fff]{2,4}[、 ,])*$`);
const FIGURE = new RegExp(`^(?:${PUBLIC_FIGURES})`);
const LIFE = new RegExp(PRIVATE_LIFE, "g");
const SOUNDED = new RegExp(
  `[${SOUNDS}]{2,7}·[${SOUNDS}]{2,8}|(?:${SOUNDING})(?:${SOUNDING}|[${SOUNDS}]{1,2}(?=${TELLS}|${PERSON_BEHIND}|[^\\u3400-\\u9fff]|$))+|(?<=${PERSON_BEFORE}|[,;:(“、]|^)(?:${SOUNDING})(?=${TELLS}|${PERSON_BEHIND}|[,;:)”、。])|(?:${SOUNDING})(?=一家|家的|夫妇)`,
  "g",
);
const SOUNDING_STARTS = new Set(SOUNDING.split("|").map((sounds) => sounds.slice(0, 2)));
const LATIN = /(?<![A-Za-z\d])(?=[A-Z][a-z]+ ?[A-Z][a-z]+(?![A-Za-z]))/g;
const STARTS_AS_SURNAME = new RegExp(
  `^(?:${PINYIN_SURNAMES.replaceAll(/\b[a-z]/g, (letter) => letter.toUpperCase())})(?: |(?=[A-Z]))`,
);

/** Names of persons that nothing in the text marks as such for certain; the surer of two that overlap. */
export function likelyNames(text: string): LikelyName[] {
  const scored = nameCandidates(text).map((candidate) => ({ ...candidate, score: scoreOf(candidate.evidence) }));
  const again = new Set(scored.filter(({ score }) => score > LIKELY).map(({ name }) => name));
  const taken = new Uint8Array(text.length);
  const names = scored
    .filter(({ name, score }) => score > LIKELY || (score > LIKELY_AGAIN && again.has(name)))
    .sort((a, b) => b.score - a.score);
  return [...foreignNames(text), ...names].filter(({ start, name }) => {
    if (taken.subarray(start, start + name.length).includes(1)) return false;
    taken.fill(1, start, start + name.length);
    return true;
  });
}

function scoreOf(evidence: Evidence): number {
  return Object.entries(NAME_WEIGHTS).reduce((sum, [key, weight]) => sum + weight * evidence[key as keyof Evidence], 0);
}

/** Without one of these `SOUNDED` finds nothing, and to make that pattern ready takes longer than to look. */
function maySound(text: string): boolean {
  if (text.includes("·")) return true;
  for (let at = 0; at < text.length - 1; at += 1) if (SOUNDING_STARTS.has(text.slice(at, at + 2))) return true;
  return false;
}

/** 扎西顿珠, 买买提·艾力, Li Guoqiang. */
function foreignNames(text: string): LikelyName[] {
  const sounded = maySound(text)
    ? [...text.matchAll(SOUNDED)].map(({ index, 0: name }) => ({ start: index, name }))
    : [];
  const latin = [...text.matchAll(LATIN)].flatMap(({ index }) => {
    const behind = text.slice(index, index + 40);
    const name = latinNameAt(behind);
    const isNamed = BEFORE.test(text.slice(Math.max(0, index - 10), index)) && name?.name.includes(" ") === true;
    return name !== undefined && (isNamed || (name.isPinyin && STARTS_AS_SURNAME.test(behind)))
      ? [{ start: index, name: name.name }]
      : [];
  });
  return [...sounded, ...latin];
}

/** A sentence. A long one is divided at a comma: the dictionary takes a time that grows as the square of the length. */
const SENTENCE = /[^。!?\n]{1,400}(?:(?=[。!?\n])|[,;、]|$)|[^。!?\n]{1,400}/g;

/** Every surname with one or two characters behind it that given names are made of, with what is to be weighed. */
function nameCandidates(text: string): NameCandidate[] {
  return [...text.matchAll(SENTENCE)].flatMap(({ index, 0: sentence }) => new Sentence(sentence).candidates(index));
}

class Sentence {
  readonly #text: string;
  #edges: Uint8Array | undefined;
  #life: number | undefined;

  constructor(text: string) {
    this.#text = text;
  }

  candidates(offset: number): NameCandidate[] {
    const found: NameCandidate[] = [];
    for (let at = 0; at < this.#text.length - 1; at += 1) {
      const surname = surnameAt(this.#text.slice(at, at + 2), true);
      if (surname === undefined) continue;
      for (const length of [2, 1]) {
        const given = this.#text.slice(at + surname.length, at + surname.length + length);
        if (given.length < length || !HAN.test(given) || NEVER_GIVEN.test(given)) continue;
        const weights = [...given].map((sign) => GIVEN.get(sign) ?? -1);
        if (weights.reduce((sum, weight) => sum + weight, 0) < FEWEST || this.#isNone(at, surname + given)) continue;
        found.push({ start: offset + at, name: surname + given, evidence: this.#weigh(at, surname, weights) });
      }
    }
    return found;
  }

  /** Who made the paper, whom a place is called after, who is called Mr. */
  #isNone(at: number, name: string): boolean {
    const behind = this.#text.slice(at + name.length, at + name.length + 6);
    const before = this.#text.slice(Math.max(0, at - 24), at);
    return (
      (name.length < 4 && ENDS_AS_PLACE.test(name)) ||
      IS_PLACE.test(behind) ||
      FIGURE.test(name) ||
      (JOINS.test(name) && isCommonWord(this.#text, at + 1) === 1) ||
      (SURNAME.get(name.charAt(0)) ?? 1) <= -2 ||
      (name.length === 2 && this.#isShortWord(at, name, before, behind)) ||
      IS_TITLED.test(name.slice(1) + behind) ||
      IS_TITLED.test(name.slice(2) + behind) ||
      COMPILED.test(before)
    );
  }

  /** 孙子, 新田: two characters take more to be a person. */
  #isShortWord(at: number, name: string, before: string, behind: string): boolean {
    if (isOrdinaryWord(name) || ((SURNAME.get(name.charAt(0)) ?? 1) < 1 && !isSurname(name.charAt(0)))) return true;
    return !BEFORE.test(before) && (!BEHIND.test(behind) || isCommonWord(this.#text, at) === 1);
  }

  #weigh(at: number, surname: string, given: readonly number[]): Evidence {
    const inner = at + surname.length;
    const end = inner + given.length;
    const edges = (this.#edges ??= edgesOf(this.#text));
    this.#life ??= Math.min(3, new Set(this.#text.match(LIFE)).size);
    const [before, behind] = [this.#text.slice(Math.max(0, at - 10), at), this.#text.slice(end, end + 10)];
    const [person, takes, does] = [BEFORE.test(before), TAKES.test(before), BEHIND.test(behind)];
    const isEdge = (...places: number[]): number => Number(places.every((place) => edges[place] === 1));
    const single = surname.length === 1;
    return {
      bias: 1,
      common: single ? Number(isSurname(surname)) : 2,
      surname: single ? (SURNAME.get(surname) ?? 1) : 5,
      grammar: Number(single && GRAMMAR_SURNAMES.includes(surname)),
      given: given.reduce((sum, weight) => sum + weight, 0) / given.length,
      weakest: Math.min(...given),
      short: Number(given.length === 1),
      apart: given.length === 2 ? isEdge(at, inner, inner + 1, end) : 0,
      starts: isEdge(at),
      ends: isEdge(end),
      parted: isEdge(inner),
      word: Number(!edges.slice(at + 1, end).includes(1)),
      halved: Number(given.length === 2 && edges[inner] === 0 && edges[inner + 1] === 1),
      ordinary: Number(single && isOrdinaryWord(this.#text.slice(at, at + 2))),
      wordBefore: isCommonWord(this.#text, at - 1),
      wordFirst: isCommonWord(this.#text, at),
      wordBehind: isCommonWord(this.#text, end - 1),
      person: Number(person),
      takes: Number(takes),
      does: Number(does),
      both: Number(person && does),
      tells: Number(TELLING.test(behind)),
      opens: Number(before === "" || /[,;:("“、] ?$/.test(before)),
      closes: Number(behind === "" || /^[,;:)"”、(]/.test(behind)),
      amid: Number(/[\u3400-\u9fff]$/.test(before) && !person && !takes),
      life: this.#life,
    };
  }
}

/** Where words begin and end by the dictionary of ICU: 1 at those indices. */
function edgesOf(sentence: string): Uint8Array {
  const edges = new Uint8Array(sentence.length + 1);
  for (const { index } of wordSegmenter().segment(sentence)) edges[index] = 1;
  edges[sentence.length] = 1;
  return edges;
}

let words: ReadonlyMap<string, string> | undefined;

function isCommonWord(text: string, at: number): number {
  words ??= new Map(COMMON_WORDS.split(" ").map((group) => [group.charAt(0), group.slice(1)]));
  const second = text.charAt(at + 1);
  return Number(second !== "" && (words.get(text.charAt(at))?.includes(second) ?? false));
}
