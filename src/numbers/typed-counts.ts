/** Numbers typed by hand, held against the tallies they are the numbers of. */

import Fraction from "fraction.js";
import type { Issue } from "../model/issue.ts";
import { ExpressionError } from "../expression/expression.ts";
import { fixed, tellingDecimals } from "../phrase/number-format.ts";
import type { Figure } from "../tally/figure.ts";
import type { IssueTallies } from "../tally/issue-tallies.ts";
import type { Part, Tally } from "../tally/tally.ts";
import { measurePatterns, measureWords, withoutBrackets, wordsOf } from "./mentions.ts";
import { isCount, quantityEnd, sentenceOf } from "./number-token.ts";
import type { NumberToken } from "./number-token.ts";
import { batchesIn, PeriodReader } from "./period.ts";
import type { TimedMention } from "./period.ts";
import type { Block } from "./printed-text.ts";
import { allows, quantityIn } from "./quantity.ts";
import { typedCount } from "./rule.ts";
import { SubjectReader } from "./subject.ts";
import type { Subject } from "./subject.ts";
import type { NumberFinding } from "./rule.ts";

/** What typed numbers of one issue are held against. */
export interface DataContext {
  readonly issue: Pick<Issue, "date">;
  readonly tallies: IssueTallies;
  /** Names of the bulletin and the office, by which its own region is known; empty where they do not matter. */
  readonly office?: string;
}

/** A typed number with the figure that it ought to be. */
export interface Match {
  readonly token: NumberToken;
  /** As an editor would write it between {{ and }}. */
  readonly expression: string;
  readonly figure: Figure | undefined;
  readonly expected: Fraction;
  readonly agrees: boolean;
}

export function tallyOrNone(tallies: IssueTallies, measure: string): Tally | undefined {
  try {
    return tallies.get(measure);
  } catch (fault) {
    if (fault instanceof ExpressionError) return undefined;
    throw fault;
  }
}

interface Mention {
  readonly measure: string;
  /** Of the words that name it and lead to the number. */
  readonly length: number;
}

/** Recognizes single mentions in the tokens of one article, asked one after the other. `title` is its headline. */
export class CountMatcher {
  readonly #context: DataContext;
  readonly #patterns: ReturnType<typeof measurePatterns>;
  readonly #subjects: SubjectReader;
  readonly #periods: PeriodReader;
  readonly #title: string;
  /** The measure that the token at hand has been read as a number of. */
  #measure: string | undefined;
  /** The count before it. */
  #before: { readonly token: NumberToken; readonly measure: string | undefined } | undefined;
  /** Numbers in sentences of another time. */
  readonly #others: TimedMention[] = [];
  /** The sentence in which the number before was one of somebody whom the data does not count. */
  #foreign: { readonly block: Block; readonly start: number } | undefined;

  constructor(context: DataContext, title: string) {
    this.#context = context;
    this.#title = title;
    const { vocabulary } = context.tallies;
    this.#patterns = measurePatterns(vocabulary);
    this.#subjects = new SubjectReader(vocabulary, measureWords(vocabulary), context.office ?? "");
    const asOf = [...vocabulary.measures.keys()].flatMap((name) => tallyOrNone(context.tallies, name)?.asOf ?? []);
    this.#periods = new PeriodReader([context.issue.date.value, ...asOf], vocabulary);
  }

  /** `previous` is the token before in the same block. */
  match(token: NumberToken, previous: NumberToken | undefined): Match | undefined {
    this.#measure = token.computed?.figure?.name.split(".")[0];
    const match = this.#read(token, previous);
    const counts = (token.kind === "count" || token.kind === "money") && !/^批/.test(token.measureWord);
    if (counts && !isBracketed(token)) this.#before = { token, measure: this.#measure };
    return match;
  }

