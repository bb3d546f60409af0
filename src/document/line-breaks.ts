/** Finds places where a line of a headline or issuing body may end without dividing a word (GB/T 9704-2012 7.3.1 回行时词意完整). */

import { cells } from "../base/text/cells.ts";
import { wordSegmenter } from "../base/text/word-segmenter.ts";

/** Terms of the field that the general dictionary divides. */
const words = `
  信访件 信访 转办件 交办件 整改 督办 办理 转办 交办 批办 专项 攻坚战 立行立改 边督边改 举一反三 污染防治 生态环境
  人民政府 人大常委会 市委常委会 区委 县委
`
  .trim()
  .split(/\s+/);

const openers = "“‘（〔【《〈";
const closers = "。，、；：？！”’）〕】》〉·…—";
/** Single characters that belong to the preceding word. */
const leaningBack = "的了着过等地得们之者";
/** Single characters that belong to the following word. */
const leaningForward = "在对向为以从由把被将与和及或并就按省市县区第各全新本该我不未已要再更共";

/** A number with its 量词, a date, a case number, which may not be divided (GB/T 15835). */
const numbers =
  /(?:第|前|近|超|约)?(?:[A-Za-z]*\d[A-Za-z\d.]*(?:[%‰]|[万亿余多]*(?:平方)?(?:公里|公顷|[件个家起批次项期份处名人户吨米亩元年月日时天号]))?)+/gu;
/** Short quotations, titles and remarks, which are not divided; long ones may be divided between words. */
const enclosures = [/“[^”]{1,8}”/gu, /《[^》]{1,14}》/gu, /（[^）]{1,8}）/gu];

/**
 * For each offset in `text` the cost of ending a line there: `Infinity` inside a word, a number or one of `names`; negative at a preferred
 * place. The start and the end of the text are left out.
 */
export function breakCosts(text: string, names: readonly string[] = []): ReadonlyMap<number, number> {
  const closed = wholes(text, names);
  const costs = new Map<number, number>();
  const segments = [...wordSegmenter().segment(text)].map((part) => part.segment);
  let offset = 0;
  let singles = 0;
  for (const [at, segment] of segments.entries()) {
    const next = segments[at + 1];
    offset += segment.length;
    singles = isSingle(segment) ? singles + 1 : 0;
    if (next === undefined) break;
    const inWhole = closed.some(([start, end]) => start < offset && offset < end);
    const edge = closed.some(([start, end]) => start === offset || end === offset);
    costs.set(offset, inWhole ? Infinity : cost(segment, next, edge, singles));
  }
  // The ends of names may not be word boundaries of the dictionary.
  for (const edge of closed.flat()) {
    if (edge === 0 || edge === text.length || costs.has(edge)) continue;
    if (!closed.some(([start, end]) => start < edge && edge < end))
      costs.set(edge, cost(text[edge - 1] ?? "", text[edge] ?? "", true, 0));
  }
  return costs;
}

function cost(before: string, after: string, edge: boolean, singles: number): number {
  const last = before.at(-1) ?? "";
  const first = after[0] ?? "";
  if (closers.includes(first) || openers.includes(last) || leaningBack.includes(after)) return Infinity;
  if (leaningForward.includes(before)) return 6;
  if (closers.includes(last)) return -2;
  if (openers.includes(first)) return 1;
  // 已办结｜160件 would separate a verb from its number.
  if (/^\d/.test(first)) return 4;
  if (edge) return 0;
  // The dictionary divides unknown words and names into single characters (信|访|件).
  if (isSingle(before) && isSingle(after)) return singles >= 4 ? 8 : Infinity;
  if (isSingle(after)) return leaningForward.includes(after) ? 0 : 6;
  return 0;
}

function isSingle(segment: string): boolean {
  return /^\p{Script=Han}$/u.test(segment) && !leaningBack.includes(segment);
}

/** Ranges of the text that are never divided. */
function wholes(text: string, names: readonly string[]): (readonly [start: number, end: number])[] {
  const ranges: [number, number][] = [];
  for (const name of [...words, ...names]) {
    if (name === "" || cells(name) > 14) continue;
    for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) ranges.push([at, at + name.length]);
  }
  for (const pattern of [numbers, ...enclosures])
    for (const match of text.matchAll(pattern)) ranges.push([match.index, match.index + match[0].length]);
  return ranges;
}
