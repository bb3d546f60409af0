/** A sheet → the rows of a ledger, or everything that keeps it from being one. */

import type { LedgerColumn, LedgerDefinition } from "../../model/ledger.ts";
import type { ImportMapping } from "../../model/import-mapping.ts";
import type { Problem } from "../../problem/problem.ts";
import { CaseReader } from "../case-reader.ts";
import { CellFault } from "../cell.ts";
import { Findings } from "../findings.ts";
import { matchHeadings, plainHeading } from "../headings.ts";
import type { MergedRange, Sheet } from "../workbook/sheet.ts";
import { plainValue } from "./plain-value.ts";
import { findHead, importHeadings, Merges } from "./table.ts";
import type { TableHead } from "./table.ts";

export interface ImportedSheet {
  /** Names of columns, then a row a case; `undefined` when anything is wrong. */
  readonly table: { readonly headings: readonly string[]; readonly rows: readonly (readonly string[])[] } | undefined;
  /** What was left out or filled in, for the editor to know, in Chinese. */
  readonly notes: readonly string[];
  readonly problems: readonly Problem[];
}

/** Is this the sheet that has the table? */
export function hasTable(sheet: Sheet, definition: LedgerDefinition, mapping: ImportMapping): boolean {
  return findHead(sheet, new Merges(sheet), importHeadings(definition, mapping), mapping.headingRow) !== undefined;
}

export function importSheet(sheet: Sheet, definition: LedgerDefinition, mapping: ImportMapping): ImportedSheet {
  return new SheetImporter(sheet, definition, mapping).result();
}

interface TableColumn {
  readonly column: LedgerColumn;
  readonly at: number;
}

class SheetImporter {
  readonly #sheet: Sheet;
  readonly #definition: LedgerDefinition;
  readonly #mapping: ImportMapping;
  readonly #merges: Merges;
  readonly #findings = new Findings();
  readonly #notes: string[] = [];
  readonly #seen = new Map<string, number>();
  /** Ranges over several columns that have been reported. */
  readonly #across = new Set<MergedRange>();
  /** What 补齐 columns said last. */
  readonly #above = new Map<LedgerColumn, string>();
  #filled = 0;

  constructor(sheet: Sheet, definition: LedgerDefinition, mapping: ImportMapping) {
    this.#sheet = sheet;
    this.#definition = definition;
    this.#mapping = mapping;
    this.#merges = new Merges(sheet);
  }

