/** The words before the numbers of one article: what of a sentence is about a number, whose it is and of which time. */

import type { Tally } from "../../compute/tally/tally.ts";
import { withoutChanges } from "./change-words.ts";
import type { DataContext, Match } from "./match.ts";
import { measurePatterns, measureWords, withoutBrackets, type MeasurePattern } from "./mentions.ts";
import { wordsBefore, sentenceOf, type NumberToken } from "./number-token.ts";
import { PeriodReader, type TimedMention } from "./period.ts";
import type { Block } from "./printed-text.ts";
import { SubjectReader, type Subject } from "./subject.ts";

/** Asked of the numbers of an article one after the other. `title` is its headline. */
export class ArticleReader {
  readonly data: DataContext;
  readonly subjects: SubjectReader;
  readonly periods: PeriodReader;
  readonly patterns: readonly MeasurePattern[];
  /** The numbers that are known to be some figure's, right or wrong. */
  readonly matches = new Map<NumberToken, Match>();
  /** Numbers of some measure in sentences of another time. */
  readonly others: TimedMention[] = [];
  readonly #title: string;
  /** The sentence in which the number before was one of somebody whom the data does not count. */
  #foreign: { readonly block: Block; readonly start: number } | undefined;

  constructor(data: DataContext, title: string) {
    const { tallies, office = "", issue } = data;
    const { vocabulary } = tallies;
    this.data = data;
    this.#title = title;
    this.subjects = new SubjectReader(vocabulary, measureWords(vocabulary), office);
    const asOf = [...vocabulary.measures.keys()].flatMap((name) => tallies.find(name)?.asOf ?? []);
    this.periods = new PeriodReader([issue.date.value, ...asOf], vocabulary);
    this.patterns = measurePatterns(vocabulary);
  }

  /** The sentence before a number: of a row of several units (；) the part that is about the last. */
  leadOf(token: NumberToken): string {
    const lead = withoutChanges(plainWords(token.block.text.slice(sentenceOf(token).start, token.start)));
    const row = lead.slice(lead.lastIndexOf("；") + 1);
    return this.subjects.membersIn(row).length === 1 ? row : lead;
  }

  /** Whose a number is behind these words, whatever the sentence has said before. */
  subjectIn(lead: string, whose: string): Subject {
    return this.subjects.read(lead, whose, this.#title);
  }

  /** What is said of somebody else in a sentence goes on until somebody is named. */
  subjectOf(token: NumberToken, lead: string, whose: string): Subject {
    const { start } = sentenceOf(token);
    const goesOn = this.#foreign?.block === token.block && this.#foreign.start === start;
    const subject = this.subjectIn(lead, whose);
    if (goesOn && whose !== "" && !/全[市省州区县]/.test(whose) && this.subjects.membersIn(whose).length === 0)
      return { kind: "unclear" };
    if (goesOn && whose === "") return { kind: "unclear" };
    this.#foreign = subject.kind === "unclear" ? { block: token.block, start } : undefined;
    return subject;
  }

  /** What is said behind a number in its sentence may be said of what it counts: 检查民营医院8家，发现问题38个. */
  narrow(token: NumberToken): void {
    this.#foreign = { block: token.block, start: sentenceOf(token).start };
  }

  /** The sentence before a number speaks of the time of a tally. */
  isNow(token: NumberToken, tally: Tally): boolean {
    const lead = this.leadOf(token);
    return this.periods.isOf(tally, lead, lastClause(lead));
  }
}

/** Without what stands in brackets, and blanks. */
export const plainWords = (text: string): string => withoutSpaces(withoutBrackets(text));
export const withoutSpaces = (text: string): string => text.replaceAll(/[ \t]/g, "");

/** What stands behind the last of some marks. */
export function lastClause(text: string, marks = "，；：,。"): string {
  return text.slice(Math.max(...[...marks].map((mark) => text.lastIndexOf(mark))) + 1);
}

/** Others are quoted with their own numbers. */
export function isQuoted(token: NumberToken): boolean {
  const words = wordsBefore(token, 300);
  return words.lastIndexOf("“") > words.lastIndexOf("”");
}

/** Figures in brackets are remarks on others. */
export function isBracketed(token: NumberToken): boolean {
  const words = wordsBefore(token, 200);
  return words.lastIndexOf("（") > words.lastIndexOf("）");
}
