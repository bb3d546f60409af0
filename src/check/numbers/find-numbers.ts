/** Finds every number that an article prints. */

import Fraction from "fraction.js";
import type { Vocabulary } from "../../model/vocabulary.ts";
import { fromWords } from "../../base/text/numeral.ts";
import { anyOf } from "../../base/text/words-pattern.ts";
import { measureWordAt } from "./measure-words.ts";
import type { NumberKind, NumberToken } from "./number-token.ts";
import { printedBlocks, type Block, type Computed, type NumberedArticle } from "./printed-text.ts";
import { wholesIn, type Whole } from "./wholes.ts";

/** In reading order. Every run of digits is in exactly one token, and every Chinese numeral that counts something. */
export function findNumbers(article: NumberedArticle): NumberToken[] {
  return printedBlocks(article).flatMap((block) => numbersIn(block));
}

const digits = /[0-9０-９]+(?:[,，][0-9０-９]{3}(?![0-9０-９]))*(?:[.．][0-9０-９]+)?/;
const words = /[〇零一二两三四五六七八九十百千万亿]+/;
const numeral = new RegExp(`(?<digits>${digits.source})|(?<words>${words.source})|(?<circled>[①-⑩])`, "g");
const numerals = "\\d０-９〇零一二两三四五六七八九十百千万亿";
const inName = new RegExp(`[${numerals}]`, "u");
const onlyNumber = new RegExp(`^[${numerals}.]+$`, "u");

/** Names of members and measures in which a numeral is part of a word: 三轮车, 1号站, 三亚市. `undefined` where there are none. */
export function namesWithNumerals({ dimensions, measures }: Vocabulary): RegExp | undefined {
  const names = [...measures.keys(), ...[...dimensions.values()].flatMap(({ registry }) => registry.names())];
  const telling = names.filter((name) => inName.test(name) && !onlyNumber.test(name));
  return telling.length === 0 ? undefined : new RegExp(`(?<![${numerals}])(?:${anyOf(telling).source})`, "gu");
}

/** A number in front of which one of these stands is a round one. */
const roundBefore = /(?:约|近|超过?|逾|将近|大约|至少|不少于|达到?近|上|数|几)[ \t]*$/;

/** `names` as of `namesWithNumerals`. */
export function numbersIn(block: Block, names?: RegExp): NumberToken[] {
  const { text, computed } = block;
  const wholes = wholesIn(text);
  const named = names === undefined ? [] : [...text.matchAll(names)].map(nameSpan);
  const tokens: NumberToken[] = [];
  let whole = 0;
  let next = 0;
  for (const match of text.matchAll(numeral)) {
    const start = match.index;
    const end = start + match[0].length;
    while ((wholes[whole]?.end ?? Infinity) <= start) whole++;
    const around = covering(wholes[whole], start);
    while ((computed[next]?.end ?? Infinity) <= start) {
      const passed = computed[next++];
      if (passed !== undefined) tokens.push(...wordFigure(block, passed, tokens.at(-1)));
    }
    const by = covering(computed[next], start);
    const name = named.find((span) => covering(span, start) !== undefined);
    if (match.groups?.["digits"] !== undefined) tokens.push(...digitTokens(block, match[0], start, name ?? around, by));
    else if (name === undefined) {
      const token = wordToken(block, match[0], start, end, around, by);
      if (token !== undefined) tokens.push(token);
    }
  }
  for (; next < computed.length; next++) {
    const rest = computed[next];
    if (rest !== undefined) tokens.push(...wordFigure(block, rest, tokens.at(-1)));
  }
  return tokens;
}

function nameSpan({ 0: name, index }: RegExpExecArray): Whole {
  return { kind: "code", start: index, end: index + name.length };
}

function covering<T extends { readonly start: number; readonly end: number }>(
  span: T | undefined,
  at: number,
): T | undefined {
  return span !== undefined && span.start <= at && at < span.end ? span : undefined;
}

/** A figure that printed no digits: 持平, or a numeral behind which nothing is counted. */
function wordFigure(block: Block, computed: Computed, last: NumberToken | undefined): NumberToken[] {
  const { start, end, figure } = computed;
  if (figure === undefined || last?.computed === computed) return [];
  const text = block.text.slice(start, end);
  const value = fromWords(text);
  return [
    {
      text,
      value: value === undefined ? undefined : new Fraction(value),
      kind: "count",
      measureWord: measureWordAt(block.text.slice(end, end + 12))?.word ?? "",
      approximate: false,
      block,
      start,
      end,
      whole: { text, start, end },
      computed,
    },
  ];
}

