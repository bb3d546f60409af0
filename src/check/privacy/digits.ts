/** Numbers as they stand in a text: groups of digits, and chains of groups with a sign or a blank between. (数字串) */

import { CODE_LABEL, NUMBERED_PAPER, PAPER, PERSON, PERSONAL_CODE, THING } from "./cues.ts";
import type { Certainty, PersonalItem } from "./personal-item.ts";

export interface Group {
  readonly start: number;
  readonly end: number;
  readonly digits: string;
}

/** Groups that follow each other; `gaps[i]` is what stands between groups `i` and `i + 1`, nothing where the writing changes. */
interface Chain {
  readonly groups: readonly Group[];
  readonly gaps: readonly string[];
}

/**
 * How a number is written: `whole` in one piece, `grouped` in a few pieces with blanks or hyphens between, `apart` digit for digit,
 * `loose` in pieces with commas and the like between, as an enumeration is as well.
 */
export type Shape = "whole" | "grouped" | "apart" | "loose";

/** Part of a chain, from one of its groups to another. */
export interface Span {
  readonly start: number;
  readonly end: number;
  readonly digits: string;
  /** The digits of each piece. */
  readonly pieces: readonly string[];
  readonly gaps: readonly string[];
  readonly shape: Shape;
  /** What joins it to the groups before and behind. */
  readonly before: string;
  readonly behind: string;
}

const JOINER = /^(?:[^\S\n]|(?![。;!?%‰°′″<>=×÷¥$€《》“”{}&@\uFFFC])[\p{P}\p{S}]){1,3}$/u;
const SENTENCE_ENDS = "。;!?\n";
const TIGHT = /^[ \-.·_()]{1,2}$/;

const HAN_DIGITS = ["〇零○洞", "一幺壹", "二两贰", "三叁", "四肆", "五伍", "六陆", "七柒拐", "八捌", "九玖勾"];
const ARABIC = new Map(HAN_DIGITS.flatMap((forms, digit) => [...forms].map((form) => [form, String(digit)] as const)));

/** A text with its numbers: read once, for every rule. */
export class NumberedText {
  readonly text: string;
  #digits: string | undefined;
  #chains: readonly Chain[] | undefined;

  constructor(text: string) {
    this.text = text;
  }

