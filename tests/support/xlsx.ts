/** Spreadsheets written by hand, part by part, so that a test can damage whatever it likes. */

import { zipped } from "../../src/output/word/zip-writer.ts";

/** A text, a number, or what only a spreadsheet has. */
export type Written =
  | string
  | number
  | { readonly serial: number }
  /** A number, or a text, that a number format shows otherwise. */
  | { readonly value: number | string; readonly format: string }
  /** A cell that is struck through as a whole. */
  | { readonly struck: string | number }
  | { readonly inline: string }
  /** Runs; one that is struck through stands in a list of its own. */
  | { readonly rich: readonly (string | readonly [struck: string])[] }
  | { readonly boolean: boolean }
  | { readonly error: string }
  | { readonly formula: string; readonly result?: string | number };

export interface WrittenSheet {
  readonly name: string;
  /** Row by row from the first; `undefined` is an empty cell. */
  readonly rows: readonly (readonly (Written | undefined)[])[];
  readonly merges?: readonly string[];
  readonly hiddenRows?: readonly number[];
  readonly hiddenColumns?: readonly number[];
  readonly hidden?: boolean;
}

const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const packaged = "http://schemas.openxmlformats.org/package/2006/relationships";

const date = 'yyyy"年"m"月"d"日"';

/** Style 1 shows numbers as dates, style 2 is struck through; those behind have one of `formats` each. */
function stylesPart(formats: readonly string[]): string {
  const codes = [date, ...formats].map((code, at) => `<numFmt numFmtId="${176 + at}" formatCode="${escaped(code)}"/>`);
  const others = formats.map((_, at) => `<xf numFmtId="${177 + at}"/>`);
  return `<styleSheet xmlns="${main}"><numFmts>${codes.join("")}</numFmts><fonts><font/><font><strike/></font></fonts><cellXfs><xf numFmtId="0"/><xf numFmtId="176"/><xf numFmtId="0" fontId="1"/>${others.join("")}</cellXfs></styleSheet>`;
}

export function xlsx(sheets: readonly WrittenSheet[], { from1904 = false } = {}): Buffer {
  return zipped(xlsxParts(sheets, from1904));
}

export function xlsxParts(sheets: readonly WrittenSheet[], from1904 = false): Map<string, string> {
  const strings: string[] = [];
  const formats: string[] = [];
  const parts = new Map<string, string>();
  parts.set(
    "_rels/.rels",
    `<Relationships xmlns="${packaged}"><Relationship Id="r1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  );
  sheets.forEach((sheet, at) => parts.set(`xl/worksheets/sheet${at + 1}.xml`, sheetPart(sheet, strings, formats)));
  const list = sheets.map(
    ({ name, hidden }, at) =>
      `<sheet name="${escaped(name)}" sheetId="${at + 1}"${hidden === true ? ' state="hidden"' : ""} r:id="s${at + 1}"/>`,
  );
  parts.set(
    "xl/workbook.xml",
    `<workbook xmlns="${main}" xmlns:r="${office}"><workbookPr${from1904 ? ' date1904="1"' : ""}/><sheets>${list.join("")}</sheets></workbook>`,
  );
  const targets = [
    ...sheets.map((_, at) => ["worksheet", `s${at + 1}`, `worksheets/sheet${at + 1}.xml`] as const),
    ["sharedStrings", "t", "sharedStrings.xml"] as const,
    ["styles", "f", "/xl/styles.xml"] as const,
  ];
  parts.set(
    "xl/_rels/workbook.xml.rels",
    `<Relationships xmlns="${packaged}">${targets
      .map(([type, id, target]) => `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`)
      .join("")}</Relationships>`,
  );
  parts.set("xl/sharedStrings.xml", `<sst xmlns="${main}">${strings.map((text) => `<si>${text}</si>`).join("")}</sst>`);
  parts.set("xl/styles.xml", stylesPart(formats));
  return parts;
}

function sheetPart(
  { rows, merges = [], hiddenRows = [], hiddenColumns = [] }: WrittenSheet,
  strings: string[],
  formats: string[],
): string {
  const shared = (content: string): string => `t="s"><v>${strings.push(content) - 1}</v>`;
  const content = (cell: Written): string => {
    if (typeof cell === "string") return shared(`<t xml:space="preserve">${escaped(cell)}</t>`);
    if (typeof cell === "number") return `><v>${cell}</v>`;
    if ("value" in cell) {
      if (!formats.includes(cell.format)) formats.push(cell.format);
      const style = `s="${3 + formats.indexOf(cell.format)}"`;
      return typeof cell.value === "number"
        ? `${style}><v>${cell.value}</v>`
        : `${style} ${shared(`<t>${escaped(cell.value)}</t>`)}`;
    }
    if ("struck" in cell)
      return `s="2" ${typeof cell.struck === "number" ? `><v>${cell.struck}</v>` : shared(`<t>${escaped(cell.struck)}</t>`)}`;
    if ("serial" in cell) return `s="1"><v>${cell.serial}</v>`;
    if ("inline" in cell) return `t="inlineStr"><is><t>${escaped(cell.inline)}</t></is>`;
    if ("rich" in cell)
      return shared(
        `${cell.rich.map((run) => (typeof run === "string" ? `<r><t>${escaped(run)}</t></r>` : `<r><rPr><strike/></rPr><t>${escaped(run[0])}</t></r>`)).join("")}<rPh sb="0" eb="1"><t>pinyin</t></rPh>`,
      );
    if ("boolean" in cell) return `t="b"><v>${cell.boolean ? 1 : 0}</v>`;
    if ("error" in cell) return `t="e"><v>${cell.error}</v>`;
    const type = typeof cell.result === "string" ? 't="str"' : "";
    return `${type}><f>${escaped(cell.formula)}</f>${cell.result === undefined ? "" : `<v>${escaped(String(cell.result))}</v>`}`;
  };
  const written = rows.map(
    (cells, row) =>
      `<row r="${row + 1}"${hiddenRows.includes(row + 1) ? ' hidden="1"' : ""}>${cells
        .map((cell, column) => (cell === undefined ? "" : `<c r="${letters(column)}${row + 1}" ${content(cell)}</c>`))
        .join("")}</row>`,
  );
  const merged = merges.map((range) => `<mergeCell ref="${range}"/>`).join("");
  const columns = hiddenColumns.map((column) => `<col min="${column}" max="${column}" width="9" hidden="1"/>`).join("");
  return `<worksheet xmlns="${main}">${columns === "" ? "" : `<cols>${columns}</cols>`}<sheetData>${written.join("")}</sheetData>${merged === "" ? "" : `<mergeCells>${merged}</mergeCells>`}</worksheet>`;
}

function letters(column: number): string {
  return (
    (column >= 26 ? String.fromCharCode(64 + Math.floor(column / 26)) : "") + String.fromCharCode(65 + (column % 26))
  );
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}
