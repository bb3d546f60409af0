import type { RuleInfo } from "../rule.ts";

/** A personal item found in a text; positions are indices of that text. */
export interface PersonalItem {
  readonly start: number;
  readonly end: number;
  /** The item as the message may show it, most of it masked. */
  readonly shown: string;
}

export interface PrivacyRule extends RuleInfo {
  /** In Chinese: what to delete, and with what around it. */
  readonly mend: string;
  /** `text` is folded (`fold`), so patterns know half-width digits and signs only. */
  find(text: string): PersonalItem[];
}

/** Every privacy rule's ground is the same. */
export const BASIS = "《个人信息保护法》第二十五条；《政府信息公开条例》第十五条";

/** The text with full-width digits, letters and signs as half-width ones, every dash as `-`; same length. */
export function fold(text: string): string {
  return text
    .replace(/[！-～]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(/[\u00A0\u2002-\u200A\u202F\u3000]/g, " ")
    .replace(/[‐-―－−─]/g, "-")
    .replace(/[•・∙‧]/g, "·");
}

/** Folded text with Chinese digits as Arabic ones; same length. 十 and the like are no digits. */
export function arabic(text: string): string {
  return text.replace(/[〇零○一幺壹二两贰三叁四肆五伍六陆七柒八捌九玖]/g, (digit) =>
    String(digits.findIndex((forms) => forms.includes(digit))),
  );
}

const digits = ["〇零○", "一幺壹", "二两贰", "三叁", "四肆", "五伍", "六陆", "七柒", "八捌", "九玖"];

export function digitsOf(text: string): string {
  return text.replace(/\D/g, "");
}

/** The end of what stands before `index` in its clause, at most `length` characters. */
export function clauseBefore(text: string, index: number, length: number): string {
  return /[^,;。!?\n]*$/.exec(text.slice(Math.max(0, index - length), index))?.[0] ?? "";
}
