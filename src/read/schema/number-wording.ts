/** Messages for a value that should be a number, with the number that was meant where that is certain. */

import { fromWords } from "../../base/text/numeral.ts";
import { readTypedNumber } from "../../base/text/typed-number.ts";

/** Hint for a negative count. Only measures such as a level relative to its limit may be negative. */
export const negativeAdvice = "请核对原始数据；可以小于 0 的指标，在 data/tallies.yaml 里写“可为负: 是”。";

type Description = readonly [code: string, message: string, hint: string, mended?: string | undefined];

/** `written`: the scalar as in the file, quotes included. `line`: the whole line of its key. */
export function describeNumber(input: unknown, name: string, written: string | undefined, line: string): Description {
  if (input === null || input === undefined) return ["empty-value", `“${name}”后面没有数字`, blankAdvice(name, line)];
  if (typeof input === "number")
    return [
      "fractional-number",
      `“${name}”只能是整数，这里是 ${input}`,
      "件数是数出来的，不能有小数；请核对原始数据。",
    ];
  if (typeof input !== "string")
    return ["not-a-number", `“${name}”应当是一个数字，这里是${inputKind(input)}`, `请写成一行“${name}: 数字”。`];
  return describeText(input, name, written);
}

/** Hint for an empty value; mentions a comment, because the number may have been typed there. */
function blankAdvice(name: string, line: string): string {
  const comment = /[ \t]#.*$/.exec(line)?.[0].trim();
  return comment === undefined
    ? `请写成“${name}: 数字”；没有的写 0，或者删去这一行。`
    : `“#”后面的都是说明，不算数；数字写在“#”前面：“${name}: 数字    ${comment}”。没有的写 0，或者删去这一行。`;
}

/** Measure words that do not change the value of a number: 12件, 第16期, 第3行. */
const plainMeasure = /^[件个次起人处家宗条户名份期批行]$/u;

/** 2万 as 20000; `undefined` for other words. */
function timesMyriads(digits: string, word: string): string | undefined {
  const power = { 万: 4, 亿: 8 }[word.charAt(0)];
  return power === undefined || digits.includes(".") ? undefined : digits + "0".repeat(power);
}

