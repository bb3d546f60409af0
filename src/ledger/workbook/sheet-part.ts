/** The part of one sheet → its cells and merged ranges. */

import { cellPosition } from "./sheet.ts";
import type { MergedRange, SheetCell } from "./sheet.ts";
import { readXmlPart, XmlPartFault } from "./xml-events.ts";

/** Filled cells in one sheet: 100,000 cases of 40 columns. */
const mostCells = 4_000_000;

/** The last row that a spreadsheet has. */
const lastRow = 1_048_576;

export interface SheetPart {
  readonly rows: Map<number, Map<number, SheetCell>>;
  readonly merges: MergedRange[];
}

export function readSheetPart(
  bytes: Uint8Array,
  strings: readonly string[],
  dateStyles: readonly boolean[],
): SheetPart {
  const rows = new Map<number, Map<number, SheetCell>>();
  const merges: MergedRange[] = [];
  let row = 0;
  let column = 0;
  let cells = 0;
  let cell: { type: string; style: number; value: string | undefined; hasFormula: boolean } | undefined;
  let collecting = false;

  const store = (): void => {
    if (cell === undefined) return;
    const read = cellOf(cell, strings, dateStyles);
    if (read === undefined) return;
    if (++cells > mostCells) throw new XmlPartFault("cells");
    const own = rows.get(row) ?? new Map<number, SheetCell>();
    rows.set(row, own);
    own.set(column, read);
  };

  readXmlPart(bytes, {
    open(name, attributes) {
      switch (name) {
        case "row":
          row = Number(attributes["r"] ?? row + 1);
          if (!Number.isInteger(row) || row < 1 || row > lastRow) throw new XmlPartFault("row");
          column = 0;
          break;
        case "c":
          column = cellPosition(attributes["r"] ?? "")?.column ?? column + 1;
          cell = {
            type: attributes["t"] ?? "n",
            style: Number(attributes["s"] ?? 0),
            value: undefined,
            hasFormula: false,
          };
          break;
        case "v":
        case "t":
          collecting = cell !== undefined;
          if (cell !== undefined) cell.value ??= "";
          break;
        case "rPh":
          collecting = false;
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
      if (collecting && cell !== undefined) cell.value = (cell.value ?? "") + piece;
    },
    close(name) {
      if (name === "v" || name === "t") collecting = false;
      if (name !== "c") return;
      store();
      cell = undefined;
    },
  });
  return { rows, merges };
}

function cellOf(
  { type, style, value, hasFormula }: { type: string; style: number; value: string | undefined; hasFormula: boolean },
  strings: readonly string[],
  dateStyles: readonly boolean[],
): SheetCell | undefined {
  if (value === undefined || (value === "" && type !== "str")) return hasFormula ? { kind: "unsolved" } : undefined;
  switch (type) {
    case "s":
      return textCell(strings[Number(value)] ?? "");
    case "str":
    case "inlineStr":
    case "d":
      return textCell(value);
    case "b":
      return { kind: "boolean", value: value === "1" };
    case "e":
      return { kind: "error", text: value };
    default:
      return { kind: "number", text: value.trim(), isDate: dateStyles[style] ?? false };
  }
}

/** Writers escape characters that XML cannot hold as `_x000D_`. */
function textCell(text: string): SheetCell | undefined {
  const plain = text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
  return /^[\s\u200b\ufeff]*$/.test(plain) ? undefined : { kind: "text", text: plain };
}
