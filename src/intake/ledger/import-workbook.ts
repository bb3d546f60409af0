/** The sheets of a workbook → one table of cases, with notes on which sheets were read and why others were not. */

import type { ImportMapping } from "../../model/import-mapping.ts";
import type { LedgerColumn, LedgerDefinition } from "../../model/ledger.ts";
import type { Problem } from "../../base/problem/problem.ts";
import { twiceHint } from "../../read/ledger/cell.ts";
import { Findings } from "../../read/ledger/findings.ts";
import { MissingSheetFault, WorkbookFault } from "../../read/ledger/workbook/sheet.ts";
import type { Sheet, Workbook } from "../../read/ledger/workbook/sheet.ts";
import { columnsOn, importSheet } from "./import-sheet.ts";
import type { ImportedCase, ImportedSheet } from "./import-sheet.ts";
import { rowsInWords } from "./sheet-notes.ts";
import { importHeadings, isSideways } from "./table.ts";

export interface ImportedTable {
  /** Names of columns, and one row for each case; `undefined` when there are errors. */
  readonly table: { readonly headings: readonly string[]; readonly rows: readonly (readonly string[])[] } | undefined;
  /** Remarks on what was read and how, in Chinese. */
  readonly notes: readonly string[];
  readonly problems: readonly Problem[];
}

/** @throws WorkbookFault when no sheet can be read */
export async function importWorkbook(
  workbook: Workbook,
  definition: LedgerDefinition,
  mapping: ImportMapping,
): Promise<ImportedTable> {
  if (workbook.sheets.length === 0 && workbook.problems.length > 0)
    return { table: undefined, notes: workbook.notes, problems: workbook.problems };
  const notes: string[] = [];
  const sheets = await chosenSheets(workbook, definition, mapping, notes);
  const imported = sheets.map((sheet) => importSheet(sheet, definition, mapping));
  const filled = imported.filter(
    ({ cases, problems }) => cases.length > 0 || problems.some(({ code }) => code !== "no-case"),
  );
  if (filled.length > 0)
    for (const { sheet } of imported.filter((other) => !filled.includes(other)))
      notes.push(`工作表“${sheet.name}”只有列名，没有信访件`);
  return combined(filled.length > 0 ? filled : imported, [...workbook.notes, ...notes], workbook.problems);
}