function describeText(input: string, name: string, written: string | undefined): Description {
  const glued = /^(.*?\S)[#＃]\s*(.*)$/u.exec(unquoted(input));
  if (glued !== null) return beforeComment(glued[1] ?? "", glued[2] ?? "", name);
  const half = halfWidth(input);
  const digits = /^\d+(?:\.\d+)?$/.test(half.trim()) ? half.trim() : undefined;
  if (/[０-９]/.test(input)) {
    // Other faults of the value are corrected in the same fix.
    const [, , hint, mended = digits] = digits === undefined ? describeText(half, name, written) : ["", "", ""];
    const advice = mended === undefined ? hint : `请改成半角数字“${mended}”。`;
    return ["fullwidth-digit", `“${name}”用了全角数字“${input}”`, advice, mended];
  }
  if (digits !== undefined && /["']/.test(written?.[0] ?? ""))
    return ["quoted-number", `“${name}”的数字加了引号`, `请去掉引号，写成“${name}: ${digits}”。`, digits];
  const inside = halfWidth(unquoted(input)).trim();
  if (inside !== input && /^\d+$/.test(inside)) {
    return unquoted(input) === input.trim()
      ? ["fullwidth-space", `“${name}”的数字旁边有全角空格`, `请删去，写成“${name}: ${inside}”。`, inside]
      : ["quoted-number", `“${name}”的数字加了引号`, `请去掉引号，写成“${name}: ${inside}”。`, inside];
  }
  if (/^-\d/.test(half)) return ["negative-number", `“${name}”不能小于 0，这里是 ${input}`, negativeAdvice];
  const { before = "", bare } =
    /^(?<before>[约共计]*)\s*(?<bare>\d+(?:\.\d+)?)\s*[。，；、,;]*$/u.exec(half.trim())?.groups ?? {};
  if (bare !== undefined && bare !== half.trim()) {
    const words = before === "" ? "后面多了标点" : `前面不写“${before}”`;
    // An estimate (约) is not a count, so it is not corrected automatically.
    const mended = before.includes("约") ? undefined : bare;
    return [
      "not-a-number",
      `“${name}”的数字${words}，这里写的是“${input}”`,
      `请核对数字，只写“${name}: ${bare}”。`,
      mended,
    ];
  }
  const grouped = /^\d{1,3}(?:[,，]\d{3})+(?:\.\d+)?$/.test(half) ? half.replace(/[,，]/g, "") : undefined;
  if (grouped !== undefined)
    return ["grouped-number", `“${name}”的数字里有千分号“${input}”`, `请写成“${name}: ${grouped}”。`, grouped];
  const { amount, word } =
    /^(?:第\s*)?(?<amount>(?:\d{1,3}(?:[,，]\d{3})+|\d+)(?:\.\d+)?)\s*(?<word>\p{Script=Han}+)$/u.exec(half.trim())
      ?.groups ?? {};
  if (amount !== undefined && word !== undefined) {
    const counted = amount.replace(/[,，]/g, "");
    // Unlike 件, 万 changes the number.
    const value = readTypedNumber(half)?.unit === word ? timesMyriads(counted, word) : undefined;
    const mended = plainMeasure.test(word) ? counted : undefined;
    return [
      "number-with-unit",
      `“${name}”只写数字，不带量词，这里写的是“${input}”`,
      `请改成“${name}: ${value ?? counted}”。`,
      mended,
    ];
  }
  if (/^[+-]?(?:0[xo][\da-f]+|[\d.]+e[+-]?\d+|\.\d+|\d+\.|\.?(?:inf|nan)|\+\d+)$/i.test(half.trim()))
    return ["not-a-number", `“${name}”的数字“${input}”写法不对`, "请只写半角数字，不写正号、指数和十六进制。"];
  if (/^\d{16,}$/.test(half.trim()))
    return ["not-a-number", `“${name}”的数字“${input}”太大了`, "最多 15 位；请核对是不是多写了几位。"];
  const spelt = fromWords(input.trim().replace(/[件个起家人次条处]$/u, ""));
  if (spelt !== undefined)
    return [
      "numeral-in-words",
      `“${name}”用了汉字数字“${input}”`,
      `请改成阿拉伯数字，如“${name}: ${spelt}”。`,
      String(spelt),
    ];
  return ["not-a-number", `“${name}”应当是数字，这里写的是“${input}”`, `请写成“${name}: 数字”，只写半角数字。`];
}

/** `5# 上期 5`: without a blank before it, `#` does not start a comment. */
function beforeComment(typed: string, comment: string, name: string): Description {
  const half = halfWidth(typed).trim();
  const digits = /^(\d+)\s*\p{Script=Han}*$/u.exec(half)?.[1];
  const mended = `${digits ?? "数字"}    # ${comment}`.trimEnd();
  return [
    "comment-space",
    `“${name}”的数字后面，“#”前面要空一格，这里写的是“${typed}#”`,
    `请写成“${name}: ${mended}”。`,
    digits === half ? mended : undefined,
  ];
}

/** Converts full-width digits, separators of dates and blanks to half-width ones. */
export function halfWidth(text: string): string {
  return text
    .replace(/[０-９：－／．]/gu, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replaceAll("\u3000", " ");
}

/** Removes one pair of quotation marks of any kind around the whole text. */
export function unquoted(text: string): string {
  return /^["'“”‘’](.*)["'“”‘’]$/u.exec(text.trim())?.[1] ?? text.trim();
}

/** Names the kind of a value, for messages. */
export function inputKind(input: unknown): string {
  if (input === null || input === undefined) return "空的";
  if (Array.isArray(input)) return "一列";
  if (typeof input === "object") return "几行“名称: 内容”";
  if (typeof input === "number") return `数字 ${input}`;
  if (typeof input === "boolean") return `“${String(input)}”`;
  return typeof input === "string" ? `文字“${input.slice(0, 20)}”` : "别的东西";
}
