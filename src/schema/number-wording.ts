/** What is wrong with a value that ought to be a number, and the number that was meant where that is beyond doubt. */

import { fromWords } from "../text/numeral.ts";

type Description = readonly [code: string, message: string, hint: string, mended?: string | undefined];

/** `written`: the scalar as it stands in the file, quotes included. */
export function describeNumber(input: unknown, name: string, written: string | undefined): Description {
  if (input === null || input === undefined)
    return ["empty-value", `“${name}”后面没有数字`, `请写上数字，如“${name}: 12”；没有的写 0，或者删去这一行。`];
  if (typeof input === "number")
    return [
      "fractional-number",
      `“${name}”只能是整数，这里是 ${input}`,
      "件数是数出来的，不能有小数；请核对原始数据。",
    ];
  if (typeof input !== "string")
    return ["not-a-number", `“${name}”应当是一个数字，这里是${inputKind(input)}`, `请写成一行，如“${name}: 12”。`];
  return describeText(input, name, written);
}

function describeText(input: string, name: string, written: string | undefined): Description {
  const half = halfWidth(input);
  const digits = /^\d+$/.test(half.trim()) ? half.trim() : undefined;
  if (/[０-９]/.test(input))
    return ["fullwidth-digit", `“${name}”用了全角数字“${input}”`, `请改成半角数字“${half.trim()}”。`, digits];
  if (digits !== undefined && /["']/.test(written?.[0] ?? ""))
    return ["quoted-number", `“${name}”的数字加了引号`, `请去掉引号，写成“${name}: ${digits}”。`, digits];
  const inside = halfWidth(unquoted(input)).trim();
  if (inside !== input && /^\d+$/.test(inside)) {
    return unquoted(input) === input.trim()
      ? ["fullwidth-space", `“${name}”的数字旁边有全角空格`, `请删去，写成“${name}: ${inside}”。`, inside]
      : ["quoted-number", `“${name}”的数字加了引号`, `请去掉引号，写成“${name}: ${inside}”。`, inside];
  }
  if (/^-\d/.test(half)) return ["negative-number", `“${name}”不能小于 0，这里是 ${input}`, "请核对原始数据。"];
  const grouped = /^\d{1,3}(?:[,，]\d{3})+$/.test(half) ? half.replace(/[,，]/g, "") : undefined;
  if (grouped !== undefined)
    return ["grouped-number", `“${name}”的数字里有千分号“${input}”`, `请写成“${name}: ${grouped}”。`];
  const counted = /^(\d+)\s*[\p{Script=Han}]+$/u.exec(half.trim())?.[1];
  if (counted !== undefined)
    return ["number-with-unit", `“${name}”只写数字，不带量词，这里写的是“${input}”`, `请改成“${name}: ${counted}”。`];
  const spelt = fromWords(input.trim().replace(/[件个起家人次条处]$/u, ""));
  if (spelt !== undefined)
    return ["numeral-in-words", `“${name}”用了汉字数字“${input}”`, `请改成阿拉伯数字，如“${name}: ${spelt}”。`];
  return ["not-a-number", `“${name}”应当是数字，这里写的是“${input}”`, `请只写半角数字，如“${name}: 12”。`];
}

/** Full-width digits, signs of dates and blanks as half-width ones. */
export function halfWidth(text: string): string {
  return text
    .replace(/[０-９：－／．]/gu, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replaceAll("\u3000", " ");
}

/** Without one pair of quotation marks, of whichever kind, around the whole. */
export function unquoted(text: string): string {
  return /^["'“”‘’](.*)["'“”‘’]$/u.exec(text.trim())?.[1] ?? text.trim();
}

/** What was typed where something else is wanted. */
export function inputKind(input: unknown): string {
  if (input === null || input === undefined) return "空的";
  if (Array.isArray(input)) return "一列";
  if (typeof input === "object") return "几行“名称: 内容”";
  if (typeof input === "number") return `数字 ${input}`;
  if (typeof input === "boolean") return `“${String(input)}”`;
  return typeof input === "string" ? `文字“${input.slice(0, 20)}”` : "别的东西";
}
