/** Which rules watch over a data line: those that would object if it said something else. (规则覆盖) */

import Fraction from "fraction.js";
import type { Archive } from "../model/archive.ts";
import type { CountBlock, CountLine, CountSheet } from "../model/count-sheet.ts";
import type { Issue } from "../model/issue.ts";
import { IssueTallies } from "../tally/issue-tallies.ts";
import { reconciliationRules } from "./catalogue.ts";
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
      const sheet = changedSheet(tallies.sheet, line, { ...line, value });
      if (sheet === undefined || value.s < 0n) continue;
      const { previous } = this.#subject;
      const changed = new IssueTallies(sheet, tallies.vocabulary, () => previous?.tallies);
      for (const [rule, message] of findings({ ...this.#subject, tallies: changed }))
        if (!this.#before.has(message)) found.add(rule);
    }
    return reconciliationRules.flatMap(({ id }) => (found.has(id) ? [id] : []));
  }
}

function findings(subject: Subject): (readonly [rule: string, message: string])[] {
  return reconciliationRules.flatMap((rule) =>
    rule.check(subject).map(({ message }) => [rule.id, `${rule.id} ${message}`] as const),
  );
}

/** `undefined` where the line is not one of this issue's. */
function changedSheet(sheet: CountSheet, line: CountLine, changed: CountLine): CountSheet | undefined {
  for (const [measure, block] of sheet.blocks) {
    const other = changedBlock(block, line, changed);
    if (other !== undefined) return { ...sheet, blocks: new Map([...sheet.blocks, [measure, other]]) };
  }
  return undefined;
}

function changedBlock(block: CountBlock, line: CountLine, changed: CountLine): CountBlock | undefined {
  const swap = (lines: readonly CountLine[]): CountLine[] => lines.map((other) => (other === line ? changed : other));
  const { batches } = block;
  if (batches !== undefined && line.place === batches.place) {
    const end = changed.value.valueOf();
    return { ...block, batches: line.label === "首批" ? { ...batches, from: end } : { ...batches, to: end } };
  }
  if (block.total === line) return { ...block, total: changed };
  if (block.joint.some(({ count }) => count === line))
    return { ...block, joint: block.joint.map((item) => (item.count === line ? { ...item, count: changed } : item)) };
  if (block.groups.some(({ lines }) => lines.includes(line)))
    return { ...block, groups: block.groups.map((group) => ({ ...group, lines: swap(group.lines) })) };
  const { crosses } = block;
  if (crosses?.some(({ rows }) => rows.some(({ lines }) => lines.includes(line))) !== true) return undefined;
  return {
    ...block,
    crosses: crosses.map((cross) => ({
      ...cross,
      rows: cross.rows.map((row) => ({ ...row, lines: swap(row.lines) })),
    })),
  };
}
