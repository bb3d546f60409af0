/** The XML part of one sheet → its cells, merged ranges, hidden rows and columns. */

import { general, shownText } from "./number-format.ts";
import { RunCollector, struckIn, unescaped } from "./runs.ts";
import type { CellText } from "./runs.ts";
import type { CellStyle } from "./shared-parts.ts";
import { cellPosition, mostCells, tooManyCells } from "./sheet.ts";
import type { Sheet, SheetCell } from "./sheet.ts";
import { readXmlPart, XmlPartFault } from "./xml-events.ts";

/** The last row that a spreadsheet has. */
const lastRow = 1_048_576;

type SheetPart = Pick<Sheet, "rows" | "merges" | "hiddenRows" | "hiddenColumns">;

/** A cell as in the XML, before its style and the shared texts are looked up. */
interface RawCell {
  readonly type: string;
  readonly style: number;
  value: string | undefined;
  inline: CellText | undefined;
  hasFormula: boolean;
}

/** @throws WorkbookFault when there are too many cells. @throws XmlPartFault */
export function readSheetPart(
  bytes: Uint8Array,
  strings: readonly CellText[],
  styles: readonly CellStyle[],
): SheetPart {
  const rows = new Map<number, Map<number, SheetCell>>();
  const merges: Sheet["merges"][number][] = [];
  const hiddenRows = new Set<number>();
  const hiddenColumns: Sheet["hiddenColumns"][number][] = [];
  const runs = new RunCollector();
  let row = 0;
  let column = 0;
  let cells = 0;
  let cell: RawCell | undefined;
  let inValue = false;
  let isInline = false;

  readXmlPart(bytes, {
    open(name, attributes) {
      if (isInline) {
        runs.open(name, attributes);
        return;
      }
      switch (name) {
        case "col":
          if (isTrue(attributes["hidden"]) || attributes["width"] === "0")
            hiddenColumns.push({ first: Number(attributes["min"]), last: Number(attributes["max"]) });
          break;
        case "row":
          row = Number(attributes["r"] ?? row + 1);
          if (!Number.isInteger(row) || row < 1 || row > lastRow) throw new XmlPartFault("row");
          if (isTrue(attributes["hidden"]) || attributes["ht"] === "0") hiddenRows.add(row);
          column = 0;
          break;
        case "c":
          column = cellPosition(attributes["r"] ?? "")?.column ?? column + 1;
          cell = {
            type: attributes["t"] ?? "n",
            style: Number(attributes["s"] ?? 0),
            value: undefined,
            inline: undefined,
            hasFormula: false,
          };
          break;
        case "is":
          isInline = cell !== undefined;
          break;
        case "v":
          inValue = cell !== undefined;
          if (cell !== undefined) cell.value ??= "";
          break;
        case "f":
          if (cell !== undefined) cell.hasFormula = true;
          break;
        case "mergeCell": {
          const [from, to] = (attributes["ref"] ?? "").split(":").map(cellPosition);
          if (from !== undefined && to !== undefined)
            merges.push({ top: from.row, left: from.column, bottom: to.row, right: to.column });
          break;
        }
      }
    },
    text(piece) {
      if (isInline) runs.text(piece);
      else if (inValue && cell !== undefined) cell.value = (cell.value ?? "") + piece;
    },
    close(name) {
      if (name === "is" && isInline) {
        isInline = false;
        if (cell !== undefined) cell.inline = runs.take();
      } else if (isInline) runs.close(name);
      else if (name === "v") inValue = false;
      if (name !== "c" || cell === undefined) return;
      const read = cellOf(cell, strings, styles[cell.style]);
      cell = undefined;
      if (read === undefined) return;
      if (++cells > mostCells) throw tooManyCells();
      const own = rows.get(row) ?? new Map<number, SheetCell>();
      rows.set(row, own);
      own.set(column, read);
    },
  });
  return { rows, merges, hiddenRows, hiddenColumns };
}

const isTrue = (value: string | undefined): boolean => value === "1" || value === "true";

const plainStyle: CellStyle = { format: general, isStruck: false };

function cellOf(raw: RawCell, strings: readonly CellText[], style = plainStyle): SheetCell | undefined {
  const { type, value, inline, hasFormula } = raw;
  if (inline !== undefined) return textCell(inline, style);
  if (value === undefined || (value === "" && type !== "str")) return hasFormula ? { kind: "unsolved" } : undefined;
  const struck = style.isStruck ? true : undefined;
  switch (type) {
    case "s":
      return textCell(strings[Number(value)] ?? { text: "", runs: undefined }, style);
    case "str":
    case "inlineStr":
      return textCell({ text: unescaped(value), runs: undefined }, style);
    case "d": {
      const serial = serialOf(value);
      if (serial === undefined) return textCell({ text: value, runs: undefined }, style);
      return { kind: "number", text: String(serial), format: style.format, struck };
    }
    case "b":
      return { kind: "boolean", value: value === "1" || value === "true" };
    case "e":
      return { kind: "error", text: value };
    default:
      return { kind: "number", text: value.trim(), format: style.format, struck };
  }
}

function textCell(content: CellText, style: CellStyle): SheetCell | undefined {
  if (/^[\s\u200b\ufeff]*$/.test(content.text)) return undefined;
  const text = shownText(content.text, style.format);
  return text === ""
    ? { kind: "unseen", text: content.text }
    : { kind: "text", text, struck: struckIn(content, style.isStruck) };
}

/** The serial number (days since 1899-12-30) of an ISO date `2020-11-05T18:00:00`, as written in strict workbooks. */
function serialOf(text: string): number | undefined {
  const time = Date.parse(/(?:Z|[+-]\d\d:\d\d)$/.test(text) || !text.includes("T") ? text : `${text}Z`);
  return Number.isNaN(time) ? undefined : time / 86_400_000 + 25_569;
}