  /** The text with Chinese digits as Arabic ones, and letters that stand for digits inside a number; same length. */
  get digits(): string {
    return (this.#digits ??= arabic(this.text));
  }

  get chains(): readonly Chain[] {
    if (this.#chains === undefined) {
      // 0746一8123456: typed for a dash.
      const dashed = this.text.replace(/(?<=\d{3})[一ー](?=\d{3})/g, "-");
      const own = chainsOf(this.text, this.digits);
      this.#chains = dashed === this.text ? own : [...own, ...chainsOf(dashed, arabic(dashed))];
    }
    return this.#chains;
  }

  /** What stands before `index` in its sentence, at most `reach` characters. */
  before(index: number, reach: number): string {
    let from = index;
    while (from > Math.max(0, index - reach) && !SENTENCE_ENDS.includes(this.text.charAt(from - 1))) from -= 1;
    return this.text.slice(from, index);
  }

  behind(index: number, reach: number): string {
    return /^[^。;!?\n]*/.exec(this.text.slice(index, index + reach))?.[0] ?? "";
  }

  /** Where letters and digits go on at either end: an item that is part of a longer code. */
  isGlued({ start, end }: { readonly start: number; readonly end: number }): boolean {
    return /[A-Za-z0-9]/.test(this.digits.charAt(start - 1)) || /[A-Za-z0-9]/.test(this.digits.charAt(end));
  }
}

/** A kind of number: `lengths` and `digits` say what is looked for, `certainty` whether it is that where it stands. */
export interface NumberKind {
  readonly shortest: number;
  readonly longest: number;
  readonly digits: (digits: string) => boolean;
  readonly certainty: (span: Span, text: NumberedText) => Certainty | undefined;
  readonly item: (span: Span, text: NumberedText) => PersonalItem;
}

/** The numbers of a kind, none overlapping; of several that start with one group, the longest. */
export function numbersOf(text: NumberedText, kind: NumberKind): PersonalItem[] {
  const found: PersonalItem[] = [];
  for (const chain of text.chains) {
    for (let from = 0; from < chain.groups.length;) {
      const hit = numberFrom(chain, from, kind, text);
      if (hit !== undefined) found.push(hit.item);
      from = hit?.next ?? from + 1;
    }
  }
  return found;
}

function numberFrom(
  chain: Chain,
  from: number,
  kind: NumberKind,
  text: NumberedText,
): { readonly item: PersonalItem; readonly next: number } | undefined {
  let digits = "";
  let found: { item: PersonalItem; next: number } | undefined;
  for (let to = from; to < chain.groups.length; to += 1) {
    digits += chain.groups[to]?.digits ?? "";
    if (digits.length > kind.longest) break;
    if (digits.length < kind.shortest || !kind.digits(digits)) continue;
    const span = spanOf(chain, from, to, digits);
    const certainty = kind.certainty(span, text);
    if (certainty !== undefined && !isOfThing(span, text))
      found = { item: { ...kind.item(span, text), certainty }, next: to + 1 };
  }
  return found;
}

const CODED = new RegExp(`(?:${CODE_LABEL})[:为是“"( ]{0,3}(?:[A-Z]{1,6}-)?$`);
const SOMEBODYS = new RegExp(`${PERSON}|${PERSONAL_CODE}|${PAPER}`);
const NUMBERED = new RegExp(`(?:${NUMBERED_PAPER})[:为是“"( ]{0,3}(?:[A-Z]{1,6}-)?$`);
const THING_BEHIND = new RegExp(`^[)”"]?的[^,。;\\d\\n]{0,4}?(?:${THING})`);

/** The number of a thing: 井盖编号, 工单号, 编号为…的电梯. */
function isOfThing({ start, end }: Span, text: NumberedText): boolean {
  const before = text.before(start, 20);
  if (NUMBERED.test(before)) return true;
  const label = CODED.exec(before);
  if (label === null) return false;
  const subject = /[^,:]*$/.exec(before.slice(0, label.index))?.[0].slice(-8) ?? "";
  if (SOMEBODYS.test(subject)) return false;
  return /[\u3400-\u9fff]{2}$/.test(subject) || THING_BEHIND.test(text.behind(end, 12));
}

function chainsOf(text: string, digits: string): Chain[] {
  const chains: { groups: Group[]; gaps: string[] }[] = [];
  for (const match of digits.matchAll(/\d+/g)) {
    const written = text.slice(match.index, match.index + match[0].length);
    for (const part of written === match[0] ? [{ 0: written, index: 0 }] : written.matchAll(/\d+|\D+/g)) {
      const start = match.index + part.index;
      const group = { start, end: start + part[0].length, digits: digits.slice(start, start + part[0].length) };
      const chain = chains.at(-1);
      const last = chain?.groups.at(-1)?.end ?? 0;
      const gap = start - last > 3 ? undefined : text.slice(last, start);
      if (chain !== undefined && gap !== undefined && (gap === "" || JOINER.test(gap))) {
        chain.groups.push(group);
        chain.gaps.push(gap);
      } else chains.push({ groups: [group], gaps: [] });
    }
  }
  return chains;
}

function spanOf(chain: Chain, from: number, to: number, digits: string): Span {
  const pieces: string[] = [];
  const gaps: string[] = [];
  for (let at = from; at <= to; at += 1) {
    const [group, gap] = [chain.groups[at]?.digits ?? "", at === from ? "|" : (chain.gaps[at - 1] ?? "")];
    if (gap === "") pieces.push((pieces.pop() ?? "") + group);
    else pieces.push(group);
    if (gap !== "" && at > from) gaps.push(gap);
  }
  const [start, end] = [chain.groups[from]?.start ?? 0, chain.groups[to]?.end ?? 0];
  const [before, behind] = [chain.gaps[from - 1] ?? "", chain.gaps[to] ?? ""];
  return { start, end, digits, pieces, gaps, shape: shapeOf(pieces.length, digits.length, gaps), before, behind };
}

function shapeOf(pieces: number, digits: number, gaps: readonly string[]): Shape {
  if (pieces === 1) return "whole";
  if (pieces >= digits - 3 && pieces > 5) return "apart";
  return pieces <= 5 && gaps.every((gap) => TIGHT.test(gap)) ? "grouped" : "loose";
}

/** Whether the span goes on without a blank, as a part of a code does. */
export function isPartOfCode({ before, behind }: Span): boolean {
  return /^[-./_·:]$/.test(before) || /^[-./_·:]$/.test(behind);
}

/** 138、1389、1390: each greater than the one before, as in an enumeration. */
export function ascends({ pieces }: Span): boolean {
  return pieces.every((piece, at) => at === 0 || Number(piece) > Number(pieces[at - 1]));
}

/** 13,812,345,678 */
export function isInThousands({ pieces, gaps }: Span): boolean {
  return gaps.length > 0 && gaps.every((gap) => gap === ",") && pieces.slice(1).every(({ length }) => length === 3);
}

/** Chinese digits as Arabic ones, and letters that stand for digits inside a number; same length. 十 and the like are no digits. */
function arabic(text: string): string {
  return text
    .replace(/[洞拐勾]/g, (word, at: number) => (isAmongHanDigits(text, at) ? (ARABIC.get(word) ?? word) : word))
    .replace(/[〇零○一幺壹二两贰三叁四肆五伍六陆七柒八捌九玖]/g, (digit) => ARABIC.get(digit) ?? digit)
    .replace(LETTERED, (run) => (isLetteredNumber(run) ? run.replace(/[Oo]/g, "0").replace(/[lI]/g, "1") : run));
}

/** l39-O735-28l6: letters for digits anywhere in a number, an identity number's X behind. */
const LETTERED =
  /(?<![A-Za-z\d])(?=[\d \-.·_()/,、]{0,30}[OolI])[\dOolI]+(?:[ \-.·_()/,、]{1,2}[\dOolI]+){0,18}(?![A-WYZa-wyz\d]|[Xx][A-Za-z\d])/g;

function isLetteredNumber(run: string): boolean {
  const [signs, letters] = [run.match(/[\dOolI]/g)?.length ?? 0, run.match(/[OolI]/g)?.length ?? 0];
  return letters * 2 < signs && (signs >= 7 || /^(?=.*\d{2})\w{3,}$/.test(run));
}

/** 幺洞拐, as digits are read out. */
function isAmongHanDigits(text: string, at: number): boolean {
  return /(?:[〇零一幺二两三四五六七八九洞拐勾][ ,、-]?){7}/.test(text.slice(Math.max(0, at - 9), at + 10));
}

export function digitsOf(text: string): string {
  return text.replace(/\D/g, "");
}
