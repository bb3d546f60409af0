/** Selects the cases that a measure counts, as of its cut-off date. */

import type { BatchRange } from "../../model/count-sheet.ts";
import type {
  CaseLedger,
  CaseRecord,
  LedgerCondition,
  LedgerCount,
  LedgerDate,
  MemberColumn,
} from "../../model/ledger.ts";
import type { LedgerRequest } from "../../model/ledger-request.ts";
import type { Member } from "../../model/registry.ts";
import { dayNumber, momentKey } from "../../base/text/moment.ts";
import type { Moment } from "../../base/text/moment.ts";
import { valueFor } from "./ledger-case.ts";

const noUnits: readonly never[] = [];

/** The dates and batches of a request. */
export type Period = Pick<LedgerRequest, "asOf" | "since" | "batches">;

/** Numbers of cases that are left out although an editor may expect them to be counted. */
export interface Doubts {
  /** Dated on the as-of day without an hour, under an as-of moment that has one: not counted. */
  readonly hourless: number;
  /** By date within the period, but of a later batch or of none: not counted. */
  readonly laterBatch: number;
  /** Of one of the batches, but dated behind the as-of moment: not counted. */
  readonly laterDate: number;
}

export class Selection {
  readonly #count: LedgerCount;
  readonly #joint: MemberColumn | undefined;
  readonly #whole: Selection | undefined;
  readonly #batches: BatchRange | undefined;
  readonly #until: LedgerDate | undefined;
  readonly #from: LedgerDate | undefined;

  /** Without a period only the conditions apply: this is the whole of a part (属于) that the issue does not count by itself. */
  constructor(ledger: CaseLedger, count: LedgerCount, period: Period | undefined, whole: Selection | undefined) {
    this.#count = period === undefined ? { ...count, dates: [] } : count;
    this.#joint = [...ledger.columns].find(
      (column): column is MemberColumn => column.kind === "members" && column.joint,
    );
    this.#whole = whole;
    this.#batches = period?.batches;
    this.#until = dated(period?.asOf.moment);
    this.#from = dated(period?.since?.moment);
  }

  units(record: CaseRecord): readonly Member[] {
    const cell = this.#joint === undefined ? undefined : record.members[this.#joint.slot];
    return cell === undefined || cell instanceof Map ? noUnits : (cell as readonly Member[]);
  }

  /** Whether the whole case is counted; for a joint case of which only some units qualify, these units. */
  qualify(record: CaseRecord): boolean | readonly Member[] {
    if (!this.#isInBatches(record) || !this.#isInWhole(record)) return false;
    return this.#ofUnits(record, this.units(record));
  }

  doubts(cases: readonly CaseRecord[]): Doubts {
    const doubts = { hourless: 0, laterBatch: 0, laterDate: 0 };
    if (this.#batches === undefined && this.#until?.moment.hour === undefined) return doubts;
    for (const record of cases) {
      if (!this.#isInWhole(record)) continue;
      const units = this.units(record);
      const isIn = this.#isInBatches(record);
      const isLater = record.batch === undefined || record.batch > (this.#batches?.to ?? Infinity);
      if (!isIn && isLater && this.#ofUnits(record, units) !== false) doubts.laterBatch++;
      if (isIn && this.#batches !== undefined && this.#isLate(this.#date(record, units[0]))) doubts.laterDate++;
      if (isIn && (units.length > 0 ? units : [undefined]).some((unit) => this.#isHourless(record, unit)))
        doubts.hourless++;
    }
    return doubts;
  }

  #isInWhole(record: CaseRecord): boolean {
    return this.#whole === undefined || this.#whole.qualify(record) === true;
  }

  #isInBatches({ batch }: CaseRecord): boolean {
    if (this.#batches === undefined) return true;
    return batch !== undefined && batch >= this.#batches.from && batch <= this.#batches.to;
  }

  #ofUnits(record: CaseRecord, units: readonly Member[]): boolean | readonly Member[] {
    if (units.length < 2 || !this.#differs(record)) return this.#ofUnit(record, units[0]);
    const done = units.filter((unit) => this.#ofUnit(record, unit));
    return done.length === units.length ? true : done.length === 0 ? false : done;
  }

  /** Whether a cell that this count uses differs from unit to unit. */
  #differs(record: CaseRecord): boolean {
    return (
      this.#count.dates.some((column) => record.dates[column.slot] instanceof Map) ||
      this.#count.conditions.some(({ column }) => cellOf(record, column) instanceof Map)
    );
  }

  #ofUnit(record: CaseRecord, unit: Member | undefined): boolean {
    for (const condition of this.#count.conditions) if (!holds(condition, record, unit)) return false;
    if (this.#count.dates.length === 0) return true;
    const date = this.#date(record, unit);
    return date !== undefined && !this.#isEarly(date) && !this.#isLate(date);
  }

  #isEarly(date: LedgerDate): boolean {
    const from = this.#from;
    if (from === undefined) return false;
    // A date without an hour may be any time of its day, so it is not before a moment of that day.
    return from.moment.hour === undefined || date.moment.hour === undefined ? date.day < from.day : date.key < from.key;
  }

  #isLate(date: LedgerDate | undefined): boolean {
    const until = this.#until;
    if (until === undefined || date === undefined) return false;
    return until.moment.hour === undefined ? date.day > until.day : date.key > until.key;
  }

  #isHourless(record: CaseRecord, unit: Member | undefined): boolean {
    const date = this.#date(record, unit);
    return (
      date !== undefined &&
      date.day === this.#until?.day &&
      date.moment.hour === undefined &&
      this.#isLate(date) &&
      this.#count.conditions.every((condition) => holds(condition, record, unit))
    );
  }

  /** The earliest date of the case or unit. */
  #date(record: CaseRecord, unit: Member | undefined): LedgerDate | undefined {
    let earliest: LedgerDate | undefined;
    for (const column of this.#count.dates) {
      const date = valueFor(record.dates[column.slot], unit);
      if (date !== undefined && (earliest === undefined || date.key < earliest.key)) earliest = date;
    }
    return earliest;
  }
}

const dated = (moment: Moment | undefined): LedgerDate | undefined =>
  moment === undefined ? undefined : { moment, day: dayNumber(moment), key: momentKey(moment) };

function cellOf(record: CaseRecord, column: LedgerCondition["column"]): unknown {
  switch (column.kind) {
    case "date":
      return record.dates[column.slot];
    case "amount":
      return record.amounts[column.slot];
    case "members":
      return record.members[column.slot];
  }
}

function holds(condition: LedgerCondition, record: CaseRecord, unit: Member | undefined): boolean {
  if ("anyOf" in condition) {
    const said = valueFor(record.members[condition.column.slot], unit);
    return said !== undefined && said.some((member) => condition.anyOf.has(member));
  }
  if ("limit" in condition) {
    const amount = valueFor(record.amounts[condition.column.slot], unit);
    return amount !== undefined && condition.holds(Math.sign(amount - condition.limit));
  }
  const { column, present } = condition;
  switch (column.kind) {
    case "date":
      return (valueFor(record.dates[column.slot], unit) !== undefined) === present;
    case "amount":
      return (valueFor(record.amounts[column.slot], unit) ?? 0) > 0 === present;
    case "members":
      return (valueFor(record.members[column.slot], unit) !== undefined) === present;
  }
}
