/** Converts dates of a spreadsheet, stored or typed, to the form of the ledger. */

import { addDays, isoDate, readMoment } from "../../base/text/moment.ts";
import type { Moment } from "../../base/text/moment.ts";
import { fromWords } from "../../base/text/numeral.ts";
import { CellFault, checkDateForm } from "../../read/ledger/cell.ts";
import { isNothing } from "./plain-text.ts";

/** Serial numbers from 1990 to 2099. Only these are taken for dates if the cell does not show them as dates. */
const likely = [32874, 73050] as const;

/** Difference of the serial numbers in the date systems of 1904 and 1900. */
const between1900And1904 = 1462;

/**
 * `stored`: a serial number, or a date such as 20201107 as one number; `shown`: what the cell shows.
 * @throws CellFault
 */
export function serialDate(stored: string, isDate: boolean, name: string, shown: string, from1904: boolean): string {
  const digits = /^(\d{4})(\d{2})(\d{2})$/.exec(stored);
  if (digits !== null && !isDate) return validDate(digits.slice(1).join("-"));
  const serial = Number(stored) + (from1904 ? between1900And1904 : 0);
  if (!isDate && !(serial >= likely[0] && serial < likely[1]))
    throw new CellFault("invalid-date", `“${name}”是数字 ${shown}，不是日期`, "日期写作 2020-11-07。");
  if (serial < 0) throw new CellFault("invalid-date", `“${name}”存的是 ${stored}，不是日期`, "请核对日期。");
  if (serial < 1)
    throw new CellFault("invalid-date", `“${name}”只有钟点（${shown}），没有日期`, "日期写作 2020-11-07，可以带钟点。");
  const minutes = Math.round(serial * 24 * 60);
  const days = Math.floor(minutes / (24 * 60));
  if (days === 60) throw new CellFault("invalid-date", `“${name}”是 1900 年 2 月 29 日，没有这一天`, "请核对日期。");
  // Excel counts 29 February 1900, which did not exist.
  const day = addDays({ year: 1899, month: 12, day: 30 }, days < 60 ? days + 1 : days);
  return written(withClock(day, minutes % (24 * 60)));
}

function withClock(day: Moment, minutes: number): Moment {
  return minutes === 0 ? day : { ...day, hour: Math.floor(minutes / 60), minute: minutes % 60 };
}

/** @throws CellFault */
export function plainDate(text: string): string {
  if (isNothing(text)) return "";
  const joined = inDigits(text)
    .replace(/\s*([年月日时点分])\s*/g, "$1")
    .replace(/\s+/g, " ");
  checkDateForm(joined);
  const digits = /^(\d{4})(\d{2})(\d{2})$/.exec(joined);
  if (digits !== null) return validDate(digits.slice(1).join("-"));
  // Databases write every date with a time including seconds.
  return validDate(joined.replace(/(\d:\d{2}):\d{2}(\.\d+)?$/, "$1").replace(/[ T]0?0:00$/, ""));
}

/** 二〇二〇年十一月五日 → 2020年11月5日 */
function inDigits(text: string): string {
  return text.replace(/[〇零○一二三四五六七八九十]+(?=[年月日时点分])/g, (words) => {
    const value = fromWords(words.replaceAll("○", "〇"));
    return value === undefined ? words : String(value);
  });
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
