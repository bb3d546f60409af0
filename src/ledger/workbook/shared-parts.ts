/** What the sheets of a workbook share: its list of sheets, texts and number formats. */

import { readXmlPart } from "./xml-events.ts";

export interface SheetEntry {
  readonly name: string;
  readonly hidden: boolean;
  readonly relationship: string;
}

export interface WorkbookParts {
  readonly sheets: readonly SheetEntry[];
  readonly from1904: boolean;
}

export function readWorkbookPart(bytes: Uint8Array): WorkbookParts {
  const sheets: SheetEntry[] = [];
  let from1904 = false;
  readXmlPart(bytes, {
    open(name, attributes) {
      if (name === "workbookPr") from1904 = ["1", "true"].includes(attributes["date1904"] ?? "");
      if (name !== "sheet") return;
      const relationship = Object.entries(attributes).find(([key]) => /(^|:)id$/.test(key) && key !== "id")?.[1];
      sheets.push({
        name: attributes["name"] ?? "",
        hidden: (attributes["state"] ?? "visible") !== "visible",
        relationship: relationship ?? "",
      });
    },
  });
  return { sheets, from1904 };
}

/** Relationship → part, as the part in `folder` names it. */
export function readRelationships(bytes: Uint8Array, folder: string): Map<string, { part: string; type: string }> {
  const found = new Map<string, { part: string; type: string }>();
  readXmlPart(bytes, {
    open(name, attributes) {
      if (name !== "Relationship") return;
      const target = attributes["Target"] ?? "";
      const part = target.startsWith("/") ? target.slice(1) : `${folder}${target.replace(/^\.\//, "")}`;
      found.set(attributes["Id"] ?? "", { part, type: (attributes["Type"] ?? "").split("/").at(-1) ?? "" });
    },
  });
  return found;
}

/** The texts that cells refer to by number; phonetic guides are no part of them. */
export function readSharedStrings(bytes: Uint8Array): string[] {
  const strings: string[] = [];
  let text: string | undefined;
  let inText = false;
  let inPhonetic = false;
  readXmlPart(bytes, {
    open(name) {
      if (name === "si") text = "";
      if (name === "rPh") inPhonetic = true;
      if (name === "t") inText = true;
    },
    text(piece) {
      if (inText && !inPhonetic && text !== undefined) text += piece;
    },
    close(name) {
      if (name === "t") inText = false;
      if (name === "rPh") inPhonetic = false;
      if (name === "si" && text !== undefined) strings.push(text);
    },
  });
  return strings;
}

/** Built-in formats that show a date or a time; 27–36 and 50–58 are the East Asian ones. */
function isBuiltInDate(id: number): boolean {
  return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);
}

/** Does a format code show a date? Quoted text, escapes, colours and conditions do not count. */
function showsDate(code: string): boolean {
  const bare = code.replace(/"[^"]*"|\\.|\[(?![hms]+\])[^\]]*\]|_.|\*./gi, "");
  return /[ymdhs]/i.test(bare) && !/general/i.test(bare);
}

/** For each cell style, whether it shows numbers as dates. */
export function readDateStyles(bytes: Uint8Array): boolean[] {
  const codes = new Map<number, string>();
  const styles: boolean[] = [];
  let inCellFormats = false;
  readXmlPart(bytes, {
    open(name, attributes) {
      if (name === "numFmt") codes.set(Number(attributes["numFmtId"]), attributes["formatCode"] ?? "");
      if (name === "cellXfs") inCellFormats = true;
      if (name !== "xf" || !inCellFormats) return;
      const id = Number(attributes["numFmtId"] ?? 0);
      const code = codes.get(id);
      styles.push(code === undefined ? isBuiltInDate(id) : showsDate(code));
    },
    close(name) {
      if (name === "cellXfs") inCellFormats = false;
    },
  });
  return styles;
}
