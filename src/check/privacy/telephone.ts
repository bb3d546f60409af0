import { HOUSEHOLD, MEASURE, OFFICE, PERSON, PUBLISHED_TELEPHONE, TELEPHONE, TELEPHONE_BEHIND } from "./cues.ts";
import { ascends, isInThousands, isPartOfCode, numbersOf, type NumberedText, type Span } from "./digits.ts";
import { BASIS, digitsTogether, type PrivacyRule } from "./item.ts";
import { type Certainty, type PersonalItem } from "./personal-item.ts";

const MEND = "请删去号码，连同前面的“电话”“手机”等字；整个写在括号里的，括号一起删";

/** The old prefix for long distance and the country's code come before the number. */
const MOBILE = /^(?:0|86|086|0086|17951)?1[3-9]\d{9}$/;
const FIXED_LINE =
  /^(?:00)?(?:86)?(?:0?10[2-8]\d{7}|0?2\d[2-8]\d{7}|0[3-9]\d{2}[2-8]\d{6,7})$|^(?:00)?86[3-9]\d{2}[2-8]\d{6,7}$/;
const AREA = /^(?:(?:00)?86)?(?:0?10|0?2\d|0?[3-9]\d{2})$/;
const BEFORE = new RegExp(`(?:${TELEPHONE})[^。;\\n]{0,16}$`);
const BEHIND = new RegExp(`^[^\\d]{0,8}${TELEPHONE_BEHIND}`);
const MEASURED = new RegExp(`^ ?(?:${MEASURE}|号(?!码))`);
/** A run of eleven digits before one of these is an amount. */
const AMOUNT =
  /^ ?(?:\.\d+ ?)?(?:[万亿]?(?:[美欧港日]?元|千瓦时|吨|立方米|平方米|公里|公斤|千克|人次|次(?!日)|株|粒|升(?!级)|字节|条(?!件)|笔(?!者))|m[²³23]|kWh)/;

const COUNT_BEFORE = /(?:[次总人]数|数量|[总产容流]量|[金总]额|总值)[为达约:]{0,2} ?$/;

export const mobileNumber: PrivacyRule = {
  id: "private-mobile",
  name: "手机号码",
  level: "error",
  fixable: false,
  mend: MEND,
  explanation:
    "13至19开头的十一位手机号码，含逐位隔开、跨行、夹着标记、带圈、全角、汉字数字、分几段说和加国家代码的写法。",
  example: { wrong: "举报人电话138-0000-5678", right: "举报人电话138****5678" },
  trigger: new RegExp(
    `${digitsTogether(11).source}|(?:前|首|开头|号段|号头|号码)[^\\n]{0,12}${digitsTogether(3).source}`,
  ),
  basis: BASIS,
  find(_text, _context, numbered) {
    const parts = [...numbered.digits.matchAll(IN_PARTS)].map(({ 0: whole, 1: lead = "", index }) => {
      const number = whole.match(/\d{3,8}/g)?.join("") ?? "";
      return { number, start: index + lead.length, end: index + whole.length, shown: masked(number) };
    });
    const whole = numbersOf(numbered, {
      shortest: 11,
      longest: 16,
      digits: (number) => MOBILE.test(number),
      certainty: mobileCertainty,
      item: (span, text) => ({ ...place(text, span), shown: masked(span.digits) }),
    });
    return [...parts.filter(({ number }) => MOBILE.test(number)), ...whole];
  },
};

/** 前三位138，后八位00005678: told in two parts or three. How many digits a part has is not of the number. */
const LABEL = "[^\\d。;\\n]{0,6}(?:\\d位)?[^\\d。;\\n]{0,4}";
const IN_PARTS = new RegExp(
  `((?:前|首|开头|号段|号头|号码)${LABEL})(?<!\\d)\\d{3,7}(?:[^\\d。;\\n]${LABEL}\\d{4,8}(?!\\d)){1,2}`,
  "g",
);

function masked(number: string): string {
  const own = number.slice(-11);
  return `${own.slice(0, 3)}****${own.slice(7)}`;
}

/** How people part eleven digits, after the country's code or none: 138 0000 5678. */
const CUSTOMARY =
  /^(?:[1-5] )?(?:3 4 4|3 8|7 4|4 4 3|4 3 4|3 3 5|3 5 3|3 2 2 2 2|3 4 2 2|3 2 3 3|2 2 2 2 3|2 3 3 3|2 3 2 2 2|5 6|6 5)$|^(?:5 4 4|5 8|13|12)$/;
const TABLE_OF_TELEPHONES = /(?:电话|手机|联系)[^|\n]{0,4}\|/;
const SOMEBODYS = new RegExp(PERSON);
const CUSTOMARY_FIXED = /^(?:[34] [78]|[34] [34] 4)$/;

function isCalled(text: NumberedText, span: Span): boolean {
  const before = text.before(span.start, 24);
  return BEFORE.test(before) || DIAL.test(before) || BEHIND.test(text.behind(span.end, 16));
}

