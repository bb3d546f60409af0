/** The tables of a sheet, each from one row of headings to the next, with their columns. */

import type { ImportMapping } from "../../model/import-mapping.ts";
import type { LedgerColumn, LedgerDefinition, MemberColumn } from "../../model/ledger.ts";
import { CaseReader } from "../../read/ledger/case-reader.ts";
import type { Findings } from "../../read/ledger/findings.ts";
import { matchHeadings, plainHeading } from "../../read/ledger/headings.ts";
import type { Sheet } from "../../read/ledger/workbook/sheet.ts";
import type { SheetNotes } from "./sheet-notes.ts";
import type { TableHead } from "./table.ts";

interface TableColumn {
  readonly column: LedgerColumn;
  readonly at: number;
}

export interface Table {
  readonly head: TableHead;
  readonly headed: ReadonlySet<number>;
  readonly columns: readonly TableColumn[];
  /** The column of the case numbers. (受理编号) */
  readonly numberAt: number | undefined;
  /** The columns of units, categories and other names. */
  readonly members: ReadonlyMap<number, MemberColumn>;
  readonly reader: CaseReader;
}

export class SheetTables {
  readonly #sheet: Sheet;
  readonly #definition: LedgerDefinition;
  readonly #dropped: ImportMapping["dropped"];
  readonly #known: ReadonlyMap<string, LedgerColumn>;
  readonly #findings: Findings;
  readonly #notes: SheetNotes;

  constructor(
    sheet: Sheet,
    definition: LedgerDefinition,
    mapping: ImportMapping,
    known: ReadonlyMap<string, LedgerColumn>,
    findings: Findings,
    notes: SheetNotes,
  ) {
    this.#sheet = sheet;
    this.#definition = definition;
    this.#dropped = mapping.dropped;
    this.#known = known;
    this.#findings = findings;
    this.#notes = notes;
  }

  /** The table below these headings. If they repeat those of the table above, their problems are not reported again. */
  below(head: TableHead, above: Table | undefined): Table {
    const written = (other: TableHead): string =>
      other.headings.map(({ text, column }) => `${column} ${plainHeading(text)}`).join("\n");
    if (above !== undefined && written(above.head) === written(head)) return { ...above, head };
    const columns = this.#columns(head);
    // Without a column for it, the batch may be in the line above the table.
    const batch = this.#definition.columns.filter(({ kind }) => kind === "batch");
    const present = new Set([...columns.map(({ column }) => column), ...batch]);
    return {
      head,
      headed: new Set(head.headings.map(({ column }) => column)),
      columns,
      members: new Map(columns.flatMap(({ column, at }) => (column.kind === "members" ? [[at, column] as const] : []))),
      numberAt: columns.find(({ column }) => column.kind === "number")?.at,
      reader: new CaseReader(this.#definition, present, new Map()),
    };
  }

  #columns(head: TableHead): TableColumn[] {
    const isDropped = (text: string): boolean =>
      this.#dropped.has(plainHeading(text)) || this.#dropped.has(this.#known.get(plainHeading(text))?.name ?? "");
    this.#notes.droppedColumns(
      head.headings.filter(({ text }) => isDropped(text)).map(({ text }) => plainHeading(text)),
    );
    const wanted = head.headings.filter(({ text }) => !isDropped(text));
    const columns = matchHeadings(
      wanted.map(({ text, column }) => ({ text, offset: column })),
      this.#definition,
      (column) => this.#sheet.place(head.row, column),
      this.#findings,
      this.#known,
    );
    return wanted.flatMap(({ column: at }, index) => {
      const column = columns[index];
      return column === undefined ? [] : [{ column, at }];
    });
  }
}

export function rowsOf({ top, row }: TableHead): number[] {
  return Array.from({ length: row - top + 1 }, (_, at) => top + at);
}
