import { chainsOf, isPartOfCode, spansOf, writingsOf, type Span } from "./digits.ts";
import { BASIS, digitsTogether, isLabelled, type PersonalItem, type PrivacyRule } from "./item.ts";

const LABEL =
  /(?:银行卡|行卡|社卡|储卡|卡号|工资卡|卡上|存入|转入|汇入|汇至|汇到|打入|打到|账户|储蓄卡|信用卡|借记卡|存折)[^\d\n。;]{0,12}$/;
const ACCOUNT = /(?:账|帐)[号户][^\d\n。;]{0,12}$/;

/** Leading digits of cards in use in China, with the lengths they come in. */
const ISSUERS: readonly (readonly [RegExp, readonly number[]])[] = [
  [/^62/, [16, 17, 18, 19]],
  [/^60[13]/, [16, 17, 18, 19]],
  [/^(?:955[89]|9555|103|436742|436745|6858|6886|6888|690755|940|980)/, [16, 17, 18, 19]],
  [/^4/, [16]],
  [/^(?:5[1-5]|222[1-9]|22[3-9]|2[3-6]|27[01]|2720)/, [16]],
  [/^405512/, [17]],
  [/^35(?:2[89]|[3-8])/, [16]],
];

export const bankCard: PrivacyRule = {
  id: "private-bank-card",
  name: "银行卡号",
  level: "error",
  fixable: false,
  mend: "请删去号码，有括号的连同括号一起删",
  explanation: "十六至十九位、发卡行标识和校验位相符的银行卡号；“卡号”字样后校验位不符的也报。",
  example: { wrong: "卡号6222020000000000008", right: "卡号末四位0008" },
  trigger: digitsTogether(16),
  basis: BASIS,
  find(text) {
    return writingsOf(text).flatMap((digits) =>
      chainsOf(digits).flatMap((chain) =>
        spansOf(chain, {
          shortest: 16,
          longest: 19,
          digits: () => true,
          span: (span) => isCard(digits, span),
        }).map((span): PersonalItem => ({ start: span.start, end: span.end, shown: `****${span.digits.slice(-4)}` })),
      ),
    );
  },
};

function isCard(text: string, span: Span): boolean {
  const behind = text.slice(span.end, span.end + 10);
  if (isLabelled(text, span.start, LABEL) || /^[( ]{0,2}[^\d,。;]{0,6}卡/.test(behind)) return true;
  const glued = /[A-Za-z0-9]$/.test(text.slice(0, span.start).slice(-1)) || /^[A-Za-z0-9]/.test(text.charAt(span.end));
  if (glued || isPartOfCode(span) || /^[ ]$/.test(span.before + span.behind) || !issued(span.digits)) return false;
  if (isLabelled(text, span.start, ACCOUNT)) return true;
  return span.shape !== "loose" && passesLuhn(span.digits);
}

function issued(digits: string): boolean {
  return ISSUERS.some(([start, lengths]) => start.test(digits) && lengths.includes(digits.length));
}

function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let index = 0; index < digits.length; index += 1) {
    const digit = Number(digits.charAt(digits.length - 1 - index));
    sum += index % 2 === 0 ? digit : digit * 2 - (digit > 4 ? 9 : 0);
  }
  return sum % 10 === 0;
}
