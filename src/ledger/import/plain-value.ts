/** What a spreadsheet's cell says, written as the ledger has it. Only what is safe is changed; the rest is a fault. */

import type { LedgerColumn, MemberColumn } from "../../model/ledger.ts";
import { readBatches } from "../../schema/batches.ts";
import { addDays, isoDate, readMoment } from "../../text/moment.ts";
import type { Moment } from "../../text/moment.ts";
import { CellFault, halfWidth } from "../cell.ts";
import type { SheetCell } from "../workbook/sheet.ts";

/** Kinds of columns in which a cell shown as a date is one. */
const datable: ReadonlySet<LedgerColumn["kind"]> = new Set(["date", "text"]);

const blank = /^(无|—+|-+|\/|\\)$/;

export function plainValue(cell: SheetCell | undefined, column: LedgerColumn, from1904: boolean): string {
  if (cell === undefined) return "";
  if (cell.kind === "error")
    throw new CellFault(
      "formula-error",
      `“${column.name}”的公式出错了（${cell.text}）`,
      "请在表里改正公式，或直接填上内容。",
    );
  if (cell.kind === "unsolved") {
    throw new CellFault(
      "formula-unsolved",
      `“${column.name}”是公式，文件里没有存下结果`,
      "请用 Excel 打开，等它算完再保存；或把公式粘贴成数值。",
    );
  }
  if (cell.kind === "boolean" && column.kind !== "members")
    throw new CellFault("boolean", `“${column.name}”是逻辑值 ${cell.value ? "TRUE" : "FALSE"}`, "请填上实际内容。");
  if (cell.kind === "number" && cell.isDate && isSerial(cell.text, from1904) && !datable.has(column.kind)) {
    throw new CellFault(
      "date-instead",
      `“${column.name}”这一格是日期 ${serialDate(cell.text, column.name, from1904)}`,
      "多半是 Excel 把“3-5”这样的内容自动改成了日期：请把这一列的格式改成“文本”，照原样重新填。",
    );
  }
  switch (column.kind) {
    case "number":
      return cell.kind === "number" ? wholeDigits(cell.text, column.name) : tidy(textOf(cell));
    case "batch":
      return plainBatch(tidy(cell.kind === "number" ? wholeDigits(cell.text, column.name) : textOf(cell)));
    case "date":
      return cell.kind === "number" ? serialDate(cell.text, column.name, from1904) : perPart(textOf(cell), plainDate);
    case "amount":
      return cell.kind === "number" ? decimal(cell.text) : perPart(textOf(cell), (part) => plainAmount(part, column));
    case "members":
      return plainMembers(textOf(cell), column);
    case "text":
      if (cell.kind !== "number") return textOf(cell).trim();
      return cell.isDate && isSerial(cell.text, from1904)
        ? serialDate(cell.text, column.name, from1904)
        : decimal(cell.text);
  }
}

function textOf(cell: SheetCell): string {
  if (cell.kind === "boolean") return cell.value ? "是" : "否";
  return "text" in cell ? cell.text : "";
}

/** Full-width forms made half-width, blanks and characters without width taken off. */
function tidy(text: string): string {
  return halfWidth(text.replace(/\u200b|\u200c|\u200d|\u2060|\ufeff|\r/g, ""))
    .replaceAll("\u00a0", " ")
    .trim();
}

/** `冷水滩:…、零陵:…` part by part; anything else as a whole. */
function perPart(text: string, plain: (text: string) => string): string {
  const tidied = tidy(text);
  if (!/^[^\d:]+:/.test(tidied)) return plain(tidied);
  return tidied
    .split(/[、,;\n]+/)
    .map((part) => {
      const colon = part.indexOf(":");
      return colon < 0 ? part.trim() : `${part.slice(0, colon).trim()}:${plain(part.slice(colon + 1).trim())}`;
    })
    .join("、");
}

/** A spreadsheet keeps fifteen digits; a longer number has lost its end. */
function wholeDigits(stored: string, name: string): string {
  const value = Number(stored);
  if (!Number.isInteger(value) || value < 0)
    throw new CellFault("not-a-number", `“${name}”是数字 ${stored}，不是整数`, "请核对这一格。");
  if (value >= 1e15) {
    throw new CellFault(
      "digits-lost",
      `“${name}”存成了数字，超过 15 位的部分已经丢失（${stored}）`,
      "请把这一列的格式改成“文本”，对照原始材料重新填。",
    );
  }
  return String(value);
}

