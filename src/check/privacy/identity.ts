import { IDENTITY } from "./cues.ts";
import { isPartOfCode, numbersOf, type NumberedText, type Span } from "./digits.ts";
import { BASIS, digitsTogether, type PrivacyRule } from "./item.ts";
import { type Certainty, type PersonalItem } from "./personal-item.ts";

/** The first two digits of GB/T 2260: provinces, and the regions of Hong Kong, Macao and Taiwan residents. */
const PROVINCE = /^(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3]|91)/;
const LABEL = new RegExp(`(?:${IDENTITY})[^。;\\n]{0,16}$`);
const LABEL_BEHIND = new RegExp(`^[^\\d。;\\n]{0,5}(?:${IDENTITY})`);
const OF_DOCUMENT = /(?:编号|单号|文号|案号|流水号|受理号)[:为是]? ?$/;
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
/** The check character ten is an X, for which a cross is taken. */
const CROSS = /^[ \-.·、,/_]{0,2}[Xx×✕✖*]/;
/** 前六位431102，出生日期19850307，后四位1234. */
const IN_PARTS =
  /(\d{6})[^\d。;\n]{1,8}(?:\d位)?[^\d。;\n]{0,4}(\d{8})[^\d。;\n]{1,8}(?:\d位)?[^\d。;\n]{0,4}(\d{3}[\dXx])(?!\d)/g;

export const identityNumber: PrivacyRule = {
  id: "private-identity",
  name: "居民身份证号码",
  level: "error",
  fixable: false,
  mend: "请删去号码，有括号的连同括号一起删",
  explanation:
    "十八位和旧式十五位的身份证号码（核对省份、出生日期），含逐位隔开的写法；校验码不符、以×代X的，“身份证”字样后多写或少写一位的，也报。",
  example: { wrong: "身份证号11010519491231002X", right: "身份证号1101**************" },
  trigger: new RegExp(`${digitsTogether(14).source}|(?:${IDENTITY})[^。;\\n]{0,4}前`),
  basis: `${BASIS}；GB 11643—1999`,
  find(_text, _context, numbered) {
    const parts = [...numbered.digits.matchAll(IN_PARTS)]
      .filter(([, region = "", birth = ""]) => PROVINCE.test(region) && isBirthDate(birth))
      .filter(({ index }) => LABEL.test(numbered.before(index, 28)))
      .map(({ 0: whole, index }) => ({ start: index, end: index + whole.length, shown: masked(whole, 18) }));
    const whole = numbersOf(numbered, {
      shortest: 14,
      longest: 19,
      digits: (number) =>
        PROVINCE.test(number) && (number.length === 15 || number.length === 18 || isBirthDate(number.slice(6, 14))),
      certainty: certaintyOf,
      item(span, text): PersonalItem {
        const cross = crossBehind(span, text).length;
        return {
          start: span.start,
          end: span.end + cross,
          shown: masked(span.digits, span.digits.length + (cross > 0 ? 1 : 0)),
        };
      },
    });
    return [...parts, ...whole];
  },
};

function masked(number: string, length: number): string {
  return number.slice(0, 4) + "*".repeat(length - 4);
}

function crossBehind({ digits, end }: Span, text: NumberedText): string {
  return digits.length === 17 ? (CROSS.exec(text.digits.slice(end, end + 3))?.[0] ?? "") : "";
}

/** What is labelled may be mistyped: it identifies a person all the same. */
function certaintyOf(span: Span, text: NumberedText): Certainty | undefined {
  const number = span.digits + (crossBehind(span, text) === "" ? "" : "X");
  const labelled = LABEL.test(text.before(span.start, 28)) || LABEL_BEHIND.test(text.behind(span.end, 12));
  const birth = isBirthDate(number.length === 15 ? `19${number.slice(6, 12)}` : number.slice(6, 14));
  if (labelled) return birth || number.length === 18 || number.length === 15 ? "sure" : undefined;
  if (!birth || /[A-Za-z]/.test(text.digits.charAt(span.start - 1)) || isPartOfCode(span)) return undefined;
  if (/^ ?[A-WYZa-wyz]|^[万亿]?元/.test(text.digits.slice(span.end, span.end + 2))) return undefined;
  if (number.length === 15) return span.shape !== "loose" && span.shape !== "apart" ? "sure" : undefined;
  if (number.length !== 18) return undefined;
  // A firm's credit code of digits alone.
  if (number.startsWith("91")) return "possible";
  // Numbers of documents begin with the region and the day as well, of recent years; one in eleven ends as an identity number does.
  const isRecent = Number(number.slice(6, 10)) > 2012;
  if (isRecent && OF_DOCUMENT.test(text.before(span.start, 12))) return "possible";
  if (checkCharacter(number) === number.slice(17)) return "sure";
  return !isRecent && span.shape !== "loose" ? "sure" : "possible";
}

function isBirthDate(digits: string): boolean {
  const [year, month, day] = [Number(digits.slice(0, 4)), Number(digits.slice(4, 6)), Number(digits.slice(6, 8))];
  const date = new Date(Date.UTC(year, month - 1, day));
  return year >= 1900 && year < 2100 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** ISO 7064 MOD 11-2, as GB 11643 prescribes. */
function checkCharacter(number: string): string {
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(number.charAt(index)), 0);
  return "10X98765432".charAt(sum % 11);
}
