/** Converts a spreadsheet cell to the form of the ledger. Only safe changes are made; other values are faults. */

import type { AmountColumn, LedgerColumn, MemberColumn } from "../../model/ledger.ts";
import { readBatches } from "../../read/schema/read-batches.ts";
import { CellFault, checkDitto } from "../../read/ledger/cell.ts";
import { isGeneral, NumberFormatFault, showsDate, shownNumber } from "../../read/ledger/workbook/number-format.ts";
import type { SheetCell } from "../../read/ledger/workbook/sheet.ts";
import { plainAmount, storedAmount } from "./plain-amount.ts";
import { plainDate, serialDate } from "./plain-date.ts";
import { perPart, tidy } from "./plain-text.ts";

interface CellContext {
  /** Whether dates of the sheet count from 1904 instead of 1900. */
  readonly from1904: boolean;
  /** Receives remarks on cells that can be read. */
  readonly remark: (fault: CellFault) => void;
}

/** @throws CellFault */
export function plainValue(cell: SheetCell | undefined, column: LedgerColumn, context: CellContext): string {
  if (cell === undefined) return "";
  const { name } = column;
  switch (cell.kind) {
    case "error":
      throw new CellFault(
        "formula-error",
        `“${name}”的公式出错了（${cell.text}）`,
        "请在表里改正公式，或直接填上内容。",
      );
    case "unsolved":
      throw new CellFault(
        "formula-unsolved",
        `“${name}”是公式，文件里没有存下结果`,
        "请用 Excel 打开，等它算完再保存；或把公式粘贴成数值。",
      );
    case "unseen":
      throw unseen(name, cell.text);
    case "boolean":
      if (column.kind === "members") return plainMembers(cell.value ? "是" : "否", column);
      throw new CellFault("boolean", `“${name}”是逻辑值 ${cell.value ? "TRUE" : "FALSE"}`, "请填上实际内容。");
    case "text":
      return plainText(unstruck(cell, column, context), column);
    case "number":
      return plainNumber(cell, column, context);
  }
}

