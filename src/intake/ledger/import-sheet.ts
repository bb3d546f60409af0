/** A sheet → its cases, or the problems that prevent reading them. */

import type { LedgerColumn, LedgerDefinition } from "../../model/ledger.ts";
import type { ImportMapping } from "../../model/import-mapping.ts";
import type { Problem } from "../../base/problem/problem.ts";
import { CellFault, twiceHint } from "../../read/ledger/cell.ts";
import { Findings } from "../../read/ledger/findings.ts";
import type { Sheet, SheetCell } from "../../read/ledger/workbook/sheet.ts";
import { ColumnRemarks } from "./column-remarks.ts";
import { GivenBatch } from "./given-batch.ts";
import type { CaseTexts } from "./given-batch.ts";
import { rowKind } from "./row-kind.ts";
import type { RowKind } from "./row-kind.ts";
import { RowTexts } from "./row-texts.ts";
import { isSampleLine, isSampleRow, SampleBlock } from "./sample-block.ts";
import { SheetNotes } from "./sheet-notes.ts";
import { rowsOf, SheetTables } from "./sheet-tables.ts";
import type { Table } from "./sheet-tables.ts";
import { StatedSums } from "./stated-sums.ts";
import { findHeads, importHeadings, Merges } from "./table.ts";
import type { TableHead } from "./table.ts";

export interface ImportedCase {
  readonly row: number;
  readonly number: string;
  readonly values: ReadonlyMap<LedgerColumn, string>;
}

export interface ImportedSheet {
  readonly sheet: Sheet;
  readonly cases: readonly ImportedCase[];
  /** In the order of the sheet. */
  readonly columns: readonly LedgerColumn[];
  /** Remarks on what was left out, filled in or looks suspicious, in Chinese. */
  readonly notes: readonly string[];
  readonly problems: readonly Problem[];
}

/** The columns of the ledger that a sheet has; none when it has no table of cases. */
export function columnsOn(
  sheet: Sheet,
  definition: LedgerDefinition,
  mapping: ImportMapping,
): ReadonlySet<LedgerColumn> {
  const [first] = findHeads(sheet, new Merges(sheet), importHeadings(definition, mapping), mapping.headingRow);
  return first?.columns ?? new Set();
}

export function importSheet(sheet: Sheet, definition: LedgerDefinition, mapping: ImportMapping): ImportedSheet {
  return new SheetImporter(sheet, definition, mapping).result();
}

class SheetImporter {
  readonly #sheet: Sheet;
  readonly #merges: Merges;
  readonly #heads: readonly TableHead[];
  readonly #tables: SheetTables;
  readonly #findings = new Findings();
  readonly #notes: SheetNotes;
  readonly #sums: StatedSums;
  readonly #cases: ImportedCase[] = [];
  readonly #seen = new Map<string, number>();
  readonly #remarks = new ColumnRemarks();
  readonly #texts: RowTexts;
  readonly #batch: GivenBatch;
  readonly #samples = new SampleBlock();

