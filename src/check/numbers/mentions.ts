/** Recognizes what a number in a sentence is the number of: 累计接到转办件215件, 零陵区已办结27件. */

import { wordsOfStatus } from "../../model/status.ts";
import type { Vocabulary } from "../../model/vocabulary.ts";
import { escaped } from "../../base/text/words-pattern.ts";
import { ending, fillers, receiving, synonyms } from "./words.ts";

const filler = `(?:${fillers.join("|")}){0,5}`;
const batches = "(?:第?[〇零一二两三四五六七八九十百\\d]{1,5}批(?:次)?)?";

/** The measure that a word, such as the head of a column, names by itself. */
export function measureNamed(word: string, vocabulary: Vocabulary): string | undefined {
  const { measures } = vocabulary;
  if (measures.has(word)) return word;
  const group = sameAs(word, vocabulary);
  const names = [...measures.keys()];
  const meant = names.filter((name) => group.includes(name) || inflected(name, names).includes(word));
  return meant.length === 1 ? meant[0] : undefined;
}

export interface MeasurePattern {
  readonly measure: string;
  readonly pattern: RegExp;
  /** With an object that the data does not name behind it: 检查定点医药机构459家. Absent for a rate. */
  readonly withObject?: RegExp;
  readonly isRate: boolean;
}

/** A measure named at the end of some words. */
export interface Mention {
  readonly measure: string;
  /** Of the words that name it and lead to the number. */
  readonly length: number;
  /** 定点医药机构, where something stands behind the measure; empty else. */
  readonly object: string;
}

/** The longest of the names that the words end with. */
export function mentionIn(
  words: string,
  patterns: readonly MeasurePattern[],
  as: "pattern" | "withObject" = "pattern",
): Mention | undefined {
  return patterns.reduce<Mention | undefined>((best, { measure, [as]: pattern }) => {
    const found = pattern?.exec(words);
    const length = found?.[0].length ?? 0;
    return length > (best?.length ?? 0) ? { measure, length, object: found?.groups?.["object"] ?? "" } : best;
  }, undefined);
}

/** One pattern a measure, matched against what stands right before a number; spaces left out. */
export function measurePatterns(vocabulary: Vocabulary): MeasurePattern[] {
  const { measures } = vocabulary;
  const names = [...measures.keys()];
  return [...measures.values()].map((definition) => {
    if (definition.percent !== undefined)
      return { measure: definition.name, pattern: new RegExp(`${escaped(definition.name)}$`), isRate: true };
    const accumulated = definition.accumulates === undefined ? [] : wordsFor(definition.accumulates, vocabulary);
    // 本批 and 累计 alone are counts of what comes in, where nothing else is.
    if (accumulated.length > 0 && !names.some((name) => receiving.includes(name))) accumulated.push(...receiving);
    const words = [
      ...wordsFor(definition.name, vocabulary),
      // 累计转办, 累计向我省转办: the sum of what is 转办 in each batch, whatever it is called in the data.
      ...accumulated.map((word) => `(?:累计|总共|一共|合计)[^，。；：、\\d]{0,12}?${word}`),
    ];
    const others = otherStatuses(definition.name, vocabulary);
    const named = `(?<!${["未|不|非|待|难以|阶段性?|应|拟|需|能|可", ...others].join("|")})(?:${words.join("|")})`;
    return {
      measure: definition.name,
      pattern: new RegExp(`${named}${filler}(?:${batches}${filler})?$`),
      withObject: new RegExp(`${named}(?<object>(?:(?!${words.join("|")}|分别|依次)[\u4e00-\u9fff]){1,20}?)${filler}$`),
      isRate: false,
    };
  });
}

/** Of a measure named in shorter words: 办结 for 办结件, 死亡 for 死亡人数. */
const counted = new RegExp(`(?:总数|总量|数量|件数|起数|人数|家数|户数|个数|次数|件|数|量|(?<=${ending})问题)$`);
/** What prose puts between a verb and its object: 排查隐患 is 排查各类隐患 there. */
const inserted = "(?:出|了|各类|各种|各|群众|相关|有关|安全|生产|消防|火灾)*";

/** What else a measure is called, where it is no other's name or part of one. */
function inflected(measure: string, names: readonly string[]): string[] {
  const stem = measure.replace(counted, "");
  const others = names.filter((name) => name !== measure);
  return [stem, stem.replace(/^已/, "")].filter(
    (word) => word !== measure && word.length > 1 && !others.some((name) => name.includes(word) || word.includes(name)),
  );
}

/** A word as a pattern, with what may be put between verb and object. */
const asTyped = (word: string): string =>
  /^[\u4e00-\u9fff]{4}$/.test(word) ? `${word.slice(0, 2)}${inserted}${word.slice(2)}` : escaped(word);

/** Wherever a measure is named. */
export function measurePattern(words: readonly string[]): RegExp {
  return new RegExp(
    [...words]
      .sort((a, b) => b.length - a.length)
      .map(asTyped)
      .join("|") || "(?!)",
    "g",
  );
}

/** A measure's name and its synonyms, longest first; one that is, or is part of, another measure's name would be ambiguous. */
function wordsFor(measure: string, vocabulary: Vocabulary): string[] {
  const names = [...vocabulary.measures.keys()];
  const own = sameAs(measure, vocabulary).filter(
    (word) => !names.some((name) => name !== measure && (name.includes(word) || word.includes(name))),
  );
  return [...new Set([measure, ...own, ...inflected(measure, names)])].sort((a, b) => b.length - a.length).map(asTyped);
}

/** A measure's name and all words for the same. */
export function wordsOf(measure: string, vocabulary: Vocabulary): readonly string[] {
  return [measure, ...sameAs(measure, vocabulary)];
}

/** The words of which one is the word given, all for the same measure; none where it stands alone. */
function sameAs(word: string, { statuses }: Vocabulary): readonly string[] {
  return [...synonyms, ...statuses.map(wordsOfStatus)].find((words) => words.includes(word)) ?? [];
}

/** What stands before a measure's name in the words for another state: 移送 in 移送办结, where that is one. */
function otherStatuses(measure: string, { statuses }: Vocabulary): string[] {
  const own = statuses.map(wordsOfStatus).find((words) => words.includes(measure)) ?? [measure];
  return statuses.flatMap((status) =>
    wordsOfStatus(status).flatMap((word) => {
      const end = own.includes(word) ? undefined : own.find((name) => word.endsWith(name));
      return end === undefined ? [] : [escaped(word.slice(0, -end.length))];
    }),
  );
}

/** Every word that names some measure. */
export function measureWords(vocabulary: Vocabulary): string[] {
  const names = [...vocabulary.measures.keys()];
  return [...names.flatMap((name) => [...wordsOf(name, vocabulary), ...inflected(name, names)]), ...receiving];
}

/** Text outside brackets: what stands in them is said of something else. */
export function withoutBrackets(text: string): string {
  let depth = 0;
  let kept = "";
  for (const character of text) {
    if (character === "（" || character === "(") depth++;
    else if (character === "）" || character === ")") depth = Math.max(0, depth - 1);
    else if (depth === 0) kept += character;
  }
  return kept;
}
