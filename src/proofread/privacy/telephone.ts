import { arabic, BASIS, digitsOf, type PersonalItem, type PrivacyRule } from "./item.ts";

const MEND = "请删去号码，连同前面的“电话”“手机”等字；整个写在括号里的，括号一起删";

const MOBILE =
  /(?<![A-Za-z0-9])(?:\(?(?:\+|00)?86\)?[- ]?)?1[3-9](?:[-. ·)]{0,2}\d){9}(?!\.?\d)|(?<=[Tt][Ee][Ll]|[Pp]hone|[Mm]obile)1[3-9]\d{9}(?!\d)/g;
const HAN_MOBILE = /[一幺][三四五六七八九](?:[- ]?[〇零一幺二三四五六七八九]){9}(?![〇零一幺二三四五六七八九])/g;
/** A run of eleven digits before one of these is an amount. */
const AMOUNT = /^ ?(?:[万亿]?元|[万亿]?千瓦时|[万亿]?吨|[万亿]?立方米|[万亿]?平方米|m[²³]|kWh)/;

export const mobileNumber: PrivacyRule = {
  id: "private-mobile",
  name: "手机号码",
  level: "error",
  fixable: false,
  mend: MEND,
  explanation: "13至19开头的十一位手机号码，含分段、全角、汉字数字和加国家代码的写法。",
  example: { wrong: "举报人电话138-0000-5678", right: "举报人电话138****5678" },
  basis: BASIS,
  find(text) {
    // 1387461234五: with one digit in Chinese, too.
    const written = [text, arabic(text)]
      .flatMap((digits) => [...digits.matchAll(MOBILE)])
      .filter((match) => {
        const grouped = match[0].split(/[-. ·)]+/).length <= 5;
        return grouped && !AMOUNT.test(text.slice(match.index + match[0].length, match.index + match[0].length + 8));
      });
    return [...written, ...text.matchAll(HAN_MOBILE)].map((match): PersonalItem => {
      const typed = text.slice(match.index, match.index + match[0].length);
      const characters = typed.replace(/[-. ·()+]/g, "").slice(-11);
      return {
        start: match.index,
        end: match.index + match[0].length,
        shown: `${characters.slice(0, 3)}****${characters.slice(7)}`,
      };
    });
  },
};

const AREA = String.raw`0(?:10|2\d|[3-9]\d{2})`;
const LOCAL = String.raw`[2-8]\d{2,3}[- ]?\d{4}`;
const FIXED_LINE = new RegExp(
  String.raw`(?<![A-Za-z0-9.])(?:\(?${AREA}\)?[- ]{0,2}|\(?(?:\+|00)86\)?[- ]?0?(?:10|2\d|[3-9]\d{2})[- ]?)${LOCAL}(?:(?:-|转)\d{1,5})?(?!\d)`,
  "g",
);
/** Without an area code it takes a word to tell a telephone from a count. */
const LABEL = /(?:电话|座机|固话|热线|传真|联系方式|致电|拨打|TEL|Tel|tel)(?:号码)?[^\d\n。;]{0,4}(?=[2-8])/g;
const NUMBERS = new RegExp(
  String.raw`${LOCAL}(?!\d|\.\d| ?[年万亿元件次个人])(?:[/、,或和 ]{1,2}(?=[2-8]\d{6}))?`,
  "y",
);

export const fixedLine: PrivacyRule = {
  id: "private-telephone",
  name: "固定电话",
  level: "error",
  fixable: false,
  mend: MEND,
  explanation: "带区号的固定电话，以及“电话”等字样后的七、八位号码；本单位对外公布的号码列入允许名单。",
  example: { wrong: "家中电话（0746）2220000", right: "家中电话（0746）****" },
  basis: BASIS,
  find(text) {
    const found = [text, arabic(text)].flatMap((digits) => {
      const full = [...digits.matchAll(FIXED_LINE)].map((match) => [match.index, match[0]] as const);
      const local = [...digits.matchAll(LABEL)].flatMap((match) => numbersAt(digits, match.index + match[0].length));
      return [...full, ...local];
    });
    return found.map(([start, number]) => ({
      start,
      end: start + number.length,
      shown: `****${digitsOf(number).slice(-3)}`,
    }));
  },
};

/** One number or several with 、 or / between: 8127713/8127714. */
function numbersAt(text: string, at: number): (readonly [number, string])[] {
  const found: (readonly [number, string])[] = [];
  NUMBERS.lastIndex = at;
  for (let match = NUMBERS.exec(text); match; match = NUMBERS.exec(text)) {
    found.push([match.index, match[0].replace(/[^\d]+$/, "")]);
  }
  return found;
}
