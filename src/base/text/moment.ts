/** Dates with an optional hour (时点), as bulletins give them: “截至11月7日18时”. */

import { digitByDigit, inWords } from "./numeral.ts";

export interface Moment {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour?: number;
  readonly minute?: number;
}

export type MomentReading =
  { readonly ok: true; readonly moment: Moment } | { readonly ok: false; readonly reason: string };

const pattern =
  /^(\d{4})(?:-|\/|\.|年)(\d{1,2})(?:-|\/|\.|月)(\d{1,2})日?(?:[T ]*(\d{1,2})(?:(?:时|点)(?:(\d{1,2})分?)?|:(\d{2})(?::00)?))?$/;

/** Reads `2020-11-07`, `2020年11月7日`, `2020/11/7`, each with an optional `18时`, `18时30分` or `18:30`. */
export function readMoment(written: string): MomentReading {
  const trimmed = written.trim();
  if (/[０-９：－／．]/.test(trimmed)) return { ok: false, reason: `日期“${trimmed}”里有全角数字或全角符号` };
  const match = pattern.exec(trimmed);
  if (match === null) return { ok: false, reason: `“${trimmed}”不是日期` };
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (month < 1 || month > 12) return { ok: false, reason: `日期“${trimmed}”不存在：没有 ${month} 月` };
  const last = daysInMonth(year, month);
  if (day < 1 || day > last)
    return { ok: false, reason: `日期“${trimmed}”不存在：${year} 年 ${month} 月只有 ${last} 天` };
  const hour = match[4] === undefined ? undefined : Number(match[4]);
  const minuteText = match[5] ?? match[6];
  const minute = minuteText === undefined ? undefined : Number(minuteText);
  if ((hour ?? 0) > 24 || (minute ?? 0) > 59 || (hour === 24 && (minute ?? 0) > 0))
    return { ok: false, reason: `日期“${trimmed}”里的钟点不存在` };
  return {
    ok: true,
    moment: { year, month, day, ...(hour === undefined ? {} : { hour }), ...(minute === undefined ? {} : { minute }) },
  };
}

export function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** Orders moments; a date without an hour means the end of that day. */
export function compareMoments(a: Moment, b: Moment): number {
  return momentKey(a) - momentKey(b);
}

/** A number that orders moments as `compareMoments` does. */
export function momentKey(moment: Moment): number {
  const clock = moment.hour === undefined ? 24 * 60 : moment.hour * 60 + (moment.minute ?? 0);
  return dayNumber(moment) * 24 * 60 + clock;
}

/** Days since 1970-01-01. */
export function dayNumber({ year, month, day }: Moment): number {
  return Math.round(Date.UTC(year, month - 1, day) / 86_400_000);
}

function clock(moment: Moment): string {
  if (moment.hour === undefined) return "";
  return `${moment.hour}时${moment.minute === undefined || moment.minute === 0 ? "" : `${moment.minute}分`}`;
}

/** 18:00 */
function digitalClock({ hour = 24, minute = 0 }: Moment): string {
  return `${hour}:${String(minute).padStart(2, "0")}`;
}

const weekdays = ["日", "一", "二", "三", "四", "五", "六"] as const;

function weekday(moment: Moment): string {
  // 1970-01-01 was a Thursday.
  return weekdays[(((dayNumber(moment) + 4) % 7) + 7) % 7] ?? "";
}

function tenDays({ day }: Moment): string {
  return day <= 10 ? "上" : day <= 20 ? "中" : "下";
}

/** The customary forms, by the name an editor gives them. Arabic figures without leading zeros: GB/T 9704-2012 7.3.5.4. */
export const momentForms = {
  年月日: (m: Moment) => `${m.year}年${m.month}月${m.day}日`,
  年月日时: (m: Moment) => `${m.year}年${m.month}月${m.day}日${clock(m)}`,
  月日: (m: Moment) => `${m.month}月${m.day}日`,
  月日时: (m: Moment) => `${m.month}月${m.day}日${clock(m)}`,
  日: (m: Moment) => `${m.day}日`,
  日时: (m: Moment) => `${m.day}日${clock(m)}`,
  /** A date without an hour means the end of that day. */
  时: (m: Moment) => clock({ ...m, hour: m.hour ?? 24 }),
  钟点: (m: Moment) => digitalClock(m),
  月日钟点: (m: Moment) => `${m.month}月${m.day}日${m.hour === undefined ? "" : digitalClock(m)}`,
  年月: (m: Moment) => `${m.year}年${m.month}月`,
  月: (m: Moment) => `${m.month}月`,
  年: (m: Moment) => `${m.year}年`,
  /** 上旬 to the 10th, 中旬 to the 20th. */
  旬: (m: Moment) => `${m.month}月${tenDays(m)}旬`,
  年月旬: (m: Moment) => `${m.year}年${m.month}月${tenDays(m)}旬`,
  季度: (m: Moment) => `第${inWords(Math.ceil(m.month / 3))}季度`,
  年季度: (m: Moment) => `${m.year}年第${inWords(Math.ceil(m.month / 3))}季度`,
  半年: (m: Moment) => (m.month <= 6 ? "上半年" : "下半年"),
  汉字日期: (m: Moment) => `${digitByDigit(m.year)}年${inWords(m.month)}月${inWords(m.day)}日`,
  汉字月日: (m: Moment) => `${inWords(m.month)}月${inWords(m.day)}日`,
  星期: (m: Moment) => `星期${weekday(m)}`,
  横线日期: (m: Moment) => isoDate(m),
} as const;

/** `2020-11-07` */
export function isoDate({ year, month, day }: Moment): string {
  return `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

/** `2020-11-07` or `2020-11-07T18:00` */
export function isoMoment(moment: Moment): string {
  if (moment.hour === undefined) return isoDate(moment);
  return `${isoDate(moment)}T${String(moment.hour).padStart(2, "0")}:${String(moment.minute ?? 0).padStart(2, "0")}`;
}

/** The same day and hour some months later (or earlier), or the month's last day where it has no such day. */
export function addMonths(moment: Moment, months: number): Moment {
  const at = moment.year * 12 + moment.month - 1 + months;
  const [year, month] = [Math.floor(at / 12), (((at % 12) + 12) % 12) + 1];
  return { ...moment, year, month, day: Math.min(moment.day, daysInMonth(year, month)) };
}

export function isMonthEnd({ year, month, day }: Moment): boolean {
  return day === daysInMonth(year, month);
}

/** The same hour some days later (or earlier, for a negative number). */
export function addDays(moment: Moment, days: number): Moment {
  const date = new Date((dayNumber(moment) + days) * 86_400_000);
  return { ...moment, year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}