function mobileCertainty(span: Span, text: NumberedText): Certainty | undefined {
  const behind = text.digits.slice(span.end, span.end + 8);
  if (/^\.\d/.test(behind) && span.shape === "whole") return undefined;
  const called = isCalled(text, span);
  const before = text.text.slice(Math.max(0, span.start - 12), span.start);
  if (/[A-Za-z]$/.test(before) || /^[A-Za-z]/.test(behind)) return gluedCertainty(before, behind, called);
  if (span.shape === "whole") return AMOUNT.test(behind) || COUNT_BEFORE.test(before) ? undefined : "sure";
  const isCounted = MEASURED.test(behind) && (!called || span.shape === "loose");
  if (isCounted || isInThousands(span) || AMOUNT.test(behind)) return undefined;
  if (called) return "sure";
  if (/[计共] ?$/.test(before)) return undefined;
  if (span.gaps.some((gap) => gap.includes("|"))) return cellsCertainty(span, text);
  if (span.shape === "apart" && (ascends(span) || [span.before, span.behind].includes(span.gaps[0] ?? "")))
    return undefined;
  if (span.shape === "apart") return isMeasured(span) || /^天/.test(behind) ? undefined : "sure";
  if (!CUSTOMARY.test(lengthsOf(span))) return undefined;
  if (span.shape !== "grouped" ? span.pieces.length > 3 : isPartOfCode(span)) return undefined;
  return couldCount(span) && !SOMEBODYS.test(text.before(span.start, 20) + text.behind(span.end, 10))
    ? "possible"
    : "sure";
}

/** A digit in each cell of a row: a telephone where the table speaks of one, else perhaps eleven counts. */
function cellsCertainty({ start, gaps, pieces, before, behind }: Span, { text }: NumberedText): Certainty | undefined {
  if (pieces.length !== 11 || `${before}${behind}`.includes("|") || new Set(gaps).size > 1) return undefined;
  return TABLE_OF_TELEPHONES.test(text.slice(Math.max(0, start - 400), start)) ? "sure" : "possible";
}

/** 138、1234、5678: counts are listed so, the smaller first, but not with a slash, and none begins with 0. */
function couldCount(span: Span): boolean {
  const isList = span.shape === "loose" ? span.gaps.every((gap) => /[、,; ]/.test(gap)) : span.pieces.length > 3;
  return isList && ascends(span) && !span.pieces.some((piece) => piece.startsWith("0"));
}

/** 1.3、8.0、0.5: figures with decimals. */
function isMeasured({ gaps }: Span): boolean {
  return gaps.includes(".") && new Set(gaps).size > 1;
}

function lengthsOf({ pieces }: Span): string {
  return pieces.map(({ length }) => length).join(" ");
}

/** A13812345678 may be a code of something; behind 电话 or with small letters it is a telephone. */
function gluedCertainty(before: string, behind: string, called: boolean): Certainty | undefined {
  if (/[A-Za-z]\d*$/.test(before) && /^\d*[A-Za-z]/.test(behind)) return called ? "sure" : undefined;
  if (called || /[a-z]$/.test(before) || /^[a-z]/.test(behind)) return "sure";
  return /(?<![A-Za-z])[A-Z]$/.test(before) && !/^[批次型款号系]/.test(behind) && !/[编号码型批样品单件]/.test(before)
    ? "sure"
    : "possible";
}

export const fixedLine: PrivacyRule = {
  id: "private-telephone",
  name: "固定电话",
  level: "error",
  fixable: false,
  mend: MEND,
  explanation:
    "带区号的固定电话，以及“电话”“可打”“宅电”等字样后的七、八位号码，逐位隔开的也报；单位对外公布的提醒，列入放行清单的不报。",
  example: { wrong: "家中电话（0746）2220000", right: "家中电话（0746）****" },
  trigger: digitsTogether(7),
  basis: BASIS,
  find(_text, _context, numbered) {
    const item = (span: Span, text: NumberedText): PersonalItem => {
      const extension = /^(?:-|转|,转)\d{1,5}(?!\d)/.exec(text.digits.slice(span.end, span.end + 8))?.[0].length ?? 0;
      const whole = place(text, span);
      return { ...whole, end: whole.end + extension, shown: `****${span.digits.slice(-3)}` };
    };
    const full = numbersOf(numbered, {
      shortest: 10,
      longest: 15,
      digits: (number) => FIXED_LINE.test(number),
      certainty: (span, text) => (isFixedLine(text, span) ? whose(text, span) : undefined),
      item,
    });
    const local = numbersOf(numbered, {
      shortest: 7,
      longest: 8,
      digits: (number) => /^[2-8]/.test(number),
      certainty: (span, text) => (isLocal(text, span) ? whose(text, span) : undefined),
      item,
    });
    return [...full, ...local];
  },
};

/** Nothing of a person stands between the office and the number. */
const PUBLISHED = new RegExp(
  `(?:${PUBLISHED_TELEPHONE}|${OFFICE})(?:(?!${PERSON}|${HOUSEHOLD}|[旁隔附]|对面)[^。;\\n]){0,30}$`,
);
const OF_SOMEBODY = new RegExp(`(?:${PERSON}|${HOUSEHOLD})[^,。;\\n]{0,8}$`);
/** Whose the line is: （县信访局）. */
const OF_AN_OFFICE = new RegExp(`^[(,; ]{1,2}[^(),;。\\n]{0,20}(?:${OFFICE}|工作时间|值班|24小时)`);