async function chosenSheets(
  { sheets, isText, read }: Workbook,
  definition: LedgerDefinition,
  mapping: ImportMapping,
  notes: string[],
): Promise<Sheet[]> {
  if (isText) return Promise.all(sheets.map(({ name }) => read(name)));
  const wanted = mapping.sheets;
  const names = sheets.map(({ name }) => name);
  const stranger = wanted?.find((name) => !names.includes(name));
  if (stranger !== undefined) throw new WorkbookFault(`没有“${stranger}”这张工作表`, `文件里有：${names.join("、")}。`);
  const required = definition.columns.filter((column) => column.required || column.kind === "number");
  const whole: Sheet[] = [];
  const partial: { readonly sheet: Sheet; readonly lacks: readonly string[] }[] = [];
  const hidden: string[] = [];
  const others: string[] = [];
  const columnsOf = new Map<Sheet, ReadonlySet<LedgerColumn>>();
  for (const { name, hidden: isHidden } of sheets) {
    const isWanted = wanted?.includes(name) === true;
    const sheet = await readOr(read, name, isWanted, notes);
    if (sheet === undefined) continue;
    const columns = columnsOn(sheet, definition, mapping);
    columnsOf.set(sheet, columns);
    if (isWanted) whole.push(sheet);
    else if (columns.size === 0) {
      if (sheet.rows.size > 0) others.push(name);
    } else if (wanted !== undefined) notes.push(`注意：工作表“${name}”里也有受理编号，没有导入`);
    else if (isHidden) hidden.push(name);
    else {
      const lacks = required.filter((column) => !columns.has(column)).map((column) => column.name);
      if (lacks.length === 0) whole.push(sheet);
      else partial.push({ sheet, lacks });
    }
  }
  if (others.length > 0) notes.push(`没有“受理编号”一列、没有导入的工作表：${others.join("、")}`);
  if (wanted !== undefined)
    for (const { sheet, lacks } of thinner(whole, columnsOf))
      notes.push(`注意：工作表“${sheet.name}”没有${lacks.join("、")}，里面各件的这几列空着`);
  if (wanted !== undefined) return whole.sort((a, b) => wanted.indexOf(a.name) - wanted.indexOf(b.name));
  for (const name of hidden)
    notes.push(`注意：隐藏的工作表“${name}”里也有受理编号，没有导入；要导入它，请加 --sheet ${quoted(name)}`);
  const spare = whole.filter(({ name }) => isSpare(name));
  if (spare.length < whole.length)
    for (const sheet of spare) {
      whole.splice(whole.indexOf(sheet), 1);
      notes.push(
        `注意：工作表“${sheet.name}”里也有受理编号，看名字不是正式的，没有导入；要导入它，请加 --sheet ${quoted(sheet.name)}`,
      );
    }
  partial.push(...thinner(whole, columnsOf));
  if (whole.length > 0) {
    for (const { sheet, lacks } of partial)
      notes.push(`注意：工作表“${sheet.name}”里也有受理编号，但没有${lacks.join("、")}，没有导入`);
    return whole.filter((sheet) => !partial.some((other) => other.sheet === sheet));
  }
  const [first] = partial;
  if (first !== undefined) return [first.sheet];
  const known = importHeadings(definition, mapping);
  const sideways = [...columnsOf.keys()].find((sheet) => isSideways(sheet, known));
  throw hidden.length > 0
    ? new WorkbookFault(
        `有受理编号的工作表是隐藏的（${hidden.join("、")}）`,
        `要导入它，请加 --sheet ${quoted(hidden[0] ?? "")}，或在表里取消隐藏。`,
      )
    : new WorkbookFault(
        `没有一张工作表有“受理编号”一列（${names.join("、")}）`,
        sideways === undefined
          ? "列名不同的，请在 data/import.yaml 里写“列: { 受理编号: 表里的列名 }”。"
          : `“${sideways.name}”是横着排的，一件占一列：请在 Excel 里复制整张表，用“选择性粘贴”的“转置”贴到新表里，让一件占一行，再导入。`,
      );
}

/**
 * Sheets that lack columns of dates or names which the most complete sheet has: their cases would be counted as open, or without a source.
 * Missing columns of amounts or texts do no harm.
 */
function thinner(
  sheets: readonly Sheet[],
  columnsOf: ReadonlyMap<Sheet, ReadonlySet<LedgerColumn>>,
): { readonly sheet: Sheet; readonly lacks: readonly string[] }[] {
  const counted = (sheet: Sheet): LedgerColumn[] =>
    [...(columnsOf.get(sheet) ?? [])].filter(({ kind }) => kind === "date" || kind === "members");
  const fullest = sheets.map(counted).reduce((a, b) => (b.length > a.length ? b : a), []);
  return sheets.flatMap((sheet) => {
    const own = new Set(counted(sheet));
    const lacks = fullest.filter((column) => !own.has(column)).map(({ name }) => name);
    return lacks.length > 0 ? [{ sheet, lacks }] : [];
  });
}

/** Whether the name is that of a sheet with samples or discarded cases. */
function isSpare(name: string): boolean {
  return /示例|样例|样表|范例|模板|作废|回收站/u.test(name);
}

/** Ignores a sheet that is listed, but missing in the file, unless it was asked for by name. */
async function readOr(
  read: Workbook["read"],
  name: string,
  isWanted: boolean,
  notes: string[],
): Promise<Sheet | undefined> {
  try {
    return await read(name);
  } catch (fault) {
    if (!(fault instanceof MissingSheetFault) || isWanted) throw fault;
    notes.push(`注意：${fault.message}，没有读它`);
    return undefined;
  }
}

function combined(
  imported: readonly ImportedSheet[],
  notes: readonly string[],
  ofFile: readonly Problem[],
): ImportedTable {
  const twice = new Findings();
  const { sheets, repeated } = withoutRepeated(imported, twice);
  const problems = [...ofFile, ...sheets.flatMap((sheet) => sheet.problems), ...twice.list()];
  const columns = [...new Set(sheets.flatMap((sheet) => sheet.columns))];
  const cases = sheets.flatMap((sheet) => sheet.cases);
  const whose = ({ sheet }: ImportedSheet): string => (imported.length > 1 ? `“${sheet.name}”：` : "");
  return {
    table: problems.some(({ severity }) => severity === "error")
      ? undefined
      : {
          headings: columns.map(({ name }) => name),
          rows: cases.map(({ values }) => columns.map((column) => values.get(column) ?? "")),
        },
    notes: [
      `读的是${sheets.map(readInWords).join("、")}`,
      ...batchesInWords(cases, columns),
      ...notes,
      ...repeated,
      ...sheets.flatMap((sheet) => sheet.notes.map((note) => `${whose(sheet)}${note}`)),
    ],
    problems,
  };
}

