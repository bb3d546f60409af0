/** Percentages against the numbers beside them. */

import Fraction from "fraction.js";
import { fixed } from "../../compute/phrase/number-format.ts";
import { partialSums } from "../partial-sums.ts";
import type { ItemRun } from "./items.ts";
import {
  wordsBefore,
  between,
  decimalsOf,
  isRounded,
  quantityEnd,
  sentenceOf,
  telling,
  type NumberToken,
} from "./number-token.ts";
import type { NumberedBlock } from "./numbered-block.ts";
import type { NumberFinding } from "./finding.ts";
import type { StatusWords } from "./status-words.ts";
import { ending } from "./words.ts";

const totalWords = /(?:共|累计|总计|合计|转办|交办|移交|受理|接到|收到|应)[^，。；]{0,14}$/;
const rateWords = new RegExp(`(?:${ending})率(?:为|达到|达|是|已达)?[ \\t]*$`);
const shareWords = /占(?:比|总数|全部|总量|全市|转办|交办|信访件|信访件总数|总件数)?(?:的|为|比为|约)?[ \t]*$/;
/** Of what is part of a whole. */
const ofAll =
  /(?:占[^，。；]{0,12}?|(?:办[结复]|满意|整改|合格|优良|达标|[回答]复|及时|按时|按期|响应|签收|覆盖|知晓|到位|销号|落实|接通|参评|解决|结案)[率度])(?:分别)?(?:的|为|比为?|是|已?达到?|高达|仅|只有|约|：|:)*[ \t]*$/;
const beyond = /同比|环比|增长|增加|上升|提高|扩大|上年|去年|同期|目标|计划|任务/;
const comparing = /同比|环比|增长|下降|上升|提高|比上|较上|较去年|优良|达标|目标|超额|进度|工程量/;

/** All findings of one block, whose tokens come in order. */
export function checkShares({ tokens, runs, rows, states }: NumberedBlock): NumberFinding[] {
  const findings = tokens.flatMap((token, at) => {
    if (token.kind !== "percentage" || token.approximate || token.computed !== undefined || token.value === undefined)
      return [];
    if (token.measureWord === "‰") return [];
    const sentence = sentenceOf(token);
    if (token.value.compare(100) > 0) return overHundred(token);
    const lead = token.block.text.slice(sentence.start, token.start);
    const clause = lead.slice(Math.max(lead.lastIndexOf("，"), lead.lastIndexOf("；")) + 1);
    if (comparing.test(clause)) return [];
    const before = sameSentence(tokens, at, sentence.start);
    if (/(?:分别|依次)[^，。；]{0,16}$/.test(lead)) return [];
    return rateWords.test(lead) ? rate(token, before, states) : shareWords.test(lead) ? share(token, before) : [];
  });
  // 来电195件、来信20件，分别占90.7%、9.3%
  const inRows = rows.flatMap(({ tokens: row, counts, predicate }) =>
    row.flatMap((token, at) => {
      const count = counts[at];
      if (count === undefined || token.kind !== "percentage" || token.computed !== undefined || !/^占/.test(predicate))
        return [];
      const before = sameSentence(tokens, tokens.indexOf(count) + 1, sentenceOf(count).start);
      return shareOf(token, count, before.slice(0, -1));
    }),
  );
  return [...findings, ...inRows, ...hundred(tokens), ...runs.flatMap((run) => bracketed(run, tokens))];
}

/** No share, and no rate of what has been done, is more than all. */
function overHundred(token: NumberToken): NumberFinding[] {
  const lead = wordsBefore(token, 24);
  if (!ofAll.test(lead) || beyond.test(lead)) return [];
  const message = `这里写的是${token.text}%，占比、办结率一类的比率不会超过100%`;
  return [{ token, message, hint: "请核对这个百分比。" }];
}

/** 餐饮8件（36%）、工业7件（32%）: shares of their sum or of a total before; what most of them are shares of, all are. */
function bracketed(run: ItemRun, tokens: readonly NumberToken[]): NumberFinding[] {
  const shown = run.items.flatMap(({ token, share }) =>
    share === undefined || token.value === undefined || share.approximate
      ? []
      : [{ part: token, share, value: token.value }],
  );
  const [first] = run.items;
  if (shown.length < 2 || first === undefined || shown.every(({ share }) => share.computed !== undefined)) return [];
  const sum = run.items.reduce((total, { token }) => total.add(token.value ?? 0), new Fraction(0));
  const at = tokens.indexOf(first.token);
  const before = sameSentence(tokens, at, sentenceOf(first.token).start).flatMap((token) => token.value ?? []);
  const support = (base: Fraction): number => shown.filter(({ share, value }) => agrees(share, value, base)).length;
  const base = [sum, ...before].reduce((best, other) => (support(other) > support(best) ? other : best));
  if (support(base) * 2 < shown.length) return [];
  return shown
    .filter(({ share, value }) => share.computed === undefined && !agrees(share, value, base))
    .flatMap(({ part, share, value }) =>
      compare(share, [value], base, `${part.text}${part.measureWord}与${base.toString()}${part.measureWord}`),
    );
}

/** The exact counts of a sentence before one of its tokens. */
function sameSentence(tokens: readonly NumberToken[], at: number, start: number): NumberToken[] {
  let first = at;
  while ((tokens[first - 1]?.start ?? -1) >= start) first--;
  return tokens.slice(first, at).filter((other) => other.kind === "count" && !other.approximate);
}