/** Within a whole, commas join a list (076，086) and the points of a date (2020.11.07) its parts. */
function digitTokens(
  block: Block,
  text: string,
  start: number,
  whole: Whole | undefined,
  computed: Computed | undefined,
): NumberToken[] {
  if (whole === undefined) return [make(block, text, start, start + text.length, whole, computed)];
  const run = whole.kind === "date" ? /[0-9０-９]+/g : /[0-9０-９]+(?:[.．][0-9０-９]+)?/g;
  return [...text.matchAll(run)].map((match) =>
    make(block, match[0], start + match.index, start + match.index + match[0].length, whole, computed),
  );
}

function make(
  block: Block,
  text: string,
  start: number,
  end: number,
  whole: Whole | undefined,
  computed: Computed | undefined,
): NumberToken {
  const behind = measureWordAt(block.text.slice(end, end + 12));
  const kind = whole?.kind ?? plainKind(block, start, behind?.kind);
  const quantity = whole === undefined ? behind : undefined;
  return {
    text,
    value: valueOf(text),
    kind,
    measureWord: quantity?.word ?? "",
    approximate:
      quantity?.approximate === true ||
      (whole === undefined && roundBefore.test(block.text.slice(Math.max(0, start - 6), start))),
    block,
    start,
    end,
    whole: boundsOf(block, start, end, whole),
    computed,
  };
}

function plainKind(block: Block, start: number, kind: NumberKind | undefined): NumberKind {
  // 百分之30
  if (block.text.slice(Math.max(0, start - 3), start) === "百分之") return "percentage";
  return kind ?? "number";
}

function boundsOf(block: Block, start: number, end: number, whole: Whole | undefined): NumberToken["whole"] {
  const [from, to] = whole === undefined ? [start, end] : [whole.start, whole.end];
  return { text: block.text.slice(from, to), start: from, end: to };
}

/** Full-width digits and separators read as what they mean. */
function valueOf(text: string): Fraction | undefined {
  const plain = text
    .replace(/[０-９．]/g, (character) =>
      character === "．" ? "." : String.fromCharCode(character.charCodeAt(0) - 0xfee0),
    )
    .replaceAll(/[,，]/g, "");
  return /^\d[\d.]{0,29}$/.test(plain) ? new Fraction(plain) : undefined;
}

/** Words in which a numeral counts nothing, by what stands right before or behind it. */
const notCountingBefore = /(?:统|唯|同|单|专|万|划|逐|之|第|归|进|合|不|初|统|如|专|惟)$/;
const notCountingBehind =
  /^(?:步[^。]{0,1}(?<!步[走到])|定|切|般|样|直|致|起[^，。、；（]|体|贯|律|向|旦|流|并|些|下|边|面(?!红|旗)|时|同|心|线|把手|岗|票|盘|以贯之|方|经|度(?!电)|行|目|部分|点[到位也]|级|对一|位[一二三四五六七八九十]|江|带|经济|名|大批|家[人一]|处[不]|.{1,2}可以涉及多个)/;

/** Chinese numerals are everywhere in words (进一步, 一定); one counts where a measure word follows and no such word is meant. */
function wordToken(
  block: Block,
  text: string,
  start: number,
  end: number,
  whole: Whole | undefined,
  computed: Computed | undefined,
): NumberToken | undefined {
  if (whole !== undefined)
    return { ...make(block, text, start, end, whole, computed), value: fraction(fromWords(text)) };
  if (block.text.slice(Math.max(0, start - 3), start) === "百分之")
    return {
      ...make(block, text, start, end, undefined, computed),
      kind: "percentage",
      value: fraction(fromWords(text)),
    };
  const figure = computed?.figure !== undefined;
  const before = block.text.slice(Math.max(0, start - 2), start);
  const behind = block.text.slice(end, end + 6);
  const value = fromWords(text);
  // 万 and 亿 behind digits are the scale of these: 5万件.
  if (/^[百千万亿]+$/.test(text) && /[0-9０-９]$/.test(before)) return undefined;
  const word = measureWordAt(behind);
  if (!figure) {
    if (value === undefined || word === undefined || /^[百千万亿零〇]+$/.test(text)) return undefined;
    if (notCountingBefore.test(before) || (text === "一" && notCountingBehind.test(behind))) return undefined;
    if (
      text.length === 1 &&
      /^(?:大(?!类|专项|行动|领域|工程|任务|攻坚|突出|问题|重点|方面|片区|板块)|点(?!意见|要求|建议)|步(?!走)|字|级|成(?!以上|的)|度|层|道|周|本|门|队|期|双|对|面)/.test(
        behind,
      )
    )
      return undefined;
  }
  return {
    ...make(block, text, start, end, undefined, computed),
    kind: word?.kind ?? "count",
    value: fraction(value),
  };
}

function fraction(value: number | undefined): Fraction | undefined {
  return value === undefined ? undefined : new Fraction(value);
}
