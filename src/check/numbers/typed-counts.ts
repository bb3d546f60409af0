/** Numbers typed by hand, held against the tallies they are the numbers of. */

import { partOf } from "../../compute/tally/breakdown.ts";
import { wordsOfStatus } from "../../model/status.ts";
import type { Vocabulary } from "../../model/vocabulary.ts";
import type { IssueTallies } from "../../compute/tally/issue-tallies.ts";
import type { Tally } from "../../compute/tally/tally.ts";
import { changeBefore } from "./change-words.ts";
import { isBracketed, isQuoted, lastClause, plainWords, type ArticleReader } from "./article-reader.ts";
import { batchMatch, isSlip, partMatch, wholeMatch, type Match } from "./match.ts";
import { mentionIn, wordsOf, type MeasurePattern, type Mention } from "./mentions.ts";
import { wordsBefore, isCount, quantityEnd, sentenceOf, type NumberToken } from "./number-token.ts";
import { batchesIn } from "./period.ts";
import { quantityIn } from "./quantity.ts";
import type { Subject } from "./subject.ts";
import { ending } from "./words.ts";

/** Recognizes single mentions in the tokens of one article, asked one after the other. */
export class CountMatcher {
  readonly #reader: ArticleReader;
  readonly #tallies: IssueTallies;
  readonly #patterns: readonly MeasurePattern[];
  /** The measure that the token at hand has been read as a number of. */
  #measure: string | undefined;
  /** The count before it. */
  #before: { readonly token: NumberToken; readonly measure: string | undefined } | undefined;
  /** Measures with the words around them that this article has used for a number of the data. */
  readonly #phrases = new Set<string>();

  constructor(reader: ArticleReader) {
    this.#reader = reader;
    this.#tallies = reader.data.tallies;
    this.#patterns = reader.patterns.filter(({ isRate }) => !isRate);
  }

  /** `previous` is the token before in the same block. */
  match(token: NumberToken, previous: NumberToken | undefined): Match | undefined {
    this.#measure = token.computed?.figure?.name.split(".")[0];
    this.#learn(token, previous);
    const match = this.#read(token, previous);
    const counts = amounts.has(token.kind) && !/^批/.test(token.measureWord) && !isChange(token);
    if (counts && !isBracketed(token)) this.#before = { token, measure: this.#measure };
    return match;
  }

