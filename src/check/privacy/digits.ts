/** Numbers as they stand in a text: groups of digits, and chains of groups with a sign or a blank between. */

export interface Group {
  readonly start: number;
  readonly end: number;
  readonly digits: string;
}

/** Groups that follow each other; `gaps[i]` is what stands between groups `i` and `i + 1`. */
export interface Chain {
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
  readonly groups: readonly Group[];
  readonly gaps: readonly string[];
  readonly shape: Shape;
  /** What joins it to the groups before and behind. */
  readonly before: string;
  readonly behind: string;
}

const JOINER = /^(?:[^\S\n]|(?![。;!?%‰°′″<>=×÷¥$€《》“”{}|&@\uFFFC])[\p{P}\p{S}]){1,3}$/u;
const TIGHT = /^[ \-.·_()]{1,2}$/;

export function chainsOf(text: string): Chain[] {
  const chains: { groups: Group[]; gaps: string[] }[] = [];
  for (const match of text.matchAll(/\d+/g)) {
    const group = { start: match.index, end: match.index + match[0].length, digits: match[0] };
    const chain = chains.at(-1);
    const gap = chain === undefined ? "" : text.slice(chain.groups.at(-1)?.end, group.start);
    if (chain !== undefined && gap.length <= 3 && JOINER.test(gap)) {
      chain.groups.push(group);
      chain.gaps.push(gap);
    } else chains.push({ groups: [group], gaps: [] });
  }
  return chains;
}

/** Whether digits of this length are looked for; then whether they are what is looked for, in their place. */
export interface Wanted {
  readonly shortest: number;
  readonly longest: number;
  readonly digits: (digits: string) => boolean;
  readonly span: (span: Span) => boolean;
}

/** The spans of a chain that are wanted, none overlapping; of several that start with one group, the longest. */
export function spansOf(chain: Chain, wanted: Wanted): Span[] {
  const found: Span[] = [];
  for (let from = 0; from < chain.groups.length;) {
    const span = spanFrom(chain, from, wanted);
    if (span !== undefined) found.push(span);
    from += span?.groups.length ?? 1;
  }
  return found;
}

function spanFrom(chain: Chain, from: number, { shortest, longest, digits: pass, span }: Wanted): Span | undefined {
  let digits = "";
  let found: Span | undefined;
  for (let to = from; to < chain.groups.length; to += 1) {
    digits += chain.groups[to]?.digits ?? "";
    if (digits.length > longest) break;
    if (digits.length < shortest || !pass(digits)) continue;
    const candidate = spanOf(chain, from, to);
    if (span(candidate)) found = candidate;
  }
  return found;
}

function spanOf(chain: Chain, from: number, to: number): Span {
  const groups = chain.groups.slice(from, to + 1);
  const gaps = chain.gaps.slice(from, to);
  const digits = groups.map((group) => group.digits).join("");
  return {
    start: groups[0]?.start ?? 0,
    end: groups.at(-1)?.end ?? 0,
    digits,
    groups,
    gaps,
    shape: shapeOf(groups.length, digits.length, gaps),
    before: chain.gaps[from - 1] ?? "",
    behind: chain.gaps[to] ?? "",
  };
}

function shapeOf(groups: number, digits: number, gaps: readonly string[]): Shape {
  if (groups === 1) return "whole";
  if (groups >= digits - 3 && groups > 5) return "apart";
  return groups <= 5 && gaps.every((gap) => TIGHT.test(gap)) ? "grouped" : "loose";
}

/** Whether the span goes on without a blank, as a part of a code does. */
export function isPartOfCode({ before, behind }: Span): boolean {
  return /^[-./_·:]$/.test(before) || /^[-./_·:]$/.test(behind);
}

/** 138、1389、1390: each greater than the one before, as in an enumeration. */
export function ascends({ groups }: Span): boolean {
  return groups.every((group, at) => at === 0 || Number(group.digits) > Number(groups[at - 1]?.digits));
}

/** 13,812,345,678 */
export function isInThousands({ groups, gaps }: Span): boolean {
  return (
    gaps.length > 0 && gaps.every((gap) => gap === ",") && groups.slice(1).every(({ digits }) => digits.length === 3)
  );
}

const HAN_DIGITS = ["〇零○洞", "一幺壹", "二两贰", "三叁", "四肆", "五伍", "六陆", "七柒拐", "八捌", "九玖勾"];
const ARABIC = new Map(HAN_DIGITS.flatMap((forms, digit) => [...forms].map((form) => [form, String(digit)] as const)));

/** Chinese digits as Arabic ones, and letters that stand for digits inside a number; same length. 十 and the like are no digits. */
export function arabic(text: string): string {
  return text
    .replace(/[洞拐勾]/g, (word, at: number) => (isAmongHanDigits(text, at) ? (ARABIC.get(word) ?? word) : word))
    .replace(/[〇零○一幺壹二两贰三叁四肆五伍六陆七柒八捌九玖]/g, (digit) => ARABIC.get(digit) ?? digit)
    .replace(/(?<![A-Za-z\d])[\dOolI]{7,}(?![A-Za-z\d])/g, (run) =>
      run.replace(/\d/g, "").length <= 6 && /\d{2}/.test(run) ? run.replace(/[Oo]/g, "0").replace(/[lI]/g, "1") : run,
    );
}

/** 幺洞拐, as digits are read out. */
function isAmongHanDigits(text: string, at: number): boolean {
  return /[〇零一幺二两三四五六七八九洞拐勾]{7}/.test(text.slice(Math.max(0, at - 6), at + 7));
}

export function digitsOf(text: string): string {
  return text.replace(/\D/g, "");
}

/** The text, and where it differs, the text with Chinese digits as Arabic ones: a number may be followed by 一事. */
export function writingsOf(text: string): readonly string[] {
  const converted = arabic(text);
  // 0746一8123456: typed for a dash.
  const dashed = text.replace(/(?<=\d{3})[一ー](?=\d{3})/g, "-");
  return [...new Set([text, dashed, converted])];
}
