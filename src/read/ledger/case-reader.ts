/** One row of a ledger file → a case. */

import type {
  CaseRecord,
  Cell,
  AmountColumn,
  DateColumn,
  LedgerColumn,
  LedgerDate,
  LedgerDefinition,
  MemberColumn,
} from "../../model/ledger.ts";
import type { Member } from "../../model/registry.ts";
import {
  CellFault,
  anotherUnitHint,
  checkDitto,
  readAmount,
  readBatch,
  readDate,
  readMembers,
  readNumber,
  readPerUnit,
} from "./cell.ts";
import { valueFor } from "./ledger-case.ts";

const noUnits: readonly never[] = [];

/** Text and offset of the cells of one case, by column. */
export type CaseRow = ReadonlyMap<LedgerColumn, readonly [text: string, offset: number]>;

/** Called for every faulty cell; without an offset when the case lacks the column altogether. */
type Report = (fault: CellFault, offset: number | undefined) => void;

export interface CaseReading extends Omit<CaseRecord, "place"> {
  readonly numberOffset: number | undefined;
  /** Whether all cells could be read. */
  readonly ok: boolean;
}

export class CaseReader {
  readonly #present: ReadonlySet<LedgerColumn>;
  readonly #written: Map<AmountColumn, number>;
  readonly #joint: MemberColumn | undefined;
  readonly #pairs: readonly (readonly [date: DateColumn, words: MemberColumn, dated: ReadonlyMap<Member, boolean>])[];
  /** Most cells repeat, so each distinct text of a column is read once. */
  readonly #dates = new Map<string, LedgerDate>();
  readonly #members = new Map<MemberColumn, Map<string, readonly Member[]>>();

  /** `present`: the columns that the files have; it may grow from file to file, as do the decimals `written` in them. */
  constructor(definition: LedgerDefinition, present: ReadonlySet<LedgerColumn>, written: Map<AmountColumn, number>) {
    this.#present = present;
    this.#written = written;
    const members = definition.columns.filter((column): column is MemberColumn => column.kind === "members");
    this.#joint = members.find((column) => column.joint);
    for (const column of members) this.#members.set(column, new Map());
    this.#pairs = definition.columns.flatMap((column) => {
      if (column.kind !== "date" || column.goesWith === undefined) return [];
      const { column: name, names, either } = column.goesWith;
      const words = members.find((other) => other.name === name);
      if (words === undefined) return [];
      const { registry } = words;
      const [meant, free] = [names, either].map((labels) => labels.flatMap((label) => registry.find(label) ?? []));
      const bound = registry.members.filter((member) => free?.includes(member) !== true);
      return [[column, words, new Map(bound.map((member) => [member, meant?.includes(member) === true]))] as const];
    });
  }

  #amount(text: string, column: AmountColumn): number {
    const amount = readAmount(text, column);
    const decimals = /\.(\d+)$/.exec(text)?.[1]?.length ?? 0;
    if (decimals > (this.#written.get(column) ?? 0)) this.#written.set(column, Math.min(decimals, column.decimals));
    return amount;
  }

  read(row: CaseRow, report: Report): CaseReading {
    let number = "";
    let batch: number | undefined;
    let ok = true;
    const dates: Cell<LedgerDate>[] = [];
    const members: Cell<readonly Member[]>[] = [];
    const amounts: Cell<number>[] = [];
    const fail = (column: LedgerColumn, fault: CellFault): void => {
      ok = false;
      report(fault, row.get(column)?.[1]);
    };
    /** The cell's value; `empty` when it is empty or wrong. */
    const cell = <T>(column: LedgerColumn, empty: T, read: (text: string) => T): T => {
      const text = row.get(column)?.[0].trim() ?? "";
      try {
        checkDitto(text, column);
        if (text !== "") return read(text);
        if (column.required) {
          const hint = column.kind === "number" ? anotherUnitHint : "请补上；这一列每件都要填。";
          throw new CellFault("empty-value", `“${column.name}”空着`, hint);
        }
      } catch (fault) {
        if (!(fault instanceof CellFault)) throw fault;
        fail(column, fault);
      }
      return empty;
    };
    const joint = this.#joint !== undefined && this.#present.has(this.#joint) ? this.#joint : undefined;
    const units =
      joint === undefined ? noUnits : cell<readonly Member[]>(joint, noUnits, (text) => this.#list(text, joint));
    for (const column of this.#present) {
      switch (column.kind) {
        case "number":
          number = cell(column, "", readNumber);
          break;
        case "batch":
          batch = cell(column, undefined, readBatch);
          break;
        case "date":
          dates[column.slot] = cell<Cell<LedgerDate>>(column, undefined, (text) =>
            readPerUnit(text, units, joint, (part) => this.#date(part)),
          );
          break;
        case "amount":
          amounts[column.slot] = cell<Cell<number>>(column, undefined, (text) =>
            readPerUnit(text, units, joint, (part) => this.#amount(part, column)),
          );
          break;
        case "members":
          if (column === joint) members[column.slot] = units;
          else
            members[column.slot] = cell<Cell<readonly Member[]>>(column, undefined, (text) =>
              readPerUnit(text, units, joint, (part) => this.#list(part, column)),
            );
          break;
        case "text":
          break;
      }
    }
    for (const [date, words, dated] of this.#pairs) {
      if (!ok || !this.#present.has(date) || !this.#present.has(words)) continue;
      const fault = pairFault(date, words, dated, dates[date.slot], members[words.slot], units);
      if (fault !== undefined) fail(date, fault);
    }
    const numberColumn = [...row.keys()].find((column) => column.kind === "number");
    const numberOffset = numberColumn === undefined ? undefined : row.get(numberColumn)?.[1];
    return { number, batch, dates, members, amounts, numberOffset, ok };
  }

  #date(text: string): LedgerDate {
    const known = this.#dates.get(text);
    if (known !== undefined) return known;
    const date = readDate(text);
    this.#dates.set(text, date);
    return date;
  }

  #list(text: string, column: MemberColumn): readonly Member[] {
    const lists = this.#members.get(column);
    const known = lists?.get(text);
    if (known !== undefined) return known;
    const list = readMembers(text, column);
    lists?.set(text, list);
    return list;
  }
}

/** The fault of a date that is missing beside 已办结 or present beside 正在办理, unit by unit for a joint case. */
function pairFault(
  date: DateColumn,
  words: MemberColumn,
  dated: ReadonlyMap<Member, boolean>,
  dates: Cell<LedgerDate>,
  said: Cell<readonly Member[]>,
  units: readonly Member[],
): CellFault | undefined {
  for (const unit of units.length > 0 ? units : [undefined]) {
    const word = valueFor(said, unit)?.[0];
    if (word === undefined) continue;
    const has = valueFor(dates, unit) !== undefined;
    if ((dated.get(word) ?? has) === has) continue;
    const whose = units.length > 1 && (dates instanceof Map || said instanceof Map) ? `${unit?.shortName ?? ""}的` : "";
    return new CellFault(
      "state-and-date",
      has
        ? `${whose}“${words.name}”写的是“${word.fullName}”，却有“${date.name}”`
        : `${whose}“${words.name}”写的是“${word.fullName}”，却没有“${date.name}”`,
      `请核对这一件的${words.name}和${date.name}。`,
    );
  }
  return undefined;
}
