/** Formats a number with its format code (ECMA-376 part 1, 18.8.31) as the Chinese Excel and WPS do. */

import { format, isDateFormat } from "numfmt";
import { digitByDigit, inWords } from "../../../base/text/numeral.ts";

/** Codes of the built-in formats (18.8.30, zh-cn); all others show a number as stored. */
const builtIn = new Map<number, string>([
  [1, "0"],
  [2, "0.00"],
  [3, "#,##0"],
  [4, "#,##0.00"],
  [5, '"¥"#,##0;"¥"-#,##0'],
  [6, '"¥"#,##0;"¥"-#,##0'],
  [7, '"¥"#,##0.00;"¥"-#,##0.00'],
  [8, '"¥"#,##0.00;"¥"-#,##0.00'],
  [9, "0%"],
  [10, "0.00%"],
  [11, "0.00E+00"],
  [12, "# ?/?"],
  [13, "# ??/??"],
  [14, "yyyy/m/d"],
  [15, "d-mmm-yy"],
  [16, "d-mmm"],
  [17, "mmm-yy"],
  [18, "h:mm AM/PM"],
  [19, "h:mm:ss AM/PM"],
  [20, "h:mm"],
  [21, "h:mm:ss"],
  [22, "yyyy/m/d h:mm"],
  ...[27, 36, 50, 52, 57].map((id) => [id, 'yyyy"年"m"月"'] as const),
  ...[28, 29, 51, 53, 54, 58].map((id) => [id, 'm"月"d"日"'] as const),
  [30, "m-d-yy"],
  [31, 'yyyy"年"m"月"d"日"'],
  [32, 'h"时"mm"分"'],
  [33, 'h"时"mm"分"ss"秒"'],
  ...[34, 55].map((id) => [id, 'AM/PMh"时"mm"分"'] as const),
  ...[35, 56].map((id) => [id, 'AM/PMh"时"mm"分"ss"秒"'] as const),
  [37, "#,##0;-#,##0"],
  [38, "#,##0;-#,##0"],
  [39, "#,##0.00;-#,##0.00"],
  [40, "#,##0.00;-#,##0.00"],
  [41, '#,##0;-#,##0;"-"'],
  [42, '"¥"#,##0;"¥"-#,##0;"¥-"'],
  [43, '#,##0.00;-#,##0.00;"-"'],
  [44, '"¥"#,##0.00;"¥"-#,##0.00;"¥-"'],
  [45, "mm:ss"],
  [46, "[h]:mm:ss"],
  [47, "mm:ss.0"],
  [48, "##0.0E+0"],
  [49, "@"],
]);

export const general = "General";

export function builtInFormat(id: number): string {
  return builtIn.get(id) ?? general;
}

/** A format code that cannot be applied, so that it is unknown what the cell shows. */
export class NumberFormatFault extends Error {}

/** A code in the form the library understands, without the words that Chinese Excel and WPS put into it. */
interface PlainCode {
  readonly code: string;
  /** The kind of Chinese numerals, the digit of [DBNum1]. */
  readonly numerals: string | undefined;
}

const plainCodes = new Map<string, PlainCode>();

function plainCode(code: string): PlainCode {
  const known = plainCodes.get(code);
  if (known !== undefined) return known;
  let numerals: string | undefined;
  // Texts in quotes and escaped characters stay as they are; `!` escapes as `\` does.
  const plain = code.replace(/"[^"]*"?|\\.|_.|\*.|!(.)|([^"\\!_*]+)/gsu, (whole, escaped?: string, rest?: string) => {
    if (escaped !== undefined) return `\\${escaped}`;
    if (rest === undefined) return whole;
    return rest
      .replace(/\[DBNum(\d)\]/gi, (_, kind: string) => {
        numerals = kind;
        return "";
      })
      .replace(/\[(?:黑色?|蓝色?|青色?|绿色?|洋红色?|红色?|白色?|黄色?|颜色\s*\d+)\]/g, "")
      .replace(/G\/通用格式/gi, general)
      .replace(/上午\/下午/g, "AM/PM");
  });
  const made = { code: plain, numerals };
  plainCodes.set(code, made);
  return made;
}

/** Whether a format shows numbers as stored. */
export function isGeneral(code: string): boolean {
  const { code: plain, numerals } = plainCode(code);
  return numerals === undefined && /^(?:General|@|)$/i.test(plain.trim());
}

/** Whether a format shows numbers as dates or times. */
export function showsDate(code: string): boolean {
  return !isGeneral(code) && isDateFormat(plainCode(code).code);
}

/** What a cell shows of a number, trimmed. @throws NumberFormatFault */
export function shownNumber(value: number, code: string, from1904 = false): string {
  const { code: plain, numerals } = plainCode(code);
  const serial = from1904 && showsDate(code) ? value + 1462 : value;
  const shown = formatted(plain, serial);
  return numerals === undefined ? shown : inNumerals(shown, plain, numerals);
}

/** What a cell shows of a text, which some formats hide or surround with words. A format that cannot be applied changes nothing. */
export function shownText(text: string, code: string): string {
  const { code: plain } = plainCode(code);
  if (isGeneral(code) || (!plain.includes("@") && plain.split(";").length < 4)) return text;
  try {
    return formatted(plain, text);
  } catch (fault) {
    if (fault instanceof NumberFormatFault) return text;
    throw fault;
  }
}

function formatted(code: string, value: number | string): string {
  try {
    return format(code, value, { locale: "zh-CN", dateErrorThrows: true }).trim();
  } catch {
    throw new NumberFormatFault(code);
  }
}

const capitals = new Map(
  [..."零〇一二三四五六七八九十百千"].map((small, at) => [small, [..."零零壹贰叁肆伍陆柒捌玖拾佰仟"][at] ?? ""]),
);

/** [DBNum1] writes 一十五 or 二〇二〇, [DBNum2] 壹拾伍. Other kinds are hardly ever seen. */
function inNumerals(shown: string, code: string, kind: string): string {
  if (/"[^"]*\d[^"]*"/.test(code) || !["1", "2"].includes(kind)) throw new NumberFormatFault(code);
  const isDate = isDateFormat(code);
  const words = shown.replace(/\d+/g, (digits, at: number) => {
    const isFraction = shown[at - 1] === ".";
    if (isFraction || (isDate ? digits.length > 2 : !/general/i.test(code)))
      return [...digits].map((digit) => digitByDigit(Number(digit))).join("");
    const value = inWords(Number(digits));
    return isDate && kind === "1" ? value : value.replace(/^十/, "一十");
  });
  return kind === "1" ? words : [...words].map((word) => capitals.get(word) ?? word).join("");
}