  /** What the article calls a figure of the data that it prints. */
  #learn(token: NumberToken, previous: NumberToken | undefined): void {
    const { name = "" } = token.computed?.figure ?? {};
    const mention = this.#tallies.vocabulary.measures.has(name) ? this.#mentionOf(token, previous) : undefined;
    if (mention?.measure !== name) return;
    const lead = this.#reader.leadOf(token);
    const attribute = this.#attributeIn(lastClause(lead.slice(0, lead.length - mention.length)));
    this.#phrases.add(phraseOf(mention, attribute));
  }

  #read(token: NumberToken, previous: NumberToken | undefined): Match | undefined {
    if (token.computed !== undefined || token.value === undefined || !amounts.has(token.kind)) return undefined;
    const mention = this.#mentionOf(token, previous);
    const tally = mention === undefined ? undefined : this.#tallies.find(mention.measure);
    if (mention === undefined || tally === undefined || isQuoted(token) || !endsPlainly(token)) return undefined;
    const lead = this.#reader.leadOf(token);
    const before = lead.slice(0, lead.length - mention.length);
    const whose = lastClause(before);
    const clause = whose + lead.slice(before.length);
    const attribute = this.#attributeIn(whose);
    const named = whose.slice(0, whose.length - attribute.length);
    const subject = this.#ownerOf(mention, this.#reader.subjectOf(token, without(lead, mention, attribute), named));
    const isOther = this.#isPartOfOther(whose, tally) || this.#isObjectOfOther(whose, tally);
    if (subject.kind === "unclear" || isOther || !this.#goesWith(token, tally, clause)) return undefined;
    const sums = this.#sumOf(tally, lead, clause);
    const fits = [tally, ...sums].filter((other) => this.#reader.periods.isOf(other, lead, clause));
    if (fits.length === 0) {
      if (subject.kind === "whole") this.#reader.others.push({ token, tally, lead, clause });
      return undefined;
    }
    const matches = fits.flatMap((other) => this.#against(token, other, subject) ?? []);
    const match =
      matches.find(({ agrees }) => agrees) ?? matches.find((other) => isSlip(token, other.expected)) ?? matches[0];
    const phrase = phraseOf(mention, attribute);
    // 罚款6.30万元 alone, of a measure that goes on, may be one case's.
    const isSure =
      subject.kind === "member"
        ? attribute === ""
        : attribute === "" && mention.object === "" && (sums.length === 0 || isOfAll(lead));
    if (match === undefined) return undefined;
    if (match.agrees) this.#phrases.add(phrase);
    if (!match.agrees && !isSure && !this.#phrases.has(phrase) && !this.#isEvident(match, lead)) {
      this.#reader.narrow(token);
      return undefined;
    }
    this.#measure = mention.measure;
    return match;
  }

  /** 检查药店236家: the member that is the object owns the number. */
  #ownerOf({ object }: Mention, subject: Subject): Subject {
    if (object === "" || subject.kind === "unclear") return subject;
    const owner = this.#reader.subjects.objectOf(object);
    if (owner === "whole") return subject;
    return owner === undefined || subject.kind !== "whole" ? { kind: "unclear" } : { kind: "member", ...owner };
  }

  /** 行政 in 行政罚款: two characters that may belong to the name of the measure. */
  #attributeIn(whose: string): string {
    const { subjects } = this.#reader;
    const attribute = subjects.isPlain(whose) || whose.length < 2 ? "" : whose.slice(-2);
    return foreign.test(attribute) || !subjects.isPlain(whose.slice(0, whose.length - attribute.length))
      ? ""
      : attribute;
  }

  /** 检查民营医院8家 may be a part of what was checked; more than all, or all but for one digit, it is not. */
  #isEvident({ token, figure, expected }: Match, lead: string): boolean {
    const typed = figure === undefined ? undefined : quantityIn(token, figure.measureWord)?.value;
    if (typed === undefined || token.approximate) return false;
    return (
      isSlip(token, expected) || (typed.compare(expected) > 0 && (isOfAll(lead) || typed.compare(expected.mul(2)) <= 0))
    );
  }

  #against(token: NumberToken, tally: Tally, subject: Exclude<Subject, { kind: "unclear" }>): Match | undefined {
    if (/^批(?:次)?$/.test(token.measureWord)) return batchMatch(token, tally);
    const whole = tally.total === undefined ? undefined : wholeMatch(token, tally.definition.name, tally.total);
    if (subject.kind === "whole") return whole;
    const part = partOf(tally.breakdowns.get(subject.dimension), subject.member);
    const found = part === undefined ? undefined : partMatch(token, part, tally.joint);
    if (subject.kind === "member") return found;
    return [found, whole].find((match) => match?.agrees === true);
  }

  /** 共转办…件: of a measure of single batches, where no batch is named, it may be the sum of all as well. */
  #sumOf(tally: Tally, lead: string, clause: string): Tally[] {
    const { definition } = tally;
    const { measures } = this.#tallies.vocabulary;
    const sum = [...measures.values()].find(({ accumulates }) => accumulates === definition.name);
    const isNamed =
      /[本这该]批/.test(lead) ||
      batchesIn(lead) !== undefined ||
      /累计/.test(clause) ||
      this.#reader.periods.namesOwn(tally, lead);
    const found = isNamed || /本批/.test(definition.name) ? undefined : this.#tallies.find(sum?.name ?? "");
    return found === undefined ? [] : [found];
  }

  /** 重点信访件交办41件: a measure is named in front that is a part of this one. */
  #isPartOfOther(whose: string, { definition }: Tally): boolean {
    const { vocabulary } = this.#tallies;
    return [...vocabulary.measures.values()].some(
      ({ name, within }) =>
        within !== undefined &&
        name !== definition.name &&
        !isState(name, vocabulary) &&
        wordsOf(name, vocabulary).some((word) => whose.includes(word)),
    );
  }

  /** 整改隐患30项: the hidden dangers that were removed are not all that there are. */
  #isObjectOfOther(whose: string, { definition }: Tally): boolean {
    const related = [definition.name, definition.within, definition.accumulates];
    const { vocabulary } = this.#tallies;
    return [...vocabulary.measures.values()].some(
      ({ name, accumulates }) =>
        !related.includes(name) &&
        accumulates !== definition.name &&
        wordsOf(name, vocabulary).some((word) => whose.endsWith(word.replace(/[数件]$/, ""))),
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
    if (this.#reader.subjects.membersIn(clause).length > 0) return true;
    const { vocabulary } = this.#tallies;
    const whole = definition.within ?? "";
    const total = this.#tallies.find(whole)?.total;
    if (total !== undefined && before.token.value?.equals(total.value) === true) return true;
    const { measure = "" } = before;
    const other = vocabulary.measures.get(measure);
    if (other === undefined) return false;
    if (measure === whole || definition.formula?.expression.includes(measure) === true) return true;
    if (isState(measure, vocabulary) && isState(definition.name, vocabulary)) return true;
    return other.within === undefined && definition.within === undefined && definition.formula === undefined;
  }

  /** The measure named right before a number. */
  #mentionOf(token: NumberToken, previous: NumberToken | undefined): Mention | undefined {
    // What counts something itself ends where its number does; 十四批215件 is one phrase.
    const counted = previous !== undefined && isCount(previous.kind) && !/^批/.test(previous.measureWord);
    const own = counted && previous.block === token.block ? quantityEnd(previous) : 0;
    const near = plainWords(
      token.block.text.slice(Math.max(sentenceOf(token).start, token.start - 60, own), token.start),
    );
    const mention = mentionIn(near, this.#patterns);
    if (mention !== undefined) return mention;
    const fitting = this.#patterns.filter(({ measure }) => {
      const word = this.#tallies.vocabulary.measures.get(measure)?.measureWord ?? "";
      return quantityIn(token, word) !== undefined;
    });
    return mentionIn(near, fitting, "withObject");
  }
}

