/** The words before a number: what of a sentence is about it, whose number it is and of which time. */

import type { Tally } from "../../compute/tally/tally.ts";
import { withoutChanges } from "./change-words.ts";
import type { DataContext } from "./match.ts";
import { measureWords, withoutBrackets } from "./mentions.ts";
import { sentenceOf } from "./number-token.ts";
import type { NumberToken } from "./number-token.ts";
import { PeriodReader } from "./period.ts";
import type { Block } from "./printed-text.ts";
import { SubjectReader } from "./subject.ts";
import type { Subject } from "./subject.ts";

/** Of one article, asked of its numbers one after the other. `title` is its headline. */
export class ClauseReader {
  readonly subjects: SubjectReader;
  readonly periods: PeriodReader;
  readonly #title: string;
  /** The sentence in which the number before was one of somebody whom the data does not count. */
  #foreign: { readonly block: Block; readonly start: number } | undefined;

  constructor(context: DataContext, title: string) {
    const { vocabulary } = context.tallies;
    this.#title = title;
    this.subjects = new SubjectReader(vocabulary, measureWords(vocabulary), context.office ?? "");
    const asOf = [...vocabulary.measures.keys()].flatMap((name) => context.tallies.find(name)?.asOf ?? []);
    this.periods = new PeriodReader([context.issue.date.value, ...asOf], vocabulary);
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

export function lastClause(text: string): string {
  return text.slice(Math.max(...["，", "；", "：", ",", "。"].map((mark) => text.lastIndexOf(mark))) + 1);
}

/** Others are quoted with their own numbers. */
export function isQuoted({ block, start }: NumberToken): boolean {
  const before = block.text.slice(Math.max(0, start - 300), start);
  return before.lastIndexOf("“") > before.lastIndexOf("”");
}
