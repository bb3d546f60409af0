/** Files of a ledger → its cases and all problems. */

import type { AmountColumn, CaseLedger, CaseRecord, LedgerColumn, LedgerDefinition } from "../../model/ledger.ts";
import type { Problem } from "../../base/problem/problem.ts";
import type { SourceText } from "../../base/problem/source-text.ts";
import { unguarded } from "../../base/text/csv-cell.ts";
import { CaseReader } from "./case-reader.ts";
import type { CaseRow } from "./case-reader.ts";
import { twiceHint } from "./cell.ts";
import { readCsv } from "./csv.ts";
import type { Row } from "./csv.ts";
import { checkBatchDates, checkEnds, checkYears } from "./date-checks.ts";
import { Findings } from "./findings.ts";
import { columnsByHeading, matchHeadings } from "./headings.ts";
import { LedgerCase } from "./ledger-case.ts";
import { checkCutOffNumbers, checkLetterCase, checkNumberForm } from "./number-checks.ts";
import { separationOf } from "./separator.ts";
import { readYamlRows } from "./yaml-rows.ts";

/** Reads any number of files, which together are one ledger. */
export class LedgerReader {
  readonly #definition: LedgerDefinition;
  readonly #findings = new Findings();
  readonly #cases: CaseRecord[] = [];
  /** Where each number was seen first. */
  readonly #seen = new Map<string, { readonly source: SourceText; readonly offset: number }>();
  readonly #present = new Set<LedgerColumn>();
  readonly #written = new Map<AmountColumn, number>();
  readonly #reader: CaseReader;

  constructor(definition: LedgerDefinition) {
    this.#definition = definition;
    this.#reader = new CaseReader(definition, this.#present, this.#written);
  }

  csv(source: SourceText): void {
    let columns: (LedgerColumn | undefined)[] | undefined;
    const take = ({ cells, offsets }: Row): void => {
      if (columns === undefined) {
        const headings = cells.map((text, at) => ({ text, offset: offsets[at] ?? 0 }));
        columns = this.#head(headings, source);
        return;
      }
      if (!this.#hasRightWidth(cells, offsets, columns.length, source)) return;
      const row = new Map<LedgerColumn, readonly [text: string, offset: number]>();
      for (let at = 0; at < columns.length; at++) {
        const column = columns[at];
        if (column !== undefined) row.set(column, [unguarded(cells[at] ?? ""), offsets[at] ?? 0]);
      }
      this.#take(row, source, offsets[0] ?? 0);
    };
    const problems = readCsv(source, take, separationOf(source.text, columnsByHeading(this.#definition)));
    for (const problem of problems) this.#findings.add("error", () => problem);
  }

  yaml(source: SourceText): void {
    const known = new Map<string, LedgerColumn | undefined>();
    let isHeaded = false;
    const problems = readYamlRows(source, (fields, offset, isCut) => {
      // A case with unreadable lines does not show which columns the ledger has.
      const isHead = !isHeaded && !isCut;
      const fresh = fields
        .filter(({ heading }) => isHead || !known.has(heading))
        .map(({ heading, offset: at }) => ({ text: heading, offset: at }));
      if (isHead) {
        isHeaded = true;
        const columns = this.#head(fresh, source);
        fresh.forEach(({ text }, at) => known.set(text, columns[at]));
      } else for (const { text, offset: at } of fresh) known.set(text, this.#late(text, at, source));
      const row = new Map<LedgerColumn, readonly [text: string, offset: number]>();
      for (const field of fields) {
        const column = known.get(field.heading);
        if (column !== undefined) row.set(column, [field.text, field.offset]);
      }
      this.#take(row, source, offset, isCut);
    });
    for (const problem of problems) this.#findings.add("error", () => problem);
  }

  finish(): { readonly ledger: CaseLedger | undefined; readonly problems: readonly Problem[] } {
    const ledger = { definition: this.#definition, columns: this.#present, cases: this.#cases, written: this.#written };
    if (!this.#findings.hasErrors) {
      checkCutOffNumbers(ledger, this.#findings);
      checkLetterCase(ledger, this.#findings);
      checkNumberForm(ledger, this.#findings);
      checkEnds(ledger, this.#findings);
      checkBatchDates(ledger, this.#findings);
      checkYears(ledger, this.#findings);
    }
    return { ledger: this.#findings.hasErrors ? undefined : ledger, problems: this.#findings.list() };
  }

  #head(headings: readonly { text: string; offset: number }[], source: SourceText): (LedgerColumn | undefined)[] {
    const columns = matchHeadings(headings, this.#definition, (at) => source.place(at), this.#findings);
    for (const column of columns) if (column !== undefined) this.#present.add(column);
    return columns;
  }

  /** The column of a heading that first occurs after the first case, as it can in YAML. */
  #late(text: string, offset: number, source: SourceText): LedgerColumn | undefined {
    const optional = { ...this.#definition, columns: this.#definition.columns.map((c) => ({ ...c, required: false })) };
    const [found] = matchHeadings([{ text, offset }], optional, (at) => source.place(at), this.#findings);
    const column = this.#definition.columns.find((other) => other.name === found?.name);
    if (column !== undefined) this.#present.add(column);
    return column;
  }

  #hasRightWidth(cells: readonly string[], offsets: readonly number[], width: number, source: SourceText): boolean {
    if (cells.length === width || (cells.length > width && cells.slice(width).every((cell) => cell.trim() === "")))
      return true;
    this.#findings.add("error", () => ({
      code: "csv-width",
      place: source.place(offsets[Math.min(width, cells.length - 1)] ?? 0),
      message: `这一行有 ${cells.length} 格，列名有 ${width} 个`,
      hint: "是不是内容里有英文逗号而没有加引号？请用电子表格软件另存为 CSV。",
    }));
    return false;
  }

  /** `isCut`: lines of the case could not be read, which is reported already, so that missing columns are not reported again. */
  #take(row: CaseRow, source: SourceText, start: number, isCut = false): void {
    const {
      ok,
      numberOffset = start,
      ...values
    } = this.#reader.read(row, (fault, at) => {
      if (isCut && at === undefined) return;
      const offset = at ?? start;
      this.#findings.add("error", () => ({
        code: fault.code,
        place: source.place(offset),
        message: fault.message,
        hint: fault.hint,
      }));
    });
    if (values.number === "") return;
    const twin = this.#seen.get(values.number);
    if (twin === undefined) {
      this.#seen.set(values.number, { source, offset: numberOffset });
      if (ok) this.#cases.push(new LedgerCase(values, source, numberOffset));
      return;
    }
    this.#findings.add("error", () => {
      const first = twin.source.place(twin.offset);
      return {
        code: "case-number-twice",
        place: source.place(numberOffset),
        message: `受理编号 ${values.number} 在台账里有两次`,
        hint: twiceHint(values.number, ` ${first.file} 第 ${first.line} 行`),
      };
    });
  }
}