/** The sentence says that it is of the whole region or of a stretch of time. */
const isOfAll = (lead: string): boolean => /全[市省州区县盟]|\d月|本[周月期]|以来|累计/.test(lead);

const phraseOf = ({ measure, object }: Mention, attribute: string): string => `${attribute} ${measure} ${object}`;

/** The sentence as it would be without what the data does not name. */
function without(lead: string, { object, length }: Mention, attribute: string): string {
  const start = lead.length - length;
  return lead.slice(0, start - attribute.length) + lead.slice(start).replace(object, "");
}

/** Somebody else, or another time: 邻县, 去年. */
const foreign = /[省市县区州镇乡局委办厅部院所队组年月日周来前次批]/;

/** 件, 万元, 毫米: of whatever a measure may count. */
const amounts: ReadonlySet<string> = new Set(["count", "money", "measure"]);

/** A state that cases are in, said of whatever was counted before: 已办结, 正在办理. */
function isState(measure: string, { statuses }: Vocabulary): boolean {
  return states.test(measure) || statuses.flatMap(wordsOfStatus).some((word) => measure.includes(word));
}
const states = new RegExp(`${ending}|办理`);

/** 较上周增加25件 is no count of its own. */
const isChange = (token: NumberToken): boolean => changeBefore(wordsBefore(token, 40)) !== undefined;

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
