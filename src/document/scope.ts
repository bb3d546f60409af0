/** The scopes of expressions: for each issue its own tallies and those of the other issues. */

import Fraction from "fraction.js";
import { unreadError } from "../model/expression/expression.ts";
import type { Archive } from "../model/archive.ts";
import { correctionWords, earlierCorrections } from "../model/earlier-corrections.ts";
import type { Issue } from "../model/issue.ts";
import { issueGap } from "../model/numbering.ts";
import { isCutOff } from "../model/unread.ts";
import { lineFigure } from "../compute/tally/figure.ts";
import { IssueTallies } from "../compute/tally/issue-tallies.ts";
import type { Scope } from "../compute/tally/evaluate.ts";
import type { Value } from "../compute/tally/value.ts";

/** One scope for each issue, made on demand; `undefined` for an issue whose counts could not be read. */
export class Scopes {
  readonly #archive: Archive;
  readonly #scopes = new Map<Issue, Scope | undefined>();
  #looksAhead = 0;

  constructor(archive: Archive) {
    this.#archive = archive;
  }

  of(issue: Issue): Scope | undefined {
    if (!this.#scopes.has(issue)) this.#scopes.set(issue, issue.countsBroken ? undefined : this.#make(issue));
    return this.#scopes.get(issue);
  }

  /** Frees the figures of an issue, because those of a thousand issues fill the memory. They are computed again on demand. */
  forget(issue: Issue): void {
    this.#scopes.get(issue)?.tallies.forget();
  }

  /** Number of references to missing or later issues, with which a result does not depend on earlier issues only. */
  get looksAhead(): number {
    return this.#looksAhead;
  }

  #before(issue: Issue): Scope | undefined {
    const { issues } = this.#archive;
    if (isCutOff(this.#archive, issue)) throw unreadError({ start: 0, end: 0 });
    const before = issues[issues.indexOf(issue) - 1];
    return before === undefined ? undefined : this.of(before);
  }

  #make(issue: Issue): Scope {
    const { issues, bulletin, vocabulary } = this.#archive;
    const gap = issueGap({ ...this.#archive, issues: issues.slice(0, issues.indexOf(issue) + 1) }, issue);
    const date = issue.date.value;
    const placed = (name: string, value: number): Value => ({
      kind: "figure",
      figure: lineFigure(
        { name: `本期.${name}`, measureWord: "期", asOf: undefined },
        { label: name, member: undefined, value: new Fraction(value), place: issue.number.place },
      ),
    });
    const corrections = earlierCorrections(issues.slice(0, issues.indexOf(issue)), date);
    return {
      name: `${issue.year}年第${issue.number.value}期`,
      dataOnly: issue.dataOnly,
      tallies: new IssueTallies(issue.counts, vocabulary, () => this.#before(issue)?.tallies, gap),
      facts: new Map([
        [
          "本期",
          new Map<string, Value>([
            ["期号", placed("期号", issue.number.value)],
            ...(issue.serial === undefined ? [] : [["总期号", placed("总期号", issue.serial)] as const]),
            ["日期", { kind: "moment", moment: date, place: issue.date.place }],
            ...(corrections.length === 0
              ? []
              : [["更正", { kind: "text", text: correctionWords(corrections) }] as const]),
          ]),
        ],
        [
          "刊物",
          new Map<string, Value>([
            ["刊名", { kind: "text", text: (issue.masthead ?? bulletin.masthead).name }],
            ["编发单位", { kind: "text", text: issue.issuer ?? bulletin.issuer }],
          ]),
        ],
      ]),
      hasUnread:
        this.#archive.unread.length > 0 ||
        issues.slice(0, issues.indexOf(issue) + 1).some(({ countsBroken }) => countsBroken),
      gap,
      previous: () => this.#before(issue),
      issues: () => issues.slice(0, issues.indexOf(issue) + 1).flatMap((other) => this.of(other) ?? []),
      issue: (year, number) => {
        const at = issues.findIndex((other) => other.year === (year ?? issue.year) && other.number.value === number);
        const found = issues[at];
        if (found === undefined || at > issues.indexOf(issue)) this.#looksAhead++;
        if (found?.countsBroken === true) throw unreadError({ start: 0, end: 0 });
        return found === undefined ? undefined : this.of(found);
      },
    };
  }
}
