import { chainsOf, isPartOfCode, spansOf, writingsOf, type Span } from "./digits.ts";
import { BASIS, digitsTogether, isLabelled, type Certainty, type PersonalItem, type PrivacyRule } from "./item.ts";

/** The first two digits of GB/T 2260: provinces, and the regions of Hong Kong, Macao and Taiwan residents. */
const PROVINCE = /^(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3]|91)/;
const LABEL = /(?:身份证|证件号|公民身份|身份号码|身份证明|社会保障号|社保号|居住证)[^。;\n]{0,12}$/;
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
/** The check character ten is an X, for which a cross is taken. */
const CROSS = /^[ \-.·、,/_]{0,2}[Xx×✕✖]/;

export const identityNumber: PrivacyRule = {
  id: "private-identity",
  name: "居民身份证号码",
  level: "error",
  fixable: false,
  mend: "请删去号码，有括号的连同括号一起删",
  explanation:
    "十八位和旧式十五位的身份证号码（核对省份、出生日期），含逐位隔开的写法；校验码不符、以×代X的，“身份证”字样后多写或少写一位的，也报。",
  example: { wrong: "身份证号11010519491231002X", right: "身份证号1101**************" },
  trigger: digitsTogether(14),
  basis: `${BASIS}；GB 11643—1999`,
  find(text) {
    return writingsOf(text).flatMap((digits) =>
      chainsOf(digits).flatMap((chain) =>
        spansOf(chain, {
          shortest: 14,
          longest: 19,
          digits: (number) =>
            PROVINCE.test(number) && (number.length === 15 || isBirthDate(number.slice(6, 14)) || number.length === 18),
          span: (span) => certaintyOf(digits, span) !== undefined,
        }).map((span): PersonalItem => {
          const cross =
            span.digits.length === 17 ? (CROSS.exec(digits.slice(span.end, span.end + 3))?.[0].length ?? 0) : 0;
          const length = span.digits.length + (cross > 0 ? 1 : 0);
          return {
            start: span.start,
            end: span.end + cross,
            shown: span.digits.slice(0, 4) + "*".repeat(length - 4),
            certainty: certaintyOf(digits, span) ?? "sure",
          };
        }),
      ),
    );
  },
};

/** What is labelled may be mistyped: it identifies a person all the same. */
function certaintyOf(text: string, span: Span): Certainty | undefined {
  const number = span.digits + (span.digits.length === 17 && CROSS.test(text.slice(span.end, span.end + 3)) ? "X" : "");
  const labelled = isLabelled(text, span.start, LABEL);
  if (!labelled && (/[A-Za-z]$/.test(text.slice(0, span.start).slice(-1)) || isPartOfCode(span))) return undefined;
  if (!labelled && /^ ?[A-WYZa-wyz]|^[万亿]?元/.test(text.slice(span.end, span.end + 2))) return undefined;
  if (number.length === 18) {
    if (!isBirthDate(number.slice(6, 14))) return labelled ? "sure" : undefined;
    if (labelled || checkCharacter(number) === number.slice(17)) return "sure";
    // Numbers of documents begin with the region and the day as well, of recent years.
    return Number(number.slice(6, 10)) <= 2012 && span.shape !== "loose" ? "sure" : "possible";
  }
  if (number.length === 15) {
    const birth = isBirthDate(`19${number.slice(6, 12)}`);
    if (labelled) return "sure";
    return birth && span.shape !== "loose" && span.shape !== "apart" ? "sure" : undefined;
  }
  return labelled && isBirthDate(number.slice(6, 14)) ? "sure" : undefined;
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
