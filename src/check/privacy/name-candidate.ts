/** Whatever in a sentence could be the name of a person: where it stands and how it is made. (姓名候选) */

import { SOUNDING, SOUNDS } from "./name-frames.ts";
import { GIVEN_WEIGHTS, NO_NAMES } from "./name-tables.ts";
import { latinNameAt } from "./pinyin.ts";
import { surnameAt } from "./surname.ts";

/**
 * `han`: a surname and a given name. `dotted`: 阿依古丽·买买提. `sounding`: 扎西顿珠. `sounds`: other characters that such names are
 * written with. `latin`: Zhang San. `bare`: two to four characters behind a colon or in quotes, no known surname among them.
 */
export type NameKind = "han" | "dotted" | "sounding" | "sounds" | "latin" | "bare";

export interface NameCandidate {
  readonly start: number;
  readonly name: string;
  readonly kind: NameKind;
  /** Of a `han` name. */
  readonly surname: string;
}

const NEVER =
  "地某的了是把被就不没未都再还该此各每们个到对这那您我你他她它吗呢吧县村镇乡区厅厂店路街巷户众组队号件秒吨米亩斤等也已又所市局部处省";
const CLAN_PLACES = "庄口界港湾坪坝沟冲塘坳垭岭寨屯堡营集圩畈堰墩村桥店铺";
const NEVER_GIVEN = new RegExp(`[${NEVER}]`);
const SPECIAL = /[·A-Za-z:("“‘「|]/;
const DOTTED = new RegExp(`[${SOUNDS}]{1,7}·[${SOUNDS}]{2,8}|[${SOUNDS}]{2,7}·[\\u3400-\\u9fff]{2,4}`, "g");
const SOUNDED = new RegExp(`(?:${SOUNDING})+[${SOUNDS}]{0,2}|[${SOUNDS}]{1,2}(?:${SOUNDING})+`, "g");
const RUN = new RegExp(`[${SOUNDS}]{3,8}`, "g");
const STARTS = new Set(SOUNDING.split("|").map((sounds) => sounds.slice(0, 2)));
const LATIN = /(?<![A-Za-z\d@._/-])[A-Za-z]{2}/g;
const BARE = /(?<=[:("“‘「|] ?)[\u3400-\u9fff]{2,4}(?=[,。;)”"」’|\n]|$)/g;

/** A character that no given name of the dictionary has. */
const NOT_GIVEN = -4;
/** 犇, 翀: in no word at all, so hardly anywhere but in a name. */
const RARE = 0;
const NO_CHARACTER = -100;
/** Less than this, summed over both, is no given name. */
const LEAST = -3;

let given: Int8Array | undefined;
let none: ReadonlySet<string> | undefined;

/** How much a character, by its code, speaks for a given name. */
function givenTable(): Int8Array {
  if (given !== undefined) return given;
  given = new Int8Array(0x10000).fill(NO_CHARACTER).fill(RARE, 0x3400, 0xa000);
  for (const [weight, signs] of GIVEN_WEIGHTS)
    for (let at = 0; at < signs.length; at += 1) given[signs.charCodeAt(at)] = weight;
  for (const sign of NEVER) given[sign.charCodeAt(0)] = NO_CHARACTER;
  return given;
}

function isNoName(two: string): boolean {
  none ??= new Set(
    NO_NAMES.split(" ").flatMap((group) => [...group.slice(1)].map((second) => group.charAt(0) + second)),
  );
  return none.has(two);
}

/** How much each character of a given name speaks for one. */
export function givenWeights(name: string): number[] {
  const table = givenTable();
  return Array.from({ length: name.length }, (_, at) => table[name.charCodeAt(at)] ?? NO_CHARACTER);
}

export function nameCandidates(sentence: string): NameCandidate[] {
  return [...hanNames(sentence), ...soundedNames(sentence), ...otherNames(sentence)];
}

function hanNames(sentence: string): NameCandidate[] {
  const table = givenTable();
  const weight = (at: number): number => table[sentence.charCodeAt(at)] ?? NO_CHARACTER;
  const found: NameCandidate[] = [];
  for (let start = 0; start < sentence.length - 1; start += 1) {
    const surname = surnameAt(sentence, start);
    if (surname === undefined) continue;
    const from = start + surname.length;
    const add = (length: number): number =>
      found.push({ start, name: sentence.slice(start, from + length), kind: "han", surname });
    // 多多, 安安 are given, whatever the character.
    const least = sentence[from] === sentence[from + 1] ? 2 * NOT_GIVEN : LEAST;
    if (from + 1 < sentence.length && weight(from) + weight(from + 1) >= least && !isClanPlace(sentence, from)) add(2);
    if (from < sentence.length && weight(from) >= LEAST && !isNoName(surname + sentence.charAt(from))) add(1);
  }
  return found;
}

/** 石家庄, 张家界, 李家湾. */
function isClanPlace(sentence: string, at: number): boolean {
  return sentence.charAt(at) === "家" && CLAN_PLACES.includes(sentence.charAt(at + 1));
}

/** To make these patterns ready takes longer than to look whether any could match. */
function soundedNames(sentence: string): NameCandidate[] {
  const found: NameCandidate[] = [];
  const add = (pattern: RegExp, kind: NameKind): void => {
    for (const { index, 0: name } of sentence.matchAll(pattern)) found.push({ start: index, name, kind, surname: "" });
  };
  if (sentence.includes("·")) {
    add(DOTTED, "dotted");
    // 艾力|达成: where it ends is for the words behind it to say.
    for (const { start, name } of [...found])
      for (let length = name.indexOf("·") + 3; length < name.length; length += 1)
        found.push({ start, name: name.slice(0, length), kind: "dotted", surname: "" });
  }
  for (let at = 0; at < sentence.length - 1; at += 1) {
    if (!STARTS.has(sentence.slice(at, at + 2))) continue;
    add(SOUNDED, "sounding");
    add(RUN, "sounds");
    break;
  }
  return found;
}

function otherNames(sentence: string): NameCandidate[] {
  if (!SPECIAL.test(sentence)) return [];
  const latin = [...sentence.matchAll(LATIN)].flatMap(({ index }): NameCandidate[] => {
    const name = latinNameAt(sentence.slice(index, index + 40))?.name;
    return name === undefined ? [] : [{ start: index, name, kind: "latin", surname: "" }];
  });
  const bare = [...sentence.matchAll(BARE)].flatMap(({ index, 0: name }): NameCandidate[] =>
    NEVER_GIVEN.test(name) || surnameAt(name, 0) !== undefined
      ? []
      : [{ start: index, name, kind: "bare", surname: "" }],
  );
  return [...latin, ...bare];
}
