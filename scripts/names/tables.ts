/**
 * `npm run names`: makes `src/check/privacy/name-tables.ts`, what the search for names knows of characters and words. The first part
 * is counted in the dictionary of jieba (`dict.txt` of `@node-rs/jieba`, MIT): word, frequency, part of speech, `nr` for persons. The
 * second, the weights of the evidence, is fitted (`fit.ts`).
 */

import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import { SINGLE_SURNAMES } from "../../src/check/privacy/surname.ts";

export interface Word {
  readonly word: string;
  readonly frequency: number;
  /** Part of speech. */
  readonly kind: string;
  readonly isPerson: boolean;
}

/** Characters that parents choose today and the dictionary, of 2012, has in hardly any name. */
const OF_TODAY =
  "霏嫦珑颀皎煜璟恬蹊骁淼姣偲蔓喆萱玟珂笠珺烁韧玥鹂栩垚麒枚卉梧芊骋嵘婵荔耘珉瑗暄妤璧涌屹悌茵苹娃梓轩涵睿皓晟宸沐妍彤欣怡雯婷蕊薇菲莉娜芳娟霞燕燃柔雨晨语诗墨辰铭奕泽浩宇航凯博昊";

/** What may be a name by all that is counted and is said of persons more often. */
const ALSO_NO_NAMES = "陈述 申辩 许可 高兴 安全 安心 平静 周到 满意 周边 高度 常年 关切 何时";

export function dictionary(): Word[] {
  const file = createRequire(import.meta.url).resolve("@node-rs/jieba/dict.txt");
  return readFileSync(file, "utf8")
    .split("\n")
    .flatMap((line): Word[] => {
      const [word, frequency, kind] = line.trim().split(" ");
      if (word === undefined || kind === undefined) return [];
      return [{ word, frequency: Number(frequency), kind, isPerson: kind.startsWith("nr") }];
    });
}

function counted(entries: Iterable<readonly [string, number]>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const [key, count] of entries) counts.set(key, (counts.get(key) ?? 0) + count);
  return counts;
}

const total = (counts: ReadonlyMap<string, number>): number =>
  [...counts.values()].reduce((sum, count) => sum + count, 0);

/** Characters by their weight, the heaviest first, as the table prints them. */
function byWeight(weights: ReadonlyMap<string, number>): [number, string][] {
  const groups = new Map<number, string>();
  for (const [sign, weight] of weights) groups.set(weight, (groups.get(weight) ?? "") + sign);
  return [...groups].sort(([a], [b]) => b - a);
}

/** How much more often a character begins a name than any other word (logarithm, rounded). */
function surnameWeights(words: readonly Word[]): [number, string][] {
  const first = counted(
    words.filter(({ isPerson, word }) => isPerson && /^.{2,3}$/u.test(word)).map(({ word }) => [word.charAt(0), 1]),
  );
  const text = counted(
    words.filter(({ isPerson }) => !isPerson).map(({ word, frequency }) => [word.charAt(0), frequency]),
  );
  const [names, all] = [total(first), total(text)];
  return byWeight(
    new Map(
      SINGLE_SURNAMES.map((sign) => {
        const weight = Math.log(((first.get(sign) ?? 0) + 0.5) / names) - Math.log(((text.get(sign) ?? 0) + 100) / all);
        return [sign, Math.max(-2, Math.min(6, Math.round(weight)))] as const;
      }),
    ),
  );
}

/** How much more often a character stands in a given name than in any other word (logarithm, rounded). */
function givenWeights(words: readonly Word[]): Map<string, number> {
  const surnames = new Set(SINGLE_SURNAMES.slice(0, 220));
  const given = counted(
    words
      .filter(({ isPerson, word }) => isPerson && word.length === 3 && surnames.has(word.charAt(0)))
      .flatMap(({ word }) => [...word.slice(1)].map((sign) => [sign, 1] as const)),
  );
  for (const sign of OF_TODAY) given.set(sign, Math.max(given.get(sign) ?? 0, 40));
  const text = counted(
    words
      .filter(({ isPerson }) => !isPerson)
      .flatMap(({ word, frequency }) => [...word].map((sign) => [sign, frequency] as const)),
  );
  const [names, all] = [total(given), total(text)];
  return new Map(
    [...given].flatMap(([sign, count]) => {
      const weight = Math.log((count + 0.5) / (names + 2000)) - Math.log(((text.get(sign) ?? 0) + 30) / (all + 60_000));
      return weight < -2.5 ? [] : [[sign, Math.min(4, Math.round(weight))] as const];
    }),
  );
}