  #read(token: NumberToken, previous: NumberToken | undefined): Match | undefined {
    if (token.computed !== undefined || token.value === undefined || (token.kind !== "count" && token.kind !== "money"))
      return undefined;
    const mention = this.#mentionOf(token, previous);
    const tally = mention === undefined ? undefined : tallyOrNone(this.#context.tallies, mention.measure);
    if (mention === undefined || tally === undefined || isQuoted(token) || !endsPlainly(token)) return undefined;
    const lead = this.#leadOf(token);
    const before = lead.slice(0, lead.length - mention.length);
    const whose = lastClause(before);
    const clause = whose + lead.slice(before.length);
    const subject = this.#subjectOf(token, lead, whose);
    if (subject.kind === "unclear" || this.#isPartOfOther(whose, tally) || !this.#goesWith(token, tally, clause))
      return undefined;
    this.#measure = mention.measure;
    const sum = this.#sumOf(tally, lead, clause);
    if (sum !== undefined)
      return [sum, tally].map((other) => this.#against(token, other, subject)).find((match) => match?.agrees);
    if (this.#periods.isOf(tally, lead, clause)) return this.#against(token, tally, subject);
    if (subject.kind === "whole") this.#others.push({ token, tally, lead, clause });
    return undefined;
  }

  #against(token: NumberToken, tally: Tally, subject: Exclude<Subject, { kind: "unclear" }>): Match | undefined {
    if (/^批(?:次)?$/.test(token.measureWord)) return batchMatch(token, tally);
    const whole = tally.total === undefined ? undefined : wholeMatch(token, tally.definition.name, tally.total);
    if (subject.kind === "whole") return whole;
    const breakdown = tally.breakdowns.get(subject.dimension);
    const part = breakdown?.parts.find((line) => line.member === subject.member);
    const found = part === undefined ? undefined : partMatch(token, part, tally.joint);
    if (subject.kind === "member") return found;
    return [found, whole].find((match) => match?.agrees === true);
  }

  /** 共转办…件: of a measure of single batches, where no batch is named, it may be the sum of all as well. */
  #sumOf({ definition }: Tally, lead: string, clause: string): Tally | undefined {
    const { measures } = this.#context.tallies.vocabulary;
    const sum = [...measures.values()].find(({ accumulates }) => accumulates === definition.name);
    const isNamed = /[本这该]批/.test(lead) || batchesIn(lead) !== undefined || /累计/.test(clause);
    return sum === undefined || isNamed || /本批/.test(definition.name)
      ? undefined
      : tallyOrNone(this.#context.tallies, sum.name);
  }

  /** 重点信访件交办41件: a measure is named in front that is a part of this one. */
  #isPartOfOther(whose: string, { definition }: Tally): boolean {
    const { vocabulary } = this.#context.tallies;
    return [...vocabulary.measures.values()].some(
      ({ name, within }) =>
        within !== undefined &&
        name !== definition.name &&
        !isDone(name) &&
        wordsOf(name).some((word) => whose.includes(word)),
    );
  }

  /** 重点件41件，已办结30件: what follows a count in the same measure word is said of that, which must be its whole. */
  #goesWith(token: NumberToken, { definition }: Tally, clause: string): boolean {
    const before = this.#before;
    if (before === undefined || before.token.block !== token.block || before.token.start < sentenceOf(token).start)
      return true;
    if (
      before.token.measureWord !== token.measureWord ||
      /全[市省州区县]|累计|[本这]批|截[至止]|第.{1,5}批/.test(clause)
    )
      return true;
    if (this.#subjects.membersIn(clause).length > 0) return true;
    const { measures } = this.#context.tallies.vocabulary;
    const whole = definition.within ?? "";
    const total = tallyOrNone(this.#context.tallies, whole)?.total;
    if (total !== undefined && before.token.value?.equals(total.value) === true) return true;
    const { measure = "" } = before;
    const other = measures.get(measure);
    if (other === undefined) return false;
    if (measure === whole || definition.formula?.expression.includes(measure) === true) return true;
    if (isDone(measure) && isDone(definition.name)) return true;
    return other.within === undefined && definition.within === undefined && definition.formula === undefined;
  }

  /** 全市办结率74.4%, 零陵区办结率为84.4%. */
  matchRate(token: NumberToken): Match | undefined {
    if (token.computed !== undefined || token.kind !== "percentage" || token.measureWord === "‰") return undefined;
    if (token.approximate || token.value === undefined || isQuoted(token)) return undefined;
    // 办结率100%的有蓝山
    if (/^[ \t]*[%％]?(?:的|以上|以下)/.test(token.block.text.slice(token.end))) return undefined;
    const { vocabulary } = this.#context.tallies;
    const clause = lastClause(plainWords(token.block.text.slice(Math.max(0, token.start - 40), token.start)));
    const named = [...vocabulary.measures.values()].flatMap((definition) => {
      const match = definition.percent === undefined ? null : rateBefore(definition.name).exec(clause);
      return match === null ? [] : [{ definition, whose: clause.slice(0, match.index) }];
    });
    const found = named.find(({ whose }) => wholeRate.test(whose) || this.#subjects.named(whose) !== undefined);
    const tally = found === undefined ? undefined : tallyOrNone(this.#context.tallies, found.definition.name);
    if (found === undefined || tally === undefined) return undefined;
    const lead = this.#leadOf(token);
    if (!this.#periods.isOf(tally, lead, clause)) return undefined;
    const member = this.#subjects.named(found.whose);
    if (member === undefined) {
      const subject = this.#subjectOf(token, lead, "");
      return subject.kind !== "whole" || tally.total === undefined ? undefined : rateMatch(token, tally.total);
    }
    const part = tally.breakdowns.get(member.dimension)?.parts.find((line) => line.member === member.member);
    return part === undefined ? undefined : rateMatch(token, part.figure);
  }

  /** The sentence before a number speaks of the time of a tally. */
  isNow(token: NumberToken, tally: Tally): boolean {
    const lead = this.#leadOf(token);
    return this.#periods.isOf(tally, lead, lastClause(lead));
  }

  /** Batches and dates typed beside figures of other ones, in the tokens of one block, after they have been matched. */
  otherPeriods(tokens: readonly NumberToken[]): NumberFinding[] {
    const computed = tokens.flatMap((token) => {
      const { figure } = token.computed ?? {};
      const tally =
        figure === undefined ? undefined : tallyOrNone(this.#context.tallies, figure.name.split(".")[0] ?? "");
      if (
        figure === undefined ||
        tally?.definition.formula !== undefined ||
        tally?.total?.value.equals(figure.value) !== true
      )
        return [];
      const lead = this.#leadOf(token);
      return [{ token, tally, lead, clause: lastClause(lead) }];
    });
    const typed = this.#others.filter(({ token, tally }) => tokens.includes(token) && equalsLarge(token, tally));
    const found = [...typed, ...computed].flatMap((mention) => this.#periods.contradiction(mention, tokens));
    return found.filter(({ token }, at) => found.findIndex((other) => other.token.start === token.start) === at);
  }

  /** The measure named right before a number. */
  #mentionOf(token: NumberToken, previous: NumberToken | undefined): Mention | undefined {
    // What counts something itself ends where its number does; 十四批215件 is one phrase.
    const counted = previous !== undefined && isCount(previous.kind) && !/^批/.test(previous.measureWord);
    const own = counted && previous.block === token.block ? quantityEnd(previous) : 0;
    const near = plainWords(
      token.block.text.slice(Math.max(sentenceOf(token).start, token.start - 60, own), token.start),
    );
    return this.#patterns
      .flatMap(({ measure, pattern }) => {
        const match = pattern.exec(near);
        return match === null ? [] : [{ measure, length: match[0].length }];
      })
      .reduce<Mention | undefined>(
        (best, next) => (best === undefined || next.length > best.length ? next : best),
        undefined,
      );
  }

  /** The sentence before a number: of a row of several units (；) the part that is about the last. */
  #leadOf(token: NumberToken): string {
    const lead = plainWords(token.block.text.slice(sentenceOf(token).start, token.start));
    const row = lead.slice(lead.lastIndexOf("；") + 1);
    return this.#subjects.membersIn(row).length === 1 ? row : lead;
  }

  /** What is said of somebody else in a sentence goes on until somebody is named. */
  #subjectOf(token: NumberToken, lead: string, whose: string): Subject {
    const { start } = sentenceOf(token);
    const goesOn = this.#foreign?.block === token.block && this.#foreign.start === start;
    const subject = this.#subjects.read(lead, whose, this.#title);
    if (goesOn && whose !== "" && !/全[市省州区县]/.test(whose) && this.#subjects.membersIn(whose).length === 0)
      return { kind: "unclear" };
    if (goesOn && whose === "") return { kind: "unclear" };
    this.#foreign = subject.kind === "unclear" ? { block: token.block, start } : undefined;
    return subject;
  }
}

/** A state that cases are in, said of whatever was counted before: 已办结, 正在办理. */
const isDone = (measure: string): boolean => /办结|办理|在办|完成|整改|销号|解决/.test(measure);

function isBracketed({ block, start }: NumberToken): boolean {
  const before = block.text.slice(Math.max(0, start - 200), start);
  return before.lastIndexOf("（") > before.lastIndexOf("）");
}

/** So large that it is the same by no chance. */
function equalsLarge(token: NumberToken, { total }: Tally): boolean {
  const quantity = total === undefined ? undefined : quantityIn(token, total.measureWord);
  return total !== undefined && quantity?.value.equals(total.value) === true && total.value.compare(100) >= 0;
}

/** Without what stands in brackets, and blanks. */
const plainWords = (text: string): string => withoutBrackets(text).replaceAll(/[ \t]/g, "");

function lastClause(text: string): string {
  return text.slice(Math.max(...["，", "；", "：", ",", "。"].map((mark) => text.lastIndexOf(mark))) + 1);
}

/** Others are quoted with their own numbers. */
function isQuoted({ block, start }: NumberToken): boolean {
  const before = block.text.slice(Math.max(0, start - 300), start);
  return before.lastIndexOf("“") > before.lastIndexOf("”");
}

const cases =
  "信访举报件|群众信访件|信访件|信访案件|举报件|转办件|交办件|群众|信访|举报|投诉|环境|案件|问题|诉求|工单|件";
const plainEnd = new RegExp(
  `^[ \\t]*(?:以上|左右)?(?:的)?(?:${cases})*(?:$|[，,。；;、：:！？!?（(）)\\s]|已|均|全部|都|正|其|中|占|以|并|为|较|比|同|分|涉及|属|到|和|及|与|[\\d])`,
);

/** 12件噪声信访件, 35件咨询: what stands behind narrows the number down. */
function endsPlainly(token: NumberToken): boolean {
  const { text } = token.block;
  const rest = text.slice(quantityEnd(token), quantityEnd(token) + 24);
  const remark = /^[ \t]*[（(]([^（()）]*)[）)]/.exec(rest)?.[1] ?? "";
  return plainEnd.test(rest) && !/截[至止]|\d月/.test(remark);
}

function wholeMatch(token: NumberToken, expression: string, figure: Figure): Match | undefined {
  const quantity = quantityIn(token, figure.measureWord);
  if (quantity === undefined) return undefined;
  return { token, expression, figure, expected: figure.value, agrees: allows(quantity, figure.value) };
}

const rateBefore = (name: string): RegExp => new RegExp(`${name}(?:已)?(?:为|达到|达|是|：|:)?$`);
/** What may stand in front of a rate that is the whole's. */
const wholeRate =
  /^(?:目前|其中|全[市省州区县]的?|我[市省州]的?|累计|总体|综合|总|平均|群众|信访件|交办件|转办件|案件)*$/;

/** A rate is held against the data at the decimals it is typed with. */
export function rateMatch(token: NumberToken, figure: Figure): Match {
  const percent = figure.value.mul(100);
  // 2499 of 2500 are no 100%.
  const decimals = tellingDecimals(percent, token.text.split(/[.．]/)[1]?.length ?? 0);
  return {
    token,
    expression: figure.name,
    figure,
    expected: new Fraction(fixed(percent, Math.max(decimals, figure.percent ?? 0))),
    agrees: token.value?.equals(new Fraction(fixed(percent, decimals))) === true,
  };
}

function batchMatch(token: NumberToken, tally: Tally): Match | undefined {
  const range = tally.batches;
  if (range === undefined || token.value === undefined) return undefined;
  const expected = token.value.sub(token.value).add(range.to - range.from + 1);
  return {
    token,
    expression: `${tally.definition.name}.批数`,
    figure: undefined,
    expected,
    agrees: token.value.equals(expected),
  };
}

/** A unit's number, with or without the joint cases that it has a part in. */
export function partMatch(token: NumberToken, { member, figure }: Part, joint: Tally["joint"]): Match | undefined {
  const quantity = quantityIn(token, figure.measureWord);
  if (quantity === undefined) return undefined;
  const all = joint
    .filter((item) => item.units.some((unit) => unit.member === member))
    .reduce((sum, item) => sum.add(item.figure.value), figure.value);
  const agrees = allows(quantity, figure.value) || allows(quantity, all);
  return { token, expression: figure.name, figure, expected: figure.value, agrees };
}

/** The finding of a match that does not agree. */
export function contradiction({ token, expression, figure, expected, agrees }: Match): NumberFinding[] {
  if (agrees) return [];
  const { text } = token.block;
  const written = text.slice(token.start, quantityEnd(token)).trim();
  const word = token.kind === "percentage" ? "%" : (figure?.measureWord ?? token.measureWord);
  const behind = token.kind === "percentage" ? "" : word;
  return [
    {
      rule: typedCount,
      token,
      message: `这里手写的是${written}，数据里“${expression}”是${expected.toString()}${token.measureWord === "" ? "" : word}`,
      hint: `请核对；是同一个数的，写成“{{${expression}}}${token.measureWord === "" ? "" : behind}”，以后不会再写错。`,
    },
  ];
}