  constructor(sheet: Sheet, definition: LedgerDefinition, mapping: ImportMapping) {
    this.#sheet = sheet;
    this.#merges = new Merges(sheet);
    const known = importHeadings(definition, mapping);
    this.#heads = findHeads(sheet, this.#merges, known, mapping.headingRow);
    this.#notes = new SheetNotes(sheet);
    this.#sums = new StatedSums((row, fault) => {
      // Rows that could not be read are missing from the sums.
      if (!this.#findings.hasErrors) this.#report(row, 1, fault, "warning");
    });
    this.#texts = new RowTexts(sheet, this.#merges, mapping, this.#notes, this.#remarks);
    this.#batch = new GivenBatch(definition.columns, sheet.name);
    this.#tables = new SheetTables(sheet, definition, mapping, known, this.#findings, this.#notes);
  }

  result(): ImportedSheet {
    const [first] = this.#heads;
    if (first === undefined) {
      const hint = "列名里要有“受理编号”；别的叫法请写在 data/import.yaml 的“列”下。";
      this.#report(1, 1, new CellFault("no-headings", "没有找到列名这一行", hint));
      return this.#outcome([]);
    }
    const columns = this.#read();
    const endless = this.#samples.endless;
    if (endless !== undefined) {
      const message = `第 ${endless} 行写着“示例”，看不出下面哪些行是示例、哪些是信访件`;
      const hint = "请在表里删去示例，再导入；或者在示例下面单写一行“正式填报”，把两样隔开。";
      this.#report(endless, 1, new CellFault("sample-rows", message, hint));
    } else if (this.#cases.length === 0 && !this.#findings.hasErrors)
      this.#report(first.row, 1, new CellFault("no-case", "列名下面一件也没有", "请检查是不是选错了工作表或文件。"));
    this.#sums.end();
    this.#remarks.report((row, column, fault) => {
      this.#report(row, column, fault, "warning");
    });
    return this.#outcome(columns);
  }

  #outcome(columns: readonly LedgerColumn[]): ImportedSheet {
    return {
      sheet: this.#sheet,
      cases: this.#cases,
      columns,
      notes: this.#notes.list(),
      problems: this.#findings.list(),
    };
  }

  /** Reads every row with the headings above it. Returns all columns that occur. */
  #read(): LedgerColumn[] {
    const headRows = new Map(this.#heads.flatMap((head) => rowsOf(head).map((row) => [row, head] as const)));
    const columns = new Set<LedgerColumn>();
    let table: Table | undefined;
    for (const [row, cells] of [...this.#sheet.rows].sort(([a], [b]) => a - b)) {
      const head = headRows.get(row);
      if (head !== undefined) {
        if (row !== head.row) continue;
        this.#samples.meet("head");
        if (table !== undefined) this.#notes.repeatedHead(row);
        table = this.#tables.below(head, table);
        if (columns.size > 0) this.#noteLacking(row, table, columns);
        for (const { column } of table.columns) columns.add(column);
        continue;
      }
      const kind = rowKind(row, cells, table?.numberAt, table?.members ?? new Map(), this.#merges);
      if (kind.kind === "batch") this.#beginBatch(row, kind);
      else if (table !== undefined) this.#row(row, cells, kind, table);
      else this.#aboveTable(row, cells, kind);
    }
    const batch = this.#batch.column;
    if (batch !== undefined && this.#cases.some(({ values }) => values.has(batch))) columns.add(batch);
    return [...columns];
  }

  /** Notes the columns that this table lacks while tables above have them. */
  #noteLacking(row: number, table: Table, columns: ReadonlySet<LedgerColumn>): void {
    const own = new Set(table.columns.map(({ column }) => column));
    const lacks = [...columns].filter((column) => column.kind !== "text" && !own.has(column));
    this.#notes.lacking(
      row,
      lacks.map(({ name }) => name),
    );
  }

  #beginBatch(row: number, { batch, count }: Extract<RowKind, { kind: "batch" }>): void {
    this.#batch.begin(row, batch);
    if (this.#batch.column !== undefined) this.#texts.forget(this.#batch.column);
    this.#samples.meet("line");
    this.#notes.batchLine(row);
    this.#sums.begin(row, `第 ${batch} 批`, count);
  }

  /** Titles and dates are expected above the headings, but a row of many cells may be a misplaced case. */
  #aboveTable(row: number, cells: ReadonlyMap<number, SheetCell>, kind: RowKind): void {
    const texts = [...cells.values()].map((cell) => ("text" in cell ? cell.text : ""));
    if (kind.kind === "remark" && isSampleLine(kind.words)) this.#samples.begin(row, false);
    else if (texts.length > 2 && texts.some((text) => /\d/.test(text)))
      this.#notes.leftOut(row, texts.join(" ").trim());
  }

  #row(row: number, cells: ReadonlyMap<number, SheetCell>, kind: RowKind, table: Table): void {
    if (kind.kind === "total") {
      this.#notes.leftOut(row, kind.name);
      this.#sums.total(row, kind.name, kind.count, this.#statedAmounts(cells, table));
    } else if (kind.kind === "remark") {
      this.#notes.leftOut(row, kind.words);
      if (isSampleLine(kind.words)) this.#samples.begin(row, this.#cases.length > 0);
      else if (kind.words !== "只有序号") this.#samples.meet("line");
    } else if (isSampleRow(cells, table.numberAt) || this.#samples.takes()) this.#notes.leftOut(row, "示例");
    else this.#case(row, cells, table);
  }

  #statedAmounts(cells: ReadonlyMap<number, SheetCell>, { columns }: Table): Map<LedgerColumn, number> {
    return new Map(
      columns.flatMap(({ column, at }) => {
        const cell = cells.get(at);
        return column.kind === "amount" && cell?.kind === "number" ? [[column, Number(cell.text)] as const] : [];
      }),
    );
  }

  #case(row: number, cells: ReadonlyMap<number, SheetCell>, { headed, columns, reader }: Table): void {
    const wrong = new Set<number>();
    const texts: CaseTexts = new Map();
    for (const { column, at } of columns) {
      texts.set(column, ["", at]);
      try {
        const text = this.#texts.text(row, column, at);
        if (text === undefined) wrong.add(at);
        else texts.set(column, [text, at]);
      } catch (fault) {
        if (!(fault instanceof CellFault)) throw fault;
        wrong.add(at);
        this.#report(row, at, fault);
      }
    }
    this.#notes.stray(row, cells, headed);
    if (wrong.size === 0 && [...texts.values()].every(([text]) => text === "")) return;
    this.#giveBatch(row, texts, wrong);
    const reading = reader.read(texts, (fault, at) => {
      // A faulty cell is reported already and must not be reported as empty, too.
      if (at === undefined || !wrong.has(at)) this.#report(row, at ?? 1, fault);
    });
    const first = this.#seen.get(reading.number);
    if (reading.number !== "" && first !== undefined) {
      this.#report(
        row,
        reading.numberOffset ?? 1,
        new CellFault(
          "case-number-twice",
          `受理编号 ${reading.number} 在表里有两次`,
          twiceHint(reading.number, `第 ${first} 行`),
        ),
      );
    } else this.#seen.set(reading.number, row);
    this.#notes.imported(
      row,
      columns.flatMap(({ at }) => cells.get(at) ?? []),
    );
    this.#sums.add(
      reading,
      columns.map(({ column }) => column),
    );
    this.#cases.push({
      row,
      number: reading.number,
      values: new Map([...texts].map(([column, [text]]) => [column, text])),
    });
  }

  #giveBatch(row: number, texts: CaseTexts, wrong: ReadonlySet<number>): void {
    const own = this.#batch.column === undefined ? undefined : texts.get(this.#batch.column);
    const found = own !== undefined && wrong.has(own[1]) ? undefined : this.#batch.give(texts);
    if (found?.isError === true) this.#report(row, found.at, found.fault);
    else if (found !== undefined) this.#remarks.add(row, found.at, found.fault);
  }

  #report(
    row: number,
    column: number,
    { code, message, hint }: CellFault,
    severity: Problem["severity"] = "error",
  ): void {
    const label = this.#sheet.label(row, column);
    this.#findings.add(severity, () => ({
      code,
      place: this.#sheet.place(row, column),
      message: label === "" ? message : `${label} ${message}`,
      hint,
    }));
  }
}