  result(): ImportedSheet {
    const known = importHeadings(this.#definition, this.#mapping);
    const head = findHead(this.#sheet, this.#merges, known, this.#mapping.headingRow);
    if (head === undefined) {
      this.#report(
        1,
        1,
        new CellFault(
          "no-headings",
          "没有找到列名这一行",
          "列名里要有“受理编号”；别的叫法请写在 data/import.yaml 的“列”下。",
        ),
      );
      return this.#outcome([], []);
    }
    const columns = this.#columns(head, known);
    const present = new Set(columns.map(({ column }) => column));
    const reader = new CaseReader(this.#definition, present);
    const rows: string[][] = [];
    const skipped: number[] = [];
    for (const row of [...this.#sheet.rows.keys()].filter((other) => other > head.row).sort((a, b) => a - b)) {
      if (this.#isRemark(row, columns)) skipped.push(row);
      else this.#row(row, columns, reader, rows);
    }
    if (rows.length === 0 && !this.#findings.hasErrors)
      this.#report(head.row, 1, new CellFault("no-case", "列名下面一件也没有", "请检查是不是选错了工作表或文件。"));
    if (this.#filled > 0) this.#notes.push(`合并单元格补齐了 ${this.#filled} 格`);
    if (skipped.length > 0) this.#notes.push(`不是信访件、没有导入的行：第 ${skipped.join("、")} 行（合计、说明）`);
    return this.#outcome(
      columns.map(({ column }) => column.name),
      rows,
    );
  }

  #outcome(headings: readonly string[], rows: readonly (readonly string[])[]): ImportedSheet {
    return {
      table: this.#findings.hasErrors ? undefined : { headings, rows },
      notes: this.#notes,
      problems: this.#findings.list(),
    };
  }

  #columns(head: TableHead, known: ReadonlyMap<string, LedgerColumn>): TableColumn[] {
    const { dropped } = this.#mapping;
    const isDropped = (text: string): boolean =>
      dropped.has(plainHeading(text)) || dropped.has(known.get(plainHeading(text))?.name ?? "");
    const left = head.headings.filter(({ text }) => isDropped(text)).map(({ text }) => plainHeading(text));
    if (left.length > 0) this.#notes.push(`没有导入的列：${left.join("、")}`);
    const wanted = head.headings.filter(({ text }) => !isDropped(text));
    const columns = matchHeadings(
      wanted.map(({ text, column }) => ({ text, offset: column })),
      this.#definition,
      (column) => this.#sheet.place(head.row, column),
      this.#findings,
      known,
    );
    return wanted.flatMap(({ column: at }, index) => {
      const column = columns[index];
      return column === undefined ? [] : [{ column, at }];
    });
  }

  /** A total at the foot, or a line of words merged across the table. */
  #isRemark(row: number, columns: readonly TableColumn[]): boolean {
    const number = columns.find(({ column }) => column.kind === "number");
    if (
      number !== undefined &&
      this.#merges.at(row, number.at) === undefined &&
      this.#sheet.rows.get(row)?.has(number.at)
    )
      return false;
    const cells = [...(this.#sheet.rows.get(row)?.entries() ?? [])];
    const isTotal = cells.some(
      ([, cell]) => cell.kind === "text" && /^\s*(合\s*计|总\s*计|小\s*计|共\s*计)/.test(cell.text),
    );
    const [only] = cells;
    const across = cells.length === 1 && only !== undefined ? this.#merges.at(row, only[0]) : undefined;
    return isTotal || (across !== undefined && across.right - across.left >= 2);
  }

  #row(row: number, columns: readonly TableColumn[], reader: CaseReader, rows: string[][]): void {
    const wrong = new Set<number>();
    const texts = new Map<LedgerColumn, readonly [text: string, column: number]>();
    for (const { column, at } of columns) {
      texts.set(column, ["", at]);
      try {
        const text = this.#value(row, column, at);
        if (text === undefined) wrong.add(at);
        else texts.set(column, [text, at]);
      } catch (fault) {
        if (!(fault instanceof CellFault)) throw fault;
        wrong.add(at);
        this.#report(row, at, fault);
      }
    }
    if (wrong.size === 0 && [...texts.values()].every(([text]) => text === "")) return;
    const reading = reader.read(texts, (fault, at) => {
      // A cell that cannot be read is not to be blamed for being empty as well.
      if (at === undefined || !wrong.has(at)) this.#report(row, at ?? 1, fault);
    });
    const first = this.#seen.get(reading.number);
    if (reading.number !== "" && first !== undefined) {
      const hint = `另一处在第 ${first} 行；请改正编号，或删去重复的一件。`;
      this.#report(
        row,
        reading.numberOffset ?? 1,
        new CellFault("case-number-twice", `受理编号 ${reading.number} 在表里有两次`, hint),
      );
    } else this.#seen.set(reading.number, row);
    rows.push(columns.map(({ column }) => texts.get(column)?.[0] ?? ""));
  }

  /** `undefined` for a cell that another one, which is reported, has swallowed. */
  #value(row: number, column: LedgerColumn, at: number): string | undefined {
    const range = this.#merges.at(row, at);
    if (range !== undefined && range.right > range.left) {
      if (this.#across.has(range)) return undefined;
      this.#across.add(range);
      throw new CellFault("merged-across", `“${column.name}”与旁边的列合并了`, "请取消合并，各填各的。");
    }
    if (range !== undefined && range.top < row) {
      if (column.kind === "number" || column.kind === "amount") {
        throw new CellFault(
          "merged-down",
          `“${column.name}”与上面几行合并了，这一行没有自己的内容`,
          "请取消合并，每行各填各的。",
        );
      }
      this.#filled++;
    }
    const text = plainValue(this.#merges.cell(row, at), column, this.#sheet.from1904);
    if (this.#mapping.filledDown.has(column.name)) {
      if (text !== "") this.#above.set(column, text);
      return text === "" ? (this.#above.get(column) ?? "") : text;
    }
    if (text === "" && column.kind === "batch") {
      throw new CellFault(
        "empty-value",
        `“${column.name}”空着`,
        `请补上；空着表示与上一行同一批的，请在 data/import.yaml 里写“补齐: ${column.name}”。`,
      );
    }
    return text;
  }

  #report(row: number, column: number, { code, message, hint }: CellFault): void {
    const label = this.#sheet.label(row, column);
    this.#findings.add("error", () => ({
      code,
      place: this.#sheet.place(row, column),
      message: label === "" ? message : `${label} ${message}`,
      hint,
    }));
  }
}