function plainText(text: string, column: LedgerColumn): string {
  if (/^#{3,}$/.test(text.trim())) {
    throw new CellFault(
      "hashes",
      `“${column.name}”只有一串 #，原来的内容没有存下来`,
      "多半是列太窄时另存成了文本：请在原来的表里拉宽这一列，重新另存。",
    );
  }
  if (column.kind !== "text") checkDitto(text.trim(), column);
  switch (column.kind) {
    case "number":
      // An apostrophe in front makes Excel take digits for text.
      return tidy(text).replace(/^['‘’](?=\w)/, "");
    case "batch":
      return plainBatch(tidy(text));
    case "date":
      return perPart(text, plainDate);
    case "amount":
      return perPart(text, (part) => plainAmount(part, column));
    case "members":
      return plainMembers(text, column);
    case "text":
      return text.trim();
  }
}

function plainNumber(
  cell: Extract<SheetCell, { kind: "number" }>,
  column: LedgerColumn,
  { from1904, remark }: CellContext,
): string {
  const { name } = column;
  const shown = shownOf(cell, name, from1904);
  if (shown === "" && Number(cell.text) !== 0) throw unseen(name, cell.text);
  const isDate = showsDate(cell.format);
  if (isDate && column.kind !== "date" && column.kind !== "text") {
    throw new CellFault(
      "date-instead",
      `“${name}”这一格是日期 ${shown}`,
      "多半是 Excel 把“3-5”这样的内容自动改成了日期：请把这一列的格式改成“文本”，照原样重新填。",
    );
  }
  switch (column.kind) {
    case "number":
      return shownIdentifier(cell.text, shown, name);
    case "batch":
      return plainBatch(shownIdentifier(cell.text, shown, name));
    case "date": {
      const date = serialDate(cell.text, isDate, name, shown, from1904);
      if (!isDate && !/^\d{8}$/.test(cell.text)) {
        const hint = "请核对；是日期的，请在表里把这一列的格式改成“日期”。";
        remark(new CellFault("date-format", `“${name}”显示的是数字 ${shown}，按日期 ${date} 导入`, hint));
      }
      return date;
    }
    case "amount":
      return plainShownAmount(cell, shown, column, remark);
    case "members":
      return plainMembers(shown, column);
    case "text":
      if (Math.abs(Number(cell.text)) >= 1e15) remark(digitsLost(name, cell.text));
      return shown;
  }
}

/** The stored amount, with a remark if the cell shows it rounded. */
function plainShownAmount(
  cell: Extract<SheetCell, { kind: "number" }>,
  shown: string,
  column: AmountColumn,
  remark: (fault: CellFault) => void,
): string {
  const stored = decimal(cell.text);
  if (isGeneral(cell.format) || shown === "") return shown;
  const { text, isExact } = storedAmount(shown, stored, column);
  if (!isExact) {
    const hint = "合计可能因此差一点；要按显示的算，请在表里用 ROUND 把数改过来。";
    remark(new CellFault("amount-shown", `“${column.name}”显示为 ${shown}，存的是 ${stored}，导入的是存的数`, hint));
  }
  return text;
}

/** What the cell shows of a stored number. @throws CellFault */
function shownOf({ text, format }: { text: string; format: string }, name: string, from1904: boolean): string {
  if (isGeneral(format)) return decimal(text);
  try {
    return shownNumber(Number(text), format, from1904);
  } catch (fault) {
    if (!(fault instanceof NumberFormatFault)) throw fault;
    throw new CellFault(
      "number-format",
      `“${name}”的数字格式“${format}”程序不认识，不知道显示成什么（存的是 ${text}）`,
      "请在表里把这一格改成“文本”，照显示的样子填。",
    );
  }
}

/** The digits of an identifier as shown, provided that none are lost. @throws CellFault */
function shownIdentifier(stored: string, shown: string, name: string): string {
  const digits = wholeDigits(stored, name);
  // In a narrow column, and for more than eleven digits, Excel shows 1.23E+11, although it has stored all digits.
  if (/^\d(?:\.\d+)?E\+\d+$/i.test(shown)) return digits;
  if (/^[\d,.]+$/.test(shown) && !/^\d+$/.test(shown)) {
    throw new CellFault(
      "number-format",
      `“${name}”显示为“${shown}”，是数字格式带出来的`,
      "请把这一列的格式改成“文本”或“常规”，再看一眼编号对不对。",
    );
  }
  return tidy(shown);
}

/** A spreadsheet stores fifteen digits, so that a longer number has lost its end. @throws CellFault */
function wholeDigits(stored: string, name: string): string {
  const value = Number(stored);
  if (!Number.isInteger(value) || value < 0)
    throw new CellFault("not-a-number", `“${name}”是数字 ${stored}，不是整数`, "请核对这一格。");
  if (value >= 1e15) throw digitsLost(name, stored);
  return String(value);
}

function digitsLost(name: string, stored: string): CellFault {
  return new CellFault(
    "digits-lost",
    `“${name}”存成了数字，超过 15 位的部分已经丢失（${stored}）`,
    "请把这一列的格式改成“文本”，对照原始材料重新填。",
  );
}

function unseen(name: string, stored: string): CellFault {
  return new CellFault(
    "hidden-by-format",
    `“${name}”这一格看上去是空的，里面却存着“${stored}”（数字格式把它藏了起来）`,
    "要的，请把格式改成“常规”；不要的，请清除内容。",
  );
}

/** The text without its struck words, or a fault where the value would depend on them. @throws CellFault */
function unstruck(
  { text, struck }: Extract<SheetCell, { kind: "text" }>,
  column: LedgerColumn,
  { remark }: CellContext,
): string {
  if (struck === undefined || struck === true) return text;
  const { words, rest } = struck;
  if (column.kind !== "text") {
    throw new CellFault(
      "struck-words",
      `“${column.name}”里有划掉的字：“${words.trim()}”，没划的是“${rest.trim()}”`,
      "请在表里删去划掉的字；没有作废的，请去掉删除线。",
    );
  }
  const hint = "作废的，请在表里删去；没有作废的，请去掉删除线。";
  remark(new CellFault("struck-words", `“${column.name}”里有划掉的字“${words.trim()}”，照原文导入了`, hint));
  return text;
}

function plainBatch(text: string): string {
  const range = readBatches(text);
  return range !== undefined && range.from === range.to ? String(range.from) : text;
}

/** Binary fractions such as 0.30000000000000004 in the digits that were typed. */
function decimal(stored: string): string {
  const value = Number(Number(stored).toPrecision(15));
  return Number.isFinite(value) && Math.abs(value) < 1e15 && !/e/i.test(String(value)) ? String(value) : stored;
}

/** Names joined by various marks, with 、 instead; a mark counts as a separator only if all parts are known names. */
function plainMembers(text: string, column: MemberColumn): string {
  const { registry } = column;
  const trimmed = text.replace(/[\u200b\ufeff\r]/g, "").trim();
  if (trimmed === "" || registry.find(trimmed) !== undefined) return trimmed;
  if (/^[*＊★▲]$/.test(trimmed) && registry.find("是") !== undefined) return "是";
  if (/^[^:：]+[:：]/.test(trimmed)) return perPart(trimmed, (part) => part);
  const joined = trimmed.replace(/\s+/g, "");
  if (registry.find(joined) !== undefined) return joined;
  for (const marks of [/[、，,；;/\s]+/, /[、，,；;/\s与和及]+/]) {
    const parts = trimmed.split(marks).filter((part) => part !== "");
    if (parts.every((part) => registry.find(part) !== undefined)) return parts.join("、");
  }
  return trimmed;
}
