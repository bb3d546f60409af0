import type { CaseRecord, Cell, DateColumn, LedgerDate, LedgerDefinition } from "../../model/ledger.ts";
import type { Member } from "../../model/registry.ts";
import type { Place } from "../../base/problem/problem.ts";
import type { SourceText } from "../../base/problem/source-text.ts";

/** A case as read. Its place is computed only on request, because that is slow and seldom needed. */
export class LedgerCase implements CaseRecord {
  readonly number: string;
  readonly batch: number | undefined;
  readonly dates: readonly Cell<LedgerDate>[];
  readonly members: readonly Cell<readonly Member[]>[];
  readonly amounts: readonly Cell<number>[];
  readonly #source: SourceText;
  readonly #offset: number;

  /** `offset` is that of the case number. */
  constructor(values: Omit<CaseRecord, "place">, source: SourceText, offset: number) {
    this.number = values.number;
    this.batch = values.batch;
    this.dates = values.dates;
    this.members = values.members;
    this.amounts = values.amounts;
    this.#source = source;
    this.#offset = offset;
  }

  get place(): Place {
    return this.#source.place(this.#offset);
  }
}

/** The value of a cell for one unit of the case; of the whole case if `unit` is `undefined`. */
export function valueFor<T>(cell: Cell<T>, unit: Member | undefined): T | undefined {
  return cell instanceof Map
    ? unit === undefined
      ? undefined
      : (cell as ReadonlyMap<Member, T>).get(unit)
    : (cell as T);
}

/** The date of receipt (受理日期), the one date that every case has. */
export function receivedColumn({ columns }: LedgerDefinition): DateColumn | undefined {
  return columns.find((column): column is DateColumn => column.kind === "date" && column.required);
}
