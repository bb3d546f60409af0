/** The parts of a workbook that all sheets share: the list of sheets, texts and styles. */

import { builtInFormat } from "./number-format.ts";
import { isOn, RunCollector } from "./runs.ts";
import type { CellText } from "./runs.ts";
import { readXmlPart } from "./xml-events.ts";

interface SheetEntry {
  readonly name: string;
  readonly hidden: boolean;
  readonly relationship: string;
}

interface WorkbookParts {
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

/** Relationship id → part. Targets are relative to `folder`. */
export function readRelationships(bytes: Uint8Array, folder: string): Map<string, { part: string; type: string }> {
  const found = new Map<string, { part: string; type: string }>();
  readXmlPart(bytes, {
    open(name, attributes) {
      if (name !== "Relationship") return;
      const target = (attributes["Target"] ?? "").replaceAll("\\", "/");
      const part = resolved(target.startsWith("/") ? target : `${folder}${target}`);
      found.set(attributes["Id"] ?? "", { part, type: (attributes["Type"] ?? "").split("/").at(-1) ?? "" });
    },
  });
  return found;
}

/** `xl/../xl/./a.xml` → `xl/a.xml` */
function resolved(path: string): string {
  const steps: string[] = [];
  for (const step of path.split("/")) {
    if (step === "..") steps.pop();
    else if (step !== "" && step !== ".") steps.push(step);
  }
  return steps.join("/");
}

/** The texts that cells refer to by number. */
export function readSharedStrings(bytes: Uint8Array): CellText[] {
  const strings: CellText[] = [];
  const runs = new RunCollector();
  readXmlPart(bytes, {
    open(name, attributes) {
      runs.open(name, attributes);
    },
    text(piece) {
      runs.text(piece);
    },
    close(name) {
      runs.close(name);
      if (name === "si") strings.push(runs.take());
    },
  });
  return strings;
}

/** The properties of a cell style that change the meaning of a cell. */
export interface CellStyle {
  readonly format: string;
  readonly isStruck: boolean;
}

export function readCellStyles(bytes: Uint8Array): CellStyle[] {
  const codes = new Map<number, string>();
  const struckFonts: boolean[] = [];
  const styles: CellStyle[] = [];
  const within: string[] = [];
  readXmlPart(bytes, {
    open(name, attributes) {
      const parent = within.at(-1);
      within.push(name);
      if (name === "numFmt" && parent === "numFmts")
        codes.set(Number(attributes["numFmtId"]), attributes["formatCode"] ?? "");
      if (name === "font" && parent === "fonts") struckFonts.push(false);
      if (name === "strike" && parent === "font" && within.at(-3) === "fonts")
        struckFonts[struckFonts.length - 1] = isOn(attributes["val"]);
      if (name !== "xf" || parent !== "cellXfs") return;
      const id = Number(attributes["numFmtId"] ?? 0);
      styles.push({
        format: codes.get(id) ?? builtInFormat(id),
        isStruck: struckFonts[Number(attributes["fontId"] ?? 0)] ?? false,
      });
    },
    close() {
      within.pop();
    },
  });
  return styles;
}