/** 共215件，已办结160件，办结率74.4% */
function rate(token: NumberToken, before: readonly NumberToken[], states: StatusWords): NumberFinding[] {
  const doneWords = new RegExp(`(?:${states.closed})[^，。；未]{0,8}$`);
  const apartWords = new RegExp(`(?:阶段性|${states.apart})[^，。；]{0,8}$`);
  const notDone = new RegExp(
    `${apartWords.source}|(?:(?:未|正在|尚未|待)[^，。；]{0,4}(?:${ending}|办理)|${states.open})[^，。；]{0,8}$`,
  );
  const total = before.find((other) => totalWords.test(leadOf(other)) && !doneWords.test(leadOf(other)));
  const done = before.filter(
    (other) =>
      other !== total &&
      other.measureWord === total?.measureWord &&
      doneWords.test(leadOf(other)) &&
      !notDone.test(leadOf(other)),
  );
  const apart = before.filter((other) => other.measureWord === total?.measureWord && apartWords.test(leadOf(other)));
  const [only] = done;
  if (total?.value === undefined || only?.value === undefined || done.length > 1 || total.value.equals(0)) return [];
  const candidates = partialSums(
    only.value,
    apart.flatMap(({ value }) => value ?? []),
  );
  // 接收528件，受理483件，办结464件，办结率96.1%: of whichever of the two.
  const others = before.filter(({ measureWord }) => measureWord === total.measureWord);
  if (others.some(({ value }) => value !== undefined && candidates.some((part) => agrees(token, part, value))))
    return [];
  return compare(token, candidates, total.value, names(only, total), [only, total]);
}

/** 大气115件，占总数的53.5% */
function share(token: NumberToken, before: readonly NumberToken[]): NumberFinding[] {
  const part = before.at(-1);
  return part === undefined || token.start - quantityEnd(part) > 14 ? [] : shareOf(token, part, before.slice(0, -1));
}

function shareOf(token: NumberToken, part: NumberToken, before: readonly NumberToken[]): NumberFinding[] {
  const { value, measureWord } = part;
  if (value === undefined) return [];
  const bases = before.filter(
    (other) => other.measureWord === measureWord && other.value !== undefined && other.value.compare(value) >= 0,
  );
  const total = bases.find((other) => totalWords.test(leadOf(other)));
  if (total?.value === undefined || bases.some((base) => base.value !== undefined && agrees(token, value, base.value)))
    return [];
  return compare(token, [value], total.value, names(part, total), [part, total]);
}

const leadOf = (token: NumberToken): string => wordsBefore(token, 20);

const names = (part: NumberToken, total: NumberToken): string =>
  `${part.text}${part.measureWord}与${total.text}${total.measureWord}`;

function agrees(token: NumberToken, part: Fraction, base: Fraction): boolean {
  return !base.equals(0) && isRounded(token, part.div(base).mul(100));
}

function compare(
  token: NumberToken,
  parts: readonly Fraction[],
  base: Fraction,
  of: string,
  about: readonly NumberToken[] = [],
): NumberFinding[] {
  const [part] = parts;
  if (part === undefined || base.equals(0) || parts.some((one) => agrees(token, one, base))) return [];
  const exact = part.div(base).mul(100);
  const decimals = telling(token, exact);
  const isCut = isRounded(token, exact, { decimals, cut: true, trimmed: false });
  return [
    {
      token,
      about: [token, ...about],
      message: `由${of}算出来是${fixed(exact, decimals)}%，这里写的是${token.text}%${isCut ? "（截尾了，没有四舍五入）" : ""}`,
      hint: "请核对；数据里有的，用 {{办结率}} 或“| 百分比: 1”由软件算出。",
    },
  ];
}

/** Shares in a row that end with 其他 come to 100 %, but for rounding. */
function hundred(tokens: readonly NumberToken[]): NumberFinding[] {
  const findings: NumberFinding[] = [];
  let row: NumberToken[] = [];
  const flush = (): void => {
    const last = row.at(-1);
    if (last !== undefined && row.length > 2 && row.some((token) => token.computed === undefined))
      findings.push(...off(row, last));
    row = [];
  };
  for (const token of tokens) {
    const previous = row.at(-1);
    const joint = previous === undefined ? "" : between(previous, token);
    if (token.kind !== "percentage" || token.value === undefined) {
      flush();
      continue;
    }
    if (previous !== undefined && !/^[ \t]*[、，,和及]?[^、，。；,\d]{1,12}$/.test(joint)) flush();
    row.push(token);
  }
  flush();
  return findings;
}

function off(row: readonly NumberToken[], last: NumberToken): NumberFinding[] {
  const lead = wordsBefore(last, 8);
  if (!/其[他它余][^、，]{0,4}$/.test(lead)) return [];
  const sum = row.reduce((total, token) => total.add(token.value ?? 0), new Fraction(0));
  const decimals = Math.min(...row.map(decimalsOf));
  const slack = new Fraction(row.length, 2 * 10 ** decimals);
  if (sum.sub(100).abs().compare(slack) <= 0) return [];
  return [
    {
      token: last,
      message: `这${row.length}个百分比加起来是${sum.toString()}%，不是100%`,
      hint: "请核对这几个百分比。",
    },
  ];
}
