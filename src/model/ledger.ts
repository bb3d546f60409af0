/** A case ledger (台账): one record for each case, from which the counts of any issue are derived as of its cut-off dates. */

import type { Comparison } from "../base/text/comparison.ts";
import type { Place } from "../base/problem/problem.ts";
import type { Moment } from "../base/text/moment.ts";
import type { CaseReference } from "./count-sheet.ts";
import type { Member, Registry } from "./registry.ts";

interface Column {
  /** As the office's own data name it, whatever the heading in the file. */
  readonly name: string;
  /** 表头: headings that mean this column. */
  readonly headings: readonly string[];
  /** 必填: an empty cell is an error. */
  readonly required: boolean;
}

/** 受理编号: identifies the case. */
interface NumberColumn extends Column {
  readonly kind: "number";
}

/** 批次 */
export interface BatchColumn extends Column {
  readonly kind: "batch";
}

/** A date; for a joint case one for each unit where the units differ. */
export interface DateColumn extends Column {
  readonly kind: "date";
  /** Index among the columns of this kind; the same for the kinds below. */
  readonly slot: number;
  /** 对应: the date is required if that column has one of `names`, optional for one of `either`, forbidden otherwise. */
  readonly goesWith:
    { readonly column: string; readonly names: readonly string[]; readonly either: readonly string[] } | undefined;
  /** The day on which a case ended (办结日期), which cannot precede the day of receipt. */
  readonly ends: boolean;
}

/** One or several members of a registry: units, categories, a state, yes or no. */
export interface MemberColumn extends Column {
  readonly kind: "members";
  readonly slot: number;
  readonly registry: Registry;
  /** 分组: the dimension that the column fills, if any. */
  readonly dimension: string | undefined;
  /** Several members in one cell. */
  readonly several: boolean;
  /** 共有: a case with several members here is a joint case. At most one column. */
  readonly joint: boolean;
}

/** A number or an amount of money. */
export interface AmountColumn extends Column {
  readonly kind: "amount";
  readonly slot: number;
  readonly decimals: number;
}

/** Free text, which never leaves the ledger. */
interface TextColumn extends Column {
  readonly kind: "text";
}

export type LedgerColumn = NumberColumn | BatchColumn | DateColumn | MemberColumn | AmountColumn | TextColumn;

/** A part of the form of a case number: fixed letters, arbitrary digits, or something that can be checked. */
export type NumberPart =
  | { readonly kind: "fixed"; readonly text: string }
  | { readonly kind: "digit" | "letter" }
  /** `{年}` and `{日期}`: compared with a date column. */
  | { readonly kind: "year" | "date" }
  /** `{来源}`: one of the keys, each with the member of a column that it stands for. */
  | { readonly kind: "code"; readonly column: MemberColumn; readonly codes: ReadonlyMap<string, Member> };

/** 编号格式: the form of case numbers; a number of another form is reported as a warning. */
export interface NumberForm {
  readonly written: string;
  readonly parts: readonly NumberPart[];
  readonly date: DateColumn | undefined;
}

/** How the office keeps its ledger. */
export interface LedgerDefinition {
  /** Files or folders in `data/`; all of them together are the ledger. */
  readonly files: readonly { readonly name: string; readonly place: Place }[];
  readonly columns: readonly LedgerColumn[];
  readonly numberForm: NumberForm | undefined;
  readonly place: Place;
}

/** A condition on one column. */
export type LedgerCondition =
  | { readonly column: MemberColumn; readonly anyOf: ReadonlySet<Member> }
  /** 超过 10000: `limit` is in the column's smallest unit; an empty cell never fulfils it. */
  | { readonly column: AmountColumn; readonly limit: number; readonly holds: Comparison }
  /** 有, 无: whether the cell is filled, for a number other than with 0. */
  | { readonly column: DateColumn | MemberColumn | AmountColumn; readonly present: boolean };

/** 台账 of a measure: which cases it counts, as of when, and whether it adds up a column instead. */
export interface LedgerCount {
  /** The earliest of these is compared with the as-of date. */
  readonly dates: readonly DateColumn[];
  readonly conditions: readonly LedgerCondition[];
  readonly sum: AmountColumn | undefined;
  /** 除以: 10000 makes 万元 of 元. */
  readonly divisor: number;
}

/** A date in the ledger with the numbers by which dates are compared. */
export interface LedgerDate {
  readonly moment: Moment;
  /** Days since 1970-01-01. */
  readonly day: number;
  /** `momentKey` of the moment. */
  readonly key: number;
}

/** A cell's value; for a joint case it may differ from unit to unit. */
export type Cell<T> = T | ReadonlyMap<Member, T> | undefined;

/** One case. The arrays are indexed by the `slot` of a column. */
export interface CaseRecord extends CaseReference {
  readonly batch: number | undefined;
  readonly dates: readonly Cell<LedgerDate>[];
  readonly members: readonly Cell<readonly Member[]>[];
  /** In the column's smallest unit: 1.50 at two decimals is 150. */
  readonly amounts: readonly Cell<number>[];
}

export interface CaseLedger {
  readonly definition: LedgerDefinition;
  /** The columns of the definition that the files have. */
  readonly columns: ReadonlySet<LedgerColumn>;
  readonly cases: readonly CaseRecord[];
  /** The largest number of decimals with which a cell of the column is written: 61.50 has 2. */
  readonly written: ReadonlyMap<AmountColumn, number>;
}