/**
 * Words of two characters that begin with a surname and name nobody: 何时, 周边, 应当, and such as the dictionary takes for persons, though
 * hardly a given name has the second character: 陈述, 许可.
 */
function noNames(words: readonly Word[]): string {
  const given = givenWeights(words);
  const surnames = new Set(SINGLE_SURNAMES);
  const found = words.filter(
    ({ word, frequency, kind, isPerson }) =>
      word.length === 2 &&
      frequency >= 100 &&
      surnames.has(word.charAt(0)) &&
      (isPerson || /^[vdtfcpr]/.test(kind)) &&
      (given.get(word.charAt(1)) ?? -3) < (isPerson ? -0.5 : 1) &&
      !/[一二三四五六七八九]$/.test(word),
  );
  return byFirst([...new Set([...found.map(({ word }) => word), ...ALSO_NO_NAMES.split(" ")])]);
}

function byFirst(words: readonly string[]): string {
  const groups = new Map<string, string>();
  for (const word of words) groups.set(word.charAt(0), (groups.get(word.charAt(0)) ?? word.charAt(0)) + word.charAt(1));
  return [...groups.values()].join(" ");
}

/** Words of two characters by the first: the frequent ones, then after a slash the less frequent. */
function commonWords(words: readonly Word[]): string {
  const groups = new Map<string, [string, string]>();
  for (const { word, frequency, isPerson } of words) {
    if (isPerson || frequency < 20 || !/^[\u4e00-\u9fff]{2}$/.test(word)) continue;
    const group = groups.get(word.charAt(0)) ?? ["", ""];
    group[frequency >= 300 ? 0 : 1] += word.charAt(1);
    groups.set(word.charAt(0), group);
  }
  return [...groups].map(([first, [often, rarely]]) => first + often + (rarely === "" ? "" : `/${rarely}`)).join(" ");
}

/** Idioms in which a name could stand: 张冠李戴, 毛遂自荐, which the dictionary takes for persons; four characters each. */
function idioms(words: readonly Word[]): string {
  const surnames = new Map(
    surnameWeights(words).flatMap(([weight, signs]) => [...signs].map((sign) => [sign, weight])),
  );
  const given = givenWeights(words);
  const mayBegin = (word: string, at: number): boolean => {
    const [first = -3, second = -3] = [word.charAt(at + 1), word.charAt(at + 2)].map((sign) => given.get(sign) ?? -3);
    return (surnames.get(word.charAt(at)) ?? -3) >= 3 && (first >= 1 || (at < 2 && first + second >= 0));
  };
  const found = words.filter(
    ({ word, kind, frequency }) =>
      /^[\u4e00-\u9fff]{4}$/.test(word) &&
      (/^[il]/.test(kind) || (kind === "nr" && frequency >= 3)) &&
      [0, 1, 2].some((at) => mayBegin(word, at)),
  );
  return [...new Set(found.map(({ word }) => word))].join("");
}

export function characterTables(words: readonly Word[]): string {
  const table = (rows: readonly [number, string][]): string =>
    JSON.stringify(rows.map(([weight, signs]) => [weight, signs]));
  const given = givenWeights(words);
  const ordinary = [...new Set(commonWords(words))].filter((sign) => sign >= "\u4e00" && !given.has(sign)).join("");
  return `/**
 * Made by \`npm run names\` (scripts/names); not to be changed by hand. What is counted is counted in the dictionary of jieba,
 * © 2013 Sun Junyi, MIT licence (https://github.com/fxsjy/jieba). (姓氏、人名用字、常用词)
 */

/** Surnames by how much more often they begin a name than any other word. */
export const SURNAME_WEIGHTS: readonly (readonly [number, string])[] = ${table(surnameWeights(words))};

/** Characters by how much more often they stand in a given name than in any other word; -4 for those of words alone. */
export const GIVEN_WEIGHTS: readonly (readonly [number, string])[] = ${table([...byWeight(given), [-4, ordinary]])};

/** Words of two characters that begin with a surname and name nobody, by the first. */
export const NO_NAMES =
  ${JSON.stringify(noNames(words))};

/** Idioms in which a name could stand, four characters each. */
export const IDIOMS =
  ${JSON.stringify(idioms(words))};

/** Words of two characters that running text has often, by the first: the most frequent, behind a slash the others. */
export const COMMON_WORDS =
  ${JSON.stringify(commonWords(words))};
`;
}
