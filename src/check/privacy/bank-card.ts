import { ACCOUNT, BANK_CARD, OFFICE_ACCOUNT, OWNER, PRIVATE_ACCOUNT } from "./cues.ts";
import { isPartOfCode, numbersOf, type NumberedText, type Span } from "./digits.ts";
import { BASIS, digitsTogether, type PrivacyRule } from "./item.ts";

const LABEL = new RegExp(`(?:${BANK_CARD})(?:(?![编单件文订合流]号|编码|合同)[^\\n。;]){0,12}$`);
const LABEL_BEHIND = /^[( ]{0,2}[^\d,。;]{0,6}(?:卡(?![口车点位拉尔片通])|存折)/;
const ACCOUNT_LABEL = new RegExp(`(?:${ACCOUNT})[^\\d\\n。;]{0,12}$`);
const OFFICE_LABEL = new RegExp(OFFICE_ACCOUNT);
/** 对公账户, 县交易中心账户; 户名某公司 behind: whatever the number looks like. */
const OFFICES_OWN = new RegExp(
  `(?:对公|公账|专户|基本户|一般户|国库|非税|(?:${OWNER}|党费|工会|慈善)(?:(?!${PRIVATE_ACCOUNT}|[至到给入])[^\\d。;\\n]){0,6}${ACCOUNT})(?:(?!${PRIVATE_ACCOUNT})[^。;\\n]){0,8}$`,
);
const OFFICES_OWN_BEHIND = new RegExp(
  `^[(, ]{1,2}(?:[^,。;()]{0,16}(?:单位账|对公|专户|基本户)|开?户名(?:称|[为是])?:?[^,。;()]{0,20}(?:${OWNER}|[会委院局所办社村])(?=[),。;]|$))`,
);

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

/** Banks' alone: no region begins so, whose numbers are those of documents. */
const NO_REGION = /^(?:621[3-9]|622[0-8]|6231|62[5-8])/;

export const bankCard: PrivacyRule = {
  id: "private-bank-card",
  name: "银行卡号",
  level: "error",
  fixable: false,
  mend: "请删去号码，有括号的连同括号一起删",
  explanation: "十六至十九位、发卡行标识和校验位相符的银行卡号；“卡号”“存折”等字样后校验位不符的也报，单位账户不报。",
  example: { wrong: "卡号6222020000000000008", right: "卡号末四位0008" },
  trigger: digitsTogether(16),
  basis: BASIS,
  find(_text, _context, numbered) {
    return numbersOf(numbered, {
      shortest: 16,
      longest: 19,
      digits: () => true,
      certainty: (span, text) => (isCard(text, span) ? "sure" : undefined),
      item: ({ start, end, digits }) => ({ start, end, shown: `****${digits.slice(-4)}` }),
    });
  },
};

function isCard(text: NumberedText, span: Span): boolean {
  const before = text.before(span.start, 24);
  if (/^(?:[万亿]?元|[条次](?!件))/.test(text.behind(span.end, 2))) return false;
  if (OFFICES_OWN.test(before) || OFFICES_OWN_BEHIND.test(text.behind(span.end, 30))) return false;
  const isOffice =
    OFFICE_LABEL.test(before) || /^[( ]{0,2}[^\d,。;]{0,2}(?:财政|专户|单位|公司)/.test(text.behind(span.end, 12));
  if (!isOffice && (LABEL.test(before) || LABEL_BEHIND.test(text.behind(span.end, 12)))) return true;
  if (text.isGlued(span) || isPartOfCode(span) || span.before + span.behind === " " || !issued(span.digits))
    return false;
  if (!isOffice && ACCOUNT_LABEL.test(before)) return true;
  return span.shape !== "loose" && (NO_REGION.test(span.digits) || passesLuhn(span.digits));
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