/** Leaves out cases that an earlier sheet has in the same form; a case that differs between two sheets is an error. */
function withoutRepeated(
  imported: readonly ImportedSheet[],
  twice: Findings,
): { readonly sheets: readonly ImportedSheet[]; readonly repeated: readonly string[] } {
  const seen = new Map<string, { readonly found: ImportedCase; readonly sheet: Sheet }>();
  const sheets: ImportedSheet[] = [];
  const repeated: string[] = [];
  for (const one of imported) {
    const { sheet, cases } = one;
    const again = cases.filter(({ number }) => number !== "" && seen.has(number));
    if (
      again.length > 0 &&
      again.length === cases.length &&
      cases.every((other) => isSame(other, seen.get(other.number)?.found))
    ) {
      repeated.push(`工作表“${sheet.name}”里的 ${cases.length} 件在前面的表里都有，内容一样，没有再导入`);
      continue;
    }
    sheets.push(one);
    for (const found of again) {
      const first = seen.get(found.number);
      twice.add("error", () => ({
        code: "case-number-twice",
        place: sheet.place(found.row, 1),
        message: `“${sheet.name}”第 ${found.row} 行的受理编号 ${found.number} 在别的工作表里也有`,
        hint: `${twiceHint(found.number, `“${first?.sheet.name ?? ""}”第 ${first?.found.row ?? ""} 行`)}只导入其中一张表的，请加 --sheet ${quoted(sheet.name)}。`,
      }));
    }
    for (const found of cases) if (!seen.has(found.number)) seen.set(found.number, { found, sheet });
  }
  return { sheets, repeated };
}

function isSame({ values }: ImportedCase, other: ImportedCase | undefined): boolean {
  return other !== undefined && [...values].every(([column, text]) => (other.values.get(column) ?? "") === text);
}

function readInWords({ sheet, cases }: ImportedSheet): string {
  const [first] = cases;
  const last = cases.at(-1);
  const rows =
    first === undefined || last === undefined
      ? ""
      : `第 ${first === last ? first.row : `${first.row}–${last.row}`} 行，`;
  return `${sheet.label(1, 1) === "" ? "" : "工作表"}“${sheet.name}”（${rows}${cases.length} 件）`;
}

function batchesInWords(cases: readonly ImportedCase[], columns: readonly LedgerColumn[]): string[] {
  const column = columns.find(({ kind }) => kind === "batch");
  if (column === undefined) return [];
  const counts = new Map<number, number>();
  for (const { values } of cases) {
    const batch = Number(values.get(column) ?? "");
    counts.set(batch, (counts.get(batch) ?? 0) + 1);
  }
  const without = counts.get(0) ?? 0;
  const batches = [...counts].filter(([batch]) => batch > 0).sort(([a], [b]) => a - b);
  if (batches.length === 0) return [];
  const words = batches.map(([batch, count]) => `第 ${batch} 批 ${count} 件`);
  const gaps = missing(batches.map(([batch]) => batch));
  return [
    `批次：${words.join("、")}${without > 0 ? `，没有批次的 ${without} 件` : ""}`,
    ...(gaps.length > 0 ? [`注意：没有第 ${rowsInWords(gaps)} 批的信访件`] : []),
  ];
}

/** The batches without cases between the first and the last one. */
function missing(batches: readonly number[]): number[] {
  const gaps: number[] = [];
  for (const [at, batch] of batches.entries())
    for (let gap = (batches[at - 1] ?? batch - 1) + 1; gap < batch && gaps.length < 100; gap++) gaps.push(gap);
  return gaps;
}

/** A name, quoted for the command line if necessary. */
function quoted(name: string): string {
  return /[^\p{Script=Han}\w.-]/u.test(name) ? `"${name}"` : name;
}