function plainBatch(text: string): string {
  const range = readBatches(text);
  return range !== undefined && range.from === range.to ? String(range.from) : text;
}

/** Binary fractions such as 0.30000000000000004 as they were typed. */
function decimal(stored: string): string {
  const value = Number(Number(stored).toPrecision(15));
  return Number.isFinite(value) && Math.abs(value) < 1e15 && !/e/i.test(String(value)) ? String(value) : stored;
}

function plainAmount(text: string, column: LedgerColumn): string {
  if (blank.test(text)) return "";
  // 元 says nothing new in a column of 元, and something else in one of 万元.
  const word = column.name.includes("万") ? /^([\d.,]+)\s*万元$/u : /^([\d.,]+)\s*(?:元|家|件|人|起|次|份|个)$/u;
  const bare = text.replace(word, "$1");
  return /^\d{1,3}(,\d{3})+(\.\d+)?$/.test(bare) ? bare.replaceAll(",", "") : bare;
}

/** Days from 1990 to 2099, the only ones that a ledger has. */
const serials = [32874, 73050] as const;

function isSerial(stored: string, from1904: boolean): boolean {
  const serial = Number(stored) + (from1904 ? 1462 : 0);
  return serial >= serials[0] && serial < serials[1];
}

function serialDate(stored: string, name: string, from1904: boolean): string {
  const digits = /^(\d{4})(\d{2})(\d{2})$/.exec(stored);
  if (digits !== null) return validDate(`${digits[1] ?? ""}-${digits[2] ?? ""}-${digits[3] ?? ""}`);
  const serial = Number(stored) + (from1904 ? 1462 : 0);
  if (!isSerial(stored, from1904))
    throw new CellFault("invalid-date", `“${name}”是数字 ${stored}，不是日期`, "日期写作 2020-11-07。");
  const minutes = Math.round(serial * 24 * 60);
  const day = addDays({ year: 1899, month: 12, day: 30 }, Math.floor(minutes / (24 * 60)));
  return written(withClock(day, minutes % (24 * 60)));
}

function withClock(day: Moment, minutes: number): Moment {
  return minutes === 0 ? day : { ...day, hour: Math.floor(minutes / 60), minute: minutes % 60 };
}

function plainDate(text: string): string {
  if (text === "" || blank.test(text)) return "";
  const joined = text.replace(/\s*([年月日时点分])\s*/g, "$1").replace(/\s+/g, " ");
  if (/^\d{1,2}月\d{1,2}日/.test(joined) || /^\d{1,2}[./-]\d{1,2}$/.test(joined))
    throw new CellFault("invalid-date", `日期“${text}”没有写年份`, "请写全，如 2020-11-07。");
  if (/^\d{2}[./年-]/.test(joined))
    throw new CellFault("invalid-date", `日期“${text}”的年份只有两位`, "请把年份写成四位，如 2020-11-07。");
  const digits = /^(\d{4})(\d{2})(\d{2})$/.exec(joined);
  if (digits !== null) return validDate(`${digits[1] ?? ""}-${digits[2] ?? ""}-${digits[3] ?? ""}`);
  // Databases write every date with a clock, and every clock with seconds.
  return validDate(joined.replace(/(\d:\d{2}):\d{2}(\.\d+)?$/, "$1").replace(/[ T]0?0:00$/, ""));
}

function validDate(text: string): string {
  const reading = readMoment(text);
  if (!reading.ok) throw new CellFault("invalid-date", reading.reason, "日期写作 2020-11-07，可以带钟点。");
  return written(reading.moment);
}

function written(moment: Moment): string {
  const { hour, minute = 0 } = moment;
  return hour === undefined ? isoDate(moment) : `${isoDate(moment)} ${hour}:${String(minute).padStart(2, "0")}`;
}

/** Names in a cell are parted by all kinds of marks; they count as such only when all that they part is known. */
function plainMembers(text: string, column: MemberColumn): string {
  const { registry } = column;
  const trimmed = text.replace(/[\u200b\ufeff\r]/g, "").trim();
  if (trimmed === "" || registry.find(trimmed) !== undefined) return trimmed;
  if (/^[*＊★▲]$/.test(trimmed) && registry.find("是") !== undefined) return "是";
  if (/^[^:：]+[:：]/.test(trimmed)) return perPart(trimmed, (part) => part);
  const parts = trimmed.split(/[、，,；;/\s]+/).filter((part) => part !== "");
  return parts.every((part) => registry.find(part) !== undefined) ? parts.join("、") : trimmed;
}
