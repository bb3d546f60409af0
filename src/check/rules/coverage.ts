/** Which rules watch over a data line: those that would object if it said something else. (规则覆盖) */

import Fraction from "fraction.js";
import type { Archive } from "../../model/archive.ts";
import type { CountLine } from "../../model/count-sheet.ts";
import type { Issue } from "../../model/issue.ts";
import type { IssueTallies } from "../../compute/tally/issue-tallies.ts";
import { dataRules } from "../catalogue.ts";
import { withLine } from "./changed-line.ts";
import type { Subject } from "./subject.ts";

/** Other values that a line is tried with: one more, one less, nothing, far too much. */
const trials: readonly ((value: Fraction) => Fraction)[] = [
  (value) => value.add(1),
  (value) => value.sub(1),
  () => new Fraction(0),
  (value) => value.mul(1000).add(1000),
];

/**
 * Ids of the rules, by line of the issue's data, that report something new when the line has another value (one more, one less,
 * 0, or over a thousand times as much). A rule that passes whatever the line says does not cover it.
 */
export class RuleCoverage {
  readonly #subject: Subject | undefined;
  readonly #before: ReadonlySet<string>;
  readonly #known = new Map<CountLine, readonly string[]>();

  constructor(archive: Archive, issue: Issue, talliesOf: (issue: Issue) => IssueTallies | undefined) {
    let subject: Subject | undefined;
    for (const other of archive.issues.slice(0, archive.issues.indexOf(issue) + 1))
      subject = { archive, issue: other, tallies: talliesOf(other), previous: subject };
    this.#subject = subject;
    this.#before = new Set(subject === undefined ? [] : findings(subject).map(([, message]) => message));
  }

  /** In the order of the catalogue. */
  rulesOf(line: CountLine): readonly string[] {
    const known = this.#known.get(line) ?? this.#tried(line);
    this.#known.set(line, known);
    return known;
  }

  #tried(line: CountLine): string[] {
    const { tallies } = this.#subject ?? {};
    if (this.#subject === undefined || tallies?.sheet === undefined) return [];
    const found = new Set<string>();
    for (const trial of trials) {
      const value = trial(line.value);
      const changed = value.s < 0n ? undefined : withLine(this.#subject, line, value);
      if (changed === undefined) continue;
      for (const [rule, message] of findings(changed)) if (!this.#before.has(message)) found.add(rule);
    }
    return dataRules.flatMap(({ id }) => (found.has(id) ? [id] : []));
  }
}

function findings(subject: Subject): (readonly [rule: string, message: string])[] {
  return dataRules.flatMap((rule) =>
    rule.find(subject).map(({ message }) => [rule.id, `${rule.id} ${message}`] as const),
  );
}
