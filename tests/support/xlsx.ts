/** Spreadsheets written by hand, part by part, so that a test can damage whatever it likes. */

import { zipped } from "../../src/word/write/zip-writer.ts";

/** A text, a number, or what only a spreadsheet has. */
export type Written =
  | string
  | number
  | { readonly serial: number }
  | { readonly inline: string }
  | { readonly rich: readonly string[] }
  | { readonly boolean: boolean }
  | { readonly error: string }
  | { readonly formula: string; readonly result?: string | number };

export interface WrittenSheet {
  readonly name: string;
  /** Row by row from the first; `undefined` is an empty cell. */
  readonly rows: readonly (readonly (Written | undefined)[])[];
  readonly merges?: readonly string[];
  readonly hidden?: boolean;
}

const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const packaged = "http://schemas.openxmlformats.org/package/2006/relationships";

/** Style 1 shows numbers as dates. */
const styles = `<styleSheet xmlns="${main}"><numFmts count="1"><numFmt numFmtId="176" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/></numFmts><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="176"/></cellXfs></styleSheet>`;

export function xlsx(sheets: readonly WrittenSheet[], { from1904 = false } = {}): Buffer {
  return zipped(xlsxParts(sheets, from1904));
}

export function xlsxParts(sheets: readonly WrittenSheet[], from1904 = false): Map<string, string> {
  const strings: string[] = [];
  const parts = new Map<string, string>();
  parts.set(
    "_rels/.rels",
    `<Relationships xmlns="${packaged}"><Relationship Id="r1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  );
  sheets.forEach((sheet, at) => parts.set(`xl/worksheets/sheet${at + 1}.xml`, sheetPart(sheet, strings)));
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
  parts.set("xl/styles.xml", styles);
  return parts;
}

function sheetPart({ rows, merges = [] }: WrittenSheet, strings: string[]): string {
  const shared = (content: string): string => `t="s"><v>${strings.push(content) - 1}</v>`;
  const content = (cell: Written): string => {
    if (typeof cell === "string") return shared(`<t xml:space="preserve">${escaped(cell)}</t>`);
    if (typeof cell === "number") return `><v>${cell}</v>`;
    if ("serial" in cell) return `s="1"><v>${cell.serial}</v>`;
    if ("inline" in cell) return `t="inlineStr"><is><t>${escaped(cell.inline)}</t></is>`;
    if ("rich" in cell)
      return shared(
        `${cell.rich.map((run) => `<r><t>${escaped(run)}</t></r>`).join("")}<rPh sb="0" eb="1"><t>pinyin</t></rPh>`,
      );
    if ("boolean" in cell) return `t="b"><v>${cell.boolean ? 1 : 0}</v>`;
    if ("error" in cell) return `t="e"><v>${cell.error}</v>`;
    const type = typeof cell.result === "string" ? 't="str"' : "";
    return `${type}><f>${escaped(cell.formula)}</f>${cell.result === undefined ? "" : `<v>${escaped(String(cell.result))}</v>`}`;
  };
  const written = rows.map(
    (cells, row) =>
      `<row r="${row + 1}">${cells
        .map((cell, column) => (cell === undefined ? "" : `<c r="${letters(column)}${row + 1}" ${content(cell)}</c>`))
        .join("")}</row>`,
  );
  const merged = merges.map((range) => `<mergeCell ref="${range}"/>`).join("");
  return `<worksheet xmlns="${main}"><sheetData>${written.join("")}</sheetData>${merged === "" ? "" : `<mergeCells>${merged}</mergeCells>`}</worksheet>`;
}

function letters(column: number): string {
  return (
    (column >= 26 ? String.fromCharCode(64 + Math.floor(column / 26)) : "") + String.fromCharCode(65 + (column % 26))
  );
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}