/** 办公室：0746-8211002；传真：0746-8211003 */
const ITS_FAX = new RegExp(`(?:${OFFICE})[^。\\n]{0,30};传真[:号]?$`);

/** What an office publishes has to be allowed once. */
function whose(text: NumberedText, { start, end }: Span): Certainty {
  const isPublished =
    PUBLISHED.test(text.before(start, 44)) ||
    (OF_AN_OFFICE.test(text.behind(end, 30)) && !OF_SOMEBODY.test(text.before(start, 24))) ||
    ITS_FAX.test(text.text.slice(Math.max(0, start - 44), start));
  return isPublished ? "possible" : "sure";
}

function isFixedLine(text: NumberedText, span: Span): boolean {
  const behind = text.digits.slice(span.end, span.end + 8);
  const called = isCalled(text, span);
  if (called) return true;
  if (span.gaps.some((gap) => gap.includes("|"))) return false;
  if (/[A-Za-z.]$/.test(text.text.charAt(span.start - 1)) || /^[A-Za-z]|^\.\d/.test(behind) || MEASURED.test(behind))
    return false;
  if (span.shape === "whole") return span.digits.startsWith("0");
  if (span.shape === "apart") return true;
  const [first = "", second = ""] = span.pieces;
  if ((!AREA.test(first) && !AREA.test(first + second)) || /^[-./_·:]$/.test(span.before)) return false;
  if (span.shape === "grouped") return true;
  return CUSTOMARY_FIXED.test(lengthsOf(span)) && !isInThousands(span);
}

/** Without an area code it takes a word to tell a telephone from a count. */
const LOCAL_LABEL = new RegExp(
  `(?:电话|座机|固话|宅电|家电|小灵通|热线|传真|联系方式|致电|拨打|拨|可打|请打|回电|打我家?|打[^\\d。;,\\n]{0,8}[家宅屋][里中]?|[叔伯姑姨舅哥姐弟妹爷奶婆婶嫂]家|[家宅屋][里中]?(?:的?号码|那部)|(?:留|联系|通知|找)[^。;,\\d\\n]{0,8}号码|[Tt][Ee][Ll]|[Pp]hone)(?:号码|号(?!段)|是|为)?(?:\\([^()\\d]{0,8}\\)|(?:(?!受理|接听|投诉|举报|诉求|来电|号段)[^\\d。;\\n]){0,14}(?<!(?<!号)[号码编第件共计达单约量数率额]:?))(?:[2-8]\\d{2,3}[- ]?\\d{4}[/、,或和 ]{1,3})*$`,
);
/** 家庭电话86620417多次无人接听: what is counted beside the label ends with its measure. */
const NEXT_TO_LABEL = /(?:致电|拨打|回电|电话|座机|固话|宅电|家电|小灵通)(?:号码|号)?[:是为( ]{0,2}$/;
const COUNTED = new RegExp(`^ ?(?![余多])${MEASURE}(?:[^\\u3400-\\u9fff]|[同环较比占的]|$)`);
/** 6284517的座机; 6284517,是住户家里的电话. */
const LABEL_BEHIND = /^[,(]?(?:的|[是系][^,。;\d\n]{0,6}的)(?:家庭|住宅)?(?:座机|固话|宅电|电话)(?!线|亭)/;
/** A cell of a table in which a column is called so. */
const COLUMN = /\| ?(?:家庭|住宅|联系|固定)?(?:电话|座机|固话)(?:号码)? ?\|[^]*\| ?$/;
/** 打8123456; 打造 and 打击 say something else. */
const DIAL = /[打拨][: ]?$/;

function isLocal(text: NumberedText, span: Span): boolean {
  const behind = text.digits.slice(span.end, span.end + 8);
  const before = text.before(span.start, 40);
  if (/^[A-Za-z]|^\.\d/.test(behind) || (NEXT_TO_LABEL.test(before) ? COUNTED : MEASURED).test(behind)) return false;
  if (/^[-.·_]$/.test(span.behind) && !/^-\d{1,5}(?!\d)/.test(behind)) return false;
  return (
    LOCAL_LABEL.test(before) ||
    DIAL.test(before) ||
    LABEL_BEHIND.test(text.behind(span.end, 16)) ||
    (COLUMN.test(text.text.slice(Math.max(0, span.start - 400), span.start)) && /^ ?\|/.test(behind)) ||
    (/^ ?\(?(?:家|宅|住宅)(?:[),]|$|电话)/.test(behind) && span.shape === "whole")
  );
}

/** With the sign before the country's code, and the bracket that closes inside: (+86), (0746). */
function place(text: NumberedText, { start, end, gaps }: Span): { start: number; end: number } {
  const bracket = gaps.some((gap) => gap.includes(")")) ? /\(?\+?$/ : /\+?$/;
  return { start: start - (bracket.exec(text.text.slice(Math.max(0, start - 2), start))?.[0].length ?? 0), end };
}
