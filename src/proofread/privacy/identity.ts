import { BASIS, type PersonalItem, type PrivacyRule } from "./item.ts";

const CARD = /(?<![A-Za-z0-9])(?:\d{6}[- ]?\d{4}[- ]?\d{4}[- ]?\d{3}[\dXx]|\d{15})(?![A-Za-z0-9])/g;
/** The first two digits of GB/T 2260: provinces, and the regions of Hong Kong, Macao and Taiwan residents. */
const PROVINCE = /^(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3])/;
const LABEL = /(?:身份证|证件号|公民身份)[^\d\n。;]{0,12}$/;
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

export const identityNumber: PrivacyRule = {
  id: "private-identity",
  name: "居民身份证号码",
  level: "error",
  fixable: false,
  mend: "请删去号码，有括号的连同括号一起删",
  explanation: "十八位（核对省份、出生日期和校验码）和旧式十五位的身份证号码；“身份证”字样后校验码不符的也报。",
  example: { wrong: "身份证号11010519491231002X", right: "身份证号1101**************" },
  basis: `${BASIS}；GB 11643—1999`,
  find(text) {
    return [...text.matchAll(CARD)]
      .filter((match) =>
        isIdentityNumber(
          match[0].replace(/[- ]/g, ""),
          LABEL.test(text.slice(Math.max(0, match.index - 24), match.index)),
        ),
      )
      .map((match): PersonalItem => {
        const number = match[0].replace(/[- ]/g, "");
        return {
          start: match.index,
          end: match.index + match[0].length,
          shown: number.slice(0, 4) + "*".repeat(number.length - 4),
        };
      });
  },
};

/** `labelled` numbers may be mistyped: they identify a person all the same. */
function isIdentityNumber(number: string, labelled: boolean): boolean {
  if (!PROVINCE.test(number)) return false;
  if (number.length === 15) return isBirthDate(`19${number.slice(6, 12)}`);
  return isBirthDate(number.slice(6, 14)) && (labelled || checkCharacter(number) === number.slice(17).toUpperCase());
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
